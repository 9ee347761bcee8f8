"""Subjects: plain texts, JSON texts, tool arguments."""

from __future__ import annotations

import pytest

from guardrail.text.requests import ViewName
from guardrail.text.subject import Piece, Subject


def test_a_plain_text_is_one_piece() -> None:
    subject = Subject.of_text("Hello")
    assert subject.pieces == (subject.whole,)
    assert (subject.whole.text, subject.whole.at, subject.whole.is_ascii) == ("Hello", None, True)
    assert subject.document is None


@pytest.mark.parametrize(("text", "problem"), [("abc", None), ("é😊", None), ("a\ud800", "lone surrogate")])
def test_a_lone_surrogate_is_a_problem(text: str, problem: str | None) -> None:
    assert Subject.of_text(text).problem == problem


def test_a_view_is_made_once() -> None:
    piece = Piece("é")
    for name in ViewName:
        assert piece.view(name) is piece.view(name)
    assert piece.disguised() is piece.view(ViewName.DISGUISED)


def test_json_is_looked_at_decoded() -> None:
    subject = Subject.of_json_text('{"name": "\\u0041cme", "tags": ["x/y"]}')
    assert [(piece.at, piece.text) for piece in subject.pieces] == [
        ("/name~key", "name"),
        ("/name", "Acme"),
        ("/tags~key", "tags"),
        ("/tags/0", "x/y"),
    ]
    assert subject.document is not None
    assert subject.document.value == {"name": "Acme", "tags": ["x/y"]}


def test_a_fence_around_json_holds_nothing_to_look_at_but_prose_does() -> None:
    fenced = Subject.of_json_text('```json\n{"a": "b"}\n```')
    assert [piece.at for piece in fenced.pieces] == ["/a~key", "/a"]
    prose = Subject.of_json_text('Acme says: {"a": "b"}')
    assert [piece.at for piece in prose.pieces] == [None, "/a~key", "/a"]


def test_a_json_text_that_is_none_is_a_plain_text() -> None:
    subject = Subject.of_json_text("no json {here")
    assert subject.pieces == (subject.whole,)
    assert subject.document is None


def test_a_number_alone_is_still_looked_at() -> None:
    assert Subject.of_json_text("42").pieces[0].text == "42"


def test_tool_arguments_are_compact_json_and_decoded_pieces() -> None:
    subject = Subject.of_arguments({"to": "Ann", "amount": 1234567})
    assert subject.text == '{"to":"Ann","amount":1234567}'
    assert [(piece.at, piece.text) for piece in subject.pieces] == [
        ("/to~key", "to"),
        ("/to", "Ann"),
        ("/amount~key", "amount"),
        ("/amount", "1234567"),
    ]
    assert subject.document is not None
