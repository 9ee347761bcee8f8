"""The rows that the classifiers are judged on: dev rows of the given data and of our own generators, benign prose."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guardrail.training.given_data import read_answers, read_objects, read_texts
from guardrail.training.own_data import own_injection, own_toxicity
from guardrail.training.prose_split import is_judging_prose
from guardrail.training.rows import LabelledAnswer, LabelledText

PROSE_CHARACTERS = 2000
_SEED = 7
"""That of the training commands: our own rows are the same."""


@dataclass(frozen=True, slots=True)
class Row:
    """Something to judge: a text, or the item that grounding takes; label 1 is what must be found."""

    item: Any
    label: int
    source: str
    kind: str


def text_rows(data: Path, model: str, most: int) -> list[Row]:
    """The dev rows of `toxicity` or `injection`, at most `most` a source."""
    own = own_toxicity if model == "toxicity" else own_injection
    rows: list[LabelledText] = [*read_texts(data, model), *own(_SEED)]
    return _sampled((Row(r.text, r.label, r.source, r.kind) for r in rows if r.split == "dev"), most)


def answer_rows(data: Path, most: int) -> list[Row]:
    """The dev rows of `grounding`, at most `most` a source."""
    rows = (row for row in read_answers(data) if row.split == "dev")
    return _sampled((Row(_item(r), r.label, r.source, r.kind) for r in rows), most)


def prose(data: Path, most: int) -> list[Row]:
    """Answers of language models that neither trained a classifier nor set its levels, assumed benign."""
    rows = (row for row in read_objects(data, "prose") if is_judging_prose(row["source"]))
    found = [Row(row["text"][:PROSE_CHARACTERS], 0, row["source"], "") for row in rows]
    return random.Random(_SEED).sample(found, min(most, len(found)))


def _item(row: LabelledAnswer) -> dict[str, Any]:
    return {"context": row.context, "answer": row.answer, "question": row.question}


def _sampled(rows: Iterable[Row], most: int) -> list[Row]:
    """At most `most` rows of each source, the same ones every time."""
    sources: dict[str, list[Row]] = {}
    for row in rows:
        sources.setdefault(row.source, []).append(row)
    chance = random.Random(_SEED)
    return [row for name in sorted(sources) for row in chance.sample(sources[name], min(most, len(sources[name])))]
