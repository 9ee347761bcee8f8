"""What holds of policies that are printed, parsed, checked and compiled over real checks, as a person's are."""

from __future__ import annotations

import os

from hypothesis import assume, given
from hypothesis import strategies as st

from guardrail.decision import Action, Decision
from guardrail.reference.values import Verdict
from tests.property.reference_adapter import Compiled, Question
from tests.property.source_strategies import random_question

LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
SEED = int(os.environ.get("GUARDRAIL_SEED", "0"))


def _differences(compiled: Compiled, question: Question) -> list[str]:
    engine, reference = compiled.by_engine(question), compiled.by_reference(question)
    return [what for what, wanted, got in _compared(question, reference, engine) if wanted != got]


def _compared(question: Question, reference: Verdict, engine: Decision) -> list[tuple[str, object, object]]:
    parts = question.stage == "retrieval"
    return [
        ("action", reference.action, engine.action),
        ("say", reference.say, engine.say),
        ("hint", reference.hint, engine.hint),
        ("by", True, set(engine.by) <= set(reference.by) and bool(engine.by) == (engine.action > Action.ALLOW)),
        ("text", None if parts else reference.text, None if parts else engine.text),
    ]


def test_a_compiled_policy_decides_what_the_reference_decides() -> None:
    refused = 0
    for seed in range(SEED, SEED + (20_000 if LONG else 400)):
        source, compiled, question = random_question(seed)
        if compiled is None:
            refused += 1
            continue
        found = _differences(compiled, question)
        assert not found, f"seed {seed}: {found}\n{source}\n{question}"
    assert refused < (2_000 if LONG else 40)


@given(st.integers(0, 2**40))
def test_a_checked_policy_fails_on_no_call_that_is_as_its_request_block_says(seed: int) -> None:
    source, compiled, question = random_question(seed, faultless=True)
    # The type of a tool's arguments is known to the call alone.
    assume(compiled is not None and question.stage != "tool_call")
    assert compiled is not None
    assert compiled.by_engine(question).errors == (), source
