"""The budget of a call, by a clock that only the checks move: what runs, what does not, and what is decided then."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path

import pytest

from guardrail.compiler.costs import Figures
from guardrail.decision import Decision
from guardrail.engine.costs import Estimate
from guardrail.engine.drivers import drive
from guardrail.engine.stages import Asked
from guardrail.validators.contract import DirectCheck, Outcome
from tests.unit.budget_stage import Bench, Hands, Scripted, bench, figures

TWO = """guard 1
policy p {{
  on error block
  on timeout {on_timeout}
  on {stage} within 100ms limit 1000 chars {{
    rule orders {{ flag if injection >= 0.5 }}
    rule rude {{ flag if toxicity >= 0.5 }}
  }}
}}
"""
CALM, BAD = Outcome(score=0.1), Outcome(score=0.9)


def _two(
    folder: Path, *, takes: tuple[float, float], bounds: tuple[float, float], on_timeout: str = "block"
) -> tuple[Bench, Scripted, Scripted]:
    made: dict[str, Scripted] = {}

    def checks(clock: Hands) -> Mapping[str, DirectCheck]:
        made["injection"] = Scripted(clock, takes[0], CALM)
        made["toxicity"] = Scripted(clock, takes[1], CALM)
        return made

    costs = {"injection": figures(bounds[0]), "toxicity": figures(bounds[1])}
    made_bench = bench(folder, TWO.format(on_timeout=on_timeout, stage="output"), checks, costs)
    return made_bench, made["injection"], made["toxicity"]


def test_checks_that_fit_run(tmp_path: Path) -> None:
    made, first, second = _two(tmp_path, takes=(40, 50), bounds=(50, 60))
    decision = made.guard.output("hello")
    assert (decision.action, first.runs, second.runs) == ("allow", 1, 1)
    assert decision.budget.skipped == ()
    assert (decision.budget.limit, decision.budget.used) == (100, 90)


def test_a_check_whose_bound_is_what_is_left_runs_and_with_a_millisecond_more_it_does_not(tmp_path: Path) -> None:
    made, _, second = _two(tmp_path, takes=(40, 60), bounds=(40, 60))
    assert made.guard.output("hello").action == "allow"
    assert second.runs == 1
    made, _, second = _two(tmp_path, takes=(41, 60), bounds=(41, 60))
    decision = made.guard.output("hello")
    assert (decision.action, decision.by, second.runs) == ("block", ("rude",), 0)
    assert decision.budget.skipped == ("toxicity: no time (rude)",)
    assert decision.errors == ("toxicity: not begun: the time left was too short",)
    assert decision.budget.used == 41, "what cannot end in time is not begun"


@pytest.mark.parametrize(
    ("on_timeout", "action", "by"), [("block", "block", ("rude",)), ("flag", "flag", ("rude",)), ("allow", "allow", ())]
)
def test_what_happens_then_is_declared(tmp_path: Path, on_timeout: str, action: str, by: tuple[str, ...]) -> None:
    made, *_ = _two(tmp_path, takes=(90, 0), bounds=(90, 60), on_timeout=on_timeout)
    decision = made.guard.output("hello")
    assert (decision.action, decision.by) == (action, by)
    assert decision.budget.skipped == ("toxicity: no time (rude)",)


def test_defer_lets_the_text_pass_and_says_what_is_to_be_finished(tmp_path: Path) -> None:
    made, *_ = _two(tmp_path, takes=(90, 0), bounds=(90, 60), on_timeout="defer")
    decision = made.guard.output("hello")
    assert (decision.action, decision.text) == ("allow", "hello")
    assert decision.budget.deferred == ("rude",)
    assert decision.budget.skipped == ("toxicity: no time (rude)",)


def test_a_check_that_hangs_is_left_behind_at_the_deadline(tmp_path: Path) -> None:
    made, _, second = _two(tmp_path, takes=(10, 5_000), bounds=(10, 20))
    decision = made.guard.output("hello")
    assert (decision.action, decision.by, second.runs) == ("block", ("rude",), 1)
    assert decision.errors == ("toxicity: left behind: it did not end in time",)
    assert decision.budget.used == 100


def test_a_late_answer_does_not_hold_up_the_next_call(tmp_path: Path) -> None:
    made, *_ = _two(tmp_path, takes=(10, 5_000), bounds=(10, 20))
    assert [made.guard.output("hello").budget.used for _ in range(3)] == [100, 100, 100]


def test_the_budget_is_one_for_all_messages_of_a_chat(tmp_path: Path) -> None:
    def checks(clock: Hands) -> Mapping[str, DirectCheck]:
        return {"injection": Scripted(clock, 20, CALM), "toxicity": Scripted(clock, 20, CALM)}

    policy = TWO.format(on_timeout="flag", stage="input")
    made = bench(tmp_path, policy, checks, {"injection": figures(20), "toxicity": figures(20)})
    decision = made.guard.input([{"role": "user", "content": text} for text in ("one", "two", "three")])
    assert decision.parts is not None
    assert [part.action for part in decision.parts] == ["allow", "allow", "flag"]
    assert decision.budget.used == 100
    assert decision.budget.skipped == ("toxicity: no time (rude)",)


REDACTS = """guard 1
list names = ["Globex"]
policy p {
  on error block
  on timeout block
  on output within 100ms limit 1000 chars {
    rule names { redact if mentions(names) }
    rule rude { flag if toxicity >= 0.5 }
  }
}
"""


def _redacting(folder: Path, gone: float, *, on_timeout: str = "block") -> tuple[Decision, int]:
    """A decision before whose first check so much time had passed; and how often the dear check ran."""
    made: list[Scripted] = []

    def checks(clock: Hands) -> Mapping[str, DirectCheck]:
        made.append(Scripted(clock, 0, CALM))
        return {"toxicity": made[0], "length(max: 900)": Scripted(clock, 0, Outcome())}

    costs = {"scan": figures(5), "mentions": figures(5), "toxicity": figures(20)}
    stage = bench(folder, REDACTS.replace("on timeout block", f"on timeout {on_timeout}"), checks, costs)
    asked = Asked(started=0)
    stage.clock.pass_by(gone)
    return drive(stage.guard.rails.output("Globex ships", asked), asked.times), made[0].runs


def test_looking_at_an_edited_text_again_is_reserved(tmp_path: Path) -> None:
    # The scan takes 10 ms and the second look as many; the dear check 20 ms: 70 ms may be gone, or 80 for the scan.
    assert _redacting(tmp_path, 70)[0].text == "[redacted] ships"
    decision, ran = _redacting(tmp_path, 71)
    assert (decision.action, decision.by, ran) == ("block", ("rude",), 0)
    assert decision.budget.skipped == ("toxicity: no time (rude)",)
    decision, _ = _redacting(tmp_path, 81)
    assert decision.budget.skipped == ("toxicity", "scan: no time (names)"), "blocked already: nothing more is asked"


def test_a_second_look_runs_though_its_time_is_over(tmp_path: Path) -> None:
    for gone in (79, 80):
        decision, ran = _redacting(tmp_path, gone, on_timeout="allow")
        assert (decision.action, decision.text, ran) == ("fix", "[redacted] ships", 0)


CHEAP = """guard 1
policy p {
  on error block
  on timeout flag
  on output within 100ms limit 1000 chars {
    rule size { flag if length(max: 3) }
    rule words { flag if language("en") }
  }
}
"""


def test_what_takes_next_to_nothing_runs_though_the_time_is_over_and_no_more_of_it(tmp_path: Path) -> None:
    # Of 100 ms, a millisecond and a half may still be used when they are over.
    for bound, late in ((1.5, ()), (1.6, ('language("en"): no time (words)',))):
        costs = {"length": figures(0.1), "language": figures(bound)}
        stage = bench(tmp_path, CHEAP, lambda clock: {"length(max: 3)": Scripted(clock, 300, Outcome())}, costs)
        decision = stage.guard.output("hello")
        # The first check hung, and was left behind at the deadline. It is not ours, the second one is.
        assert decision.budget.skipped == ("facts: no time (size)", *late)


def test_a_stage_without_within_has_no_deadline(tmp_path: Path) -> None:
    made, *_ = _two(tmp_path, takes=(5_000, 5_000), bounds=(10, 10))
    rails = made.guard.rails.untimed()
    assert rails.schedules["output"].budget is None
    from guardrail.engine.guard import Guard

    decision = Guard(rails).output("hello")
    assert (decision.action, decision.budget.skipped, decision.budget.used) == ("allow", (), 10_000)


def test_time_that_reading_takes_counts(tmp_path: Path) -> None:
    class Slow(dict[str, str]):
        def __iter__(self):  # type: ignore[no-untyped-def]
            stage.clock.pass_by(120)
            return super().__iter__()

        def keys(self):  # type: ignore[no-untyped-def]
            stage.clock.pass_by(120)
            return super().keys()

    policy = TWO.format(on_timeout="block", stage="tool_call")
    stage = bench(tmp_path, policy, lambda clock: {"injection": Scripted(clock, 0, CALM)}, {"injection": figures(10)})
    decision = stage.guard.tool_call("search", Slow({"query": "hello"}))
    assert decision.budget.used >= 120
    assert (decision.action, decision.budget.skipped) == ("block", ("toxicity", "injection: no time (orders)"))


def test_a_check_that_is_never_begun_is_tried_again_in_the_end() -> None:
    for apart, least, most in ((True, 5, 20), (False, 500, 2_000)):
        estimate = Estimate(Figures(50_000), Figures(120_000), Figures())
        refused = 0
        while estimate.needs(100) > 100_000_000:
            estimate.relent(100, 0, 1e8, 1e8, apart=apart)
            refused += 1
        assert least < refused < most


def test_a_bad_opinion_fades_down_to_the_profile_where_that_would_have_fitted() -> None:
    estimate = Estimate(Figures(1_000), Figures(5_000, 10_000), Figures())
    for _ in range(10):
        estimate.learn(1_000, 100_000_000)
    learnt = estimate.factor
    assert learnt > 2
    estimate.relent(1_000, 0, 14e6, 100e6, apart=True)
    assert estimate.factor == learnt, "it takes 15 ms by the profile, and 14 were left"
    for _ in range(1_000):
        estimate.relent(1_000, 0, 15e6, 100e6, apart=True)
    assert estimate.factor == 1.0


def test_estimates_learn_the_99th_percentile_within_bounds() -> None:
    chosen = random.Random(4)
    estimate = Estimate(Figures(10_000), Figures(20_000), Figures())
    over = 0
    for number in range(30_000):
        elapsed = chosen.lognormvariate(0, 0.5) * 4_000_000
        over += number >= 5_000 and elapsed > estimate.bound(0)
        estimate.learn(0, elapsed)
    assert 0.003 < over / 25_000 < 0.02
    for _ in range(100):
        estimate.learn(0, 10**12)
    assert estimate.bound(0) == 8 * 20_000_000
    assert estimate.usual(0) <= 8 * 10_000_000
    for _ in range(10_000):
        estimate.learn(0, 1)
    assert estimate.bound(0) == 20_000_000 / 8
