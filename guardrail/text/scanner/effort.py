"""How much one look at a text may cost, so that no list and text together take more than the text's length deserves."""

from __future__ import annotations

from guardrail.text.requests import CheckFault

BASE_STEPS = 200_000
STEPS_PER_CHARACTER = 16
"""Texts without names need none, texts full of names some two a character; a step takes up to two microseconds."""


class Effort:
    """Counts steps: a comparison of an entry, or of one letter of it. Not shared: one is made for each look."""

    __slots__ = ("_left",)

    def __init__(self, characters: int) -> None:
        self._left = BASE_STEPS + STEPS_PER_CHARACTER * characters

    def spend(self, steps: int) -> None:
        """Take `steps` off; raises `CheckFault` once there are none left."""
        self._left -= steps
        if self._left < 0:
            raise CheckFault("the list has too many entries that begin alike to be told apart in this text")
