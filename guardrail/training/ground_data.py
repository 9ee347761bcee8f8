"""From labelled answers to pairs of a claim and its evidence, the way the run time makes them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from guardrail.models.grounding.claims import Claim, Role, claim_of, claims
from guardrail.models.grounding.evidence import Passages
from guardrail.models.grounding.pairs import encode_pair
from guardrail.models.wordpiece import WordPiece
from guardrail.training.rows import LabelledAnswer

UNKNOWN: Final = -1.0
_MOST_CLAIMS: Final = 1
"""How many supported claims of an answer are taken: more of one document teach little."""
_WHOLE_ANSWER: Final = 60
"""Words up to which an answer whose bad sentence is not known is judged as one piece."""


@dataclass(frozen=True, slots=True)
class GroundExample:
    """A pair's ids and segments, its target (1 = unsupported), and a target a token (-1 where not known)."""

    ids: tuple[int, ...]
    segments: tuple[int, ...]
    target: float
    tokens: tuple[float, ...]
    source: str = ""


def ground_examples(
    rows: Iterable[LabelledAnswer], words: WordPiece, keep: Mapping[str, float], seed: int
) -> list[GroundExample]:
    """The pairs of all rows that are drawn; `keep` is the share of a source that is kept."""
    chance = random.Random(f"grounding {seed}")
    examples: list[GroundExample] = []
    for row in rows:
        if chance.random() < keep.get(row.source, 1.0):
            examples += pairs_of(row, words, chance)
    return examples


def pairs_of(row: LabelledAnswer, words: WordPiece, chance: random.Random) -> list[GroundExample]:
    """One pair a claim whose label is known."""
    found = [claim for claim in claims(row.answer, row.question) if claim.role is Role.CLAIM]
    if not found:
        return []
    if row.label and row.spans is None and len(found) > 1:
        # One of them is bad, nobody says which: only a short answer can be learnt from, as a whole.
        if len(row.answer.split()) > _WHOLE_ANSWER:
            return []
        start, end = found[0].start, found[-1].end
        found = [replace(claim_of(row.answer[start:end], row.question), start=start, end=end)]
    bad = [claim for claim in found if _is_bad(row, claim)]
    good = [claim for claim in found if not _is_bad(row, claim)]
    if len(good) > _MOST_CLAIMS:
        good = chance.sample(good, _MOST_CLAIMS)
    passages = Passages(row.context)
    return [_pair(row, claim, passages, words) for claim in (*bad, *good)]


def _is_bad(row: LabelledAnswer, claim: Claim) -> bool:
    if not row.label or row.spans is None:
        return bool(row.label)
    return _touches(row, claim.start, claim.end)


def _touches(row: LabelledAnswer, start: int, end: int) -> bool:
    return any(first < end and last > start for first, last in row.spans or ())


def _pair(row: LabelledAnswer, claim: Claim, passages: Passages, words: WordPiece) -> GroundExample:
    evidence = passages.choose(claim.text, hint=claim.hint)
    pair = encode_pair(words, claim.text, evidence)
    bad = _is_bad(row, claim)
    known = not bad or row.spans is not None
    tokens = [UNKNOWN] * len(pair.ids)
    # Spans are offsets in the answer; the claim's own words stand behind what it is read with.
    shift = claim.start - claim.offset
    for place, (first, last) in pair.word_spans.items():
        if known and first >= claim.offset:
            tokens[place] = float(bad and _touches(row, first + shift, last + shift))
    return GroundExample(tuple(pair.ids), tuple(pair.segments), float(bad), tuple(tokens), row.source)
