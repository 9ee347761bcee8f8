"""What a producer is expected to take: a profile's figures, corrected by what is seen in this process."""

from __future__ import annotations

import math
from typing import Final

from guardrail.compiler.costs import Figures, windows_of

_LEAST_FACTOR: Final = 1 / 8
_MOST_FACTOR: Final = 8.0
"""A correction is bounded: a few odd runs neither close a check for good nor promise what the profile denies."""

_RISE: Final = 1.25
_FALL: Final = 1 - (_RISE - 1) / 99
"""So much up for a time over the bound and so much down for one within: in balance where one in a hundred is over."""
_RELENTING: Final = 1 - (_RISE - 1) / 990
"""For a check that runs in the caller's thread: begun too hopefully, it would hold the call up."""
_RELENTING_APART: Final = 0.98
"""For one that can be left behind."""

_LEAST_LATENESS: Final = 50_000
_TELLING: Final = 4_000_000
"""Nanoseconds: what is expected to take less says more of the machine's mood than of the check."""
_TELLING_SHARE: Final = 1 / 4
"""Of a window: how long a nearly empty one takes says little of a full one."""


class Estimate:
    """How long one producer takes, in nanoseconds, as a function of the text's code points.

    `given` are the code points of what came with the text (the passages of `grounding`). `reserve` is what must be left
    when the producer has ended. `fixed` and `slope` are the line of `needs` where there are no windows. Mutable, and
    not locked: of threads that learn at the same time one may go unheard, which does no harm.

    >>> estimate = Estimate(Figures(1_000, 50), Figures(2_000, 100), Figures(10))
    >>> estimate.bound(1_000), estimate.usual(1_000), estimate.needs(1_000)
    (2100000.0, 1050000.0, 2110000.0)
    >>> for _ in range(400):
    ...     estimate.learn(1_000, 600_000)
    >>> estimate.bound(1_000) < 900_000 and estimate.usual(1_000) < 650_000
    True
    """

    __slots__ = ("_bound", "_mean", "_reserve", "_usual", "factor", "fixed", "slope", "telling")

    def __init__(self, usual: Figures, bound: Figures, reserve: Figures) -> None:
        self._usual = usual
        self._bound = bound
        self._reserve = reserve
        self._mean = 1.0
        self.factor = 1.0
        self.telling = _telling(bound)
        self.fixed = self.slope = 0.0
        self._join()

    def needs(self, characters: int, given: int = 0) -> float:
        """The time that must be left before the producer is begun: its 99th percentile, and the reserve."""
        if self._bound.window_us or given:
            return self.bound(characters, given) + self.reserve(characters)
        return self.fixed + self.slope * characters

    def reserve(self, characters: int) -> float:
        """The time that must be left when it has ended."""
        return _nanoseconds(self._reserve, characters, 0)

    def bound(self, characters: int, given: int = 0) -> float:
        """Its 99th percentile, as far as is known."""
        return self.factor * _nanoseconds(self._bound, characters, given)

    def usual(self, characters: int, given: int = 0) -> float:
        """Its mean, as far as is known."""
        return self._mean * _nanoseconds(self._usual, characters, given)

    def learn(self, characters: int, elapsed: float, given: int = 0) -> None:
        """Take in how long it took this time; only of texts of `telling` code points or more there is much to learn."""
        self.factor = _learnt(self.factor, elapsed / max(1.0, _nanoseconds(self._bound, characters, given)))
        self.learn_usual(characters, elapsed, given)
        self._join()

    def learn_usual(self, characters: int, elapsed: float, given: int = 0) -> None:
        """Take in how long it took, where that says nothing of its 99th percentile: it could be stopped."""
        ratio = elapsed / max(1.0, _nanoseconds(self._usual, characters, given))
        self._mean += (min(ratio, _MOST_FACTOR) - self._mean) / 16

    def relent(self, characters: int, given: int, left: float, within: float, *, apart: bool) -> None:
        """It was not begun, with so many nanoseconds left of `within`: a bad opinion of it fades.

        What is never tried is never learnt of. It fades where by the profile alone it would have fitted; where even the
        shortest text never would, the profile itself is doubted. `apart`: it runs in a thread of its own.
        """
        fade = _RELENTING_APART if apart else _RELENTING
        if self.needs(0) > within:
            self.factor = max(self.factor * fade, _LEAST_FACTOR)
        elif _nanoseconds(self._bound, characters, given) + self.reserve(characters) <= left:
            self.factor = max(self.factor * fade, 1.0)
        self._join()

    def _join(self) -> None:
        """The linear part with its reserve as one line: asked for before every producer of every call."""
        self.fixed = (self.factor * self._bound.fixed_us + self._reserve.fixed_us) * 1e3
        self.slope = self.factor * self._bound.character_ns + self._reserve.character_ns


class WindowEstimate:
    """How long a window of a model takes, in nanoseconds, by how full it is; learns as `Estimate` does."""

    __slots__ = ("_bound", "factor")

    def __init__(self, window_us: float) -> None:
        self._bound = window_us * 1e3
        self.factor = 1.0

    def bound(self, share: float) -> float:
        """Its 99th percentile, as far as is known; one that is nearly empty costs a sixteenth of a full one."""
        return self.factor * self._bound * max(share, 1 / 16)

    def learn(self, share: float, elapsed: float) -> None:
        """Take in how long a window took."""
        if share >= _TELLING_SHARE:
            self.factor = _learnt(self.factor, elapsed / max(1.0, self._bound * share))

    def relent(self, share: float, left: float) -> None:
        """A text was left without a window: a bad opinion fades where by the profile alone one would have fitted."""
        if self._bound * max(share, 1 / 16) <= left:
            self.factor = max(self.factor * _RELENTING_APART, 1.0)


class Lateness:
    """How much later than told callers wake, in nanoseconds, at the 99th percentile: threads wait for one another."""

    __slots__ = ("_most", "bound")

    def __init__(self, most: float) -> None:
        self._most = most
        self.bound = 0.0

    def learn(self, late: float) -> None:
        """Take in how late one was."""
        if late > self.bound:
            self.bound = min(self.bound * _RISE + _LEAST_LATENESS, late, self._most)
        else:
            self.bound *= _FALL


def _learnt(factor: float, ratio: float) -> float:
    if ratio > factor:
        return min(factor * _RISE, ratio, _MOST_FACTOR)
    return max(factor * _FALL, ratio, _LEAST_FACTOR)


def _telling(bound: Figures) -> float:
    """From how many code points on a time is long enough to tell of the check, and not of the machine's mood."""
    if bound.window_us or bound.fixed_us * 1e3 >= _TELLING:
        return 0.0
    return (_TELLING - bound.fixed_us * 1e3) / bound.character_ns if bound.character_ns else math.inf


def _nanoseconds(figures: Figures, characters: int, given: int) -> float:
    plain = figures.fixed_us * 1e3 + figures.character_ns * (characters + given)
    return plain + windows_of(characters) * figures.window_us * 1e3 if figures.window_us else plain
