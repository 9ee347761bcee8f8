"""Texts that begin alike: which of them another text goes on with, without comparing it with each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator


class PrefixIndex:
    """Finds those of many texts that a longer text begins with; immutable.

    Sorted, each text knows the longest of the others that it begins with itself, so that one search leads to a chain
    which holds every answer.

    >>> list(PrefixIndex(["lab", "labs", "lab dynamics", "labour"]).longest_first("the labs", 4))
    ['labs', 'lab']
    """

    __slots__ = ("_longest", "_parents", "_texts")

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = sorted(set(texts))
        self._longest = max(map(len, self._texts), default=0)
        self._parents: list[int] = []
        open_texts: list[int] = []
        for place, text in enumerate(self._texts):
            while open_texts and not text.startswith(self._texts[open_texts[-1]]):
                open_texts.pop()
            self._parents.append(open_texts[-1] if open_texts else -1)
            open_texts.append(place)

    def longest_first(self, text: str, start: int) -> Iterator[str]:
        """The texts of the index that stand in `text` at `start`."""
        window = text[start : start + self._longest]
        place = bisect_right(self._texts, window) - 1
        if place < 0:
            return
        shared = _common_length(self._texts[place], window)
        while place >= 0 and len(self._texts[place]) > shared:
            place = self._parents[place]
        while place >= 0:
            yield self._texts[place]
            place = self._parents[place]


def _common_length(first: str, second: str) -> int:
    """How many characters two texts have in common from their start."""
    least, most = 0, min(len(first), len(second))
    while least < most:
        middle = (least + most + 1) // 2
        if first[:middle] == second[:middle]:
            least = middle
        else:
            most = middle - 1
    return least
