"""Whether a text says in other words what a required one says: by shared words, by meaning where they leave doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from typing import TYPE_CHECKING, Final

from guardrail.text.folding import fold
from guardrail.text.sentences import sentences

if TYPE_CHECKING:
    from guardrail.models.likeness import Likeness

NEARLY_ALL: Final = 0.95
"""From this likeness of words up, meaning is not asked: what differs is order, or a word."""
TOO_FEW: Final = 0.5
"""Below it, meaning is not asked either: a reworded text keeps some of the words."""
MOST_READ: Final = 4
"""So many stretches of a text, those with the most shared words, are read for their meaning."""

_LEAST_LENGTH_BY_WORDS: Final = 2 / 3
_LEAST_LENGTH_BY_MEANING: Final = 3 / 5
"""A reworded text has at least so many words for each of the required one's, and the other way round."""

# Folded; English, German, French, Spanish, Portuguese, Italian, Dutch, Polish and Czech, Scandinavian.
_NEGATIONS = """
no not never none cannot without nicht kein keine keinen keiner keinem nie ohne ne pas non jamais sans nunca sin nao
nem sem mai senza niet geen nooit zonder bez ikke ingen aldrig aldri inte
"""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sentences that follow each other: their text, and its folded words."""

    text: str
    words: tuple[str, ...]


class Rewording:
    """Looks for a required text in other words.

    Without `meaning` shared words decide: they must reach `similarity`. With it they decide where nearly all or too
    few are shared; between, the meaning must reach `similarity`.
    """

    __slots__ = ("_by_words", "_meaning", "_required", "_sentences", "_similarity")

    def __init__(self, required: str, similarity: float, meaning: Likeness | None = None) -> None:
        self._required = words_of(required)
        self._sentences = max(1, len(sentences(required)))
        self._similarity = similarity
        self._meaning = meaning
        self._by_words = similarity if meaning is None else max(similarity, NEARLY_ALL)
        # Loads rapidfuzz now, not within a request.
        shared_words(self._required, self._required)

    @property
    def reads_meaning(self) -> bool:
        """Whether the encoder may run."""
        return self._meaning is not None

    def stands_in(self, text: str) -> bool:
        """Whether a stretch of the text says the same; at most four of them are read for their meaning."""
        doubtful: list[tuple[float, str]] = []
        for stretch in stretches(text, self._sentences):
            alike = self._words_alike(stretch.words)
            if alike >= self._by_words and _have_like_lengths(stretch.words, self._required, _LEAST_LENGTH_BY_WORDS):
                return True
            if alike >= TOO_FEW:
                doubtful.append((alike, stretch.text))
        meaning = self._meaning
        if meaning is None:
            return False
        return any(meaning.of(own) >= self._similarity for _, own in nlargest(MOST_READ, doubtful))

    def _words_alike(self, words: tuple[str, ...]) -> float:
        """How many words are shared, in [0, 1]; -1 where length, a negation or a number says that the text differs."""
        if not _have_like_lengths(words, self._required, _LEAST_LENGTH_BY_MEANING):
            return -1.0
        return shared_words(words, self._required) if _may_mean_the_same(words, self._required) else -1.0


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text, apostrophes kept.

    >>> words_of("It isn\\u2019t Medical advice.")
    ('it', "isn't", 'medical', 'advice')
    """
    return tuple(_word().findall(fold(text)))


def shared_words(found: tuple[str, ...], required: tuple[str, ...]) -> float:
    """How many words two texts share, in [0, 1]: rapidfuzz's token-set ratio.

    It is 1 also for a text that is part of the other, and weighs every word the same.

    >>> shared_words(("please", "ask", "a", "doctor"), ("ask", "a", "doctor", "please"))
    1.0
    """
    from rapidfuzz.fuzz import token_set_ratio

    return token_set_ratio(" ".join(found), " ".join(required)) / 100


def stretches(text: str, length: int) -> Iterator[Stretch]:
    """Each run of `length` sentences, one more or one less; the whole text where it has fewer.

    >>> [stretch.text for stretch in stretches("One. Two.", 1)]
    ['One. ', 'Two.', 'One. Two.']
    """
    spans = sentences(text)
    parts = [words_of(text[start:end]) for start, end in spans]
    for count in range(max(1, length - 1), length + 2):
        for first in range(max(1, len(parts) - count + 1)):
            own = spans[first : first + count]
            words = tuple(word for part in parts[first : first + count] for word in part)
            if own:
                yield Stretch(text[own[0][0] : own[-1][1]], words)


def _have_like_lengths(found: tuple[str, ...], required: tuple[str, ...], least: float) -> bool:
    shorter, longer = sorted((len(found), len(required)))
    return shorter > 0 and shorter >= longer * least


def _may_mean_the_same(found: tuple[str, ...], required: tuple[str, ...]) -> bool:
    """One text may not negate when the other does not, and every number of the required text stands in the other.

    Neither shared words nor an embedding can be trusted to notice.
    """
    return any(map(_negates, found)) == any(map(_negates, required)) and _numbers(required) <= _numbers(found)


def _numbers(words: tuple[str, ...]) -> set[str]:
    return {word for word in words if any(map(str.isdigit, word))}


def _negates(word: str) -> bool:
    return word in _negations() or word.endswith("n't")


@cache
def _negations() -> frozenset[str]:
    return frozenset(_NEGATIONS.split())


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+(?:'[^\W_]+)*")
