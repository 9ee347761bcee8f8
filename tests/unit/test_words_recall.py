"""Recall of `disguised` on generated names, for every transform at the full rate: all of them, with exact spans."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from guardrail.text.requests import Matching, ScanRequest, WordList
from guardrail.text.scanner.scanner import SharedScanner, build_scanner
from guardrail.text.subject import Piece

_Transform = Callable[[str], str]


def _each(render: Callable[[str], str]) -> _Transform:
    return lambda text: "".join(map(render, text))


def _mapped(plain: str, dressed: str) -> _Transform:
    return lambda text: text.translate(dict(zip(map(ord, plain), dressed, strict=True)))


def _shifted(upper: int, lower: int) -> _Transform:
    def render(character: str) -> str:
        if "A" <= character <= "Z":
            return chr(upper + ord(character) - ord("A"))
        return chr(lower + ord(character) - ord("a")) if "a" <= character <= "z" else character

    return _each(render)


def _joined(separator: str) -> _Transform:
    return separator.join


def _full_width(text: str) -> str:
    return "".join("\u3000" if c == " " else chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def _smuggled(text: str) -> str:
    return "".join(chr(0xFE00 + byte) if byte < 16 else chr(0xE0100 + byte - 16) for byte in text.encode())


def _bits(text: str) -> str:
    return "".join("\u2064" if bit == "1" else "\u2062" for c in text for bit in f"{ord(c):08b}")


_TRANSFORMS: dict[str, _Transform] = {
    "1 diacritics": _mapped("aeiouncAEIOUNC", "áéíóúñçÁÉÍÓÚÑÇ"),
    "2 zalgo": _each(lambda c: c + "\u0336\u0301"),
    "2 zalgo, five deep": _each(lambda c: c + "\u0336\u0301" * 5),
    "3 underline": _each(lambda c: c + "\u0332"),
    "6 full width": _full_width,
    "7 mathematical bold": _shifted(0x1D400, 0x1D41A),
    "7 mathematical monospace": _shifted(0x1D670, 0x1D68A),
    "8 circled": _shifted(0x24B6, 0x24D0),
    "8 squared": _shifted(0x1F130, 0x1F130),
    "8 negative squared": _shifted(0x1F170, 0x1F170),
    "8 negative circled": _shifted(0x1F150, 0x1F150),
    "9 homoglyphs": _mapped("aeopcxyijsdhBKMHTAEOPCXY", "аеорсхуіјѕԁһВКМНТАЕОРСХУ"),
    "10 leetspeak": _mapped("aeostAEOST", "4305743057"),
    "11 blanks": _joined(" "),
    "11 no-break spaces": _joined("\u00a0"),
    "11 thin spaces": _joined("\u2009"),
    "11 line breaks": _joined("\n"),
    "11 full stops": _joined("."),
    "11 hyphens": _joined("-"),
    "11 underscores": _joined("_"),
    "11 asterisks": _joined("*"),
    "11 slashes": _joined("/"),
    "11 commas and blanks": _joined(", "),
    "11 vertical bars": _joined("|"),
    "12 zero-width spaces": _joined("\u200b"),
    "12 zero-width non-joiners": _joined("\u200c"),
    "12 zero-width joiners": _joined("\u200d"),
    "12 word joiners": _joined("\u2060"),
    "12 byte order marks": _joined("\ufeff"),
    "12 soft hyphens": _joined("\u00ad"),
    "13 backspaces": _each(lambda c: c + "x\b"),
    "13 deletes": _each(lambda c: c + "x\x7f"),
    "14 tags": _each(lambda c: chr(0xE0000 + ord(c))),
    "15 variation selectors": _smuggled,
    "16 sneaky bits": _bits,
    "17 Hangul fillers": _joined("\u3164"),
    "17 choseong fillers": _joined("\u115f"),
    "17 half-width fillers": _joined("\uffa0"),
    "17 grapheme joiners": _joined("\u034f"),
    "17 Braille blanks": _joined("\u2800"),
}

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


@pytest.mark.parametrize("transform", _TRANSFORMS)
def test_a_disguised_name_is_found_with_its_exact_span(scanner: SharedScanner, transform: str) -> None:
    for name in _NAMES:
        disguised = _TRANSFORMS[transform](name)
        span = (len(_BEFORE), len(_BEFORE) + len(disguised))
        assert _spans(scanner, _BEFORE + disguised + _AFTER, name) == [span], name


@pytest.mark.parametrize("transform", _TRANSFORMS)
def test_a_name_is_found_in_a_text_disguised_as_a_whole(scanner: SharedScanner, transform: str) -> None:
    for name in _NAMES:
        text = _TRANSFORMS[transform](_BEFORE + name + _AFTER)
        assert len(_spans(scanner, text, name)) == 1, name


@pytest.mark.parametrize("transform", _TRANSFORMS)
def test_a_longer_word_stays_another_word(scanner: SharedScanner, transform: str) -> None:
    for name in _NAMES:
        text = _BEFORE + _TRANSFORMS[transform](name + "ity") + _AFTER
        assert _spans(scanner, text, name) == [], name


def test_prose_in_disguise_holds_no_name(scanner: SharedScanner) -> None:
    prose = "The account team reviewed 15 older invoices, and/or the lab. Dynamics are hard: a b c, I'll see at 10:30!"
    for transform in _TRANSFORMS.values():
        assert scanner.scan(Piece(transform(prose))) is None
