"""A sentence beside its evidence, in figures: what a linear model reads next to the cross-encoder's answer."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from math import log

from guardrail.models.grounding.evidence import Evidence, Passages
from guardrail.models.grounding.facts import Doubt, Doubtful, Known, doubtful, known, known_question
from guardrail.models.grounding.polarity import negations, opposed, strength
from guardrail.models.grounding.words import is_content, stems

NAMES = (
    "missing_words",
    "missing_words_anywhere",
    "missing_count",
    "missing_stretch",
    "best_piece_lacks",
    "missing_bigrams",
    "broken_run",
    "numbers",
    "small_numbers",
    "units",
    "dates",
    "names",
    "far_facts",
    "negation",
    "opposites",
    "strength",
    "from_question",
    "length",
    "short",
    "no_evidence",
)
"""The features in order: shares in [0, 1], but for `numbers` to `far_facts` (counts up to 3) and `length`."""

_PREFIX = 6
"""Letters that two words of one family share (`administration`, `administrative`)."""
_MOST_FACTS = 3


@dataclass(frozen=True, slots=True)
class Context:
    """What is made once for an answer: the passages with an index of their words and of their facts."""

    passages: Passages
    facts: Known
    prefixes: frozenset[str]

    @classmethod
    def of(cls, passages: Passages) -> Context:
        """Read the passages' facts."""
        facts = known((unit.text for unit in passages.units), passages.vocabulary)
        return cls(passages, facts, _prefixes(passages.vocabulary))


@dataclass(frozen=True, slots=True)
class Measured:
    """The features of a sentence in the order of `NAMES`, and the facts in it that the passages do not have."""

    values: tuple[float, ...]
    doubtful: tuple[Doubtful, ...]


def measure(sentence: str, evidence: Evidence, context: Context, question: str | None = None) -> Measured:
    """The features of a sentence; `question` excuses the facts that it brings itself."""
    said = stems(sentence)
    content = [word for word in said if is_content(word)]
    asked = known_question(question) if question else None
    pieces = [stems(piece.text) for piece in evidence.pieces]
    held = frozenset(word for piece in pieces for word in piece)
    doubts = doubtful(sentence, context.facts, asked)
    near = (
        doubtful(sentence, known((piece.text for piece in evidence.pieces), held), asked) if evidence.pieces else doubts
    )
    kinds = Counter(doubt.kind for doubt in doubts)
    best = _best(evidence)
    values = (
        _missing(content, held, _prefixes(held), context.passages),
        _missing(content, context.passages.vocabulary, context.prefixes, context.passages),
        log(1 + sum(1 for word in content if word not in held)) / 3,
        _longest_stretch(content, held) / 3,
        1.0 - (evidence.pieces[best].weight if best is not None else 0.0),
        _missing_bigrams(content, pieces),
        1.0 - _longest_run(said, pieces),
        _count(kinds[Doubt.NUMBER]),
        _count(kinds[Doubt.SMALL_NUMBER]),
        _count(kinds[Doubt.UNIT]),
        _count(kinds[Doubt.DATE]),
        _count(kinds[Doubt.NAME]),
        _count(len(near) - len(doubts)),
        *_polarity(
            said, pieces[best] if best is not None else [], evidence.pieces[best].weight if best is not None else 0
        ),
        _share(content, frozenset(stems(question)) if question else frozenset()),
        log(1 + len(said)) / 4,
        float(len(content) <= 3),
        float(not evidence.pieces),
    )
    return Measured(values, doubts)


def _best(evidence: Evidence) -> int | None:
    places = range(len(evidence.pieces))
    return max(places, key=lambda place: (evidence.pieces[place].weight, -place), default=None)


def _missing(content: list[str], held: frozenset[str], prefixes: frozenset[str], passages: Passages) -> float:
    """The share of the content words, weighted by their rarity, that are not held; half for a word of the family."""
    total = lacking = 0.0
    for word in set(content):
        weight = passages.rarity(word)
        total += weight
        if word not in held:
            lacking += weight / 2 if word[:_PREFIX] in prefixes else weight
    return lacking / total if total else 0.0


def _longest_stretch(content: list[str], held: frozenset[str]) -> float:
    """The most content words in a row that are not held, up to 6: an invented clause in a sentence that else holds."""
    longest = stretch = 0
    for word in content:
        stretch = 0 if word in held else stretch + 1
        longest = max(longest, stretch)
    return float(min(longest, 6))


def _prefixes(vocabulary: frozenset[str]) -> frozenset[str]:
    return frozenset(word[:_PREFIX] for word in vocabulary if len(word) >= _PREFIX)


def _missing_bigrams(content: list[str], pieces: list[list[str]]) -> float:
    wanted = set(pairwise(content))
    if not wanted:
        return 0.0
    held: set[tuple[str, str]] = set()
    for piece in pieces:
        kept = [word for word in piece if is_content(word)]
        held.update(pairwise(kept))
    return len(wanted - held) / len(wanted)


def _longest_run(said: list[str], pieces: list[list[str]]) -> float:
    """The share of a sentence's words in the longest stretch that one piece has word for word."""
    if not said:
        return 1.0
    texts = [f" {' '.join(piece)} " for piece in pieces]
    longest = start = 0
    for end in range(1, len(said) + 1):
        while start < end and not _is_in(said[start:end], texts):
            start += 1
        longest = max(longest, end - start)
    return longest / len(said)


def _is_in(run: list[str], texts: list[str]) -> bool:
    wanted = f" {' '.join(run)} "
    return any(wanted in text for text in texts)


def _count(number: int) -> float:
    return float(min(number, _MOST_FACTS))


def _polarity(said: list[str], best: list[str], weight: float) -> tuple[float, float, float]:
    """Negation, opposites and strong words against the best piece; the first two count as far as it covers."""
    if not best:
        return 0.0, 0.0, 0.0
    negated = (negations(said) % 2) != (negations(best) % 2)
    against = opposed(frozenset(said), frozenset(best))
    stronger = strength(said) - strength(best)
    return float(negated) * weight, _count(len(against)) * weight, _count(len(stronger))


def _share(content: list[str], held: frozenset[str]) -> float:
    return sum(1 for word in content if word in held) / len(content) if content else 0.0
