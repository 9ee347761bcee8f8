"""A child policy only tightens: whatever it adds, its decision is never below its parent's."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from guardrail.compiler.lowering import lower
from guardrail.compiler.passes.inheritance import run
from guardrail.compiler.unit import Scope, Unit
from guardrail.engine.core import evaluate
from guardrail.engine.judging import judge
from guardrail.engine.schedule import Schedule
from guardrail.engine.verdict import Verdict
from guardrail.language import tree
from guardrail.text.requests import WordList
from guardrail.text.scanner.scanner import build_scanner
from tests.property.fake_checks import PLACE
from tests.property.fake_engine import Asked, World, Written, drive, engine_call, subject_of
from tests.property.policy_strategies import Maker, RandomChoices


@dataclass(frozen=True, slots=True)
class Family:
    """A parent's stage (in `world`), what a child adds to it, and a call."""

    world: World
    own: tree.Stage
    asked: Asked


def _random_family(seed: int) -> Family:
    maker = Maker(RandomChoices(random.Random(seed)))
    world, asked = maker.case()
    added = [_written(maker.rule(f"c{number}")) for number in maker.several(0, 2)]
    # A child may not add a `permit` to an inherited stage (G109).
    rules = tuple(rule for rule in added if not any(arm.action == tree.Verb("permit") for arm in rule.arms))
    own = tree.Stage(world.kind, rules, limit=maker.one_of((None, 40, 8)), default_block=maker.chance(8))
    return Family(world, own, asked)


def _written(written: Written) -> tree.Rule:
    return replace(written.rule, on_error=written.on_error, on_timeout=written.on_timeout)


families = st.integers(0, 2**40).map(_random_family)


def _schedules(family: Family) -> tuple[Schedule, Schedule]:
    """The parent's and the child's, through the compiler's own inheritance."""
    world = family.world
    above = tree.Stage(world.kind, tuple(map(_written, world.rules)), 50_000, world.limit, world.default_block)
    parent = tree.Policy("parent", on_error="block", on_timeout="block", stages=(above,))
    child = tree.Policy("child", tree.Path(("parent",)), on_error="allow", on_timeout="allow", stages=(family.own,))
    scope = Scope(
        PLACE,
        lists={name: WordList(name, entries) for name, entries in world.lists.items()},
        texts=world.texts,
        fields=world.fields,
        policies={"parent": parent, "child": child},
    )
    unit = Unit(Path(), PLACE, files={PLACE: tree.File(1)}, scope=scope, calls=world.calls())
    resolved = run(unit).policies
    pipelines = [lower(unit, resolved[name], build_scanner)[world.kind] for name in ("parent", "child")]
    return Schedule.of(pipelines[0]), Schedule.of(pipelines[1])


def _before_edits(family: Family, schedule: Schedule) -> int:
    call = replace(engine_call(family.world, family.asked), schedule=schedule)
    subject = subject_of(family.world.kind, family.asked.subject)
    return drive(family.world, evaluate(schedule, subject, call.request, call.facts, call.options)).level


def _decided(family: Family, schedule: Schedule) -> Verdict:
    call = replace(engine_call(family.world, family.asked), schedule=schedule)
    return drive(family.world, judge(call, subject_of(family.world.kind, family.asked.subject)))


@given(families)
def test_a_child_never_decides_below_what_its_parent_decides_before_edits(family: Family) -> None:
    parent, child = _schedules(family)
    assert _decided(family, child).level >= _before_edits(family, parent)


@given(families)
def test_what_a_child_passes_on_unchanged_its_parent_passes_on_too(family: Family) -> None:
    parent, child = _schedules(family)
    if _decided(family, child).level <= 1:
        assert _decided(family, parent).level <= 1
        assert _decided(family, parent).text == _decided(family, child).text


@given(families)
def test_a_child_that_adds_nothing_decides_as_its_parent(family: Family) -> None:
    parent, child = _schedules(replace(family, own=tree.Stage(family.world.kind)))
    first, second = _decided(family, parent), _decided(family, child)
    assert (first.level, first.text, first.by, first.say) == (second.level, second.text, second.by, second.say)
