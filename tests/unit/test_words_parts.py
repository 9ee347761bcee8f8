"""Small parts of word matching, each at its edges."""

from __future__ import annotations

import pytest

from guardrail.text.requests import Matching, WordList
from guardrail.text.scanner.common_words import is_common
from guardrail.text.scanner.entries import EXCEPTION, Entry, entries_of, plural_in_ies
from guardrail.text.scanner.native import is_native_prose
from guardrail.text.scanner.typos import HalfIndex, TypoLook
from guardrail.text.scanner.word_verify import is_word_character, tail_end
from guardrail.text.scanner.words import WordMatcher
from guardrail.text.subject import Piece


@pytest.mark.parametrize(
    ("character", "expected"),
    [
        *[("a", True), ("_", True), ("é", True), ("я", True), ("ि", True), ("한", True), ("の", False), ("ก", False)],
        *[("-", False), ("\u200b", False), ("\ufe0f", False), (" ", False)],
    ],
)
def test_word_characters(character: str, expected: bool) -> None:
    assert is_word_character(character) is expected


@pytest.mark.parametrize(
    ("text", "end"),
    [
        *[("globex", 6), ("globexs", 7), ("globexes", 8), ("globex's", 8), ("globexs'", 8), ("globexes'", 9)],
        *[("globex'", 6), ("globexst", 6), ("globexe", 6), ("globex'sy", 6)],
    ],
)
def test_plural_tails(text: str, end: int) -> None:
    assert tail_end(text, 0, 6) == end


def test_entries_with_their_plurals_and_exceptions() -> None:
    words = WordList("list", ("Sky Company", " "), Matching(plurals=True), ("Sky Company Ltd",))
    assert list(entries_of([words])) == [
        Entry(0, 0, "Sky Company"),
        Entry(0, 0, "Sky Companies"),
        Entry(0, EXCEPTION, "Sky Company Ltd"),
    ]
    assert plural_in_ies("Key") is None


def test_the_half_index_finds_every_kind_of_edit() -> None:
    index = HalfIndex(["globex", "glovex", "ab"])
    for word in ("globex", "lobex", "globx", "globexx", "gloobex", "glibex", "lgobex", "golbex", "glboex", "globxe"):
        assert "globex" in set(index.near(word)), word
    assert set(index.near("gloxeb")) == set()
    assert set(index.near("")) == set()


def test_the_memo_of_words_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guardrail.text.scanner.typos._MEMO_SIZE", 3)
    words = WordList("list", ("Globex",), Matching(True, True, True, typos=1))
    matcher = WordMatcher.build([words])
    for text in ("one two three", "four five six Glovex", "seven eight Glovex"):
        found = matcher.find(Piece(text)) or []
        assert [text[slice(*hit.span)] for _, hit in found] == (["Glovex"] if "Glovex" in text else [])
    look = TypoLook([words], list(entries_of([words])))
    assert look.suspects("one two three four five") == set()


@pytest.mark.parametrize("word", ["plan", "plans", "planned", "planning", "planner", "companies", "happily", "wider"])
def test_common_words_and_their_endings(word: str) -> None:
    assert is_common(word)


@pytest.mark.parametrize("word", ["globex", "contoso", "xs", "initech"])
def test_names_are_not_common(word: str) -> None:
    assert not is_common(word)


def test_native_prose_needs_letters_of_its_own_nearby() -> None:
    assert is_native_prose("жук расе", 4, 8)
    assert not is_native_prose("ж" + " " * 80 + "расе", 81, 85)
    assert not is_native_prose("ж Pace", 2, 6)


def test_many_hits_in_many_exceptions_stay_quick() -> None:
    words = WordList("list", ("Globex",), exceptions=("Globex Park",))
    text = "Globex Park Globex " * 2_000
    found = WordMatcher.build([words]).find(Piece(text)) or []
    assert len(found) == 2_000
