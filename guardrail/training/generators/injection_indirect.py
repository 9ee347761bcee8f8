"""Documents and tool output with an order to the assistant put in, against the same documents clean or with notes for people."""

# ruff: noqa: E501  (a frame stands on one line, however long, so that its alternatives can be read in one go)
from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping

from guardrail.training.generators import injection_carriers as carriers
from guardrail.training.generators import injection_notes as notes
from guardrail.training.generators.injection_frames import Filler, Kind, rows_of
from guardrail.training.generators.injection_words import NAMES, shared
from guardrail.training.rows import LabelledText

NAME = "injection_indirect"


def generate(seed: int) -> Iterator[LabelledText]:
    """Carriers with one order to the assistant, with none, and with one to the human reader.

    >>> {row.category for row in generate(1) if row.label}
    {'indirect'}
    """
    slots = document_slots()
    frames = _mixed(
        carriers.MAILS,
        carriers.PAGES,
        carriers.MARKDOWN,
        carriers.RECORDS,
        carriers.CODE,
        carriers.DIARIES,
        carriers.PAPERS,
    )
    attacked = {**slots, "order": notes.TO_ASSISTANTS}
    noted = {**slots, "order": notes.TO_PEOPLE}
    kinds = (
        Kind("document with an order to the assistant", 1, frames, 800, attacked, "indirect", shape=_with_order),
        Kind("document with an order to people", 0, frames, 550, noted, shape=_with_order),
        Kind("clean document", 0, frames, 250, noted, shape=_with_task),
    )
    return rows_of(NAME, kinds, seed)


def document_slots() -> Mapping[str, Filler]:
    """What the carriers and the notes in them may name."""

    def lowered(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(text[:1].lower() + text[1:] for text in texts)

    def raised(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(text[:1].upper() + text[1:] for text in texts)

    return {
        **shared(),
        "person": NAMES,
        "line": carriers.LINES,
        "matter": carriers.MATTERS,
        "word": carriers.WORDS,
        "ask_for": carriers.TASKS,
        "spot": carriers.WRAPPERS,
        "deed": notes.DEEDS,
        "deed_up": raised(notes.DEEDS),
        "deed_must": tuple(f"must {deed}" for deed in notes.DEEDS),
        "claim_up": raised(notes.CLAIMS),
        "tool_deed": notes.TOOL_DEEDS,
        "claim": notes.CLAIMS,
        "sink": notes.SINKS,
        "unrelated": notes.UNRELATED,
        "unrelated_low": lowered(notes.UNRELATED),
    }


def _mixed(*groups: tuple[str, ...]) -> tuple[str, ...]:
    """The groups dealt out in turn, so that each split gets carriers of every sort."""
    longest = max(len(group) for group in groups)
    return tuple(group[place] for place in range(longest) for group in groups if place < len(group))


def _with_order(draw: random.Random, frame: str) -> str:
    """The frame with one of its lines (first, last or any between, equally often) turned into the spot."""
    places = [found.span() for found in re.finditer(r"\{line\}", frame)]
    start, end = draw.choice((places[0], places[-1], draw.choice(places)))
    return _with_task(draw, frame[:start] + "{spot}" + frame[end:])


def _with_task(draw: random.Random, frame: str) -> str:
    return "{ask_for}" + frame if draw.random() < 0.35 else frame
