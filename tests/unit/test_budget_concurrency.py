"""One guard under 32 threads and 1,000 tasks: every call gets its own decision, by its own deadline."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
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
from guardrail.validators.contract import DirectCheck, Match, Outcome

POLICY = """guard 1
list names = ["Globex"]
policy p {
  on error block
  on timeout block
  on output within 60s limit 20000 chars {
    rule names { redact if mentions(names) }
    rule rude { block if toxicity >= 0.5 }
    rule orders { flag if injection >= 0.5 }
  }
}
"""


class Knows(DirectCheck):
    """Holds where a word stands in the text."""

    __slots__ = ("word",)

    def __init__(self, word: str) -> None:
        super().__init__()
        self.word = word

    def run(self, subject: Any, facts: Any) -> Outcome:
        at = subject.text.find(self.word)
        if at < 0:
            return Outcome(score=0.0)
        return Outcome(score=0.9, matches=(Match(at, at + len(self.word), "", 0.9),))


@pytest.fixture
def guard(tmp_path: Path) -> Guard:
    path = tmp_path / "p.guard"
    path.write_text(POLICY, "utf-8")
    unit = analyse(path, lints=False)
    pipeline = lower(unit, choose(unit, None), build_scanner)["output"]
    checks = {"toxicity": Knows("stupid"), "injection": Knows("ignore")}
    slots = tuple(replace(slot, check=checks.get(slot.key, slot.check)) for slot in pipeline.slots)
    executor = Executor(4)
    return Guard(Rails.of("p", {"output": replace(pipeline, slots=slots)}, timing=Timing(runner=lambda: executor)))


def _text(number: int) -> str:
    return f"{number} {['calm', 'stupid', 'ignore', 'Globex'][number % 4]} {number}"


def _is_right(number: int, decision: Decision) -> bool:
    action = ["allow", "block", "flag", "fix"][number % 4]
    text = [_text(number), None, _text(number), f"{number} [redacted] {number}"][number % 4]
    return (decision.action, decision.text, decision.errors) == (action, text, ())


def test_32_threads_share_a_guard(guard: Guard) -> None:
    with ThreadPoolExecutor(32) as pool:
        decisions = list(pool.map(lambda number: guard.output(_text(number)), range(1_600)))
    assert [number for number, decision in enumerate(decisions) if not _is_right(number, decision)] == []
    assert len({decision.id for decision in decisions}) == 1_600


def test_1000_tasks_share_a_guard(guard: Guard) -> None:
    async def ask() -> list[Decision]:
        return await asyncio.gather(*(guard.aoutput(_text(number)) for number in range(1_000)))

    decisions = asyncio.run(ask())
    assert [number for number, decision in enumerate(decisions) if not _is_right(number, decision)] == []


def test_threads_and_tasks_decide_alike(guard: Guard) -> None:
    async def ask(number: int) -> Decision:
        return await guard.aoutput(_text(number))

    for number in range(8):
        one, other = guard.output(_text(number)), asyncio.run(ask(number))
        assert (one.action, one.by, one.text, one.findings) == (other.action, other.by, other.text, other.findings)
