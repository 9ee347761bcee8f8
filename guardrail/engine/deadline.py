"""The deadline that travels with a call, and the allowance that a model asks before every window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias

from guardrail.engine.costs import WindowEstimate

if TYPE_CHECKING:
    from guardrail.engine.budget import StageBudget

Clock: TypeAlias = Callable[[], int]
"""Nanoseconds of a clock that never goes back, from any start."""


class Deadline:
    """When a call must be answered: `at`, nanoseconds by the clock of its `stage`.

    `slack` is the time that checks may still take though the deadline has passed, at most one and a half milliseconds
    and three hundredths of the budget in all: to leave out what takes some microseconds would save nothing, and the
    promise is kept to within two milliseconds. So no hiccup of the machine decides about a text.
    """

    __slots__ = ("at", "slack", "stage")

    def __init__(self, stage: StageBudget, started: int) -> None:
        self.stage = stage
        self.at = started + stage.within
        self.slack = stage.slack

    def grants(self, needs: float) -> bool:
        """Whether a check that comes too late may run all the same, as it takes next to nothing: uses up slack."""
        if needs > self.slack:
            return False
        self.slack -= needs
        return True


class WindowAllowance:
    """Admits windows as long as their 99th percentile fits before `latest`; learns from how long each took.

    `run` counts the windows that it admitted, `stopped` says whether one was refused.
    """

    __slots__ = ("_began", "_clock", "_refused", "_share", "_window", "latest", "run", "stopped")

    def __init__(self, clock: Clock, latest: float, window: WindowEstimate) -> None:
        self.latest: Final = latest
        self.stopped = False
        self.run = 0
        self._clock = clock
        self._window = window
        self._began = 0
        self._share = 0.0
        self._refused = 0.0, 0.0

    def admits(self, share: float) -> bool:
        """Whether a window filled to `share` may be run."""
        now = self.finish()
        if self.stopped or now + self._window.bound(share) > self.latest:
            if not self.stopped:
                self.stopped, self._refused = True, (share, self.latest - now)
            return False
        self._began, self._share = now, share
        self.run += 1
        return True

    def finish(self) -> int:
        """The last window, if any, has ended: learn from it. Returns the time."""
        now = self._clock()
        if self._share:
            self._window.learn(self._share, now - self._began)
            self._share = 0.0
        return now

    def close(self) -> None:
        """Nothing more is asked: learn from the last window, or from there having been none."""
        self.finish()
        if self.stopped and not self.run:
            self._window.relent(*self._refused)
