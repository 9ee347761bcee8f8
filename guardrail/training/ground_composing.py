"""Answers put together from the sentences of others, as long and as often wrong as those of real traffic.

The labelled rows that are like retrieval's answers have one or two claims, and half of them are bad whatever their
length. Real answers have some six, of which each is bad at the same rate: a longer answer is more often bad.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Final

from guardrail.training.ground_readings import ReadAnswer, ReadClaim

SENTENCES: Final = 0.06
"""The share of unsupported sentences in answers over retrieved passages."""
_LENGTHS: Final = (2, 3, 4, 5, 6, 7, 8, 9, 10, 12)
_EACH: Final = 100
_FEWEST: Final = 5


def composed(answers: Sequence[ReadAnswer], seed: int = 7) -> list[ReadAnswer]:
    """A hundred answers a source that has claims enough of both labels; `source` ends in `, composed`."""
    chance = random.Random(f"composed answers {seed}")
    found: list[ReadAnswer] = []
    for source, seen in sorted({(answer.source, answer.seen) for answer in answers}):
        claims = [claim for one in answers if (one.source, one.seen) == (source, seen) for claim in one.claims]
        good = [claim for claim in claims if claim.bad is False]
        bad = [claim for claim in claims if claim.bad]
        if min(len(good), len(bad)) >= _FEWEST:
            found += [_answer(f"{source}, composed", seen, good, bad, chance) for _ in range(_EACH)]
    return found


def _answer(
    source: str, seen: bool, good: Sequence[ReadClaim], bad: Sequence[ReadClaim], chance: random.Random
) -> ReadAnswer:
    length = chance.choice(_LENGTHS)
    claims = tuple(chance.choice(bad if chance.random() < SENTENCES else good) for _ in range(length))
    return ReadAnswer(source, int(any(claim.bad for claim in claims)), claims, seen)
