"""Recall of `disguised` on generated names, for every transform at the full rate: all of them, with exact spans."""

from __future__ import annotations

import random

import pytest

from guardrail.text.requests import Matching, ScanRequest, WordList
from guardrail.text.scanner.scanner import SharedScanner, build_scanner
from guardrail.text.subject import Piece
from tests.unit.disguises import DISGUISES

_BEFORE, _AFTER = "You could ask ", " instead, we think."


def _generated_names() -> tuple[str, ...]:
    source = random.Random(2026)
    syllables = "bra col den fim gur hol jas kel lum mor nex pra qui ros sul tav vex wim yor zet".split()
    seconds = ("", "", " Labs", " Group", " & Sons", " of the North", "-Werke", " Bank")
    names: dict[str, None] = {}
    while len(names) < 60:
        stem = "".join(source.choices(syllables, k=source.choice((2, 2, 3)))).title()
        names[stem + source.choice(seconds)] = None
    return tuple(names)


_NAMES = _generated_names()


@pytest.fixture(scope="module")
def scanner() -> SharedScanner:
    return build_scanner([ScanRequest(lists=(WordList("names", _NAMES, Matching(True, True, True, True, True)),))])


def _spans(scanner: SharedScanner, text: str, name: str) -> list[tuple[int, int]]:
    found = scanner.scan(Piece(text))
    return [hit.span for hit in found[0] if _NAMES[hit.entry] == name] if found else []


@pytest.mark.parametrize("transform", DISGUISES)
def test_a_disguised_name_is_found_with_its_exact_span(scanner: SharedScanner, transform: str) -> None:
    for name in _NAMES:
        disguised = DISGUISES[transform](name)
        span = (len(_BEFORE), len(_BEFORE) + len(disguised))
        assert _spans(scanner, _BEFORE + disguised + _AFTER, name) == [span], name


@pytest.mark.parametrize("transform", DISGUISES)
def test_a_name_is_found_in_a_text_disguised_as_a_whole(scanner: SharedScanner, transform: str) -> None:
    for name in _NAMES:
        text = DISGUISES[transform](_BEFORE + name + _AFTER)
        assert len(_spans(scanner, text, name)) == 1, name


@pytest.mark.parametrize("transform", DISGUISES)
def test_a_longer_word_stays_another_word(scanner: SharedScanner, transform: str) -> None:
    for name in _NAMES:
        text = _BEFORE + DISGUISES[transform](name + "ity") + _AFTER
        assert _spans(scanner, text, name) == [], name


def test_prose_in_disguise_holds_no_name(scanner: SharedScanner) -> None:
    prose = "The account team reviewed 15 older invoices, and/or the lab. Dynamics are hard: a b c, I'll see at 10:30!"
    for transform in DISGUISES.values():
        assert scanner.scan(Piece(transform(prose))) is None
