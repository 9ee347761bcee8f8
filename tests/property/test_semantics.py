"""The engine means what the reference says, for every policy, call and fault; each test is named after its sentence."""

from __future__ import annotations

import os
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from guardrail.compiler.plan import BLOCK
from guardrail.engine.verdict import Verdict
from guardrail.language import tree
from tests.property.fake_engine import Asked, World, Written, by_engine, by_reference, differences, subject_of
from tests.property.fake_request import FIELDS
from tests.property.policy_strategies import cases, random_case

LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
SEED = int(os.environ.get("GUARDRAIL_SEED", "0"))
"""Where the run over many seeds starts; set it to look at other cases."""

seeded = st.integers(0, 2**40).map(random_case)
"""As `cases`, many times as fast, and shrinking to nothing but a smaller seed."""


@given(cases())
def test_the_plan_decides_what_the_reference_decides(case: tuple[World, Asked]) -> None:
    world, asked = case
    assert not differences(by_reference(world, asked), by_engine(world, asked))


def test_the_plan_decides_what_the_reference_decides_in_thousands_of_cases() -> None:
    for seed in range(SEED, SEED + (100_000 if LONG else 2_000)):
        world, asked = random_case(seed)
        found = differences(by_reference(world, asked), by_engine(world, asked))
        assert not found, f"seed {seed}: {found}\n{world}\n{asked}"


@given(seeded)
def test_skipping_changes_no_decision(case: tuple[World, Asked]) -> None:
    world, asked = case
    fast, whole = by_engine(world, asked), by_engine(world, asked, skip=False)
    assert _outcome(fast)[:4] == _outcome(whole)[:4]
    assert set(fast.by) <= set(whole.by)
    assert all("no time" in name for name in whole.skipped)


@given(seeded)
def test_without_skipping_the_determining_rules_are_the_reference_s(case: tuple[World, Asked]) -> None:
    world, asked = case
    assert by_engine(world, asked, skip=False).by == by_reference(world, asked).by


@given(cases(), st.data())
def test_the_order_of_rules_arms_and_operands_changes_nothing(case: tuple[World, Asked], data: st.DataObject) -> None:
    world, asked = case
    shuffled = replace(world, rules=tuple(_shuffled_rule(w, data) for w in data.draw(st.permutations(world.rules))))
    assert by_reference(shuffled, asked) == by_reference(world, asked)
    before, after = by_engine(world, asked), by_engine(shuffled, asked)
    assert _outcome(before) == _outcome(after)
    assert set(before.findings) == set(after.findings)
    assert before.skipped == after.skipped


@given(seeded)
def test_spans_of_findings_lie_in_their_text(case: tuple[World, Asked]) -> None:
    world, asked = case
    lengths = {piece.at: len(piece.text) for piece in subject_of(world.kind, asked.subject).pieces}
    for finding in by_engine(world, asked).findings:
        for start, end in finding.spans:
            assert 0 <= start < end <= lengths[finding.at]


@given(seeded, st.dictionaries(st.sampled_from(sorted(FIELDS)), st.from_type(object) | st.lists(st.none())))
def test_no_request_and_no_fault_of_a_check_is_an_exception(
    case: tuple[World, Asked], request: dict[str, object]
) -> None:
    world, asked = case
    strange = replace(asked, request=request)
    assert not differences(by_reference(world, strange), by_engine(world, strange))


@given(seeded, st.sampled_from(["flag", "allow"]))
def test_a_stricter_failure_setting_never_lowers_the_decision(case: tuple[World, Asked], failure: tree.Failure) -> None:
    world, asked = case
    lax = replace(world, rules=tuple(replace(w, on_error=failure, on_timeout=failure) for w in world.rules))
    strict = replace(world, rules=tuple(replace(w, on_error="block", on_timeout="block") for w in world.rules))
    assert by_engine(strict, asked).level >= by_engine(lax, asked).level


@given(seeded, st.integers(0, 5))
def test_a_shadow_rule_changes_nothing_beyond_a_flag(case: tuple[World, Asked], which: int) -> None:
    world, asked = case
    watched = world.rules[which % len(world.rules)]
    others = replace(world, rules=tuple(w for w in world.rules if w is not watched))
    shadow = replace(watched, rule=replace(watched.rule, shadow=True))
    before, after = by_engine(others, asked), by_engine(replace(others, rules=(*others.rules, shadow)), asked)
    if before.level > 1:
        # Which of several determining rules are named may depend on what was skipped, and that on the slots there are.
        assert _outcome(before)[:4] == _outcome(after)[:4]
        assert watched.rule.name not in after.by
    else:
        assert after.level <= 1
        assert after.text == before.text


@given(seeded)
def test_over_the_limit_no_check_runs(case: tuple[World, Asked]) -> None:
    world, asked = case
    length = len(subject_of(world.kind, asked.subject).text)
    verdict = by_engine(replace(world, limit=max(length - 1, 0)), asked)
    if length:
        assert (verdict.level, verdict.by, verdict.findings) == (BLOCK, (f"{world.kind}.limit",), ())


def _outcome(verdict: Verdict) -> tuple[object, ...]:
    return verdict.level, verdict.text, verdict.say, verdict.hint, verdict.by


def _shuffled_rule(written: Written, data: st.DataObject) -> Written:
    arms = tuple(_shuffled_arm(arm, data) for arm in data.draw(st.permutations(written.rule.arms)))
    return replace(written, rule=replace(written.rule, arms=arms))


def _shuffled_arm(arm: tree.Arm, data: st.DataObject) -> tree.Arm:
    return arm if arm.condition is None else replace(arm, condition=_shuffled(arm.condition, data))


def _shuffled(expression: tree.Expr, data: st.DataObject) -> tree.Expr:
    match expression:
        case tree.And(operands) | tree.Or(operands):
            shuffled = tuple(_shuffled(operand, data) for operand in data.draw(st.permutations(operands)))
            return replace(expression, operands=shuffled)
        case tree.Not(operand):
            return tree.Not(_shuffled(operand, data))
        case tree.Member(container=tree.Array(items)):
            return replace(expression, container=tree.Array(tuple(data.draw(st.permutations(items)))))
        case _:
            return expression
