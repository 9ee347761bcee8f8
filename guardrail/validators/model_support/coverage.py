"""How much of a subject was looked at, where the time did not suffice for all of it."""

from __future__ import annotations

from collections.abc import Sequence


def coverage(parts: Sequence[tuple[int, float]]) -> float:
    """The share of several texts that was looked at: each with its length and its own share.

    >>> coverage([(300, 1.0), (100, 0.0)]), coverage([])
    (0.75, 1.0)
    """
    if all(share == 1.0 for _, share in parts):
        return 1.0
    return sum(length * share for length, share in parts) / max(1, sum(length for length, _ in parts))
