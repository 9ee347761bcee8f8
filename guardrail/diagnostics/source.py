"""Where a diagnostic points: `Source` (a named text) and `Span` (a stretch of it)."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open code-point offsets into the source called `source` (its path as people see it)."""

    source: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """A named text with line arithmetic.

    >>> Source("a.guard", "guard 1\\nlist x").position(13)
    (2, 6)
    """

    name: str
    text: str
    _starts: list[int] = field(default_factory=list, repr=False, compare=False)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of a code-point offset, both from 1."""
        starts = self._line_starts()
        line = bisect_right(starts, min(offset, len(self.text)))
        return line, min(offset, len(self.text)) - starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of line `number` (from 1) without its line break, empty past the end."""
        starts = self._line_starts()
        if number > len(starts):
            return ""
        end = starts[number] - 1 if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r")

    def _line_starts(self) -> list[int]:
        if not self._starts:
            position = 0
            self._starts.append(0)
            while (position := self.text.find("\n", position) + 1) > 0:
                self._starts.append(position)
        return self._starts
