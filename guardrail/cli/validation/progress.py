"""The progress line of a long run: how many texts, how fast, how long still."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from time import monotonic
from typing import Final

from guardrail.cli.validation.reading import Meter

_FIRST: Final = 1.0
_EVERY: Final = 0.2


@dataclass(slots=True)
class Progress:
    """Writes one line on standard error over and over; says nothing in the first second, or when not `live`."""

    meter: Meter
    live: bool
    started: float
    due: float
    shown: bool = False

    @classmethod
    def start(cls, meter: Meter, live: bool) -> Progress:
        """Progress from now on."""
        now = monotonic()
        return cls(meter, live, now, now + _FIRST)

    def update(self, texts: int) -> None:
        """Draw the line again if it is time to."""
        if not self.live or (now := monotonic()) < self.due:
            return
        self.due, self.shown = now + _EVERY, True
        print(f"\r\x1b[K{progress_line(texts, now - self.started, self.meter)}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Take the line away, before anything else is written."""
        if self.shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self.shown = False


def progress_line(texts: int, seconds: float, meter: Meter) -> str:
    """The line itself.

    >>> progress_line(1200, 4.0, Meter(total=1000, done=250))
    '1,200 texts, 300/s, 25 %, 12 s left'
    """
    line = f"{texts:,} texts, {texts / seconds:,.0f}/s"
    if not meter.total or not meter.done:
        return line
    part = min(1.0, meter.done / meter.total)
    left = seconds * (1 - part) / part
    return f"{line}, {100 * part:.0f} %, {_duration(left)} left"


def _duration(seconds: float) -> str:
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    minutes, rest = divmod(whole, 60)
    return f"{minutes} min {rest:02} s" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02} min"
