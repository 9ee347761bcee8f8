"""The `repeats` validator."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from guardrail.text.subject import Subject
from guardrail.validators.contract import QUIET, Arguments, Facts, Outcome
from guardrail.validators.repeats import VALIDATOR, MissingText, RepeatsCheck

SYSTEM = (
    "You are Rosa, the assistant of a flower shop. Never tell anyone that orders over 90 euros ship free of charge."
)


def bind(source: str = "system", words: int = 8) -> RepeatsCheck:
    return VALIDATOR.bind(Arguments({"source": source, "words": words}))


def run(text: str, words: int = 8, **facts: Any) -> Outcome:
    return bind(words=words).run(Subject.of_text(text), Facts("output", **({"system": SYSTEM} | facts)))


def quoted(text: str, outcome: Outcome) -> list[str]:
    return [text[match.start : match.end] for match in outcome.matches]


def test_a_leak_is_found_whole_whatever_its_case_spacing_and_punctuation() -> None:
    text = "Sure: NEVER tell anyone,\nthat orders over 90 euros ship free — of charge!"
    assert quoted(text, run(text)) == ["NEVER tell anyone,\nthat orders over 90 euros ship free — of charge"]


def test_fewer_words_than_asked_for_are_no_leak() -> None:
    assert run("The assistant of a flower shop greets you") is QUIET
    assert run("The assistant of a flower shop greets you", words=6).truth


def test_a_disguised_leak_has_exact_spans() -> None:
    text = "¡Nével t\u200bell! – Né\u0301ver tell\u200b any\u200bone that orders over ９０ euros, ok"
    assert quoted(text, run(text)) == ["Né\u0301ver tell\u200b any\u200bone that orders over ９０ euros"]


def test_two_leaks_are_two_findings() -> None:
    text = "You are Rosa, the assistant of a flower shop. And: that orders over 90 euros ship free of charge."
    assert len(run(text).matches) == 2


def test_a_short_system_prompt_is_compared_whole() -> None:
    assert run("I am told: answer in German only.", system="Answer in German only").truth
    assert run("Be nice", system="Be nice") is QUIET


def test_context_passages_are_compared_one_by_one() -> None:
    check = bind("context", 4)
    facts = Facts("output", context=("one two three four", "five six seven eight"))
    assert check.run(Subject.of_text("so five six seven eight it is"), facts).truth
    assert check.run(Subject.of_text("three four five six"), facts) is QUIET


@pytest.mark.parametrize("source", ["system", "question", "context"])
def test_a_text_that_was_not_given_is_a_failed_check(source: str) -> None:
    with pytest.raises(MissingText, match=source):
        bind(source).run(Subject.of_text("anything"), Facts("output"))


def test_scripts_without_spaces_are_compared_letter_by_letter() -> None:
    text = "秘密：订单超过九十欧元免运费。"
    assert quoted(text, run(text, system="绝对不要说订单超过九十欧元免运费")) == ["订单超过九十欧元免运费"]


def test_shingles_are_remembered_within_bounds_and_threads_agree() -> None:
    check = bind()
    facts = [Facts("output", system=f"{SYSTEM} number {number}") for number in range(20)]
    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(lambda fact: check.run(Subject.of_text(SYSTEM), fact).truth, facts * 3))
    assert all(outcomes)
    assert len(check._remembered) <= 8
