"""Texts of a wanted length for the speed benchmark, put together from a few words, the same every time."""

from __future__ import annotations

import random
from collections.abc import Callable

_SUBJECTS = (
    "the driver",
    "our office",
    "a customer",
    "the new machine",
    "every second order",
    "the museum",
    "her team",
)
_VERBS = ("needs", "repaired", "returned", "describes", "replaced", "measured", "opened", "sent")
_OBJECTS = ("the blue parcel", "two reports", "an old bridge", "the wrong invoice", "a window", "the water pump")
_ENDS = ("on Monday", "before noon", "near the river", "for the third time", "with great care", "in the north hall")

Count = Callable[[str], int]
"""Counts a text's tokens."""


def sentences(number: int, seed: int) -> list[str]:
    """So many sentences, all different."""
    chance = random.Random(seed)
    found: dict[str, None] = {}
    while len(found) < number:
        parts = [chance.choice(words) for words in (_SUBJECTS, _VERBS, _OBJECTS, _ENDS)]
        found[f"{' '.join(parts).capitalize()} at {len(found) + 1} o'clock."] = None
    return list(found)


def text_of(tokens: int, count: Count, seed: int) -> str:
    """A text of sentences with as many tokens, or up to three fewer."""
    words: list[str] = []
    length = 0
    for sentence in sentences(tokens // 6 + 2, seed):
        for word in sentence.split():
            more = count(word)
            if length + more > tokens:
                return " ".join(words)
            words.append(word)
            length += more
    return " ".join(words)


def answer_of(number: int, seed: int) -> str:
    """An answer of so many sentences, each a passage's sentence in other words."""
    told = sentences(200, seed)
    chance = random.Random(seed)
    return " ".join(f"It is said that {told[chance.randrange(200)].lower()}" for _ in range(number))
