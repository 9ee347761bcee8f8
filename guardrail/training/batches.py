"""Batches of near equal length under a token budget, in an order that the seed alone decides."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Final

_POOL: Final = 64
"""How many batches' worth of examples are sorted by length together: enough to waste little, yet stay mixed."""


def plan_batches(lengths: Sequence[int], budget: int, seed: int) -> list[list[int]]:
    """Places of examples, batch by batch; a batch's longest length times its size stays within `budget`.

    >>> sorted(sorted(batch) for batch in plan_batches([5, 9, 5, 9], 18, seed=1))
    [[0, 2], [1, 3]]
    """
    chance = random.Random(seed)
    places = list(range(len(lengths)))
    chance.shuffle(places)
    batches: list[list[int]] = []
    mean = sum(lengths) / max(len(lengths), 1)
    pool = max(1, int(_POOL * budget / max(mean, 1.0)))
    for first in range(0, len(places), pool):
        # Ties keep the shuffled order, so that equal lengths do not always meet the same neighbours.
        batches += _cut(sorted(places[first : first + pool], key=lengths.__getitem__), lengths, budget)
    chance.shuffle(batches)
    return batches


def _cut(places: list[int], lengths: Sequence[int], budget: int) -> list[list[int]]:
    batches: list[list[int]] = []
    current: list[int] = []
    for place in places:
        if current and lengths[place] * (len(current) + 1) > budget:
            batches.append(current)
            current = []
        current.append(place)
    return [*batches, current] if current else batches
