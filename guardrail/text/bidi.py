"""Bidirectional controls that change the order in which a line is read without need (UAX 9, CVE-2021-42574)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

_OVERRIDES = frozenset("\u202d\u202e")
_EMBEDDINGS = frozenset("\u202a\u202b") | _OVERRIDES
_ISOLATES = frozenset("\u2066\u2067\u2068")
_TURNS_RIGHT_TO_LEFT = frozenset("\u202b\u2067")
_POP_EMBEDDING, _POP_ISOLATE = "\u202c", "\u2069"


def suspicious_controls(text: str) -> list[int]:
    """The places of controls that override, stay open at the end of their line, or turn text without need.

    Overrides (LRO, RLO) always are; embeddings and isolates when nothing closes them on their line, or when they turn
    a stretch right-to-left that holds no right-to-left letter. The control that closes a suspicious one is one too.

    >>> suspicious_controls("a \\u2066b\\u2069 \\u202ecba\\u202c")
    [6, 10]
    """
    if _controls().search(text) is None:
        return []
    found: list[int] = []
    for line in re.finditer(r"[^\n\r\u2029]+", text):
        found.extend(_suspicious_in_line(text, *line.span()))
    return sorted(found)


@cache
def _controls() -> re.Pattern[str]:
    return re.compile("[\u202a-\u202e\u2066-\u2069]")


def _suspicious_in_line(text: str, start: int, end: int) -> Iterator[int]:
    open_controls: list[int] = []
    for match in _controls().finditer(text, start, end):
        place, control = match.start(), match[0]
        if control in _EMBEDDINGS or control in _ISOLATES:
            open_controls.append(place)
            continue
        opener = _close(text, open_controls, control)
        if opener is None:
            continue
        kind = text[opener]
        if kind in _OVERRIDES or (kind in _TURNS_RIGHT_TO_LEFT and not _has_right_to_left(text, opener, place)):
            yield from (opener, place)
    yield from open_controls


def _close(text: str, open_controls: list[int], control: str) -> int | None:
    """Take the opener that a closing control closes; what an isolate leaves open inside stays reported."""
    kinds = _ISOLATES if control == _POP_ISOLATE else _EMBEDDINGS
    for index in range(len(open_controls) - 1, -1, -1):
        if text[open_controls[index]] in kinds:
            return open_controls.pop(index)
        if control == _POP_EMBEDDING:
            return None
    return None


def _has_right_to_left(text: str, start: int, end: int) -> bool:
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in text[start:end])
