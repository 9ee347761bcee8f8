"""The `language` validator."""

from __future__ import annotations

import pytest

from guardrail.text.subject import Subject
from guardrail.validators.contract import ArgumentProblem, Arguments, Facts, Outcome
from guardrail.validators.language import VALIDATOR

GERMAN = "Unter dieser Nummer konnte ich leider keine Bestellung finden."


def run(text: str, *languages: str) -> Outcome:
    return VALIDATOR.bind(Arguments({"languages": languages})).run(Subject.of_text(text), Facts("output"))


def test_the_main_language_is_one_of_those_named() -> None:
    assert run(GERMAN, "en", "de").truth
    assert not run(GERMAN, "en").truth
    assert run(GERMAN, "en").message == "the text is mainly in another language (`de`)"


def test_what_cannot_be_told_is_no_violation() -> None:
    assert run("Ja, gern", "en").truth
    assert run("", "en").truth


def test_relatives_that_are_not_told_apart_count_as_one() -> None:
    norwegian = "Jeg finner ingen bestilling med det nummeret, så se etter i e-posten en gang til."
    assert run(norwegian, "nb").truth


def test_an_unknown_code_is_refused_with_the_ones_there_are() -> None:
    with pytest.raises(ArgumentProblem) as raised:
        run(GERMAN, "english")
    assert raised.value.code == "G204"
    assert "`en`" in (raised.value.help or "")
