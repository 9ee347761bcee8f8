"""From labelled texts to what the guard model learns from: token ids and a target for each head that is known."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from guardrail.models.preparing import prepare
from guardrail.models.wordpiece import WordPiece
from guardrail.training.guard_model import INJECTION, LOGITS, TOXICITY
from guardrail.training.noise import disguise
from guardrail.training.rows import LabelledText

UNKNOWN: Final = -1.0
TOXICITY_LIMIT: Final = 128
INJECTION_LIMIT: Final = 256
_CLS: Final = 101
_SEP: Final = 102
_FROM_START: Final = 0.7
"""How often a long text is cut to its opening; otherwise anywhere."""


@dataclass(frozen=True, slots=True)
class GuardExample:
    """Ids with their specials; ten targets (1, 0, or -1 for unknown); whether the embedding is held to the base's."""

    ids: tuple[int, ...]
    targets: tuple[float, ...]
    held: bool


@dataclass(frozen=True, slots=True)
class Mix:
    """How the rows of a pass are drawn: what share of a source is kept, how many get a disguised copy.

    `held` is the share whose embedding is held, `crossed` the share of toxicity rows that also teach "no attack".
    """

    keep: Mapping[str, float]
    disguised: float = 0.05
    held: float = 0.25
    crossed: float = 0.25


def toxicity_examples(
    rows: Iterable[LabelledText], words: WordPiece, mix: Mix, seed: int, clean: frozenset[str]
) -> list[GuardExample]:
    """Examples of the toxicity head; those of `clean` sources teach the injection head that they are no attack."""
    chance = random.Random(f"toxicity {seed}")
    examples: list[GuardExample] = []
    for row in _drawn(rows, mix, chance):
        attack = 0.0 if row.source in clean or chance.random() < mix.crossed else UNKNOWN
        targets = (*targets_of(row, TOXICITY), *(attack,) * len(INJECTION))
        examples += _examples(row, targets, words, TOXICITY_LIMIT, mix, chance)
    return examples


def injection_examples(
    rows: Iterable[LabelledText], words: WordPiece, mix: Mix, seed: int, clean: frozenset[str]
) -> list[GuardExample]:
    """Examples of the injection head; those of `clean` sources teach the toxicity head that they are harmless."""
    chance = random.Random(f"injection {seed}")
    examples: list[GuardExample] = []
    for row in _drawn(rows, mix, chance):
        toxic = 0.0 if row.source in clean else UNKNOWN
        targets = ((toxic,) * len(TOXICITY) + targets_of(row, INJECTION))[: len(LOGITS)]
        examples += _examples(row, targets, words, INJECTION_LIMIT, mix, chance)
    return examples


def targets_of(row: LabelledText, heads: Sequence[str]) -> tuple[float, ...]:
    """The overall target, then one a category: a harmless text is none of them, a bad one its own.

    The kinds of attack exclude each other, and so do the categories of our own rows; a stranger's label says nothing
    of the other categories.
    """
    if not row.label:
        return (0.0,) * len(heads)
    own = row.source.startswith(("synthetic_", "own_")) or heads is INJECTION
    other = 0.0 if own and row.category else UNKNOWN
    return (1.0, *(1.0 if name == row.category else other for name in heads[1:]))


def _drawn(rows: Iterable[LabelledText], mix: Mix, chance: random.Random) -> Iterable[LabelledText]:
    for row in rows:
        if chance.random() < mix.keep.get(row.source, 1.0):
            yield row


def _examples(
    row: LabelledText,
    targets: tuple[float, ...],
    words: WordPiece,
    limit: int,
    mix: Mix,
    chance: random.Random,
) -> Iterable[GuardExample]:
    held = chance.random() < mix.held
    yield GuardExample(_cut(words.encode(prepare(row.text)), limit, chance), targets, held)
    if chance.random() < mix.disguised:
        odd = disguise(row.text, chance)
        yield GuardExample(_cut(words.encode(prepare(odd)), limit, chance), targets, False)


def _cut(ids: Sequence[int], limit: int, chance: random.Random) -> tuple[int, ...]:
    room = limit - 2
    start = 0
    if len(ids) > room and chance.random() >= _FROM_START:
        start = chance.randrange(len(ids) - room + 1)
    return (_CLS, *ids[start : start + room], _SEP)
