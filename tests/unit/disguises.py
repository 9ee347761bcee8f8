"""Disguises of a name as attackers write them, each at its full rate; numbered as the evasion research does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Disguise: TypeAlias = Callable[[str], str]


def each(render: Callable[[str], str]) -> Disguise:
    """A disguise that renders character by character."""
    return lambda text: "".join(map(render, text))


def mapped(plain: str, dressed: str) -> Disguise:
    """A disguise that puts the character of `dressed` for that of `plain`."""
    return lambda text: text.translate(dict(zip(map(ord, plain), dressed, strict=True)))


def letters(upper: int, lower: int) -> Disguise:
    """A disguise in another style: the code points of its `A` and `a`."""

    def render(character: str) -> str:
        if "A" <= character <= "Z":
            return chr(upper + ord(character) - ord("A"))
        return chr(lower + ord(character) - ord("a")) if "a" <= character <= "z" else character

    return each(render)


def between(separator: str) -> Disguise:
    """A disguise that puts something between all characters."""
    return separator.join


def full_width(text: str) -> str:
    """The full-width form of ASCII (U+FF01 to U+FF5E)."""
    return "".join("\u3000" if c == " " else chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def tags(text: str) -> str:
    """ASCII in Unicode tag characters, everything else as it is."""
    return "".join(chr(0xE0000 + ord(c)) if c.isascii() else c for c in text)


def selectors(text: str) -> str:
    """The bytes of a text as variation selectors."""
    return "".join(chr(0xFE00 + byte) if byte < 16 else chr(0xE0100 + byte - 16) for byte in text.encode())


def bits(text: str) -> str:
    """The bits of each ASCII character as two invisible operators, everything else as it is."""
    return "".join(_bits(character) if character.isascii() else character for character in text)


def _bits(character: str) -> str:
    return f"{ord(character):08b}".replace("1", "\u2064").replace("0", "\u2062")


DISGUISES: dict[str, Disguise] = {
    "1 diacritics": mapped("aeiouncAEIOUNC", "áéíóúñçÁÉÍÓÚÑÇ"),
    "2 zalgo": each(lambda c: c + "\u0336\u0301"),
    "2 zalgo, five deep": each(lambda c: c + "\u0336\u0301" * 5),
    "3 underline": each(lambda c: c + "\u0332"),
    "6 full width": full_width,
    "7 mathematical bold": letters(0x1D400, 0x1D41A),
    "7 mathematical monospace": letters(0x1D670, 0x1D68A),
    "8 circled": letters(0x24B6, 0x24D0),
    "8 squared": letters(0x1F130, 0x1F130),
    "8 negative squared": letters(0x1F170, 0x1F170),
    "8 negative circled": letters(0x1F150, 0x1F150),
    "9 homoglyphs": mapped("aeopcxyijsdhBKMHTAEOPCXY", "аеорсхуіјѕԁһВКМНТАЕОРСХУ"),
    "10 leetspeak": mapped("aeostAEOST", "4305743057"),
    "11 blanks": between(" "),
    "11 no-break spaces": between("\u00a0"),
    "11 thin spaces": between("\u2009"),
    "11 line breaks": between("\n"),
    "11 full stops": between("."),
    "11 hyphens": between("-"),
    "11 underscores": between("_"),
    "11 asterisks": between("*"),
    "11 slashes": between("/"),
    "11 commas and blanks": between(", "),
    "11 vertical bars": between("|"),
    "12 zero-width spaces": between("\u200b"),
    "12 zero-width non-joiners": between("\u200c"),
    "12 zero-width joiners": between("\u200d"),
    "12 word joiners": between("\u2060"),
    "12 byte order marks": between("\ufeff"),
    "12 soft hyphens": between("\u00ad"),
    "13 backspaces": each(lambda c: c + "x\b"),
    "13 deletes": each(lambda c: c + "x\x7f"),
    "14 tags": tags,
    "15 variation selectors": selectors,
    "16 sneaky bits": bits,
    "17 Hangul fillers": between("\u3164"),
    "17 choseong fillers": between("\u115f"),
    "17 half-width fillers": between("\uffa0"),
    "17 grapheme joiners": between("\u034f"),
    "17 Braille blanks": between("\u2800"),
}
"""Every one of them leaves a text that a reader, or a model, takes for the name."""
