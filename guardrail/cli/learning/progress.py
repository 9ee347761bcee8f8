"""The progress line of a run over a known number of texts."""

from __future__ import annotations

import sys
from time import monotonic
from typing import Final

_EVERY: Final = 0.2
_FIRST: Final = 1.0


class ProgressLine:
    """One line on standard error, drawn over and over; nothing in the first second, or where nobody looks."""

    __slots__ = ("_due", "_live", "_shown", "_since", "_what")

    def __init__(self, live: bool) -> None:
        self._live = live
        self._what = ""
        self._since = monotonic()
        self._due = self._since + _FIRST
        self._shown = False

    def update(self, what: str, done: int, total: int) -> None:
        """Draw the line again if it is time to."""
        now = monotonic()
        if what != self._what:
            self._what, self._since = what, now
        if not self._live or now < self._due:
            return
        self._due, self._shown = now + _EVERY, True
        print(f"\r\x1b[K{progress_line(what, done, total, now - self._since)}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Take the line away, before anything else is written."""
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._shown = False


def progress_line(what: str, done: int, total: int, seconds: float) -> str:
    """The line itself.

    >>> progress_line("reading", 100, 400, 5.0), progress_line("reading", 0, 400, 0.0)
    ('reading: 100 of 400, 15 s left', 'reading: 0 of 400')
    """
    line = f"{what}: {done:,} of {total:,}"
    if not done or done >= total:
        return line
    left = round(seconds * (total - done) / done)
    return f"{line}, {left} s left" if left < 90 else f"{line}, {round(left / 60)} min left"
