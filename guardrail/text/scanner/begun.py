"""Entries that a literal of the automaton only begins: which of them stand in the text there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from guardrail.text.scanner.entries import Entry
from guardrail.text.scanner.prefixes import PrefixIndex
from guardrail.text.scanner.word_verify import end_of_words

FEW = 8
"""So many entries are compared one by one; of more, an index tells which fit."""


class FoldedText:
    """A folded text whose white space is blanks alone, and the same text with every run of blanks as one."""

    __slots__ = ("_ends", "_removed", "_single", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._single: str | None = None
        self._ends: list[int] = []
        self._removed: list[int] = []

    def single(self, start: int) -> tuple[str, int]:
        """The text with single blanks, and where the place `start` of the text, which is no blank, is in it."""
        if self._single is None:
            runs = [match.span() for match in _run().finditer(self.text)]
            self._ends = [end for _, end in runs]
            self._removed = list(accumulate((end - first - 1 for first, end in runs), initial=0))
            self._single = _run().sub(" ", self.text) if runs else self.text
        return self._single, start - self._removed[bisect_right(self._ends, start)]


class BegunEntries:
    """Entries with a common beginning, and their folded words with single blanks between them; immutable.

    A list of many names has many of these, most of them of one entry: those hold nothing else.
    """

    __slots__ = ("_entries", "_many")

    def __init__(self, entries: Sequence[tuple[Entry, str]]) -> None:
        self._entries = tuple(entries)
        self._many = _Many(entries) if len(entries) > FEW else None

    @property
    def kinds(self) -> frozenset[tuple[int, bool]]:
        """The lists that the entries belong to, and whether as exceptions."""
        return self._many.kinds if self._many is not None else frozenset(entry.kind for entry, _ in self._entries)

    def at(self, text: FoldedText, start: int) -> Iterator[tuple[Sequence[Entry], int]]:
        """The entries that stand at `start` with where they end, the longest first."""
        return iter(self._one_by_one(text.text, start)) if self._many is None else self._many.at(text, start)

    def _one_by_one(self, text: str, start: int) -> list[tuple[Sequence[Entry], int]]:
        found: list[tuple[Sequence[Entry], int]] = []
        for entry, words in self._entries:
            # Most often an entry stands as it is written; otherwise its words are compared one by one.
            stop = start + len(words) if text.startswith(words, start) else end_of_words(text, start, words.split(" "))
            if stop >= 0:
                found.append(((entry,), stop))
        return found if len(found) < 2 else sorted(found, key=lambda one: -one[1])


class _Many:
    """More entries than are compared one by one."""

    __slots__ = ("_by_words", "_index", "kinds")

    def __init__(self, entries: Sequence[tuple[Entry, str]]) -> None:
        self._by_words: dict[str, list[Entry]] = {}
        for entry, words in entries:
            self._by_words.setdefault(words, []).append(entry)
        self._index = PrefixIndex(self._by_words)
        self.kinds = frozenset(entry.kind for entry, _ in entries)

    def at(self, text: FoldedText, start: int) -> Iterator[tuple[Sequence[Entry], int]]:
        for words in self._index.longest_first(*text.single(start)):
            yield self._by_words[words], end_of_words(text.text, start, words.split(" "))


@cache
def _run() -> re.Pattern[str]:
    return re.compile(" {2,}")
