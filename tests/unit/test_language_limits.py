"""What the parser refuses, and how fast: nesting, size, characters, and very many mistakes."""

from __future__ import annotations

import time

import pytest

from guardrail.diagnostics.code import find_code
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Source
from guardrail.language.parser import MAX_SIZE, parse
from guardrail.language.recovery import MAX_ERRORS
from guardrail.language.tokens import MAX_DEPTH

CODES = ("G001", "G002", "G003", "G004", "G005", "G006", "G007", "G112")


def diagnose(text: str) -> tuple[Diagnostic, ...]:
    return parse(Source("x.guard", text)).diagnostics


def in_rule(clauses: str) -> str:
    return (
        "guard 1\npolicy p {\n  on error block\n  on timeout block\n"
        f"  on output within 5ms limit 10 chars {{\n    rule a {{\n      {clauses}\n    }}\n  }}\n}}\n"
    )


@pytest.mark.parametrize("opening", ["(", "[", "{", "not ", "not (", "x([", "a: {"])
def test_deep_nesting_is_one_mistake_and_fast(opening: str) -> None:
    begun = time.process_time()
    found = diagnose(in_rule(f"block if {opening * 100_000}"))
    assert [diagnostic.message for diagnostic in found] == [f"this is nested more than {MAX_DEPTH} levels deep"]
    assert time.process_time() - begun < 0.5


def test_nesting_up_to_the_limit_is_read() -> None:
    # The policy, its stage and its rule are three levels of their own.
    depth = MAX_DEPTH - 3
    assert diagnose(in_rule(f"block if {'(' * depth}a{')' * depth}")) == ()
    assert diagnose(in_rule(f"block if {'not ' * depth}a")) == ()
    assert len(diagnose(in_rule(f"block if {'(' * (depth + 1)}a{')' * (depth + 1)}"))) == 1


def test_a_file_above_one_mebibyte_is_refused() -> None:
    filler = "# " + "x" * 98 + "\n"
    assert diagnose("guard 1\n" + filler * 10_000) == ()
    for text in ("guard 1\n" + filler * 11_000, "guard 1\n# " + "ü" * (MAX_SIZE // 2 + 1)):
        found = diagnose(text)
        assert [diagnostic.message for diagnostic in found] == ["the file is larger than 1024 KiB"]


def test_a_lone_surrogate_is_reported_wherever_it_stands() -> None:
    for text in ('guard 1\ntext a = "\ud800"', "guard 1 # \udfff", "guard 1 \ud800"):
        found = diagnose(text)
        assert len(found) == 1
        assert "surrogate pair" in found[0].message


def test_control_characters_are_counted_in_one_message() -> None:
    found = diagnose("guard 1\x00\x01 # \x7f")
    assert [diagnostic.notes for diagnostic in found] == [("there are 3 such characters in this file",)]


def test_reading_ends_after_very_many_mistakes() -> None:
    begun = time.process_time()
    found = diagnose("guard 1\n" + "lst a = [1]\n" * 20_000)
    assert len(found) <= MAX_ERRORS + 1
    assert "too many syntax errors" in found[-1].message
    assert time.process_time() - begun < 5


def test_a_large_good_file_is_read_in_reasonable_time() -> None:
    rule = "    rule r{0} {{\n      block if a >= likely and not b\n    }}\n"
    rules = "".join(rule.format(number) for number in range(2000))
    text = in_rule("block always").replace("    rule a {", f"{rules}    rule a {{")
    begun = time.process_time()
    assert diagnose(text) == ()
    assert time.process_time() - begun < 3


def test_a_number_of_absurd_length_is_reported() -> None:
    for written in ("9" * 5000, "1." + "0" * 5000):
        assert "digits" in diagnose(f"guard 1\nlist a = [{written}]\n")[0].message


@pytest.mark.parametrize("code", CODES)
def test_the_example_of_a_code_causes_it_and_the_repaired_one_nothing(code: str) -> None:
    found = find_code(code)
    assert found is not None
    assert {diagnostic.code for diagnostic in diagnose(found.example)} == {code}
    assert diagnose(found.repaired) == ()
    assert found.title
    assert len(found.explanation.split("\n\n")) >= 2
