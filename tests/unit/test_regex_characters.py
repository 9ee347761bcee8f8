"""What one character of an expression matches, held against `re` over all of Unicode."""

from __future__ import annotations

import re
from functools import cache

import pytest

from guardrail.text.scanner.regex_case import variants
from guardrail.text.scanner.regex_parse import parse
from guardrail.text.scanner.regex_widen import translate

re2 = pytest.importorskip("re2")

CLASSES = [
    r"\d",
    r"\D",
    r"\w",
    r"\W",
    r"\s",
    r"\S",
    "[^\\w-]",
    "[\\W\\d]",
    "(?i)[a-z]",
    "(?i)[^a-z]",
    "(?i)[à-þ]",
    "(?i)[Ā-ῼ]",
]
CLASSES += ["(?a)\\w", "(?a)\\W", "(?ai)[k-s]", "(?i)ß", "(?i)ς", "(?i)K", "[^é]", ".", "(?s).", "[\\s\\S]"]


@cache
def every_character() -> str:
    return "".join(chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)


def flags(expression: str) -> str:
    return expression[: expression.index(")") + 1] if expression.startswith("(?") else ""


def bare(expression: str) -> str:
    return expression.removeprefix(flags(expression))


def test_case_variants_are_those_of_python() -> None:
    cased = [char for char in every_character() if len({char, char.lower(), char.upper(), char.casefold()}) > 1]
    text = "".join(cased)
    for char in cased:
        assert variants(char) == set(re.findall(f"(?i:{re.escape(char)})", text)), hex(ord(char))


@pytest.mark.parametrize("expression", CLASSES)
def test_a_class_is_a_superset_beyond_ascii_and_exact_where_it_says_so(expression: str) -> None:
    translation = translate(parse(expression), ascii_text=False)
    # Runs of members, not one by one: a million matches would take seconds.
    wanted = set("".join(re.findall(f"{flags(expression)}(?:{bare(expression)})+", every_character())))
    runs = re2.findall(f"(?:{translation.prefilter})+".encode(), every_character().encode())
    found = set(b"".join(runs).decode())
    assert wanted <= found
    assert translation.decisive is None or wanted == found


@pytest.mark.parametrize("expression", [*CLASSES, "(?i)İ", "(?i)ſ"])
def test_a_class_is_exact_on_ascii(expression: str) -> None:
    translation = translate(parse(expression), ascii_text=True)
    text = "".join(map(chr, range(128)))
    assert re2.findall(translation.decisive, text) == re.findall(expression, text)
