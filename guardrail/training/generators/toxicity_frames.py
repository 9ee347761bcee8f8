"""How the toxicity generators make rows: frames with slots, parted into train and dev by their place in the list."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from guardrail.training.generators import toxicity_fillers
from guardrail.training.rows import LabelledText, Split

Manner: TypeAlias = Literal["comment", "prompt", "verbatim"]
Finish: TypeAlias = Callable[[str, random.Random], str]

DEV_SHARE: Final = 0.12
DEV_EVERY: Final = 6
DEV_PLACE: Final = 2
MOST_STEPS: Final = 60
SAME_CORE: Final = 2
"""How often one expanded frame may come back in another dress."""

_SLOT = re.compile(r"\{([a-z_]+\d?)(?::(\d))?\}")
_CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
# Fillers do not know what stands before them, so `a` becomes `an` here; `a union` and `a user` keep theirs.
_ARTICLE = re.compile(r"\b([Aa])(?= (?:[aeio]|un(?!i)|us(?!e|u))[a-z])")
_ARTICLE_CAPITAL = re.compile(r"\b([Aa])(?= (?:[AIO]|E(?!u|w)|Un(?!i))[a-z])")
_SENTENCE = re.compile(r"((?:^|[.!?] +)[\"'(]?)([a-z])")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of text: `frames` holds a frame a line, `rows` is the number of training rows wanted of it.

    A frame has slots, `{name}` (the same word all through the row, `{name2}` another one, `{group:1}` the second form
    of a filler that has several), and choices, `[one|another|]`. The manner says what dress a text may get: that of a
    comment (openers, company of plain sentences, lower case), of a prompt (please, thanks), or none.
    """

    name: str
    label: int
    rows: int
    frames: str
    category: str = ""
    manner: Manner = "comment"


def portion(items: Sequence[str], split: Split) -> list[str]:
    """The part of a list that a split may use; the parts are disjoint and together the whole list.

    Raises ValueError for a list that cannot be parted.

    >>> portion(["a", "b", "c", "d"], "dev"), portion(["a", "b", "c", "d"], "train")
    (['c'], ['a', 'b', 'd'])
    """
    if len(items) < 2:
        raise ValueError(f"a list of `{len(items)}` entries cannot be parted into train and dev")
    dev = [place for place in range(len(items)) if place % DEV_EVERY == DEV_PLACE] or [len(items) - 1]
    return [item for place, item in enumerate(items) if (place in dev) == (split == "dev")]


def entries(text: str) -> list[str]:
    """The entries of a filler list: parted by semicolons or line ends."""
    return [entry for entry in (part.strip() for part in re.split(r"[;\n]", text)) if entry]


def frames_of(kind: Kind) -> list[str]:
    """The frames of a kind, in their order."""
    return [line.strip() for line in kind.frames.splitlines() if line.strip()]


def make_rows(
    source: str, kinds: Sequence[Kind], fillers: Mapping[str, str], seed: int, finish: Finish | None = None
) -> Iterator[LabelledText]:
    """The rows of all kinds, train then dev for each; `finish` may rewrite a text at the end (odd spelling).

    Raises KeyError for a slot without a list.
    """
    lists = {name: entries(text) for name, text in {**toxicity_fillers.FILLERS, **fillers}.items()}
    seen: set[str] = set()
    for kind in kinds:
        yield from _rows_of_kind(source, kind, "train", lists, seed, seen, finish)
        yield from _rows_of_kind(source, kind, "dev", lists, seed, seen, finish)


def _rows_of_kind(
    source: str,
    kind: Kind,
    split: Split,
    lists: Mapping[str, list[str]],
    seed: int,
    seen: set[str],
    finish: Finish | None,
) -> Iterator[LabelledText]:
    rng = random.Random(f"{seed}/{source}/{kind.name}/{split}")
    own = {name: portion(items, split) for name, items in lists.items()}
    frames = portion(frames_of(kind), split)
    wanted = kind.rows if split == "train" else round(kind.rows * DEV_SHARE / (1 - DEV_SHARE))
    cores: Counter[str] = Counter()
    made = 0
    for attempt in range(wanted * 5):
        if made == wanted:
            return
        core = expand(frames[attempt % len(frames)], own, rng)
        text = _dress(core, kind.manner, own, rng)
        if finish is not None:
            text = finish(text, rng)
        key = re.sub(r"\W+", " ", text.casefold()) if text.isascii() else text
        if key in seen or cores[core] >= SAME_CORE:
            continue
        seen.add(key)
        cores[core] += 1
        made += 1
        yield LabelledText(text, kind.label, source, split, kind.name, kind.category)


def expand(frame: str, lists: Mapping[str, Sequence[str]], rng: random.Random) -> str:
    """A frame with its choices made and its slots filled, articles and sentence openings put right.

    Raises KeyError for a slot without a list, ValueError for fillers that hold each other.

    >>> expand("a {thing} [is|is] here", {"thing": ["apple"]}, random.Random(1))
    'An apple is here'
    """
    bound: dict[str, str] = {}

    def fill(match: re.Match[str]) -> str:
        name, form = match.group(1), int(match.group(2) or 0)
        if name not in bound:
            items = lists[name.rstrip("0123456789")]
            free = [item for item in items if item not in bound.values()] or list(items)
            bound[name] = rng.choice(free)
        forms = bound[name].split("~")
        return forms[min(form, len(forms) - 1)]

    text = frame
    for _ in range(MOST_STEPS):
        if not _SLOT.search(text) and not _CHOICE.search(text):
            break
        text = _CHOICE.sub(lambda match: rng.choice(match.group(1).split("|")), text)
        text = _SLOT.sub(fill, text, count=1)
    else:
        raise ValueError(f"`{frame}` does not come to an end")
    text = re.sub(r"(?<=\S) {2,}", " ", text).replace(" ,", ",").replace(" .", ".").replace("\\n", "\n").strip()
    text = _ARTICLE_CAPITAL.sub(r"\1n", _ARTICLE.sub(r"\1n", text))
    return _SENTENCE.sub(lambda match: match.group(1) + match.group(2).upper(), text)


def _dress(core: str, manner: Manner, lists: Mapping[str, Sequence[str]], rng: random.Random) -> str:
    if manner == "verbatim":
        return core
    draw = rng.random()
    if manner == "prompt":
        return _as_prompt(core, draw, lists, rng)
    if draw < 0.46:
        text = core
    elif draw < 0.57:
        text = f"{rng.choice(lists['opener'])} {_lower_first(core)}"
    elif draw < 0.66:
        closer = rng.choice(lists["closer"])
        text = f"{_closed(core)} {closer if closer.islower() else expand(closer, lists, rng)}"
    elif draw < 0.71:
        text = f"@{rng.choice(lists['handle'])} {core}"
    elif draw < 0.86:
        return _in_company(core, 1, lists, rng)
    else:
        return _in_company(core, rng.randint(2, 6), lists, rng)
    return _loosen(text, rng)


def _as_prompt(core: str, draw: float, lists: Mapping[str, Sequence[str]], rng: random.Random) -> str:
    if draw < 0.55:
        return core if draw < 0.40 else _loosen(core, rng)
    if draw < 0.75:
        return f"{rng.choice(lists['greeting'])} {_lower_first(core)}"
    return f"{_closed(core)} {expand(rng.choice(lists['purpose']), lists, rng)}"


def _in_company(core: str, count: int, lists: Mapping[str, Sequence[str]], rng: random.Random) -> str:
    company = [expand(item, lists, rng) for item in rng.sample(lists["plain"], min(count, len(lists["plain"])))]
    company.insert(rng.randint(0, len(company)), _closed(core))
    return " ".join(company)


def _closed(text: str) -> str:
    return text if text[-1] in ".!?\"'`)" or not text[-1].isascii() else text + "."


def _lower_first(text: str) -> str:
    word = text.split(" ", 1)[0]
    keep = (
        word in {"I", "I'm", "I've", "I'd", "I'll"} or not word[1:].islower() or word in toxicity_fillers.proper_words()
    )
    return text if (keep and len(word) > 1) or word == "I" else text[:1].lower() + text[1:]


def _loosen(text: str, rng: random.Random) -> str:
    draw = rng.random()
    if draw < 0.18:
        text = text.lower()
    if draw < 0.30:
        return text.rstrip(".")
    if draw > 0.94:
        return text.rstrip(".") + "!!"
    return text
