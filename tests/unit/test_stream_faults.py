"""A check that fails in mid-stream has the outcome that its rule declares, every time."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import Any

import pytest

from guardrail.decision import Action
from guardrail.text.requests import CheckFault
from guardrail.validators.contract import Outcome
from tests.property.stream_cases import StandIn, load
from tests.unit.stream_guards import streamed

POLICY = """guard 1
policy p {{
  on error {outcome}
  on timeout {outcome}
  on output within {within} limit 1000 chars {{
    rule rude {{ {arm} if toxicity >= 0.8 }}
  }}
}}
"""
CHUNKS = ("All is well. ", "So it is. ", "And so ", "on")


def _raise(problem: BaseException) -> Any:
    raise problem


FAULTS: dict[str, Callable[[], Any]] = {
    "raises": lambda: _raise(ValueError("secret text")),
    "raises our own fault": lambda: _raise(CheckFault("the model is away")),
    "runs out of memory": lambda: _raise(MemoryError()),
    "returns nothing": lambda: None,
    "scores NaN": lambda: Outcome(score=math.nan),
    "scores beyond one": lambda: Outcome(score=7.0),
}


def _broken(monkeypatch: pytest.MonkeyPatch, act: Callable[[], Any], after: int = 0) -> None:
    """The classifier works `after` times, and fails from then on."""
    run, count = StandIn.run, iter(range(10_000))
    monkeypatch.setattr(StandIn, "run", lambda *given: run(*given) if next(count) < after else act())


@pytest.mark.parametrize("after", [0, 1])
@pytest.mark.parametrize("fault", FAULTS)
def test_on_error_block_cuts(fault: str, after: int, monkeypatch: pytest.MonkeyPatch) -> None:
    guard = load(POLICY.format(outcome="block", within="60s", arm="block"))
    _broken(monkeypatch, FAULTS[fault], after)
    pieces, decision = streamed(guard, CHUNKS)
    assert "".join(pieces) == "All is well. "[: 13 * after]
    assert (decision.action, decision.by, decision.released) == (Action.BLOCK, ("rude",), 13 * after)
    assert decision.errors and "secret" not in str(decision.errors)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_milder_outcome_lets_all_of_the_text_through_at_the_end(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    guard = load(POLICY.format(outcome="flag", within="60s", arm="block"))
    _broken(monkeypatch, FAULTS[fault])
    pieces, decision = streamed(guard, CHUNKS)
    assert "".join(pieces) == "".join(CHUNKS)
    assert decision.action == Action.FLAG
    assert decision.errors


def test_a_redaction_that_fails_blocks_too(monkeypatch: pytest.MonkeyPatch) -> None:
    guard = load(POLICY.format(outcome="block", within="60s", arm='redact as "[rude]"'))
    _broken(monkeypatch, FAULTS["raises"], 1)
    pieces, decision = streamed(guard, CHUNKS)
    assert ("".join(pieces), decision.action) == ("All is well. ", Action.BLOCK)


def test_a_check_that_hangs_times_out(monkeypatch: pytest.MonkeyPatch) -> None:
    guard = load(POLICY.format(outcome="block", within="300ms", arm="block"))
    _broken(monkeypatch, lambda: time.sleep(1.0))
    pieces, decision = streamed(guard, CHUNKS)
    assert (pieces, decision.action, decision.by) == ([], Action.BLOCK, ("rude",))
