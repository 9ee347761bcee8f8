"""Labelled answers as the run time sees them: each claim's logits and features, beside what its label says of it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias, TypeVar

from guardrail.models.grounding.claims import MOST_QUESTION, Claim, Role, claims
from guardrail.models.grounding.evidence import Passages
from guardrail.models.grounding.features import Context
from guardrail.models.grounding.scorer import ClaimReading
from guardrail.training.rows import LabelledAnswer, LabelledText

Row = TypeVar("Row", LabelledText, LabelledAnswer)
Reads: TypeAlias = Callable[[Claim, Context, str | None], ClaimReading | None]
"""`Scorer.read`: what is known of a claim, None where it needs no model."""

MOST_ROWS: Final = 400
"""Rows of a source: more of one would only take time, since every source weighs the same."""


@dataclass(frozen=True, slots=True)
class ReadWord:
    """A token's word in a claim: the token's logit, whether a fact check doubts the word, whether it is unsupported."""

    logit: float
    doubted: bool
    bad: bool


@dataclass(frozen=True, slots=True)
class ReadClaim:
    """`figures` are the sentence logit, the highest token logit, and the features in their order.

    They are None for a claim that stands in the passages word for word. `bad` is None where the label does not say
    which claim of the answer is meant; `words` are empty where it does not say which words.
    """

    figures: tuple[float, ...] | None
    bad: bool | None
    words: tuple[ReadWord, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadAnswer:
    """An answer with its claims; `label` 1 has unsupported content. `seen`: its source is among those that trained."""

    source: str
    label: int
    claims: tuple[ReadClaim, ...]
    seen: bool = True

    @property
    def read(self) -> list[tuple[float, ...]]:
        """The figures of the claims that the model read."""
        return [claim.figures for claim in self.claims if claim.figures is not None]


def read_all(
    rows: Iterable[LabelledAnswer], read: Reads, seed: int, *, seen: bool = True, most: int = MOST_ROWS
) -> list[ReadAnswer]:
    """At most `most` rows of each source, read; rows without passages teach nothing and are left out."""
    return [made for row in drawn(rows, seed, most) if (made := read_answer(row, read, seen=seen)) is not None]


def drawn(rows: Iterable[Row], seed: int, most: int) -> list[Row]:
    """At most `most` rows of each source, by chance, in the order of the sources' names."""
    by_source: dict[str, list[Row]] = {}
    for row in rows:
        by_source.setdefault(row.source, []).append(row)
    chance = random.Random(f"grounding rows {seed}")
    return [
        row
        for name in sorted(by_source)
        for row in chance.sample(by_source[name], min(most, len(by_source[name])))
    ]  # fmt: skip


def read_answer(row: LabelledAnswer, read: Reads, *, seen: bool = True) -> ReadAnswer | None:
    """One answer, None where its passages hold no sentence."""
    context = Context.of(Passages(row.context))
    if not context.passages.units:
        return None
    question = row.question[-MOST_QUESTION:] if row.question else None
    found = [claim for claim in claims(row.answer, question) if claim.role is Role.CLAIM]
    made = []
    for claim in found:
        bad = _is_bad(row, claim, alone=len(found) == 1)
        known = read(claim, context, question)
        if known is None:
            made.append(ReadClaim(None, bad))
        else:
            figures = (known.reading.logit, known.highest, *known.measured.values)
            made.append(ReadClaim(figures, bad, _words(row, known)))
    return ReadAnswer(row.source, row.label, tuple(made), seen)


def _is_bad(row: LabelledAnswer, claim: Claim, *, alone: bool) -> bool | None:
    if not row.label:
        return False
    if row.spans is not None:
        return _touches(row.spans, claim.start, claim.end)
    return True if alone else None


def _words(row: LabelledAnswer, known: ClaimReading) -> tuple[ReadWord, ...]:
    claim = known.claim
    if row.spans is None or not claim.is_literal:
        return ()
    doubts = [(doubt.start, doubt.end) for doubt in known.measured.doubtful]
    return tuple(
        ReadWord(
            logit,
            _touches(doubts, start, end),
            bool(row.label) and _touches(row.spans, claim.start + start, claim.start + end),
        )
        for start, end, logit in known.own_words
    )


def _touches(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(first < end and last > start for first, last in spans)
