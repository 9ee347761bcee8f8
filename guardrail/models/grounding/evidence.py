"""Evidence: the few sentences of the passages that bear on one sentence of the answer, chosen by their words.

The cross-encoder reads some 220 tokens, passages have thousands. Sentences are taken greedily, each time the one that
covers most of what is still uncovered, weighted by how rare a word is among the passages; then their neighbours, who
tell what `it` and `they` mean. What is chosen stands in the passages' order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from guardrail.decision import Span
from guardrail.models.grounding.splitting import Unit, read, units
from guardrail.models.grounding.words import is_content, stems, words

BUDGET_WORDS = 170
_HINT_WEIGHT = 0.4
"""What a word of the question or the sentence before counts against one of the sentence itself."""
_COVERED_WEIGHT = 0.3
"""What is left of a word's weight once a chosen sentence has it."""
_LEAST_GAIN = 0.06
"""The share of all weight that a further sentence must bring."""
_LENGTH_SCALE = 50
"""Words at which a sentence needs twice the coverage of a very short one."""
_GLUED_WORDS = 30
"""A neighbour or a heading up to this long is cheap."""
_HEADING_WORDS = 12


@dataclass(frozen=True, slots=True)
class Piece:
    """A chosen sentence or row; `rank` counts from 0 in the order of usefulness, `weight` is what it covers in [0, 1].

    `start`, `end` are code-point offsets in passage number `passage` (in the context, where it came as one text).
    """

    text: str
    passage: int
    start: int
    end: int
    rank: int
    weight: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was chosen for one sentence, in the order of the passages."""

    pieces: tuple[Piece, ...] = ()

    @property
    def text(self) -> str:
        """The pieces joined by blanks."""
        return " ".join(piece.text for piece in self.pieces)

    @property
    def passages(self) -> tuple[int, ...]:
        """The passage of each piece."""
        return tuple(piece.passage for piece in self.pieces)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The span of each piece in its passage."""
        return tuple((piece.start, piece.end) for piece in self.pieces)

    @property
    def best(self) -> Piece | None:
        """The piece that covers most of the sentence, None where there is no evidence."""
        return max(self.pieces, key=lambda piece: (piece.weight, -piece.rank), default=None)


def split(answer: str) -> tuple[Span, ...]:
    """The sentences, list items and table rows of an answer as spans, without markers and white space around them.

    >>> split("Yes. 1,000 of them:\\n- tea\\n")
    ((0, 4), (5, 19), (22, 25))
    """
    return tuple((sentence.start, sentence.end) for sentence in read(answer))


def choose(
    sentence: str, passages: str | Sequence[str], budget_words: int = BUDGET_WORDS, *, hint: str = ""
) -> Evidence:
    """The evidence for one sentence; `Passages` answers for many. Raises `CheckFault` for too large passages.

    >>> choose("Tea is hot.", ["It rains. Tea should be hot."], budget_words=4).text
    'Tea should be hot.'
    """
    return Passages(passages).choose(sentence, budget_words, hint=hint)


class Passages:
    """Some passages, split and indexed once, immutable; a single text's paragraphs count as passages.

    `units` are their sentences and rows. Raises `CheckFault` where there are more than 400,000 characters.
    """

    def __init__(self, passages: str | Sequence[str]) -> None:
        self.units: tuple[Unit, ...] = units(passages)
        self._stems = [stems(unit.text) for unit in self.units]
        self._lengths = [len(found) for found in self._stems]
        self._holders: dict[str, list[int]] = {}
        for place, found in enumerate(self._stems):
            for word in set(found):
                self._holders.setdefault(word, []).append(place)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every stem of the passages."""
        return frozenset(self._holders)

    @cached_property
    def _lines(self) -> frozenset[str]:
        return frozenset(_plain(unit.text) for unit in self.units)

    def has(self, sentence: str) -> bool:
        """Whether a sentence stands among the passages word for word, as a whole sentence or row of theirs."""
        return _plain(sentence) in self._lines

    def rarity(self, word: str) -> float:
        """The weight of a stem: the logarithm of how rare it is among the units; largest for one they lack."""
        return log(1 + (len(self.units) + 1) / (len(self._holders.get(word, ())) + 0.5))

    def choose(self, sentence: str, budget_words: int = BUDGET_WORDS, *, hint: str = "") -> Evidence:
        """The evidence for a sentence in at most `budget_words` words (one unit at least, where there is any).

        `hint` is what stands around the sentence, the question or the sentence before; its words count less.
        """
        if not self.units:
            return Evidence()
        weights = self._weights(sentence, hint)
        ranked = self._greedy(weights, budget_words)
        everything = sum(self._lengths) <= budget_words
        order = self._with_neighbours(ranked, budget_words if not everything else sum(self._lengths))
        if everything:
            order += [place for place in range(len(self.units)) if place not in set(order)]
        total = sum(weights.values()) + self._lacking(sentence)
        pieces = []
        for rank, place in enumerate(order):
            unit = self.units[place]
            weight = sum(weights.get(word, 0.0) for word in set(self._stems[place])) / (total or 1.0)
            pieces.append((place, Piece(unit.text, unit.passage, unit.start, unit.end, rank, weight)))
        return Evidence(tuple(piece for _, piece in sorted(pieces, key=lambda pair: pair[0])))

    def _weights(self, sentence: str, hint: str) -> dict[str, float]:
        weights: dict[str, float] = {}
        for text, factor in ((sentence, 1.0), (hint, _HINT_WEIGHT)):
            for word in stems(text) if text else ():
                if word in self._holders and word not in weights and is_content(word):
                    weights[word] = factor * self.rarity(word)
        return weights

    def _lacking(self, sentence: str) -> float:
        """The weight of the sentence's words that no unit has."""
        return sum(self.rarity(word) for word in set(stems(sentence)) if word not in self._holders and is_content(word))

    def _greedy(self, weights: dict[str, float], budget: int) -> list[int]:
        """Units by their worth: each covers most, for its length, of what those before it left uncovered."""
        left = dict(weights)
        least = _LEAST_GAIN * sum(weights.values())
        holding: dict[int, list[str]] = {}
        for word in weights:
            for place in self._holders[word]:
                holding.setdefault(place, []).append(word)
        chosen: list[int] = []
        while holding:
            worth: dict[int, float] = {}
            for place, found in holding.items():
                gain = sum(left[word] for word in found)
                if gain >= least and (self._lengths[place] <= budget or not chosen):
                    worth[place] = gain / (_LENGTH_SCALE + self._lengths[place])
            if not worth:
                break
            best = max(worth, key=lambda place: (worth[place], -place))
            chosen.append(best)
            budget -= self._lengths[best]
            for word in holding.pop(best):
                left[word] *= _COVERED_WEIGHT
        return chosen or [0]

    def _with_neighbours(self, ranked: list[int], budget: int) -> list[int]:
        """The chosen units, and what is cheap and makes them easier to read: headings, the sentences around them."""
        order = list(ranked)
        have = set(ranked)
        budget -= sum(self._lengths[place] for place in ranked)
        for wanted in (self._headings(ranked), [p - 1 for p in ranked], [p + 1 for p in ranked]):
            for place, near in zip(wanted, ranked, strict=True):
                if not 0 <= place < len(self.units) or place in have:
                    continue
                length = self._lengths[place]
                if length > min(budget, _GLUED_WORDS) or self.units[place].passage != self.units[near].passage:
                    continue
                have.add(place)
                order.append(place)
                budget -= length
        return order

    def _headings(self, ranked: list[int]) -> list[int]:
        """For each unit the heading its passage opens with, -1 where it opens with none."""
        found = []
        for place in ranked:
            first = place
            while first > 0 and self.units[first - 1].passage == self.units[place].passage:
                first -= 1
            heading = self._lengths[first] <= _HEADING_WORDS and not self.units[first].text.endswith((".", "!", "?"))
            found.append(first if heading else -1)
        return found


def _plain(text: str) -> str:
    """The words of a text in lower case, without the marks between them."""
    return " ".join(words(text.lower()))
