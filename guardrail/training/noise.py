"""Misspelt and disguised copies of texts, so that the classifiers learn what the text views cannot undo."""

from __future__ import annotations

import random
from typing import Final

_LEET: Final = {"a": "4@", "e": "3", "i": "1!", "o": "0", "s": "5$", "t": "7", "l": "1"}
_KINDS: Final = ("leet", "doubled", "swapped", "dropped", "shouted", "starred", "glued")


def disguise(text: str, chance: random.Random) -> str:
    """A copy of `text` in which some words are spelt oddly; the same `chance` gives the same copy.

    >>> disguise("hello there", random.Random(1)) == disguise("hello there", random.Random(1))
    True
    """
    kind = chance.choice(_KINDS)
    words = text.split(" ")
    if kind == "shouted":
        return text.upper()
    if kind == "glued":
        place = chance.randrange(max(1, len(words) - 2))
        return " ".join([*words[:place], "".join(words[place : place + 3]), *words[place + 3 :]])
    return " ".join(_changed(word, kind, chance) if chance.random() < 0.3 else word for word in words)


def _changed(word: str, kind: str, chance: random.Random) -> str:
    if len(word) < 4:
        return word
    place = chance.randrange(1, len(word) - 1)
    if kind == "leet":
        return "".join(chance.choice(_LEET[c]) if c in _LEET and chance.random() < 0.6 else c for c in word)
    if kind == "doubled":
        return word[:place] + word[place] * chance.randint(2, 4) + word[place:]
    if kind == "swapped":
        return word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :]
    if kind == "dropped":
        return word[:place] + word[place + 1 :]
    return word[:place] + "*" + word[place + 1 :]
