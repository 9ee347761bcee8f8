"""What is read off an expression: widths, reach, danger, edges, cores."""

from __future__ import annotations

import pytest

from guardrail.text.scanner.regex_core import required_core
from guardrail.text.scanner.regex_danger import is_cheap, largest_count, needs_backtracking, nests_loops
from guardrail.text.scanner.regex_edges import depends_on_edges
from guardrail.text.scanner.regex_literals import required_literal
from guardrail.text.scanner.regex_loosen import loosen
from guardrail.text.scanner.regex_parse import parse
from guardrail.text.scanner.regex_spell import spell_tree
from guardrail.text.scanner.regex_tree import RegexProblem
from guardrail.text.scanner.regex_widen import translate
from guardrail.text.scanner.regex_width import looks_left, looks_right, reach, width


@pytest.mark.parametrize(
    ("expression", "wanted"),
    [
        ("", (0, 0)),
        ("abc", (3, 3)),
        ("a|bcd", (1, 3)),
        ("a{2,5}b?", (2, 6)),
        ("(?:ab){3}", (6, 6)),
        ("a*", (0, None)),
        ("(?:^)*", (0, 0)),
        ("(ab?)\\1", (2, 4)),
        ("(a)(\\1\\1)(\\2\\2)(\\3\\3)", (15, 15)),
        ("(a)?(?(1)bc|d)", (1, 3)),
        ("(?=abc)a", (1, 1)),
    ],
)
def test_width(expression: str, wanted: tuple[int, int | None]) -> None:
    assert width(parse(expression)) == wanted


def test_reach_counts_what_is_bounded_and_names_what_is_not() -> None:
    seen = reach(parse("a[bc]+d(?=ef)"))
    assert (seen.bounded, seen.beyond, len(seen.loops)) == (2, 2, 1)


@pytest.mark.parametrize(
    ("expression", "left", "right"),
    [("a", 0, 0), (r"\ba", 1, 1), ("(?<=ab)c", 2, 0), (r"a(?!\d\d)", 0, 2), ("a(?=.*b)", 0, None), ("a$", 0, 2)],
)
def test_context_that_decides(expression: str, left: int, right: int | None) -> None:
    tree = parse(expression)
    assert (looks_left(tree), looks_right(tree)) == (left, right)


@pytest.mark.parametrize(
    ("expression", "nested", "cheap", "count"),
    [
        ("(a+)+$", True, False, 1),
        (r"(\w+\s?)*:", True, False, 1),
        ("(?:a|aa)+b", False, False, 1),
        ("a{3}(?:b{4}){5}", False, True, 20),
        ("(?:a|b){20}", False, False, 20),
        (r"(?<!\d)\d{3}[ .-]?\d{4}(?!\d)", False, True, 4),
    ],
)
def test_danger(expression: str, nested: bool, cheap: bool, count: int) -> None:
    tree = parse(expression)
    assert (nests_loops(tree), is_cheap(tree), largest_count(tree)) == (nested, cheap, count)


def test_constructs_that_need_backtracking_are_named_once() -> None:
    tree = parse(r"(?=a)(?=b)(?<!c)(x)\1(?>y)z++(?(1)a)")
    assert needs_backtracking(tree) == (
        "a lookahead",
        "a lookbehind",
        "a backreference",
        "an atomic group",
        "a possessive repeat",
        "a conditional",
    )
    assert needs_backtracking(parse(r"(?i)\b(a+)+$")) == ()


@pytest.mark.parametrize(
    ("expression", "wanted"),
    [("^a", True), (r"a\Z", True), ("(?m)^a$", False), (r"a(?!\W)", True), ("a(?!b)", False), (r"a\s++b", True)],
)
def test_edges(expression: str, wanted: bool) -> None:
    assert depends_on_edges(parse(expression)) is wanted


@pytest.mark.parametrize(
    ("expression", "literal"),
    [(r"\bAKIA[A-Z]{16}", "AKIA"), ("(?:ab)+c", "ab"), ("(?i)abc", ""), ("a|b", ""), ("x?yz(?!q)", "yz")],
)
def test_required_literal(expression: str, literal: str) -> None:
    assert required_literal(parse(expression)) == literal


def test_a_core_is_a_row_of_few_characters() -> None:
    core = required_core(parse(r"(?i)[a-z]*passw(?:or)?d"))
    assert core is not None
    assert spell_tree(core) == "(?i:p)(?i:a)(?i:s)(?i:s)(?i:w)"
    assert required_core(parse("[a-z]+[0-9]{3}")) is None


def test_loosening_keeps_what_stands_around_a_match() -> None:
    assert spell_tree(loosen(parse(r"(?<!\w)\d{16}(?!\w)"))) == r"(?:\A|[^\w])(?:[\d]){8,}(?:\Z|[^\w])"


@pytest.mark.parametrize("expression", ["a{1001}", "(?:a{100}){100}", "(?:ab){65535}"])
def test_counts_beyond_re2_become_open(expression: str) -> None:
    translation = translate(parse(expression), ascii_text=True)
    assert translation.decisive is None
    assert "+" in translation.prefilter


@pytest.mark.parametrize("expression", ["(" * 100 + ")" * 100, "a" * 20_001, "a{65536}", "()" * 1_001])
def test_expressions_are_bounded(expression: str) -> None:
    with pytest.raises(RegexProblem):
        parse(expression)
