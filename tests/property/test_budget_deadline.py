"""The budget, over random stages by a clock that only checks move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from guardrail.decision import Decision
from guardrail.engine.core import Options
from guardrail.validators.contract import DirectCheck, Outcome
from tests.unit.budget_stage import Hands, Scripted, Windowed, bench, figures, window

WITHIN = 100
POLICY = """guard 1
policy p {{
  on error block
  on timeout flag
  on output within 100ms limit 1000 chars {{
{rules}
  }}
}}
"""
CALLS = (
    "injection", "toxicity", "toxicity(category: harassment)", "toxicity(category: hate)",
    "toxicity(category: profanity)", "toxicity(category: threat)",
)  # fmt: skip
"""In the order in which they are tried."""
LEVELS = ("allow", "flag", "fix", "reask", "block")


@dataclass(frozen=True)
class Asked:
    """A check: its 99th percentile and what it takes this time, in milliseconds, what it finds, its `on timeout`."""

    call: str
    bound: int
    takes: int
    finds: bool
    on_timeout: str


def _asked(call: str, *, keeps: bool) -> st.SearchStrategy[Asked]:
    def made(bound: int, share: int, finds: bool, on_timeout: str) -> Asked:
        return Asked(call, bound, bound * share // 100, finds, on_timeout)

    shares = st.integers(0, 100) if keeps else st.integers(0, 1_000)
    return st.builds(made, st.integers(1, 120), shares, st.booleans(), st.sampled_from(("allow", "flag", "block")))


def _stages(*, keeps: bool) -> st.SearchStrategy[list[Asked]]:
    picked = st.sets(st.sampled_from(CALLS), min_size=1).map(sorted)
    return picked.flatmap(lambda calls: st.tuples(*(_asked(call, keeps=keeps) for call in calls))).map(list)


def _decided(checks: list[Asked]) -> tuple[Decision, dict[str, Scripted]]:
    rules = "\n".join(
        f"    rule r{number} {{\n      block if {check.call} >= 0.5\n      on timeout {check.on_timeout}\n    }}"
        for number, check in enumerate(checks)
    )
    policy = POLICY.format(rules=rules)
    made: dict[str, Scripted] = {}

    def scripted(clock: Hands) -> Mapping[str, DirectCheck]:
        for check in checks:
            made[check.call] = Scripted(clock, check.takes, Outcome(score=0.9 if check.finds else 0.1))
        return made

    with TemporaryDirectory() as folder:
        costs = {check.call: figures(check.bound) for check in checks}
        stage = bench(Path(folder), policy, scripted, costs, options=Options(skip=False))
    return stage.guard.output("hello"), made


def _foreseen(checks: list[Asked]) -> tuple[int, set[str], int]:
    """What must come of it: the level, the calls that time out, and the milliseconds used."""
    now, level, late = 0, 0, set[str]()
    for check in checks:
        begins = now + check.bound <= WITHIN
        ends = begins and now + check.takes <= WITHIN
        now = min(WITHIN, now + check.takes) if begins else now
        if not ends:
            late.add(check.call)
        outcome = ("block" if check.finds else "allow") if ends else check.on_timeout
        level = max(level, LEVELS.index(outcome))
    return level, late, now


@given(_stages(keeps=True))
def test_no_call_is_late_whose_checks_keep_to_their_bounds(checks: list[Asked]) -> None:
    decision, made = _decided(checks)
    level, late, used = _foreseen(checks)
    assert decision.budget.used == used <= WITHIN
    assert {call for call, check in made.items() if not check.runs} == late
    assert decision.action.rank == level


@given(_stages(keeps=False))
def test_no_call_is_late_whatever_its_checks_take(checks: list[Asked]) -> None:
    decision, _ = _decided(checks)
    level, late, used = _foreseen(checks)
    assert decision.budget.used == used <= WITHIN
    assert decision.action.rank == level
    assert {error.rsplit(": ", 1)[0].rsplit(": ", 1)[0] for error in decision.errors} == late


@settings(max_examples=80)
@given(_stages(keeps=False))
def test_what_did_not_run_is_named_with_the_rules_that_wanted_it(checks: list[Asked]) -> None:
    decision, _ = _decided(checks)
    _, late, _ = _foreseen(checks)
    named = {f"{check.call}: no time (r{number})" for number, check in enumerate(checks) if check.call in late}
    assert set(decision.budget.skipped) == named


@settings(max_examples=100)
@given(st.lists(st.sampled_from((0.1, 0.4, 0.9)), min_size=1, max_size=12), st.integers(1, 60), st.integers(1, 60))
def test_a_text_is_clean_only_where_all_of_it_was_looked_at(scores: list[float], bound: int, takes: int) -> None:
    policy = POLICY.format(rules="    rule rude { block if toxicity >= 0.5 }")
    made: list[Windowed] = []

    def scripted(clock: Hands) -> Mapping[str, DirectCheck]:
        made.append(Windowed(clock, min(bound, takes), tuple(scores)))
        return {"toxicity": made[0]}

    with TemporaryDirectory() as folder:
        decision = bench(Path(folder), policy, scripted, {"toxicity": window(bound)}).guard.output(
            "x" * 10 * len(scores)
        )
    seen = made[0].seen
    assert decision.budget.used == seen * min(bound, takes) <= WITHIN
    if any(score >= 0.5 for score in scores[:seen]):
        assert decision.action == "block"
    elif seen < len(scores):
        assert decision.action == "flag"
        assert len(decision.budget.skipped) == 1
    else:
        assert (decision.action, decision.budget.skipped) == ("allow", ())
