"""Word n-grams: where a text repeats another word for word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from guardrail.decision import Span
from guardrail.text.folding import fold
from guardrail.text.requests import PieceLike, ViewName

MIN_WORDS = 4
"""A given text with fewer words than a shingle is compared whole, if it has as many as this."""


@cache
def _words() -> re.Pattern[str]:
    # Scripts without spaces count letter by letter; an apostrophe does not end a word.
    unspaced = (
        "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u31f0-\u31ff"
        "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
    )
    return re.compile(rf"[{unspaced}]|[^\W{unspaced}]+(?:'[^\W{unspaced}]+)*")


def count_words(text: str) -> int:
    """The number of words; each letter of a script that is written without spaces counts as one."""
    return sum(1 for _ in _words().finditer(text))


@dataclass(frozen=True, slots=True)
class Shingles:
    """The word n-grams of given texts, each `size` folded words long; never across two texts.

    `vocabulary` numbers the words, `grams` holds the numbers of each n-gram by `size`.
    """

    vocabulary: dict[str, int]
    grams: dict[int, frozenset[tuple[int, ...]]]

    @classmethod
    def of_texts(cls, texts: Iterable[str], size: int) -> Shingles:
        """The shingles of some texts; one that is shorter than `size` words, but has 4 or more, is one shingle."""
        vocabulary: dict[str, int] = {}
        grams: dict[int, set[tuple[int, ...]]] = {}
        for text in texts:
            numbers = [vocabulary.setdefault(word, len(vocabulary)) for word in _words().findall(fold(text))]
            length = min(size, len(numbers))
            if length >= min(size, MIN_WORDS):
                found = grams.setdefault(length, set())
                found.update(tuple(numbers[i : i + length]) for i in range(len(numbers) - length + 1))
        return cls(vocabulary, {length: frozenset(found) for length, found in grams.items()})

    def repeated(self, piece: PieceLike) -> list[Span]:
        """The maximal stretches of a piece that repeat shingles, as spans of its original text.

        >>> from guardrail.text.subject import Piece
        >>> Shingles.of_texts(["one two three four"], 3).repeated(Piece("So: One, two\\nthree!"))
        [(4, 18)]
        """
        if not self.grams:
            return []
        view = piece.view(ViewName.FOLDED)
        words = list(_words().finditer(view.text))
        numbers = [self.vocabulary.get(word[0], -1) for word in words]
        covered = _merged(sorted(span for length in self.grams for span in self._hits(numbers, length)))
        return [view.origin(words[first].start(), words[last - 1].end()) for first, last in covered]

    def _hits(self, numbers: list[int], length: int) -> list[Span]:
        grams = self.grams[length]
        found = []
        known = 0
        for place, number in enumerate(numbers, 1):
            known = known + 1 if number >= 0 else 0
            if known >= length and tuple(numbers[place - length : place]) in grams:
                found.append((place - length, place))
        return found


def _merged(spans: list[Span]) -> list[Span]:
    """Spans that overlap, each group as one."""
    merged: list[Span] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
