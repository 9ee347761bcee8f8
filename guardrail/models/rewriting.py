"""A text rewritten by steps, each a pattern with what to put in place of its matches, and the way back."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TypeAlias

from guardrail.decision import Span
from guardrail.text.requests import View

Step: TypeAlias = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]


def rewrite(text: str, steps: Sequence[Step]) -> str:
    """The text after all steps, without a way back."""
    for pattern, replacement in steps:
        text = pattern.sub(replacement, text)
    return text


class RewrittenView:
    """A view rewritten by steps; `origin` leads back to what the view was made from.

    >>> from guardrail.text.views import IdentityView
    >>> step = (re.compile("lo+ng"), lambda match: "long")
    >>> view = RewrittenView(IdentityView("a looong way"), [step])
    >>> view.text, view.origin(2, 6), view.origin(7, 10)
    ('a long way', (2, 8), (9, 12))
    """

    __slots__ = ("_base", "_steps", "text")

    def __init__(self, base: View, steps: Sequence[Step]) -> None:
        self._base = base
        self._steps: list[_Applied] = []
        text = base.text
        for pattern, replacement in steps:
            applied = _Applied(pattern, replacement, text)
            if applied.starts:
                self._steps.append(applied)
                text = applied.text
        self.text = text

    def origin(self, start: int, end: int) -> Span:
        """The original span of offsets `[start, end)`; a part of a replacement stands for all that it replaced."""
        for applied in reversed(self._steps):
            start, end = applied.before(start, end)
        return self._base.origin(start, end)


class _Applied:
    """One step done: `starts` and `ends` are the edits' places in its result, `shifts` what follows them is moved by.

    `spans` are the edits' places before it.
    """

    __slots__ = ("ends", "shifts", "spans", "starts", "text")

    def __init__(self, pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str], text: str) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.shifts: list[int] = [0]
        self.spans: list[Span] = []
        parts: list[str] = []
        last = length = 0
        for match in pattern.finditer(text):
            put = replacement(match)
            start, end = match.span()
            if put == match[0]:
                continue
            parts += (text[last:start], put)
            length += start - last
            self.starts.append(length)
            length += len(put)
            self.ends.append(length)
            self.spans.append((start, end))
            self.shifts.append(end - length)
            last = end
        self.text = "".join([*parts, text[last:]]) if parts else text

    def before(self, start: int, end: int) -> Span:
        if end <= start:
            place = self._start(start)
            return place, place
        return self._start(start), self._end(end)

    def _start(self, offset: int) -> int:
        edit = bisect_right(self.starts, offset) - 1
        # Edits that left nothing stand at one place with what follows them.
        if edit >= 0 and offset < self.ends[edit]:
            return self.spans[edit][0]
        return offset + self.shifts[edit + 1]

    def _end(self, offset: int) -> int:
        edit = bisect_right(self.starts, offset - 1) - 1
        if edit >= 0 and offset <= self.ends[edit]:
            return self.spans[edit][1]
        return offset + self.shifts[edit + 1]
