"""The notation that own grounding documents are written in: genres of frames, whose lines hold slots.

A genre opens with `@ key | subject slots | title`; each `# slots` opens a frame. A frame's lines begin with `P` (a
sentence of a document), `Y` (a sentence that follows from every `P`), `R` (the same, and false once slots of one
kind change places), `Q` (question = answer = what is asked, as a
clause). `E` lines belong to the genre: sentences which a document may hold or lack.

`<y>` is the value of slot y. `{k:is|is not}` is what slot k chose. A slot is declared `y=year` (a kind of value), `k=2`
(one of two holds), `k=opt2` (nothing, or one of two, which an answer may leave out) or `k=cond2` (nothing, or one of
two, which an answer must not leave out).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from random import Random
from typing import TypeAlias

from guardrail.training.generators.grounding_names import Value

Setting: TypeAlias = Value | int
Piece: TypeAlias = tuple[str, bool]
"""A stretch of text, and whether the passages do not support it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One fact: its slots (name -> declaration), how documents say it, what follows, what is asked.

    `swaps` are the lines of `follows` that turn false when two slots of a kind change places.
    """

    slots: Mapping[str, str]
    says: list[str]
    follows: list[str]
    swaps: list[str]
    asks: list[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Genre:
    """A kind of document: its subject's slots, its title, its frames and its optional sentences."""

    key: str
    subjects: Mapping[str, str]
    title: str
    frames: list[Frame] = field(default_factory=list)
    extras: list[str] = field(default_factory=list)


def _slots(text: str) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in text.split())


@cache
def parse(text: str) -> tuple[Genre, ...]:
    """The genres written in `text`. Raises ValueError for a line of no known letter."""
    genres: list[Genre] = []
    frame: Frame | None = None
    for line in filter(None, map(str.strip, text.splitlines())):
        letter, rest = line[0], line[1:].strip()
        if letter == "@":
            key, subjects, title = (part.strip() for part in rest.split("|", 2))
            genres.append(Genre(key, _slots(subjects), title))
            frame = None
        elif letter == "#":
            frame = Frame(_slots(rest), [], [], [], [])
            genres[-1].frames.append(frame)
        elif letter == "E":
            genres[-1].extras.append(rest)
        elif frame is None:
            raise ValueError(f"`{line}` stands before the first frame of its genre")
        else:
            _add(frame, letter, rest)
    return tuple(genres)


def _add(frame: Frame, letter: str, rest: str) -> None:
    if letter == "P":
        frame.says.append(rest)
    elif letter in "YR":
        frame.follows.append(rest)
        frame.swaps.extend([rest] * (letter == "R"))
    elif letter == "Q":
        question, answer, clause = (part.strip() for part in rest.split(" = "))
        frame.asks.append((question, answer, clause))
    else:
        raise ValueError(f"`{letter}` opens no kind of line")


@cache
def _tokens(line: str) -> tuple[tuple[str, str, str], ...]:
    """The line in parts: (text, slot, alternatives)."""
    parts: list[tuple[str, str, str]] = []
    end = 0
    for match in re.finditer(r"<(\w+)>|\{(\w+):([^{}]*)\}", line):
        parts.append((line[end : match.start()], "", ""))
        parts.append(("", match[1] or match[2], match[3] if match[3] is not None else "<>"))
        end = match.end()
    parts.append((line[end:], "", ""))
    return tuple(part for part in parts if part != ("", "", ""))


@cache
def slots_of(line: str) -> tuple[str, ...]:
    """The slots that the line mentions, values inside of alternatives left out, in order."""
    return tuple(dict.fromkeys(slot for _, slot, _ in _tokens(line) if slot))


def render(
    line: str,
    state: Mapping[str, Setting],
    random: Random,
    *,
    wrong: Mapping[str, Setting] | None = None,
    loose: bool = False,
) -> list[Piece]:
    """The line with its slots filled from `state`, those in `wrong` from there and marked.

    `loose` lets names be shortened and figures rounded, as an answer may. Raises KeyError for a slot that
    no mapping has.
    """
    return _capitalised(_filled(line, state, random, wrong or {}, loose))


def _filled(
    line: str, state: Mapping[str, Setting], random: Random, wrong: Mapping[str, Setting], loose: bool
) -> list[Piece]:
    pieces: list[Piece] = []
    for text, slot, alternatives in _tokens(line):
        if not slot:
            pieces.append((text, False))
            continue
        setting = wrong[slot] if slot in wrong else state[slot]
        if isinstance(setting, Value):
            pieces.append((_form(setting, random, loose), slot in wrong))
            continue
        options = alternatives.split("|")
        chosen = options[min(setting, len(options) - 1)]
        inner = plain(_filled(chosen, state, random, {}, loose)) if chosen else ""
        if inner:
            pieces.append((inner, slot in wrong))
    return pieces


def _form(value: Value, random: Random, loose: bool) -> str:
    named = value.kind in ("company", "person")
    if not loose:
        return value.forms[0] if named else random.choice(value.forms)
    return random.choice((*value.forms, *value.loose))


def _capitalised(pieces: list[Piece]) -> list[Piece]:
    for index, (text, flag) in enumerate(pieces):
        if text.strip():
            pieces[index] = (text[0].upper() + text[1:], flag)
            break
    return pieces


def plain(pieces: Sequence[Piece]) -> str:
    """The pieces' text."""
    return "".join(text for text, _ in pieces)


def spans_of(pieces: Sequence[Piece]) -> tuple[tuple[int, int], ...]:
    """Half-open code-point offsets of the marked pieces, outer blanks and punctuation left out, neighbours joined."""
    spans: list[tuple[int, int]] = []
    at = 0
    for text, flag in pieces:
        if flag and text.strip(" ,;.\n"):
            start = at + len(text) - len(text.lstrip(" ,;\n"))
            end = at + len(text.rstrip(" ,;.\n"))
            if spans and start - spans[-1][1] <= 1:
                start = spans.pop()[0]
            spans.append((start, end))
        at += len(text)
    return tuple(spans)
