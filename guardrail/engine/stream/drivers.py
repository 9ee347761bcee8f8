"""The drivers of a stream: they pull chunks, push them through a session, and hand on what comes out.

Both close the source as soon as the session was cut, or the reader goes away.
"""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Mapping
from typing import Any

from guardrail.decision import Decision
from guardrail.diagnostics.errors import EngineError
from guardrail.engine.drivers import adrive, drive
from guardrail.engine.stream.weaver import Weaver


class Stream:
    """An iterator over what may be shown of a model's stream; `decision` is there when it has ended.

    Strings come back as strings, a provider's chunks as chunks of their own shape with the text replaced. With several
    choices `decisions` holds each by its index, and `decision` is the strictest.
    """

    __slots__ = ("_source", "_weaver")

    def __init__(self, source: Iterable[Any], weaver: Weaver) -> None:
        if isinstance(source, (str, bytes, Mapping)) or not isinstance(source, Iterable):
            raise EngineError(f"the stream must be an iterable of chunks, not {type(source).__name__}")
        self._source = source
        self._weaver = weaver

    @property
    def decision(self) -> Decision | None:
        """The decision; None before the stream has ended."""
        return self._weaver.decision

    @property
    def decisions(self) -> Mapping[int, Decision]:
        """The decision about each choice that has ended."""
        return self._weaver.decisions

    def __iter__(self) -> Iterator[Any]:
        source = iter(self._source)
        weaver = self._weaver
        try:
            for chunk in source:
                given = weaver.take(chunk)
                if given is not None:
                    yield given
                if weaver.is_due:
                    yield from drive(weaver.judge(), weaver.times)
                    if weaver.is_done:
                        break
            yield from drive(weaver.finish(), weaver.times)
        finally:
            _close(source)
            if weaver.decision is None:
                # The reader went away: what it was shown is on record all the same.
                drive(weaver.abandon(), weaver.times)


class AsyncStream:
    """`Stream` for asyncio: checks that take long run in a worker thread."""

    __slots__ = ("_source", "_weaver")

    def __init__(self, source: AsyncIterable[Any] | Iterable[Any], weaver: Weaver) -> None:
        if not isinstance(source, AsyncIterable) and (
            isinstance(source, (str, bytes, Mapping)) or not isinstance(source, Iterable)
        ):
            raise EngineError(f"the stream must be an iterable of chunks, not {type(source).__name__}")
        self._source = source
        self._weaver = weaver

    @property
    def decision(self) -> Decision | None:
        """The decision; None before the stream has ended."""
        return self._weaver.decision

    @property
    def decisions(self) -> Mapping[int, Decision]:
        """The decision about each choice that has ended."""
        return self._weaver.decisions

    async def __aiter__(self) -> AsyncIterator[Any]:
        source = _async_source(self._source)
        weaver = self._weaver
        try:
            async for chunk in source:
                given = weaver.take(chunk)
                if given is not None:
                    yield given
                if weaver.is_due:
                    for given in await adrive(weaver.judge(), weaver.times):
                        yield given
                    if weaver.is_done:
                        break
            for given in await adrive(weaver.finish(), weaver.times):
                yield given
        finally:
            await _aclose(source)
            if weaver.decision is None:
                drive(weaver.abandon(), weaver.times)


def _async_source(source: AsyncIterable[Any] | Iterable[Any]) -> AsyncIterator[Any]:
    return aiter(source) if isinstance(source, AsyncIterable) else _as_async(source)


async def _as_async(source: Iterable[Any]) -> AsyncIterator[Any]:
    iterator = iter(source)
    try:
        for chunk in iterator:
            yield chunk
    finally:
        _close(iterator)


def _close(source: Any) -> None:
    close = getattr(source, "close", None)
    if callable(close):
        close()


async def _aclose(source: Any) -> None:
    close = getattr(source, "aclose", None) or getattr(source, "close", None)
    if callable(close):
        closed = close()
        if inspect.isawaitable(closed):
            await closed
