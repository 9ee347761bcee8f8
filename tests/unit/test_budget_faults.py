"""A check that raises, hangs, returns no number or asks for too much memory: what was declared happens."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from guardrail.compiler.front import analyse
from guardrail.compiler.lowering import lower
from guardrail.decision import Decision
from guardrail.engine.budget import Timing
from guardrail.engine.executor import Executor
from guardrail.engine.guard import Guard
from guardrail.engine.loading import choose
from guardrail.engine.rails import Rails
from guardrail.text.scanner.scanner import build_scanner
from guardrail.validators.contract import DirectCheck, Outcome

POLICY = """guard 1
policy p {{
  on error {on_error}
  on timeout {on_timeout}
  on {stage} within {within} limit 1000 chars {{
    rule faulty {{ flag if {call} }}
  }}
}}
"""
STAGES: dict[str, Callable[[Guard], Decision]] = {
    "input": lambda guard: guard.input("hello"),
    "output": lambda guard: guard.output("hello"),
    "retrieval": lambda guard: guard.retrieval(["hello"]),
    "tool_call": lambda guard: guard.tool_call("search", {"query": "hello"}),
    "tool_result": lambda guard: guard.tool_result("search", "hello"),
}
ASYNC_STAGES: dict[str, Callable[[Guard], Any]] = {
    "input": lambda guard: guard.ainput("hello"),
    "output": lambda guard: guard.aoutput("hello"),
    "retrieval": lambda guard: guard.aretrieval(["hello"]),
    "tool_call": lambda guard: guard.atool_call("search", {"query": "hello"}),
    "tool_result": lambda guard: guard.atool_result("search", "hello"),
}
CALLS = ("toxicity >= 0.5", "length(max: 5000)")
"""A dear check, and one that would run with the scan."""


class Faulty(DirectCheck):
    __slots__ = ("act",)

    def __init__(self, act: Callable[[], Any]) -> None:
        super().__init__()
        self.act = act

    def run(self, subject: Any, facts: Any) -> Any:
        return self.act()


def _raise() -> Any:
    raise ValueError("hello")


def _too_much_memory() -> Any:
    return bytearray(1 << 60)


ERRORS: dict[str, Callable[[], Any]] = {
    "raises": _raise,
    "returns no number": lambda: Outcome(score=float("nan")),
    "asks for too much memory": _too_much_memory,
}


@pytest.fixture
def release() -> Iterator[threading.Event]:
    """Set at the end: what hangs until then ends with the test."""
    event = threading.Event()
    yield event
    event.set()


def _guard(
    folder: Path, stage: str, call: str, act: Callable[[], Any], on_error: str, on_timeout: str, within: str = "60ms"
) -> Guard:
    path = folder / "p.guard"
    settings = {"on_error": on_error, "on_timeout": on_timeout, "within": within}
    path.write_text(POLICY.format(stage=stage, call=call, **settings), "utf-8")
    unit = analyse(path, lints=False)
    pipeline = lower(unit, choose(unit, None), build_scanner)[stage]
    slots = tuple(replace(slot, check=Faulty(act)) for slot in pipeline.slots)
    executor = Executor(2)
    return Guard(Rails.of("p", {stage: replace(pipeline, slots=slots)}, timing=Timing(runner=lambda: executor)))


def _is_declared(decision: Decision, stage: str, outcome: str) -> None:
    if stage == "retrieval" and outcome == "block":
        # The only chunk is dropped.
        assert (decision.action, decision.by) == ("block", ("faulty",))
    else:
        assert decision.action == outcome
        assert decision.by == (() if outcome == "allow" else ("faulty",))
    assert len(decision.errors) == 1
    assert "hello" not in decision.errors[0]


@pytest.mark.parametrize("outcome", ["block", "flag", "allow"])
@pytest.mark.parametrize("fault", ERRORS)
@pytest.mark.parametrize("stage", STAGES)
def test_a_fault_is_answered_as_declared(tmp_path: Path, stage: str, fault: str, outcome: str) -> None:
    other = "allow" if outcome == "block" else "block"
    guard = _guard(tmp_path, stage, "toxicity >= 0.5", ERRORS[fault], outcome, other, "20s")
    _is_declared(STAGES[stage](guard), stage, outcome)
    _is_declared(asyncio.run(ASYNC_STAGES[stage](guard)), stage, outcome)


@pytest.mark.parametrize("stage", STAGES)
def test_a_fault_beside_the_scan_is_answered_as_declared(tmp_path: Path, stage: str) -> None:
    guard = _guard(tmp_path, stage, "length(max: 5000)", _raise, "flag", "block", "20s")
    outcome = "flag"
    _is_declared(STAGES[stage](guard), stage, outcome)
    _is_declared(asyncio.run(ASYNC_STAGES[stage](guard)), stage, outcome)


@pytest.mark.parametrize("outcome", ["block", "flag", "allow"])
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("stage", STAGES)
def test_a_check_that_hangs_is_not_waited_for(
    tmp_path: Path, stage: str, call: str, outcome: str, release: threading.Event
) -> None:
    guard = _guard(tmp_path, stage, call, lambda: release.wait(20), "allow" if outcome == "block" else "block", outcome)
    began = time.perf_counter()
    _is_declared(STAGES[stage](guard), stage, outcome)
    _is_declared(asyncio.run(ASYNC_STAGES[stage](guard)), stage, outcome)
    # Ample, for a busy machine: it would have hung for twenty seconds.
    assert time.perf_counter() - began < 5


def test_many_hanging_checks_end_in_refusals_and_not_in_more_threads(tmp_path: Path, release: threading.Event) -> None:
    guard = _guard(tmp_path, "output", "toxicity >= 0.5", lambda: release.wait(20), "block", "flag")
    before = threading.active_count()
    decisions = []
    for _ in range(14):
        decisions.append(guard.output("hello"))
        time.sleep(0.06)
    assert all(decision.action == "flag" for decision in decisions)
    assert threading.active_count() - before <= 2 + 8
    assert "busy" in decisions[-1].errors[0]
    assert decisions[-1].budget.used < 30, "refused at once"


def test_what_is_dear_does_not_run_on_the_event_loop(tmp_path: Path) -> None:
    threads: list[int] = []

    def act() -> Outcome:
        threads.append(threading.get_ident())
        return Outcome(score=0.1)

    guard = _guard(tmp_path, "output", "toxicity >= 0.5", act, "block", "block", "20s")

    async def ask() -> int:
        assert (await guard.aoutput("hello")).action == "allow"
        return threading.get_ident()

    assert asyncio.run(ask()) not in threads
    assert len(threads) == 1


def test_the_event_loop_goes_on_while_a_check_hangs(tmp_path: Path, release: threading.Event) -> None:
    guard = _guard(tmp_path, "output", "toxicity >= 0.5", lambda: release.wait(20), "block", "flag")

    async def ask() -> tuple[Decision, int]:
        task = asyncio.create_task(guard.aoutput("hello"))
        turns = 0
        while not task.done():
            await asyncio.sleep(0.001)
            turns += 1
        return task.result(), turns

    decision, turns = asyncio.run(ask())
    assert decision.action == "flag"
    assert turns > 3


def test_a_task_that_is_cancelled_leaves_its_check_behind(tmp_path: Path, release: threading.Event) -> None:
    guard = _guard(tmp_path, "output", "toxicity >= 0.5", lambda: release.wait(20), "block", "flag")

    async def ask() -> None:
        task = asyncio.create_task(guard.aoutput("hello"))
        await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(ask())


def test_an_exit_is_no_fault_of_a_check_in_whatever_thread_it_ran(tmp_path: Path) -> None:
    def act() -> Any:
        raise SystemExit(3)

    guard = _guard(tmp_path, "output", "toxicity >= 0.5", act, "block", "flag", "20s")
    with pytest.raises(SystemExit):
        guard.output("hello")
