"""Where a text may be turning into JSON: strings of a document are judged decoded, and an edit writes it anew."""

from __future__ import annotations

import re
from functools import cache


class JsonOpening:
    """Watches one text for the first character from which on it may be JSON, or may hold escapes."""

    __slots__ = ("_head", "_opened", "_position")

    def __init__(self) -> None:
        self._head: str | None = ""
        self._opened: int | None = None
        self._position = 0

    def feed(self, chunk: str) -> int:
        """Go on with the text; returns `live`."""
        if self._opened is None:
            opening = _openings().search(chunk)
            if opening is not None:
                self._opened = self._position + opening.start()
        if self._head is not None:
            self._head += chunk
            if _scalars().fullmatch(self._head) is None:
                self._head = None
        self._position += len(chunk)
        return self.live

    @property
    def live(self) -> int:
        """Up to where the text is prose, whatever comes."""
        if self._head is not None:
            return 0
        return self._position if self._opened is None else self._opened


@cache
def _openings() -> re.Pattern[str]:
    return re.compile(r"[{\[\\`~]")


@cache
def _scalars() -> re.Pattern[str]:
    """What a whole text may be the beginning of: white space, a number, a string, a constant."""
    words = "|".join(word[:length] for word in ("true", "false", "null") for length in range(len(word), 0, -1))
    return re.compile(rf'[ \t\n\r]*(?:-?[0-9.eE+-]*|"[^"]*"?|{words})?[ \t\n\r]*')
