"""Validators that need a model: their signatures, and what binding says where the model is absent."""

from __future__ import annotations

import pytest

from guardrail.text.requests import WordList
from guardrail.text.subject import Subject
from guardrail.validators.contract import ArgumentProblem, Arguments, Cost, Facts, Returns, Signature, Stream
from guardrail.validators.registry import find

MODELS = ["grounding", "injection", "judge", "topic", "toxicity"]


def signature(name: str) -> Signature:
    validator = find(name)
    assert validator is not None
    return validator.signature


@pytest.mark.usefixtures("absent_models")
@pytest.mark.parametrize("name", MODELS)
def test_binding_says_which_model_is_missing_and_what_to_do(name: str) -> None:
    validator = find(name)
    assert validator is not None
    with pytest.raises(ArgumentProblem) as caught:
        validator.bind(Arguments())
    assert caught.value.code == "G703"
    assert caught.value.message == f"the model `{signature(name).model}` is not installed"
    assert caught.value.help


@pytest.mark.usefixtures("standin_models")
@pytest.mark.parametrize("name", [name for name in MODELS if name != "judge"])
def test_binding_loads_a_model_that_is_installed(name: str) -> None:
    validator = find(name)
    assert validator is not None
    phrases = WordList("pets", ("my cat is ill", "a dog that barks"))
    check = validator.bind(Arguments({"examples": phrases} if name == "topic" else {}))
    outcome = check.run(Subject.of_text("It rains in Oslo."), Facts("output", context=("It rains in Oslo.",)))
    assert outcome.score is not None and 0.0 <= outcome.score <= 1.0


@pytest.mark.parametrize(
    ("name", "returns", "stream", "cost", "quiet", "levels"),
    [
        ("toxicity", Returns.SCORE, Stream.WINDOW, Cost.C2, 0.0, True),
        ("injection", Returns.SCORE, Stream.WINDOW, Cost.C2, 0.0, True),
        ("grounding", Returns.SCORE, Stream.WHOLE, Cost.C3, 1.0, False),
        ("topic", Returns.SCORE, Stream.WHOLE, Cost.C2, 0.0, True),
        ("judge", Returns.TRUTH, Stream.WHOLE, Cost.C3, True, False),
    ],
)
def test_signatures_say_what_the_compiler_needs(
    name: str, returns: Returns, stream: Stream, cost: Cost, quiet: float | bool, levels: bool
) -> None:
    found = signature(name)
    assert (found.name, found.returns, found.stream, found.cost) == (name, returns, stream, cost)
    assert found.quiet == quiet
    assert found.levels is levels


def test_only_the_judge_is_for_later_rules_alone() -> None:
    assert [name for name in MODELS if signature(name).later_only] == ["judge"]


def test_grounding_judges_answers_alone() -> None:
    assert signature("grounding").stages == frozenset({"output"})
