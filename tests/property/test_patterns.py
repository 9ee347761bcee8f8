"""Any expression, any text: the matcher finds what `re` finds, by whatever way."""

from __future__ import annotations

import re
import warnings

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from guardrail.text.requests import Pattern, ViewName
from guardrail.text.scanner.patterns import PatternFault, PatternMatcher
from guardrail.text.scanner.regex_danger import nests_loops
from guardrail.text.scanner.regex_edges import depends_on_edges
from guardrail.text.scanner.regex_loosen import loosen
from guardrail.text.scanner.regex_module import regex_spelling
from guardrail.text.scanner.regex_parse import parse
from guardrail.text.scanner.regex_spell import spell_tree
from guardrail.text.scanner.regex_tree import RegexProblem
from guardrail.text.scanner.regex_widen import translate
from guardrail.text.scanner.regex_width import width
from guardrail.text.subject import Piece

ALPHABET = "abA1_ -.\né1€K\u212aſİıσς\u0663"
LEAVES = [
    *map(re.escape, "abA1_ -é€Kſiσ"),
    r"\d",
    r"\w",
    r"\s",
    r"\W",
    r"\D",
    r"\S",
    ".",
    "[ab]",
    "[^a]",
    "[a-z]",
    r"[\W\d]",
    "[^é]",
]
PLACES = [r"\b", r"\B", "^", "$", r"\A", r"\Z", "(?m:^)", "(?m:$)", "(?<=a)", r"(?<!\d)", "(?<!a|b)"]
COUNTS = ["*", "+", "?", "{2}", "{0,2}", "{1,3}", "*?", "+?", "??", "*+", "?+"]
WRAPPERS = ["(?:{})", "({})", "(?={})", "(?!{})", "(?i:{})", "(?>{})", "(?a:{})", "(?s:{})"]


def expressions() -> st.SearchStrategy[str]:
    leaf = st.one_of(st.sampled_from(LEAVES), st.sampled_from(PLACES))

    def larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        return st.one_of(
            st.lists(inner, min_size=1, max_size=4).map("".join),
            st.tuples(inner, inner).map("|".join),
            st.tuples(st.sampled_from(WRAPPERS), inner).map(lambda pair: pair[0].format(pair[1])),
            st.tuples(inner, st.sampled_from(COUNTS)).map(lambda pair: f"(?:{pair[0]}){pair[1]}"),
            inner.map(lambda text: f"({text})\\1"),
        )

    return st.tuples(
        st.sampled_from(["", "(?i)", "(?s)", "(?m)", "(?a)"]), st.recursive(leaf, larger, max_leaves=8)
    ).map("".join)


TEXTS = st.one_of(st.text("abA1_ -.\n", max_size=24), st.text(ALPHABET, max_size=24))


def compiled(expression: str) -> re.Pattern[str]:
    try:
        return re.compile(expression)
    except re.error:
        assume(False)
        raise


def spans_of(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [hit.span() for hit in pattern.finditer(text) if hit.end() > hit.start()]


@given(expressions(), TEXTS)
def test_the_matcher_finds_exactly_what_re_finds_with_and_without_the_linear_engine(expression: str, text: str) -> None:
    wanted = spans_of(compiled(expression), text)
    for linear in (True, False):
        matcher = PatternMatcher.build([Pattern("", expression, (ViewName.RAW,))], linear=linear)
        assert [hit.span for _, hit in matcher.find(Piece(text)) or []] == wanted


@given(st.lists(expressions(), min_size=2, max_size=6), TEXTS)
@settings(max_examples=100)
def test_patterns_do_not_disturb_one_another(several: list[str], text: str) -> None:
    wanted = [(n, span) for n, one in enumerate(several) for span in spans_of(compiled(one), text)]
    matcher = PatternMatcher.build([Pattern("", one, (ViewName.RAW,)) for one in several])
    assert [(place, hit.span) for place, hit in matcher.find(Piece(text)) or []] == wanted


@given(expressions(), st.text("ab1 \n", min_size=40, max_size=90), st.sampled_from(["", "é"]))
@settings(max_examples=150)
def test_windows_are_as_good_as_the_whole_text(expression: str, text: str, accent: str) -> None:
    pattern = compiled(expression)
    assume(not nests_loops(parse(expression)))
    text += accent
    matcher = PatternMatcher.build([Pattern("", expression, (ViewName.RAW,))])
    try:
        found = matcher.find(Piece(text))
    except PatternFault:
        assume(False)
    assert [hit.span for _, hit in found or []] == spans_of(pattern, text)


@given(expressions(), TEXTS)
def test_the_linear_expression_matches_wherever_the_pattern_does(expression: str, text: str) -> None:
    re2 = pytest.importorskip("re2")
    if compiled(expression).search(text):
        tree = parse(expression)
        for ascii_text in {text.isascii(), False}:
            assert re2.search(translate(tree, ascii_text=ascii_text).prefilter, text)
            assert re2.search(translate(loosen(tree), ascii_text=ascii_text).prefilter, text)


@given(expressions(), TEXTS)
def test_a_tree_spelled_again_matches_the_same(expression: str, text: str) -> None:
    import regex

    wanted = [hit.span() for hit in compiled(expression).finditer(text)]
    tree = parse(expression)
    assert [hit.span() for hit in re.finditer(spell_tree(tree), text)] == wanted
    again = regex.compile(spell_tree(tree, regex_spelling()), regex.VERSION0)
    nonempty = [span for span in wanted if span[0] < span[1]]
    assert [hit.span() for hit in again.finditer(text) if hit.end() > hit.start()] == nonempty


@given(expressions(), TEXTS)
def test_no_match_is_shorter_or_longer_than_the_width(expression: str, text: str) -> None:
    hits = list(compiled(expression).finditer(text))
    low, high = width(parse(expression))
    for hit in hits:
        assert low <= hit.end() - hit.start() <= (len(text) if high is None else high)


@given(expressions(), TEXTS, TEXTS, TEXTS)
def test_a_match_in_a_piece_shows_when_pieces_are_joined_by_line_breaks(
    expression: str, before: str, text: str, after: str
) -> None:
    pattern = compiled(expression)
    assume(not depends_on_edges(parse(expression)))
    joined = f"{before}\n{text}\n{after}"
    start, end = len(before) + 1, len(before) + 1 + len(text)
    if spans_of(pattern, text):
        assert any(first < end and start < last for first, last in spans_of(pattern, joined))


@given(st.text("ab1()[]{}|*+?\\^$.,-:=!<>#Pdwx ", max_size=12))
@settings(max_examples=2_000)
def test_what_re_refuses_is_refused_and_what_it_takes_is_taken(expression: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            re.compile(expression)
            valid = True
        except (re.error, OverflowError):
            valid = False
    try:
        parse(expression)
        taken = True
    except RegexProblem:
        taken = False
    assert taken == valid
