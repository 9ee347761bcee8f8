"""The drivers of streams: the source is closed early, dear checks stay off the loop, two streams never meet."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from guardrail.decision import Action, Decision
from guardrail.diagnostics.errors import EngineError
from guardrail.engine.guard import Guard
from guardrail.engine.ports import Trace
from guardrail.engine.rails import Rails
from tests.property.stream_cases import StandIn
from tests.unit.stream_guards import guard_of, streamed


class Source:
    """Chunks, with what was pulled of them and whether they were closed."""

    def __init__(self, *chunks: str) -> None:
        self.pulled: list[str] = []
        self.closed = False
        self._chunks = chunks

    def __iter__(self) -> Iterator[str]:
        try:
            for chunk in self._chunks:
                self.pulled.append(chunk)
                yield chunk
        finally:
            self.closed = True

    async def __aiter__(self) -> AsyncIterator[str]:
        try:
            for chunk in self._chunks:
                self.pulled.append(chunk)
                yield chunk
                await asyncio.sleep(0)
        finally:
            self.closed = True


def test_a_stream_gives_the_decision_of_the_whole_text() -> None:
    guard = guard_of('redact as "[x]" if mentions(names)')
    pieces, decision = streamed(guard, ["ask Glo", "bex or ", "not"], id="1")
    whole = guard.output("ask Globex or not", id="1")
    assert "".join(pieces) == whole.text
    assert decision._replace(budget=whole.budget, released=None) == whole


def test_an_empty_stream_has_a_decision() -> None:
    pieces, decision = streamed(guard_of('append "Hi." if not mentions(names)'), [])
    assert (pieces, decision.action) == (["Hi."], Action.FIX)


def test_a_cut_closes_the_source() -> None:
    source = Source("ask ", "Globex, ", "and ", "so on")
    pieces, decision = streamed(guard_of("block if mentions(names)"), source)
    assert (pieces, source.pulled, source.closed) == (["ask "], ["ask ", "Globex, "], True)
    assert decision.action == Action.BLOCK


def test_a_reader_that_goes_away_closes_the_source_and_leaves_a_decision() -> None:
    source = Source("one ", "two ", "three")
    stream = guard_of("redact if mentions(names)").stream(source)
    for piece in stream:
        assert piece == "one "
        break
    assert source.closed
    assert source.pulled == ["one "]
    assert stream.decision is not None and stream.decision.released == 4


def test_a_source_that_raises_is_closed_and_its_exception_comes_through() -> None:
    def failing() -> Iterator[str]:
        yield "one "
        raise ConnectionError("gone")

    stream = guard_of("redact if mentions(names)").stream(failing())
    with pytest.raises(ConnectionError):
        list(stream)
    assert stream.decision is not None


async def test_an_async_stream_gives_the_same() -> None:
    source = Source("ask ", "Globex, ", "and so on")
    stream = guard_of('redact as "[x]" if mentions(names)').astream(source)
    assert [piece async for piece in stream] == ["ask ", "[x], ", "and so on"]
    assert stream.decision is not None and stream.decision.action == Action.FIX


async def test_an_async_cut_closes_the_source() -> None:
    source = Source("ask ", "Globex, ", "and ", "so on")
    stream = guard_of("block if mentions(names)").astream(source)
    assert [piece async for piece in stream] == ["ask "]
    assert (source.pulled, source.closed) == (["ask ", "Globex, "], True)


async def test_an_async_stream_takes_a_plain_iterable() -> None:
    stream = guard_of("flag if mentions(names)").astream(["a", "b"])
    assert [piece async for piece in stream] == ["a", "b"]


async def test_dear_checks_run_off_the_event_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = set()
    run = StandIn.run

    def noted(self: StandIn, subject: Any, facts: Any) -> Any:
        seen.add(threading.current_thread() is threading.main_thread())
        return run(self, subject, facts)

    monkeypatch.setattr(StandIn, "run", noted)
    stream = guard_of("block if toxicity >= 0.8").astream(["All is well. ", "So it is. ", "Bye"])
    assert [piece async for piece in stream] == ["All is well. ", "So it is. ", "Bye"]
    assert seen == {False}


def test_two_streams_on_one_guard_never_meet() -> None:
    guard = guard_of('redact as "[x]" if mentions(names)')
    streams = [iter(guard.stream(chunks)) for chunks in (["Glo", "ss. "], ["Glo", "bex. "], ["lab ", "Dynamics "])]
    out = ["".join(pieces) for pieces in zip(*(["".join(stream)] for stream in streams), strict=True)]
    assert out == ["Gloss. [x]. [x] "]
    interleaved = [guard.stream(["Glo", "bex ok"]), guard.stream(["a ", "b"])]
    first, second = map(iter, interleaved)
    assert [next(second), next(first), *second, *first] == ["a ", "[x] ok", "b"]


def test_streams_of_many_threads_are_all_right() -> None:
    guard = guard_of('redact as "[x]" if mentions(names) or pii(email)')
    wrong: list[str] = []

    def work(number: int) -> None:
        text = f"{number} asks Globex {'é' * (number % 3)} or jo{number}@ex.org, lab dynamics {number}"
        for _ in range(5):
            out = "".join(guard.stream(list(text)))
            if out != guard.output(text).text:
                wrong.append(out)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


class Log:
    """Keeps what it is given."""

    def __init__(self) -> None:
        self.kept: list[tuple[Decision, Trace]] = []

    def record(self, decision: Decision, trace: Trace) -> None:
        """Keep it."""
        self.kept.append((decision, trace))


def test_the_record_is_of_the_stream() -> None:
    log = Log()
    made = guard_of("block if mentions(names)")
    guard = Guard(Rails(made.rails.policy, made.rails.schedules, log=log))
    _, decision = streamed(guard, ["so ask ", "Globex, ", "yes"])
    [(kept, trace)] = log.kept
    assert kept == decision
    assert (kept.released, trace.texts) == (7, ("so ask Globex, ",))


@pytest.mark.parametrize("source", ["text", b"bytes", 7, {"a": "b"}])
def test_what_is_no_stream_is_refused(source: Any) -> None:
    guard = guard_of("flag if mentions(names)")
    with pytest.raises(EngineError):
        guard.stream(source)


@pytest.mark.parametrize("chunks", [[7], ["a", 7], [b"a"], ["a", {"choices": []}]])
def test_chunks_of_a_wrong_kind_are_refused(chunks: list[Any]) -> None:
    guard = guard_of("flag if mentions(names)")
    with pytest.raises(EngineError):
        list(guard.stream(chunks))


def test_a_policy_without_an_output_stage_passes_everything_with_a_warning() -> None:
    made = guard_of("flag if mentions(names)")
    pieces, decision = streamed(Guard(Rails(made.rails.policy, {})), ["a", "b"])
    assert pieces == ["a", "b"]
    assert decision.warnings
