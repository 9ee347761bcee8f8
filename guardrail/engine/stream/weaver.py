"""Leads each text of a stream through a session of its own, and puts what comes out into chunks of the same shape."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from typing import Any, TypeAlias

from guardrail.decision import Decision
from guardrail.diagnostics.errors import EngineError
from guardrail.engine.needs import Answers, Need
from guardrail.engine.stream.anthropic_events import AnthropicEvents
from guardrail.engine.stream.chunks import Shape, shape_of
from guardrail.engine.stream.openai_chunks import OpenAiChunks
from guardrail.engine.stream.session import Session
from guardrail.engine.stream.tools import JudgeTool

Weaving: TypeAlias = Generator[Need, Answers, list[Any]]


class Weaver:
    """All sessions of one stream. A plain stream has one, a provider's one for each text of each choice."""

    __slots__ = ("_chunk", "_make", "_plain", "_provider", "_tools", "is_due", "times")

    def __init__(self, make: Callable[[], Session], tools: JudgeTool, times: dict[str, float]) -> None:
        self._make = make
        self._tools = tools
        self._plain: Session | None = None
        self._provider: OpenAiChunks | AnthropicEvents | None = None
        self._chunk: Any = None
        self.is_due = False
        self.times = times

    @property
    def decision(self) -> Decision | None:
        """The strictest decision, once all have been made."""
        if self._provider is not None:
            return self._provider.decision
        return None if self._plain is None else self._plain.decision

    @property
    def decisions(self) -> Mapping[int, Decision]:
        """The decision about each choice, or block, that has ended."""
        if self._provider is not None:
            return self._provider.decisions
        return {} if self._plain is None or self._plain.decision is None else {0: self._plain.decision}

    @property
    def is_done(self) -> bool:
        """Whether nothing that the source may still give will be shown."""
        return self._provider.is_done if self._provider is not None else self._plain_is_done

    @property
    def _plain_is_done(self) -> bool:
        return self._plain is not None and self._plain.decision is not None

    def take(self, chunk: Any) -> Any:
        """Take a chunk; gives what may be shown at once, or None. What is due is to be judged before the next one."""
        plain = self._plain or self._begin(chunk)
        if plain is None or type(chunk) is not str:
            return self._take_chunk(plain, chunk)
        text = plain.accept(chunk)
        self.is_due = plain.is_due
        return text or None

    def _begin(self, chunk: Any) -> Session | None:
        if self._provider is None:
            shape: Shape = shape_of(chunk)
            if shape == "text":
                self._plain = self._make()
            elif shape == "openai":
                self._provider = OpenAiChunks(self._make, self._tools)
            else:
                self._provider = AnthropicEvents(self._make, self._tools)
        return self._plain

    def _take_chunk(self, plain: Session | None, chunk: Any) -> Any:
        if plain is not None and isinstance(chunk, str):
            return self.take(str(chunk))
        if self._provider is None or isinstance(chunk, str) or shape_of(chunk) != self._provider.shape:
            raise EngineError("all chunks of a stream must be of one kind")
        self._chunk = chunk
        self.is_due = True
        return None

    def judge(self) -> Weaving:
        """Ask what is due; gives what may be shown then."""
        self.is_due = False
        if self._provider is not None:
            return (yield from self._provider.take(self._chunk))
        assert self._plain is not None
        text = yield from self._plain.judge()
        return [text] if text else []

    def finish(self) -> Weaving:
        """The source has ended: gives the rest."""
        if self._provider is not None:
            return (yield from self._provider.finish())
        if self._plain is None:
            self._plain = self._make()
        text = yield from self._plain.conclude()
        return [text] if text else []

    def abandon(self) -> Generator[Need, Answers, None]:
        """The reader went away: what came is judged, and nothing more is shown."""
        sessions = [self._plain] if self._provider is None else self._provider.sessions
        for session in sessions:
            if session is not None:
                session.leave()
        yield from self.finish()
