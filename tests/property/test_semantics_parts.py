"""Chat messages and passages: each is judged on its own, then all together; each test is named after its sentence."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from guardrail.decision import Action, Decision
from guardrail.engine.core import Options
from guardrail.engine.judging import combined, judge_all
from guardrail.reference.interpreter import decide_parts
from guardrail.reference.values import Call
from guardrail.text.subject import Subject
from tests.property.fake_engine import NAMES, Asked, World, by_engine, drive, engine_call, oracle_of, reference_text
from tests.property.policy_strategies import Maker, RandomChoices


def _random_case(seed: int) -> tuple[World, Asked, tuple[str, ...]]:
    maker = Maker(RandomChoices(random.Random(seed)))
    maker.kind = maker.one_of(("input", "retrieval"))
    maker.json = False
    world, asked = maker.case()
    return world, asked, tuple(maker.text() for _ in maker.several(0, 3))


seeded = st.integers(0, 2**40).map(_random_case)


def _together(world: World, asked: Asked, texts: Sequence[str], *, skip: bool = True) -> Decision:
    call = replace(engine_call(world, asked), options=Options(skip, asked.enforced))
    verdicts = drive(world, judge_all(call, [Subject.of_text(text) for text in texts]))
    return combined(call, verdicts, range(len(texts)))


@given(seeded)
def test_parts_together_are_what_the_reference_says(case: tuple[World, Asked, tuple[str, ...]]) -> None:
    world, asked, texts = case
    calls = [
        Call(
            reference_text(Subject.of_text(t)),
            asked.request,
            id="an-id",
            attempt=asked.attempt,
            enforced=asked.enforced,
        )
        for t in texts
    ]
    whole, parts = decide_parts(world.stage(), calls, oracle_of(world))
    decision = _together(world, asked, texts)
    assert decision.action == whole.action
    assert set(decision.by) <= set(whole.by)
    assert bool(decision.by) == (decision.action > Action.ALLOW)
    assert decision.parts is not None
    assert [(part.action, part.text) for part in decision.parts] == [(part.action, part.text) for part in parts]


@given(seeded)
def test_each_part_is_what_it_is_alone(case: tuple[World, Asked, tuple[str, ...]]) -> None:
    world, asked, texts = case
    parts = _together(world, asked, texts).parts or ()
    for part, text in zip(parts, texts, strict=True):
        alone = by_engine(world, replace(asked, subject=text))
        assert (part.action.value, part.text, part.by) == (NAMES[alone.level], alone.text, alone.by)


@given(seeded)
def test_skipping_changes_nothing_of_parts_together(case: tuple[World, Asked, tuple[str, ...]]) -> None:
    world, asked, texts = case
    fast, whole = _together(world, asked, texts), _together(world, asked, texts, skip=False)
    assert (fast.action, fast.text, fast.say) == (whole.action, whole.text, whole.say)


@given(seeded)
def test_one_blocked_message_blocks_and_one_blocked_passage_is_dropped(
    case: tuple[World, Asked, tuple[str, ...]],
) -> None:
    world, asked, texts = case
    decision = _together(world, asked, texts)
    blocked = [part.action == Action.BLOCK for part in decision.parts or ()]
    if world.kind == "input":
        assert (decision.action == Action.BLOCK) == any(blocked)
    else:
        assert (decision.action == Action.BLOCK) == (bool(blocked) and all(blocked))
        assert not any(blocked) or decision.action >= Action.FIX
