"""Folding options, and what holds for every character of the first two planes."""

from __future__ import annotations

import unicodedata

import pytest

from guardrail.text.characters import is_accent, is_follower, is_ignorable
from guardrail.text.confusables import look_alike
from guardrail.text.disguised import fold_disguised, squash
from guardrail.text.folding import clean, fold

EVERY = [chr(code) for code in range(0x80, 0x20000) if not 0xD800 <= code < 0xE000]


@pytest.mark.parametrize(
    ("any_case", "any_accent", "expected"),
    [
        (True, True, "o'neil cafe"),
        (True, False, "o'neil café"),
        (False, True, "O'Neil CAFE"),
        (False, False, "O'Neil CAFÉ"),
    ],
)
def test_case_and_accents_fold_as_asked(any_case: bool, any_accent: bool, expected: str) -> None:
    assert fold("O’Neil CAFE\u0301\u200b", any_case=any_case, any_accent=any_accent) == expected


def test_strokes_are_accents_in_both_cases() -> None:
    assert fold("Łódź ØRE", any_case=False) == "Lodz ORE"
    assert fold("I ı", any_case=False) == "I i"


def test_no_character_grows_beyond_eighteen() -> None:
    assert max(len(fold(character)) for character in EVERY) == 18
    assert max(len(squash(character)) for character in EVERY) <= 18


def test_no_ignorable_character_or_accent_survives() -> None:
    assert not [c for c in EVERY if any(is_ignorable(out) for out in clean(c))]
    assert not [c for c in EVERY if any(is_ignorable(out) or is_accent(out) for out in fold(c))]


def test_every_character_that_composes_with_the_one_before_it_is_a_follower() -> None:
    decomposed = [unicodedata.normalize("NFD", c) for c in EVERY if unicodedata.normalize("NFC", c) == c]
    second = {parts[1] for parts in decomposed if len(parts) > 1}
    assert len(second) > 60
    assert not [character for character in second if not is_follower(character)]


def test_every_letter_is_its_own_look_alike_in_small_capitals_and_circles() -> None:
    for offset, letter in enumerate("abcdefghijklmnopqrstuvwxyz"):
        for first in (0x1F130, 0x1F150, 0x1F170, 0x1F1E6, 0x24B6, 0x24D0, 0x1D400, 0xFF21, 0x249C):
            assert fold_disguised(chr(first + offset)) == fold_disguised(letter), hex(first + offset)
    assert [look_alike(c) for c in "аеорсхуіѕԁһјԛԝ"] == list("aeopcxyisdhjqw")
    assert look_alike("ж") == look_alike("語") == ""


def test_entries_and_texts_are_disguised_alike() -> None:
    for entry in ("Straße", "Ünïcode", "7-Eleven", "Łódź", "Æther", "Дом", "東京", "Yippo! Foods"):
        assert fold_disguised(entry) == squash(entry) == squash(entry.upper() if entry.isascii() else entry)
