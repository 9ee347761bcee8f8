"""`contains(text, similarity:)` by words alone: no model is installed."""

from __future__ import annotations

import pytest

from guardrail.text.subject import Subject
from guardrail.validators.contract import ArgumentProblem, Arguments, Facts, Returns, Stream
from guardrail.validators.registry import find

pytestmark = pytest.mark.usefixtures("absent_models")

_DISCLAIMER = "This is not medical advice.\nPlease talk to your doctor, or call 112 in an emergency."


def _holds(required: str, text: str, similarity: float | None = None) -> bool:
    validator = find("contains")
    assert validator is not None
    check = validator.bind(Arguments({"text": required, "similarity": similarity}))
    return check.run(Subject.of_text(text), Facts("output")).truth


def test_its_signature() -> None:
    validator = find("contains")
    assert validator is not None
    assert (validator.signature.returns, validator.signature.stream) == (Returns.TRUTH, Stream.WHOLE)


@pytest.mark.parametrize(
    "text",
    [
        _DISCLAIMER,
        "Rest well. " + _DISCLAIMER.upper() + " Bye.",
        _DISCLAIMER.replace(" ", "\n  "),
        _DISCLAIMER.replace("\n", " ").replace("medical", "médical"),
        _DISCLAIMER.replace("a", "a\u200b"),
    ],
)
def test_the_text_stands_there(text: str) -> None:
    assert _holds(_DISCLAIMER, text)
    assert _holds(_DISCLAIMER + "\n", text, 0.9)


@pytest.mark.parametrize(
    "text",
    ["", "This is not medical advice.", _DISCLAIMER.replace("not ", ""), _DISCLAIMER.replace("112", "911")],
)
def test_the_text_does_not_stand_there(text: str) -> None:
    assert not _holds(_DISCLAIMER, text)
    assert not _holds(_DISCLAIMER, text, 0.5)


def test_a_required_text_is_no_part_of_a_word() -> None:
    assert not _holds("advice", "advices")


def test_a_reworded_text_needs_a_similarity() -> None:
    text = "Rest. This is not a medical advice. In an emergency call 112, or please talk to your doctor. Bye."
    assert not _holds(_DISCLAIMER, text)
    assert _holds(_DISCLAIMER, text, 0.8)
    assert not _holds(_DISCLAIMER, text.replace("emergency", "hurry").replace("doctor", "aunt"), 0.95)


def test_reworded_sentences_must_stand_together() -> None:
    apart = "This is not medical advice. " + "Something else stands here. " * 5 + "Please talk to your doctor."
    assert not _holds("This is not medical advice. Please talk to your doctor.", apart, 0.8)


def test_a_part_of_the_text_is_not_enough() -> None:
    assert not _holds("Please talk to your doctor before you take anything.", "Please talk.", 0.5)


def test_a_long_required_text() -> None:
    required = " ".join(f"Sentence number {number} says something else." for number in range(400))
    assert _holds(required, "Intro. " + required.replace(". ", ".\n\n"))
    assert not _holds(required, required.replace("number 399", "number 400"))


@pytest.mark.parametrize("required", ["", " \n", "\u200b"])
def test_an_empty_text_is_refused(required: str) -> None:
    validator = find("contains")
    assert validator is not None
    with pytest.raises(ArgumentProblem, match="required text is empty"):
        validator.bind(Arguments({"text": required}))
