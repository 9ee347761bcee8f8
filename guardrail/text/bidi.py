"""Bidirectional controls that change the order in which a line is read without need (UAX 9, CVE-2021-42574)."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

_OVERRIDES = frozenset("\u202d\u202e")
_EMBEDDINGS = frozenset("\u202a\u202b") | _OVERRIDES
_ISOLATES = frozenset("\u2066\u2067\u2068")
_TURNS_RIGHT_TO_LEFT = frozenset("\u202b\u2067")
_POP_EMBEDDING = "\u202c"


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
        if _controls().search(text, *line.span()):
            found.extend(_suspicious_in_line(text, *line.span()))
    return sorted(found)


@cache
def _controls() -> re.Pattern[str]:
    return re.compile("[\u202a-\u202e\u2066-\u2069]")


def _suspicious_in_line(text: str, start: int, end: int) -> Iterator[int]:
    letters = _right_to_left_letters(text, start, end)
    open_controls: list[int] = []
    open_isolates = 0
    for match in _controls().finditer(text, start, end):
        place, control = match.start(), match[0]
        if control in _EMBEDDINGS or control in _ISOLATES:
            open_controls.append(place)
            open_isolates += control in _ISOLATES
        elif control == _POP_EMBEDDING:
            if open_controls and text[open_controls[-1]] in _EMBEDDINGS:
                yield from _suspicious_pair(text, open_controls.pop(), place, letters)
        elif open_isolates:
            # The end of an isolate ends the embeddings in it, which nothing closed (UAX 9, X6a).
            while text[open_controls[-1]] in _EMBEDDINGS:
                yield open_controls.pop()
            open_isolates -= 1
            yield from _suspicious_pair(text, open_controls.pop(), place, letters)
    yield from open_controls


def _suspicious_pair(text: str, opener: int, closer: int, right_to_left: list[int]) -> tuple[int, ...]:
    control = text[opener]
    if control in _TURNS_RIGHT_TO_LEFT:
        following = bisect_right(right_to_left, opener)
        needless = following == len(right_to_left) or right_to_left[following] > closer
    else:
        needless = control in _OVERRIDES
    return (opener, closer) if needless else ()


def _right_to_left_letters(text: str, start: int, end: int) -> list[int]:
    return [place for place in range(start, end) if unicodedata.bidirectional(text[place]) in ("R", "AL")]
