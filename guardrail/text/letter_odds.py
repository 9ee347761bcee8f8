"""What a letter sequence says for each language of a group, as log odds, worked out when it is first met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

_SMOOTHING = 0.2


class LetterOdds:
    """Log odds by letter sequence, one number a language; the memo holds no more sequences than the profiles do.

    >>> odds = LetterOdds([Counter({"th": 9, "he": 9}), Counter({"ch": 9, "he": 1})])
    >>> [number > 0 for number in odds.get("th") or ()], odds.get("qq")
    ([True, False], None)
    """

    __slots__ = ("_counts", "_known", "_memo", "_totals")

    def __init__(self, counts: Sequence[Counter[str]]) -> None:
        self._counts = counts
        self._known = frozenset[str]().union(*counts)
        self._totals = [count.total() + _SMOOTHING * len(self._known) for count in counts]
        self._memo: dict[str, tuple[float, ...]] = {}

    def get(self, sequence: str) -> tuple[float, ...] | None:
        """The odds for each language, or None for a sequence in no profile."""
        odds = self._memo.get(sequence)
        if odds is None and sequence in self._known:
            shares = [(c[sequence] + _SMOOTHING) / t for c, t in zip(self._counts, self._totals, strict=True)]
            mean = sum(shares) / len(shares)
            odds = self._memo[sequence] = tuple(log(share / mean) for share in shares)
        return odds
