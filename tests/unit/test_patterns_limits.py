"""Expressions made to hang an engine, and platforms, texts and amounts at the edge."""

from __future__ import annotations

import time

import pytest

from guardrail.text.requests import Pattern, ViewName
from guardrail.text.scanner import patterns_prefilter
from guardrail.text.scanner.patterns import PatternFault, PatternMatcher
from guardrail.text.scanner.patterns_prefilter import re2_prefilter
from guardrail.text.subject import Piece

RAW = (ViewName.RAW,)


def matcher(*expressions: str, linear: bool = True) -> PatternMatcher:
    return PatternMatcher.build([Pattern("", text, RAW) for text in expressions], linear=linear)


def spans(found: PatternMatcher, text: str) -> list[tuple[int, int]]:
    return [hit.span for _, hit in found.find(Piece(text)) or []]


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("(a+)+$", "a" * 5_000 + "b"),
        (r"(\w+\s?)*:", "word " * 1_000),
        ("^(.*?,){12}P", "1," * 2_000),
        ("(?:a|aa)+$", "a" * 5_000 + "b"),
        (r"\s+$", " " * 20_000 + "x"),
        ("(?:(?:x|y)+)+z", "xy" * 3_000),
    ],
)
def test_an_evil_expression_is_linear_where_re2_decides(expression: str, text: str) -> None:
    started = time.thread_time()
    spans(matcher(expression), text)
    assert time.thread_time() - started < 1.0


@pytest.mark.parametrize("linear", [True, False])
def test_a_pattern_that_takes_too_long_is_a_fault(linear: bool) -> None:
    started = time.thread_time()
    with pytest.raises(PatternFault, match="took too long"):
        matcher(r"(?=(a+)+\d)a+(a+)+(?<!b)c", linear=linear).find(Piece("a" * 300 + "c" + "a" * 300))
    assert time.thread_time() - started < 1.0


def test_the_time_limit_is_shared_by_all_candidates() -> None:
    text = ("a" * 22 + "!") * 400 + "b"
    started = time.thread_time()
    with pytest.raises(PatternFault):
        matcher(r"(?=(?:a|aa)+b)a+").find(Piece(text))
    assert time.thread_time() - started < 1.0


def test_a_text_too_long_for_a_backtracking_engine_is_a_fault() -> None:
    with pytest.raises(PatternFault, match="longer than"):
        matcher(r"(\w+)-\1").find(Piece("ab-ab " * 100_000))


def test_a_lone_surrogate_is_a_fault() -> None:
    with pytest.raises(PatternFault, match="surrogate"):
        matcher("a").find(Piece("\ud800 a"))


def test_no_pattern_finds_nothing() -> None:
    assert PatternMatcher.build([]).find(Piece("a")) is None


def test_many_patterns_of_both_sorts_get_a_set_each() -> None:
    words = [f"word{number:03}[a-z]" for number in range(40)]
    numbers = [f"[0-9]{{{number + 1}}}[.]" for number in range(40)]
    found = matcher(*words, *numbers).find(Piece("see word007x and 123."))
    assert [(place, hit.text) for place, hit in found or []] == [(7, "word007x"), (40, "3."), (41, "23."), (42, "123.")]


def test_patterns_that_are_too_large_for_one_set_are_split_or_always_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns_prefilter, "MAX_MEMORY", 12_000)
    prefilter = re2_prefilter(["a{5}b", "[a-z]{300}", "c{9}d", "(unclosed"])
    assert sorted(prefilter("aaaaab") or ()) == [0, 1, 3]
    assert sorted(prefilter("c") or ()) == [1, 3]


def test_a_view_that_nobody_asks_for_is_not_looked_at() -> None:
    clean_only = PatternMatcher.build([Pattern("", "\\u200b", (ViewName.CLEAN,))])
    assert clean_only.find(Piece("a\u200bb")) is None


def test_the_folded_view_of_an_ascii_text_is_lower_case() -> None:
    folded = PatternMatcher.build([Pattern("", "abc", (ViewName.FOLDED,)), Pattern("", "ABC", RAW)])
    assert [(place, hit.span) for place, hit in folded.find(Piece("xABC")) or []] == [(0, (1, 4)), (1, (1, 4))]
