"""Escapes that are left in a text which is, or holds, JSON that nobody has parsed: `\\u006f` is read as the `o` it is.

A model may write JSON that is not quite JSON, several JSON values, or JSON inside a JSON string: whoever reads on
may be more lenient than the strict reader, and see what the escapes (RFC 8259, section 7) stand for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from guardrail.text.requests import View

_PLAIN = {'"': '"', "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class EscapeMap:
    """The way back from a text without escapes to the one with them.

    `places[i]` is where the character of the i-th escape stands in the unescaped text, `spans[i]` what it was.
    """

    places: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The span with escapes of the unescaped span `[start, end)`."""
        first = self._span(start)[0]
        return (first, self._span(end - 1)[1]) if end > start else (first, first)

    def _span(self, offset: int) -> tuple[int, int]:
        before = bisect_right(self.places, offset) - 1
        if before < 0:
            return offset, offset + 1
        if self.places[before] == offset:
            return self.spans[before]
        place = self.spans[before][1] + offset - self.places[before] - 1
        return place, place + 1


@dataclass(frozen=True, slots=True)
class UnescapedView:
    """A view of an unescaped text whose origins lie in the text with escapes."""

    view: View
    escapes: EscapeMap

    @property
    def text(self) -> str:
        """The rendering."""
        return self.view.text

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The span with escapes of `[start, end)`."""
        return self.escapes.origin(*self.view.origin(start, end))


def unescape(text: str) -> tuple[str, EscapeMap] | None:
    """The text with its JSON escapes decoded, and the way back; None where it has none.

    Any number of backslashes counts as one, as JSON inside JSON doubles them. The short escapes (`\\n`) are decoded
    only where something looks like JSON: a path such as `C:\\new` is none. A lone surrogate becomes U+FFFD.

    >>> unescaped = unescape(r'ask Gl\\u006fbex')
    >>> unescaped[0], unescaped[1].origin(4, 10)
    ('ask Globex', (4, 15))
    """
    if "\\" not in text:
        return None
    expression = _all_escapes() if '"' in text and ("{" in text or "[" in text) else _code_points()
    parts: list[str] = []
    places: list[int] = []
    spans: list[tuple[int, int]] = []
    position = length = 0
    for match in expression.finditer(text):
        start, end = match.span()
        parts.append(text[position:start])
        length += start - position
        character = _PLAIN.get(match[1]) or _decoded(match[1])
        parts.append(character)
        places.append(length)
        spans.append((start, end))
        length += 1
        position = end
    if not places:
        return None
    parts.append(text[position:])
    return "".join(parts), EscapeMap(tuple(places), tuple(spans))


def _decoded(escape: str) -> str:
    codes = [int(code, 16) for code in re.findall("u([0-9a-fA-F]{4})", escape)]
    if len(codes) == 2:
        return chr(0x10000 + ((codes[0] - 0xD800) << 10) + codes[1] - 0xDC00)
    return _REPLACEMENT if 0xD800 <= codes[0] < 0xE000 else chr(codes[0])


# A run of backslashes is looked at from its first one alone: from each of them would take quadratic time.
_CODE_POINT = r"u[dD][89abAB][0-9a-fA-F]{2}\\+u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}"


@cache
def _code_points() -> re.Pattern[str]:
    return re.compile(rf"(?<!\\)\\+({_CODE_POINT})")


@cache
def _all_escapes() -> re.Pattern[str]:
    return re.compile(rf'(?<!\\)\\+({_CODE_POINT}|["/bfnrt])')
