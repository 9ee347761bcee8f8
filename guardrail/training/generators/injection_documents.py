"""Whole documents with one foreign order put in anywhere, against the same documents clean or with notes for people."""

from __future__ import annotations

import random
from collections.abc import Iterator

from guardrail.training.generators import injection_notes as notes
from guardrail.training.generators.injection_frames import Kind, rows_of
from guardrail.training.generators.injection_indirect import document_slots
from guardrail.training.generators.injection_library import DOCUMENTS, QUESTIONS
from guardrail.training.rows import LabelledText

NAME = "injection_documents"

MARK = "\u00b6"


def generate(seed: int) -> Iterator[LabelledText]:
    """Coherent documents; the order is the only difference between the labels.

    >>> {row.label for row in generate(1)} == {0, 1}
    True
    """
    slots = {**document_slots(), "question": QUESTIONS}
    frames = tuple(document + "{question}" for document in DOCUMENTS)
    attacked = {**slots, "order": notes.TO_ASSISTANTS}
    noted = {**slots, "order": notes.TO_PEOPLE}
    kinds = (
        Kind("whole document with an order to the assistant", 1, frames, 900, attacked, "indirect", shape=_planted),
        Kind("whole document with an order to people", 0, frames, 560, noted, shape=_planted),
        Kind("whole clean document", 0, frames, 380, noted, shape=_clean),
    )
    return rows_of(NAME, kinds, seed)


def _planted(draw: random.Random, frame: str) -> str:
    """The document with the spot at one of its marks: first, last or any between, equally often."""
    parts = frame.split(MARK)
    place = draw.choice((1, len(parts) - 1, draw.randrange(1, len(parts))))
    before, after = "".join(parts[:place]), "".join(parts[place:])
    before += "" if not before or before[-1].isspace() or before[-1] in ">\"'" else " "
    after = after if not after or after[0] in '\n<"{' else f" {after.lstrip()}"
    return _asked(draw, f"{before}{{spot}}{after}")


def _clean(draw: random.Random, frame: str) -> str:
    return _asked(draw, frame.replace(MARK, ""))


def _asked(draw: random.Random, frame: str) -> str:
    return "{ask_for}" + frame if draw.random() < 0.25 else frame
