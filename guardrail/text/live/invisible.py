"""Where invisible characters may still turn out to hide something: they are judged line by line."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_LINES_OF_ART: Final = 3
"""Lines that an empty Braille pattern waits for: drawn ones beside it make it part of a picture."""


class InvisibleWatch:
    """Holds from the first character of a line that shows nothing up to the end of the line.

    What a backspace strikes out of what was released before stays released: only the backspace waits.
    """

    __slots__ = ("_due", "_lines_left", "_suspect", "position")

    def __init__(self) -> None:
        self.position = 0
        self._suspect: int | None = None
        self._lines_left = 0
        self._due: list[int] = []

    def feed(self, chunk: str) -> int:
        """Go on with the text; returns `live`."""
        for match in _telling().finditer(chunk):
            character = match[0]
            if character in "\n\r\u2029":
                self._end_line()
                continue
            if self._suspect is None:
                self._suspect = self.position + match.start()
                self._due.append(self._suspect)
            drawn = "\u2800" <= character <= "\u28ff"
            self._lines_left = max(self._lines_left, _LINES_OF_ART if drawn else 1)
        self.position += len(chunk)
        return self.live

    @property
    def live(self) -> int:
        """Where the first suspect of an open line stands."""
        return self.position if self._suspect is None else self._suspect

    @property
    def is_between(self) -> bool:
        """Whether nothing on this line is suspect."""
        return self._suspect is None

    @property
    def completed(self) -> int | None:
        """The first suspect that was not looked at."""
        return min(self._due) if self._due else None

    def looked(self, until: int) -> None:
        """Suspects before `until` were looked at."""
        self._due = [place for place in self._due if place >= until]

    def _end_line(self) -> None:
        self._lines_left = max(0, self._lines_left - 1)
        if not self._lines_left:
            self._suspect = None


@cache
def _telling() -> re.Pattern[str]:
    return re.compile(
        "[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\n\r\u2029\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
        "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800-\u28ff\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
        "\U000e0000-\U000e0fff]"
    )
