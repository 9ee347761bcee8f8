"""JSON escapes that nobody has decoded: read by the scanners, with exact spans of the text as it stands."""

from __future__ import annotations

import json
import time

import pytest

from guardrail.text.document import JsonProblem, read_json
from guardrail.text.json_escapes import unescape
from guardrail.text.requests import Pattern, RequestHits, ScanRequest, WordList
from guardrail.text.scanner.scanner import build_scanner
from guardrail.text.subject import Piece, Subject


@pytest.mark.parametrize(
    ("text", "decoded"),
    [
        (r"Gl\u006fbex", "Globex"),
        (r"Gl\\\u006fbex", "Globex"),
        (r'{"a": "x\nGlobex\/\"\t"}', '{"a": "x\nGlobex/"\t"}'),
        (r"C:\new\Globex\u12", None),
        (r"\ud83d\ude00!", "😀!"),
        (r"\ud83d!\ude00", "\ufffd!\ufffd"),
        (r"\u006F\U006f", r"o\U006f"),
        ("no escapes", None),
        ("\\", None),
    ],
)
def test_what_escapes_stand_for(text: str, decoded: str | None) -> None:
    found = unescape(text)
    assert (found and found[0]) == decoded


def test_backslashes_without_end_take_linear_time() -> None:
    started = time.process_time()
    for text in ("\\" * 500_000, '{"' + "\\" * 500_000 + "u", "\\u00" * 125_000, "\\\\u006f" * 70_000):
        unescape(text)
    assert time.process_time() - started < 2


def hits_of(piece: Piece, *words: str, pattern: str = "") -> RequestHits | None:
    patterns = (Pattern("p", pattern),) if pattern else ()
    return build_scanner([ScanRequest((WordList("names", words),), patterns)]).scan(piece)


def test_a_scanner_finds_a_hit_once_whichever_text_shows_it() -> None:
    text = r"Globex, Gl\u006fbex and Lab\u0020Dynamics: 4\u0031-11"
    found = hits_of(Piece(text, escaped=True), "Globex", "Lab Dynamics", pattern=r"\b\d\d-\d\d\b")
    assert found is not None
    assert [text[slice(*hit.span)] for hit in found[0]] == [
        "Globex",
        r"Gl\u006fbex",
        r"Lab\u0020Dynamics",
        r"4\u0031-11",
    ]
    assert hits_of(Piece(r"Gl\u006fbex"), "Globex") is None


def test_only_texts_that_may_be_json_are_read_so() -> None:
    text = r"Gl\u006fbex"
    assert Subject.of_text(text).pieces[0].unescaped is None
    assert Subject.of_json_text(text).pieces[0].unescaped is not None
    assert [piece.unescaped is None for piece in Subject.of_arguments({"a": text, "b": "x"}).pieces] == [
        True,
        False,
        True,
        True,
    ]


@pytest.mark.parametrize("depth", [1, 200, 201, 254])
def test_levels_are_counted_alike_with_and_without_escapes(depth: int) -> None:
    for leaf in ('"a"', r'"\u0061"'):
        value = read_json("[" * depth + leaf + "]" * depth).value
        for _ in range(depth):
            (value,) = value
        assert value == "a"
        with pytest.raises(JsonProblem, match="nested more than 254 levels deep"):
            read_json("[" * 255 + leaf + "]" * 255)


def test_a_long_text_says_what_is_wrong_near_its_start_alone() -> None:
    for text, message in (
        ('{"a":' * 100_000, "nested more than 254 levels deep"),
        ('{"a": 1,}' + " " * 300_000, "a comma stands before `}`"),
        ('["' + "x" * 300_000 + '", nope]', "the text is not JSON"),
        ("[" + "1," * 200_000, "the text is not JSON"),
    ):
        with pytest.raises(JsonProblem) as caught:
            read_json(text)
        assert caught.value.message == message


def test_too_many_values_are_no_document() -> None:
    text = json.dumps([1] * 1_000_001)
    with pytest.raises(JsonProblem, match="more than 1,000,000 values"):
        read_json(text)
    assert [piece.at for piece in Subject.of_json_text(text).pieces] == [None]
    for args in ({"a": [1] * 1_000_001}, {1: "a"}):
        with pytest.raises(JsonProblem):
            Subject.of_arguments(args)  # type: ignore[arg-type]


def test_whole_numbers_are_looked_at_however_they_are_written() -> None:
    pieces = Subject.of_json_text('{"a": 4.111111111111111e15, "b": 41.5, "c": 1e300}').pieces
    assert {piece.at: piece.text for piece in pieces if not str(piece.at).endswith("~key")} == {
        "/a": "4111111111111111"
    }
