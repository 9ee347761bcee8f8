"""What a decision holds, and what is passed on and said."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

import guardrail
from tests.unit.api_policy import POLICY, write


@pytest.fixture(scope="module")
def guard(tmp_path_factory: pytest.TempPathFactory) -> guardrail.Guard:
    return guardrail.load(write(tmp_path_factory.mktemp("policy"), POLICY))


def test_an_action_is_ordered_equal_to_its_name_and_prints_as_it(guard: guardrail.Guard) -> None:
    action = guard.output("Globex").action
    assert action is guardrail.Action.FIX and action == "fix"
    assert f"{action}" == str(action) == "fix" and repr(action) == "Action.FIX"
    assert "flag" < action < guardrail.Action.REASK <= "block"
    assert {action: 1}["fix"] == 1
    with pytest.raises(TypeError, match="cannot compare an action with `'fixed'`"):
        assert action < "fixed"


def test_a_clean_text_comes_back_with_everything_in_its_place(guard: guardrail.Guard) -> None:
    decision = guard.output("fine", id="mine")
    assert decision._replace(budget=guardrail.Budget()) == guardrail.Decision(
        guardrail.Action.ALLOW, "fine", id="mine", stage="output", policy="p"
    )
    assert decision.released is None and decision.parts is None and decision.args is None
    assert decision.allowed


def test_a_finding_says_which_rule_check_and_place(guard: guardrail.Guard) -> None:
    (finding,) = guard.output("by Globex").findings
    assert (finding.rule, finding.validator, finding.action, finding.spans) == ("rivals", "mentions", "fix", ((3, 9),))
    assert (finding.at, finding.threshold) == (None, None)
    (finding,) = guard.input("4111 1111 1111 1111").findings
    assert finding.message == "payment card number" and finding.score is not None and 0.5 < finding.score <= 1


def test_the_budget_tells_limit_use_and_times(guard: guardrail.Guard) -> None:
    budget = guard.output("by Globex").budget
    assert budget.limit == budget.limit_ms == 40.0
    assert budget.used == budget.used_ms > 0
    assert budget.times_us and all(time > 0 for time in budget.times_us.values())
    assert sum(budget.times_us.values()) / 1000 <= budget.used
    assert (budget.skipped, budget.deferred) == ((), ())


def test_a_decision_cannot_be_changed(guard: guardrail.Guard) -> None:
    decision = guard.output("Globex")
    with pytest.raises(AttributeError):
        decision.action = guardrail.Action.ALLOW  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        decision.findings[0].rule = "other"  # type: ignore[misc]


def test_an_id_is_the_caller_s_or_made_up(guard: guardrail.Guard) -> None:
    assert guard.retrieval(["a"], id="mine").id == "mine"
    assert guard.output("a", id=7).id == "7"  # type: ignore[arg-type]
    made = [guard.output("a").id, guard.output("a", id="").id, guard.input([]).id]
    assert all(made) and len(set(made)) == 3


@pytest.mark.parametrize(
    ("text", "action", "passed", "by", "say", "hint"),
    [
        ("both", "block", "First.", ("a_first", "b_second"), "First.", None),
        ("silent", "block", None, ("silent",), None, None),
        ("silent both", "block", "First.", ("a_first", "b_second", "silent"), "First.", None),
        ("long", "reask", None, ("c_hints", "d_hints"), None, "Be brief.\nBe kind."),
        ("odd", "flag", "odd", ("flagged",), None, None),
        ("Globex", "fix", "another", ("rivals",), "Edited.", None),
        ("Globex long", "reask", None, ("c_hints", "d_hints"), None, "Be brief.\nBe kind."),
    ],
)
def test_what_is_passed_on_and_said_at_output(
    guard: guardrail.Guard,
    text: str,
    action: str,
    passed: str | None,
    by: tuple[str, ...],
    say: str | None,
    hint: str | None,
) -> None:
    decision = guard.output(text)
    assert (decision.action, decision.text, decision.by) == (action, passed, by)
    assert (decision.say, decision.hint) == (say, hint)
    assert decision.allowed is (action in ("allow", "flag", "fix"))


def test_a_reask_that_is_used_up_falls_back(guard: guardrail.Guard) -> None:
    assert guard.output("long", attempt=2).by == ("c_hints",)
    assert guard.output("long", attempt=2).action == "block"


@pytest.mark.parametrize(
    ("decide", "say"),
    [
        (lambda g: g.input("Globex"), "No rivals."),
        (lambda g: g.input([{"role": "user", "content": "Globex"}]), "No rivals."),
        (lambda g: g.retrieval(["Globex"]), "Nothing found."),
        (lambda g: g.tool_result("a", "Globex"), "Hidden."),
    ],
)
def test_a_block_gives_no_text_but_at_output(guard: guardrail.Guard, decide: Any, say: str) -> None:
    decision = decide(guard)
    assert (decision.action, decision.text, decision.say) == ("block", None, say)
