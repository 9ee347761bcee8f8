"""`matches`: binding and judging; expressions and their hits are in `tests/cases/patterns`."""

from __future__ import annotations

import re

import pytest

from guardrail.text.requests import ViewName
from guardrail.text.scanner.patterns import PatternMatcher
from guardrail.text.subject import Subject
from guardrail.validators.contract import ArgumentProblem, Arguments, ScanCheck
from guardrail.validators.matches import VALIDATOR


def bound(*patterns: str) -> ScanCheck:
    return VALIDATOR.bind(Arguments({"patterns": patterns}))


def found(check: ScanCheck, text: str) -> list[str]:
    assert check.request is not None
    piece = Subject.of_text(text).whole
    hits = PatternMatcher.build(check.request.patterns).find(piece) or []
    return [text[match.start : match.end] for match in check.judge(tuple(hit for _, hit in hits), piece).matches]


@pytest.mark.parametrize(("expression", "text", "holds"), VALIDATOR.signature.examples)
def test_examples(expression: str, text: str, holds: bool) -> None:
    patterns = re.findall(r'"([^"]*)"', expression)
    assert bool(found(bound(*patterns), text)) is holds


def test_it_looks_at_the_raw_and_the_clean_view() -> None:
    request = bound("a", "b").request
    assert request is not None
    assert [pattern.views for pattern in request.patterns] == [(ViewName.RAW, ViewName.CLEAN)] * 2


def test_a_linear_pattern_has_no_problems() -> None:
    assert bound(r"(?i)\b(a+)+$", r"^\s*x{2,5}").problems == ()


def test_each_risky_pattern_is_named() -> None:
    problems = bound("a(?=b)", "c", r"(d)\1").problems
    assert [problem.code for problem in problems] == ["G406", "G406"]
    assert [problem.message.split()[1] for problem in problems] == ["1", "3"]


@pytest.mark.parametrize("pattern", ["a" * 2_001, "(", "a{9999999999999}", "(?:a{50}){50}", "", r"\b"])
def test_a_pattern_that_cannot_be_used_is_refused_in_our_words(pattern: str) -> None:
    with pytest.raises(ArgumentProblem) as raised:
        bound(pattern)
    assert (raised.value.code, raised.value.parameter) == ("G210", "patterns")
    assert raised.value.help
    assert raised.value.message[0].islower()
    assert not raised.value.message.endswith(".")


def test_hits_in_a_disguised_text_are_reported_in_the_original() -> None:
    assert found(bound(r"sk-\w+"), "key s\u200bk-ab\u00adc end") == ["s\u200bk-ab\u00adc"]
