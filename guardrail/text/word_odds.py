"""What a word says for each language of a group, as log odds, worked out when it is first met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from math import log

_COMMON = log(2)


class WordOdds:
    """Log odds by word, for the languages that have it among their common ones; the memo holds no other words.

    >>> odds = WordOdds([{"in", "the"}, {"in", "der"}, {"en", "de"}])
    >>> sorted(odds.get("in")), odds.get("in")[0] < odds.get("der")[1], odds.get("qq")
    ([0, 1], True, {})
    """

    __slots__ = ("_known", "_lists", "_memo")

    def __init__(self, lists: Sequence[AbstractSet[str]]) -> None:
        self._lists = lists
        self._known = frozenset[str]().union(*lists)
        self._memo: dict[str, Mapping[int, float]] = {}

    def get(self, word: str) -> Mapping[int, float]:
        """The odds by the place of each language that has the word; empty for a word in no list."""
        if word not in self._known:
            return _NOTHING
        odds = self._memo.get(word)
        if odds is None:
            held = [place for place, words in enumerate(self._lists) if word in words]
            odds = self._memo[word] = dict.fromkeys(held, log(1 + len(self._lists) / len(held)) - _COMMON)
        return odds


_NOTHING: Mapping[int, float] = {}
