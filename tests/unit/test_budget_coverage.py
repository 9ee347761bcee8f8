"""A classifier that stops in time: what it found in a part of a text, and what is decided about the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from guardrail.decision import Decision
from guardrail.observe.record import make_record
from guardrail.validators.contract import Match, Outcome
from tests.unit.budget_stage import Bench, Windowed, bench, window

WINDOWS = """guard 1
policy p {{
  on error block
  on timeout {on_timeout}
  on output within 100ms limit 1000 chars {{
    rule rude {{ {arm} }}
  }}
}}
"""
TEXT = "x" * 100


def _windows(folder: Path, arm: str, scores: tuple[float, ...], takes: float, on_timeout: str = "flag") -> Bench:
    policy = WINDOWS.format(arm=arm, on_timeout=on_timeout)
    return bench(folder, policy, lambda clock: {"toxicity": Windowed(clock, takes, scores)}, {"toxicity": window(25)})


def test_as_many_windows_run_as_fit_and_the_coverage_is_told(tmp_path: Path) -> None:
    decision = _windows(tmp_path, "block if toxicity >= 0.5", (0.1,) * 10, 25).guard.output(TEXT)
    assert (decision.action, decision.by) == ("flag", ("rude",)), "uncovered text is no clean text"
    assert decision.budget.skipped == ("toxicity: 40 % judged (rude)",)
    assert decision.errors == ("toxicity: only part of the text was judged in time",)
    assert decision.budget.used == 100


def test_all_windows_are_a_whole_answer(tmp_path: Path) -> None:
    decision = _windows(tmp_path, "block if toxicity >= 0.5", (0.1,) * 4, 25).guard.output(TEXT)
    assert (decision.action, decision.budget.skipped, decision.errors) == ("allow", (), ())


def test_what_was_found_in_a_part_holds(tmp_path: Path) -> None:
    decision = _windows(tmp_path, "block if toxicity >= 0.5", (0.1, 0.9, *[0.1] * 8), 25).guard.output(TEXT)
    assert (decision.action, decision.by) == ("block", ("rude",))
    assert [finding.score for finding in decision.findings] == [0.9]
    assert decision.budget.skipped == ("toxicity: 40 % judged (rude)",)


@pytest.mark.parametrize(
    ("arm", "best", "action"),
    [
        ("block if toxicity < 0.5", 0.9, "allow"),
        ("block if toxicity < 0.5", 0.1, "flag"),
        ("block if toxicity <= 0.9", 0.9, "flag"),
        ("block if toxicity > 0.9", 0.9, "flag"),
        ("block if not toxicity >= 0.5", 0.9, "allow"),
        ("block if not toxicity >= 0.5", 0.1, "flag"),
    ],
)
def test_the_score_of_a_part_settles_only_what_more_text_cannot_change(
    tmp_path: Path, arm: str, best: float, action: str
) -> None:
    assert _windows(tmp_path, arm, (best, *[0.0] * 9), 25).guard.output(TEXT).action == action


def test_a_redaction_of_a_part_also_answers_for_the_rest(tmp_path: Path) -> None:
    scores = (0.1, 0.9, *[0.1] * 8)
    decision = _windows(tmp_path, "redact if toxicity >= 0.5", scores, 25, "allow").guard.output(TEXT)
    assert (decision.action, decision.text) == ("fix", "x" * 10 + "[redacted]" + "x" * 80)
    decision = _windows(tmp_path, "redact if toxicity >= 0.5", scores, 25, "block").guard.output(TEXT)
    assert (decision.action, decision.text) == ("block", None)


def test_without_a_window_there_is_no_score(tmp_path: Path) -> None:
    made = _windows(tmp_path, "block if toxicity >= 0.0", (0.9,) * 10, 25)
    made.guard.rails.schedules["output"].budget.expected[0].window.factor = 8.0  # type: ignore[union-attr]
    decision = made.guard.output(TEXT)
    assert decision.action == "flag"
    assert decision.budget.skipped == ("toxicity: no time (rude)",)


def test_the_record_says_what_the_decision_says(tmp_path: Path) -> None:
    kept: list[dict[str, object]] = []

    class Keep:
        def record(self, decision: Decision, trace: object) -> None:
            kept.append(make_record(decision, trace))  # type: ignore[arg-type]

    policy = WINDOWS.format(arm="block if toxicity >= 0.5", on_timeout="flag")
    made = bench(
        tmp_path,
        policy,
        lambda clock: {"toxicity": Windowed(clock, 25, (0.1,) * 10)},
        {"toxicity": window(25)},
        log=Keep(),
    )
    made.guard.output(TEXT)
    budget = kept[0]["budget"]
    assert isinstance(budget, dict)
    assert budget["skipped"] == ["toxicity: 40 % judged (rude)"]
    (text,) = kept[0]["texts"]  # type: ignore[misc]
    assert text["rules"] == [{"rule": "rude", "action": "flag", "cause": "timeout"}]
    assert text["checks"][0]["state"] == "timeout"


def test_matches_of_a_part_lie_in_the_text(tmp_path: Path) -> None:
    class Wild(Windowed):
        def run_within(self, subject, facts, allowance):  # type: ignore[no-untyped-def]
            return Outcome(score=0.9, matches=(Match(0, 10_000, "", 0.9),)), 0.5

    policy = WINDOWS.format(arm="block if toxicity >= 0.5", on_timeout="flag")
    made = bench(tmp_path, policy, lambda clock: {"toxicity": Wild(clock, 1, (0.1,))}, {"toxicity": window(25)})
    decision = made.guard.output(TEXT)
    assert decision.errors == ("toxicity: the check returned a span outside its text",)
    assert decision.by == ("rude",)
