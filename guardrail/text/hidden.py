"""Text that hides in invisible characters: tag characters, variation selectors, two-symbol bits.

Sources: Unicode tags, UTS 51 (emoji tag sequences); one byte a variation selector (VS1-VS16 are bytes 0-15, VS17-VS256
bytes 16-255); eight bits a character in U+2062 and U+2064, or in any two other zero-width characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from guardrail.decision import Span

Channel: TypeAlias = Literal["tags", "variation_selectors", "sneaky_bits"]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Payload:
    """What `text[start:end]` hides: `decoded`, and for each of its characters the span that carries it.

    `decoded` is empty when the characters carry nothing readable.
    """

    channel: Channel
    start: int
    end: int
    decoded: str = ""
    spans: tuple[Span, ...] = ()


def find_payloads(text: str) -> tuple[Payload, ...]:
    """Every hidden channel in a text, in order.

    Emoji flags are none, nor is one variation selector after a character that has variants.

    >>> find_payloads("hi" + "".join(chr(0xE0000 + ord(c)) for c in "yo"))[0].decoded
    'yo'
    """
    if text.isascii():
        return ()
    found = []
    for run in _invisible_runs().finditer(text):
        for match in _channels().finditer(text, *run.span()):
            payload = _payload(text, match)
            if payload is not None:
                found.append(payload)
    return tuple(found)


@cache
def _invisible_runs() -> re.Pattern[str]:
    # The leading single character keeps `re`'s fast search.
    invisible = "[\u200b-\u200d\u2060-\u2064\ufeff\ufe00-\ufe0f\U000e0000-\U000e01ef]"
    return re.compile(f"{invisible}{invisible}*")


@cache
def _channels() -> re.Pattern[str]:
    return re.compile(
        "(?P<tags>[\U000e0000-\U000e007f]+)"
        "|(?P<selectors>[\ufe00-\ufe0f\U000e0100-\U000e01ef]{2,}|(?<![\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])"
        "[\U000e0100-\U000e01ef])"
        "|(?P<bits>[\u2062\u2064]{2,}|[\u200b-\u200d\u2060\u2061\u2063\ufeff]{8,})"
    )


def _payload(text: str, match: re.Match[str]) -> Payload | None:
    start, end = match.span()
    if match.lastgroup == "tags":
        return _tags(text, start, end)
    if match.lastgroup == "selectors":
        return _selectors(text, start, end)
    return _bits(text, start, end)


# ------------------------------------------------------------------ tags


def _tags(text: str, start: int, end: int) -> Payload | None:
    if text[start - 1 : start] == "\U0001f3f4" and (flag := _flags().match(text, start, end)):
        start = flag.end()
    if start == end:
        return None
    shown = [(chr(ord(text[i]) - 0xE0000), (i, i + 1)) for i in range(start, end)]
    readable = [(character, span) for character, span in shown if " " <= character <= "~" or character in "\n\b\x7f"]
    decoded = "".join(character for character, _ in readable)
    return Payload("tags", start, end, decoded, tuple(span for _, span in readable))


@cache
def _flags() -> re.Pattern[str]:
    # England, Scotland, Wales, Northern Ireland; states and provinces (well-formed, though few fonts draw them).
    regions = ["gbeng", "gbsct", "gbwls", "gbnir"]
    letter = "[\U000e0061-\U000e007a]"
    spelled = ["".join(chr(0xE0000 + ord(c)) for c in region) for region in regions]
    spelled += ["".join(chr(0xE0000 + ord(c)) for c in country) + letter + "{2}" for country in ("us", "ca")]
    return re.compile(f"(?:{'|'.join(spelled)})\U000e007f")


# ------------------------------------------------------------------ variation selectors


def _selectors(text: str, start: int, end: int) -> Payload:
    if text[start] in "\ufe0e\ufe0f" and start and not text[start - 1].isalnum():
        start += 1
    data = bytes(_selector_byte(text[i]) for i in range(start, end))
    decoded, widths = _decode(data)
    spans = []
    for width in widths:
        spans.append((start, start + width))
        start += width
    return Payload("variation_selectors", end - len(data), end, decoded, tuple(spans))


def _selector_byte(character: str) -> int:
    code = ord(character)
    return code - 0xFE00 if code < 0xFE10 else code - 0xE0100 + 16


def _decode(data: bytes) -> tuple[str, list[int]]:
    """UTF-8 where it is, Latin-1 else; with the number of bytes behind each character."""
    try:
        decoded = data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1"), [1] * len(data)
    return decoded, [len(character.encode()) for character in decoded]


# ------------------------------------------------------------------ bits


def _bits(text: str, start: int, end: int) -> Payload | None:
    symbols = sorted(set(text[start:end]))
    for zero in symbols:
        ones = [symbol for symbol in symbols if symbol != zero]
        if len(ones) > 1 or end - start < 8:
            break
        bits = "".join("0" if character == zero else "1" for character in text[start:end])
        data = bytes(int(bits[i : i + 8], 2) for i in range(0, len(bits) - 7, 8))
        if all(0x20 <= byte < 0x80 or byte in (8, 9, 10, 13) for byte in data):
            spans = tuple((start + 8 * i, start + 8 * i + 8) for i in range(len(data)))
            return Payload("sneaky_bits", start, end, data.decode("ascii"), spans)
    return Payload("sneaky_bits", start, end) if set(symbols) <= {"\u2062", "\u2064"} else None


# ------------------------------------------------------------------ separated


def find_separated_payloads(text: str) -> Iterator[Payload]:
    """Payloads of variation selectors or bits with one and the same separator between all symbols, in order.

    A separator is up to three characters that are white space, punctuation, marks or invisible. Nothing but a payload
    is written so: a variation selector follows a character that it varies.

    >>> [payload.decoded for payload in find_separated_payloads("\U000e0161.\U000e0162.\U000e0163")]
    ['qrs']
    """
    if _invisible_runs().search(text) is None:
        return
    for match in _separated().finditer(text):
        start, step = match.start(), 1 + len(match["between"] or match["bits_between"])
        symbols = text[start : match.end() : step]
        found = _selectors(symbols, 0, len(symbols)) if match["between"] else _bits(symbols, 0, len(symbols))
        if found is not None and found.decoded.isprintable() and found.decoded:
            spans = tuple((start + first * step, start + (last - 1) * step + 1) for first, last in found.spans)
            yield Payload(found.channel, start, match.end(), found.decoded, spans)


@cache
def _separated() -> re.Pattern[str]:
    between = (
        r"[\s!-/:-@\[-`{-~\u00a0\u00ad\u00b7\u0300-\u036f\u115f\u1160\u180e\u200b-\u200f\u2010-\u2015\u2028-\u202f"
        r"\u2060\u2800\u3000\u3164\ufeff\uffa0]{1,3}?"
    )
    selector, bit = "[\ufe00-\ufe0f\U000e0100-\U000e01ef]", "[\u2062\u2064]"
    return re.compile(
        f"{selector}(?P<between>{between}){selector}(?:(?P=between){selector})+"
        f"|{bit}(?P<bits_between>{between}){bit}(?:(?P=bits_between){bit}){{6,}}"
    )
