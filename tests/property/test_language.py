"""What holds of the language for every policy and every text, each test named after the sentence it proves."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrail.diagnostics.source import Source, Span
from guardrail.language import tree
from guardrail.language.formatter import format_file
from guardrail.language.interchange import InterchangeError, from_json, to_json
from guardrail.language.parser import ParseResult, parse
from guardrail.language.strings import decode_raw, decode_string, encode_raw, encode_string
from guardrail.language.tables import load_tables
from guardrail.language.words import edit_distance
from tests.property.language_strategies import files, texts

CASES = Path(__file__).parent.parent / "cases" / "language"
PIECES = [
    *("guard 1", "policy p {", "on output", "within 10ms", "limit 10 chars", "{", "}", "rule a {", "block", "if"),
    *("always", "and", "or", "not", "(", ")", "[", "]", ",", ":", "=", "==", ">=", '"text"', '"', "'x'", "# note"),
    *("\n", "0.5", "20%", "test", "expect", "given request {", "list l =", "say", "because", "Sorry", "on error"),
    *("\x00", "\ud800", "in", "require", "else", "import", "as", "text", "from", "matching", "?", ".", "```", "//"),
    *("\u00a0", "\\", "reask 2", "\ufeff", "＂", "”", "on", "rule", "policy", "override", "&&", "—"),
]


@cache
def samples() -> tuple[str, ...]:
    return tuple(path.read_bytes().decode() for path in sorted(CASES.glob("good/*.guard")))


@st.composite
def damaged_policies(draw: st.DrawFn) -> str:
    """A good policy with a stretch replaced by something else."""
    text = draw(st.sampled_from(samples()))
    start = draw(st.integers(0, len(text)))
    end = min(len(text), start + draw(st.integers(0, 12)))
    return text[:start] + draw(st.sampled_from(["", *PIECES])) + text[end:]


any_text = (
    st.text(max_size=60)
    | st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)
    | st.binary(max_size=60).map(lambda raw: raw.decode("latin-1"))
    | damaged_policies()
)


def spans_of(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_of(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from spans_of(getattr(value, field.name))


def parse_text(text: str) -> ParseResult:
    return parse(Source("x.guard", text))


@given(files)
def test_parsing_what_was_formatted_gives_the_same_tree(file: tree.File) -> None:
    result = parse_text(format_file(file))
    assert result.diagnostics == ()
    assert result.file == file


@given(files)
def test_formatting_twice_changes_nothing(file: tree.File) -> None:
    once = format_file(file)
    again = parse_text(once).file
    assert again is not None
    assert format_file(again) == once


@given(st.sampled_from(samples()), st.lists(st.tuples(st.integers(0, 10_000), st.booleans()), max_size=6))
def test_formatting_keeps_every_comment_and_stays_stable(text: str, places: list[tuple[int, bool]]) -> None:
    lines = text.split("\n")
    for number, (place, own_line) in enumerate(places):
        at = place % len(lines)
        if own_line:
            lines.insert(at, f"# comment {number}")
        elif "#" not in lines[at]:
            lines[at] += f" # comment {number}"
    commented = parse_text("\n".join(lines))
    assert commented.file is not None
    once = format_file(commented.file)
    again = parse_text(once)
    assert again.file is not None
    assert sorted(c.text for c in again.file.comments) == sorted(c.text for c in commented.file.comments)
    assert sum(c.text.startswith("# comment") for c in again.file.comments) >= len([p for p in places if p[1]])
    assert format_file(again.file) == once


@given(files)
def test_a_tree_survives_the_way_through_json(file: tree.File) -> None:
    assert from_json(json.loads(json.dumps(to_json(file)))) == file


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@st.composite
def damaged_documents(draw: st.DrawFn) -> Any:
    """The JSON form of a policy with one value replaced."""
    document: Any = json.loads(json.dumps(to_json(draw(files))))
    holder: Any = document
    while True:
        keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        key = draw(st.sampled_from(keys))
        inner = holder[key]
        if not isinstance(inner, dict | list) or not inner or draw(st.booleans()):
            holder[key] = draw(json_values)
            return document
        holder = inner


@given(damaged_documents() | json_values)
def test_a_document_is_a_tree_or_refused_with_a_place(document: Any) -> None:
    refusal = None
    try:
        file = from_json(document)
    except InterchangeError as error:
        refusal = error
    if refusal is None:
        assert from_json(to_json(file)) == file
    else:
        assert refusal.pointer == "" or refusal.pointer.startswith("/")
        assert refusal.expected


@given(any_text)
def test_every_text_is_read_and_every_span_lies_inside_it(text: str) -> None:
    result = parse_text(text)
    for span in (*spans_of(result.file), *spans_of(result.diagnostics)):
        assert span.source == "x.guard"
        assert 0 <= span.start <= span.end <= len(text)
    assert result.diagnostics or result.file is not None


@given(any_text)
def test_diagnostics_come_in_order_of_place_and_read_as_people_write(text: str) -> None:
    found = parse_text(text).diagnostics
    assert list(found) == sorted(found, key=lambda diagnostic: diagnostic.span.start)
    for diagnostic in found:
        assert diagnostic.message
        assert "\n" not in diagnostic.message
        assert not diagnostic.message[0].isupper()
        assert not diagnostic.message.endswith(".")


@given(any_text)
def test_a_text_without_diagnostics_can_be_formatted(text: str) -> None:
    result = parse_text(text)
    if not result.diagnostics:
        assert result.file is not None
        assert parse_text(format_file(result.file)).file == result.file


@given(damaged_policies())
def test_a_text_is_accepted_exactly_when_lark_accepts_it(text: str) -> None:
    lark = pytest.importorskip("lark")
    from tests.unit.test_language_tables import lark_parser

    refusal: Any = None
    try:
        lark_parser().parse(text.removeprefix("\ufeff"))
    except lark.exceptions.UnexpectedInput as error:
        refusal = error
    found = parse_text(text).diagnostics
    if any(character in text for character in "\x00\ud800"):
        # Lark lets any character stand in a comment or text; we do not.
        assert found
    elif {diagnostic.code for diagnostic in found} <= {"G004", "G007", "G112"}:
        # The edition, escapes and duplicates are no matter of grammar. We also know a name where Lark takes a keyword.
        assert refusal is None or str(getattr(refusal, "token", "")) in load_tables().keywords
    else:
        assert refusal is not None


@given(texts)
def test_a_text_survives_being_written_as_a_string(value: str) -> None:
    literal = encode_string(value)
    assert "\n" not in literal
    assert decode_string(literal) == (value, ())


@given(st.from_regex(r"([a-z\"]|\\[a-z.\\]|[\[\]()+*? ])*", fullmatch=True))
def test_an_expression_without_an_escaped_quote_survives_being_written_raw(value: str) -> None:
    assert decode_raw(encode_raw(value)) == value


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_the_edit_distance_is_symmetric_and_zero_only_for_the_same_word(left: str, right: str) -> None:
    assert edit_distance(left, right) == edit_distance(right, left)
    assert (edit_distance(left, right) == 0) == (left == right)
