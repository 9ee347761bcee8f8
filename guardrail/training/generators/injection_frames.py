"""Frames filled with phrases: how the injection generators turn short lists into many distinct texts."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TypeAlias

from guardrail.training.rows import LabelledText, Split

Filler: TypeAlias = Sequence[str] | Callable[[random.Random], str]
Finish: TypeAlias = Callable[[random.Random, str], str]

DEV_EVERY = 6
"""Every sixth entry of a list is kept for dev, so no frame and no phrase stands on both sides."""

DEV_SHARE = 0.12
MOST_WORDS = 200
ATTEMPTS_A_ROW = 25
MOST_ROUNDS = 80

KEPT_SLOTS = frozenset({"name", "company", "persona", "kin", "code"})
"""Slots that stand for the same phrase wherever a text names them."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of text: frames whose `{slots}` are filled and whose `(a|b)` alternatives are chosen.

    `rows` is the number of texts wanted of both splits together; a kind with few combinations gives fewer. `shape`
    reworks a frame before it is filled, `finish` the text afterwards.
    """

    name: str
    label: int
    frames: Sequence[str]
    rows: int
    slots: Mapping[str, Filler] = field(default_factory=dict)
    category: str = ""
    shape: Finish | None = None
    finish: Finish | None = None


def side(entries: Sequence[str], split: Split) -> Sequence[str]:
    """The entries of a list that belong to a split: by position, so that train and dev share none.

    >>> side(["a", "b", "c"], "dev"), side(["a", "b", "c"], "train")
    (['c'], ['a', 'b'])
    """
    every = min(DEV_EVERY, len(entries))
    return [entry for place, entry in enumerate(entries) if (place % every == every - 1) == (split == "dev")]


def filled(frame: str, slots: Mapping[str, Filler], split: Split, draw: random.Random) -> str:
    """A frame with every slot filled from the split's side of its list and every alternative chosen.

    Raises KeyError for a slot without a filler, RecursionError for fillers that name each other for ever.

    >>> filled("(Hi|Hi) {who}", {"who": ("Ann", "Bob")}, "train", random.Random(1))
    'Hi Ann'
    """
    slot, alternatives, gap = _patterns()
    text = frame
    kept: dict[str, str] = {}
    used: set[str] = set()
    for _ in range(MOST_ROUNDS):
        found = slot.search(text)
        if found is None:
            break
        filler = slots[found[1]]
        phrase = kept.get(found[1]) or _phrase(filler, split, draw, used)
        if found[1] in KEPT_SLOTS:
            kept[found[1]] = phrase
        text = text[: found.start()] + phrase + text[found.end() :]
    else:
        raise RecursionError(f"the slots of `{frame[:60]}` never end")
    while (found := alternatives.search(text)) is not None:
        text = text[: found.start()] + draw.choice(found[1].split("|")) + text[found.end() :]
    return gap.sub(r"\1", text).translate({mark: sign for sign, mark in _hidden().items()})


def _phrase(filler: Filler, split: Split, draw: random.Random, used: set[str]) -> str:
    if callable(filler):
        return filler(draw).translate(_hidden())
    entries = side(filler, split)
    phrase = draw.choice([entry for entry in entries if entry not in used] or entries)
    used.add(phrase)
    return phrase


@cache
def _hidden() -> dict[int, int]:
    """What drawn text may hold that a frame would read as a slot or an alternative, and its stand-in."""
    return {ord(sign): 0xE000 + place for place, sign in enumerate("{}()|")}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(r"\{([a-z_]+)\}"),
        re.compile(r"\(([^()|]*(?:\|[^()|]*)+)\)"),
        re.compile(r"(?<=\w) +([,.;!?])(?=\s|$)"),
    )


def rows_of(source: str, kinds: Sequence[Kind], seed: int) -> Iterator[LabelledText]:
    """The rows of every kind, train before dev, without a text twice; the same seed gives the same rows."""
    seen: set[str] = set()
    for kind in kinds:
        for split, wanted in _wanted(kind.rows):
            draw = random.Random(f"{seed}/{source}/{kind.name}/{split}")
            for text in _texts(kind, split, wanted, draw, seen):
                yield LabelledText(text, kind.label, source, split, kind.name, kind.category)


def _wanted(rows: int) -> tuple[tuple[Split, int], tuple[Split, int]]:
    dev = round(rows * DEV_SHARE)
    return ("train", rows - dev), ("dev", dev)


def _texts(kind: Kind, split: Split, wanted: int, draw: random.Random, seen: set[str]) -> Iterator[str]:
    frames = list(side(kind.frames, split))
    given = 0
    for attempt in range(wanted * ATTEMPTS_A_ROW):
        if given == wanted:
            return
        if attempt % len(frames) == 0:
            draw.shuffle(frames)
        frame = frames[attempt % len(frames)]
        if kind.shape is not None:
            frame = kind.shape(draw, frame)
        text = filled(frame, kind.slots, split, draw)
        if kind.finish is not None:
            text = kind.finish(draw, text)
        key = " ".join(text.split()).casefold()
        if key not in seen and len(text.split()) <= MOST_WORDS:
            seen.add(key)
            given += 1
            yield text


def worn(draw: random.Random, text: str) -> str:
    """A text as people type it: now and then lower case, without the last stop, with a slip, or with a greeting.

    Attacks and ordinary texts are worn at the same rates, so that carelessness is no sign of either.
    """
    chance = draw.random()
    if chance < 0.10:
        return text.lower()
    if chance < 0.18:
        return text.rstrip(".!")
    if chance < 0.26:
        return _slipped(draw, text)
    if chance < 0.29:
        return text.upper()
    if chance < 0.35:
        return f"{draw.choice(('Hi', 'Hello', 'Hey', 'ok', 'Please help', 'Quick one', 'So'))}, {text}"
    if chance < 0.40:
        return f"{text} {draw.choice(('Thanks!', 'thx', 'Thank you.', 'Please.', 'Cheers', ':)', 'I appreciate it.'))}"
    return text


def _slipped(draw: random.Random, text: str) -> str:
    words = text.split(" ")
    for _ in range(draw.randint(1, 3)):
        place = draw.randrange(len(words))
        word = words[place]
        if len(word) > 4 and word.isalpha():
            cut = draw.randrange(1, len(word) - 2)
            words[place] = draw.choice(
                (
                    word[:cut] + word[cut + 1] + word[cut] + word[cut + 2 :],
                    word[:cut] + word[cut + 1 :],
                    word[:cut] + word[cut] + word[cut:],
                )
            )
    return " ".join(words)


def number(draw: random.Random) -> str:
    """A small number in digits."""
    return str(draw.choice((draw.randint(2, 12), draw.randint(13, 99), draw.randint(100, 4999))))


def token(draw: random.Random) -> str:
    """Eight hexadecimal digits, as in hashes and identifiers."""
    return f"{draw.getrandbits(32):08x}"
