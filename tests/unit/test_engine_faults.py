"""`on error` is honoured for every fault a validator can have, and nothing a check does reaches the caller."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import guardrail
from guardrail.engine.guard import Guard
from guardrail.engine.rails import Rails
from guardrail.text.requests import CheckFault
from guardrail.validators.contract import DirectCheck, Match, Outcome

POLICY = """guard 1
policy p {{
  on error {on_error}
  on timeout block
  on output within 50ms limit 1000 chars {{
    rule size {{ block if length(max: 5) }}
    rule other {{ flag if length(min: 1) }}
  }}
}}
"""


class _Faulty(DirectCheck):
    __slots__ = ("act",)

    def __init__(self, act: Callable[[], Any]) -> None:
        super().__init__()
        self.act = act

    def run(self, subject: Any, facts: Any) -> Any:
        return self.act()


def _raise(problem: BaseException) -> Any:
    raise problem


class _Rude:
    """Something whose every attribute raises."""

    def __getattr__(self, name: str) -> Any:
        raise RuntimeError(name)


FAULTS: dict[str, Callable[[], Any]] = {
    "raises": lambda: _raise(ValueError("secret text")),
    "raises our own fault": lambda: _raise(CheckFault("no history was given")),
    "runs out of memory": lambda: _raise(MemoryError()),
    "recurses too deep": lambda: _raise(RecursionError()),
    "returns nothing": lambda: None,
    "returns a bool": lambda: True,
    "returns something rude": _Rude,
    "returns a truth that is none": lambda: Outcome("yes"),  # type: ignore[arg-type]
    "returns a span outside the text": lambda: Outcome(True, None, (Match(0, 10_000),)),
    "returns a span that runs backwards": lambda: Outcome(True, None, (Match(3, 1),)),
    "returns matches that are none": lambda: Outcome(True, None, 7),  # type: ignore[arg-type]
    "returns a match that is none": lambda: Outcome(True, None, ("here",)),  # type: ignore[arg-type]
}


def _guard(tmp_path: Path, on_error: str, act: Callable[[], Any]) -> Guard:
    path = tmp_path / "p.guard"
    path.write_text(POLICY.format(on_error=on_error), "utf-8")
    pipeline = guardrail.load(path).rails.schedules["output"].pipeline
    slots = tuple(
        replace(slot, check=_Faulty(act)) if slot.key == "length(max: 5)" else slot for slot in pipeline.slots
    )
    return Guard(Rails.of("p", {"output": replace(pipeline, slots=slots)}))


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_contributes_on_error(tmp_path: Path, fault: str) -> None:
    decision = _guard(tmp_path, "block", FAULTS[fault]).output("hello world")
    assert (decision.action, decision.by, decision.text) == ("block", ("size",), None)
    assert len(decision.errors) == 1 and decision.errors[0].startswith("length(max: 5): ")
    assert "secret" not in decision.errors[0]


@pytest.mark.parametrize("fault", FAULTS)
def test_on_error_flag_lets_the_text_pass_flagged(tmp_path: Path, fault: str) -> None:
    decision = _guard(tmp_path, "flag", FAULTS[fault]).output("hello world")
    assert (decision.action, decision.by, decision.text) == ("flag", ("other", "size"), "hello world")


def test_nan_and_scores_outside_the_range_are_faults() -> None:
    from guardrail.engine.producers import _is_score

    assert [_is_score(score) for score in (float("nan"), float("inf"), -0.1, 1.1, True, "1", None)] == [False] * 7
    assert [_is_score(score) for score in (0, 0.5, 1.0)] == [True] * 3


def test_an_interrupt_is_no_fault_of_a_check(tmp_path: Path) -> None:
    guard = _guard(tmp_path, "block", lambda: _raise(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        guard.output("hello world")


def test_our_own_faults_say_their_reason(tmp_path: Path) -> None:
    decision = _guard(tmp_path, "block", FAULTS["raises our own fault"]).output("hello world")
    assert decision.errors == ("length(max: 5): no history was given",)
