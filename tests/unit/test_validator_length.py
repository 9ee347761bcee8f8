"""The `length` validator."""

from __future__ import annotations

from typing import Any

import pytest

from guardrail.text.subject import Subject
from guardrail.validators.contract import ArgumentProblem, Arguments, Facts, Stream
from guardrail.validators.length import VALIDATOR, measure


def holds(text: str, **values: Any) -> bool:
    return VALIDATOR.bind(Arguments(values)).run(Subject.of_text(text), Facts("output")).truth


@pytest.mark.parametrize(
    ("text", "values", "expected"),
    [
        ("12345", {"max": 5}, True),
        ("123456", {"max": 5}, False),
        ("", {"max": 0}, True),
        ("12345", {"min": 5}, True),
        ("1234", {"min": 5}, False),
        ("😊é", {"min": 2, "max": 2}, True),
        ("one two", {"max": 2, "unit": "words"}, True),
        ("one two three", {"max": 2, "unit": "words"}, False),
        ("One. Two.\n\n", {"min": 2, "max": 2, "unit": "sentences"}, True),
    ],
)
def test_bounds_are_inclusive(text: str, values: dict[str, Any], expected: bool) -> None:
    assert holds(text, **values) is expected


def test_each_letter_of_a_script_without_spaces_is_a_word() -> None:
    assert measure("你好 world, don't", "words") == 4


def test_the_message_names_what_was_expected() -> None:
    outcome = VALIDATOR.bind(Arguments({"max": 3})).run(Subject.of_text("12345"), Facts("output"))
    assert outcome.message == "5 chars, at most 3 were expected"
    assert outcome.matches == ()


def test_a_maximum_alone_can_be_judged_while_a_text_is_streaming() -> None:
    assert VALIDATOR.bind(Arguments({"max": 3})).stream is Stream.PREFIX
    assert VALIDATOR.bind(Arguments({"min": 1, "max": 3})).stream is Stream.WHOLE


@pytest.mark.parametrize(("values", "code"), [({}, "G201"), ({"min": 3, "max": 2}, "G210")])
def test_a_length_without_bounds_or_with_contradictory_ones_is_refused(values: dict[str, Any], code: str) -> None:
    with pytest.raises(ArgumentProblem) as raised:
        VALIDATOR.bind(Arguments(values))
    assert raised.value.code == code
    assert raised.value.help
