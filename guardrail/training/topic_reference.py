"""Ordinary traffic: what the levels of topics are measured on, as far as it is about something else."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from guardrail.text.sentences import sentences
from guardrail.training.given_data import read_objects
from guardrail.training.prose_split import is_reference_prose

KINDS: Final = ("prompts", "openings", "answers")
_PROMPTS: Final = frozenset({"halueval_queries", "self_instruct", "chat_questions"})
_EACH: Final = 1500
_LONGEST_PROMPT: Final = 600
_LONGEST_ANSWER: Final = 2000
_OPENING: Final = 2
"""Sentences."""


@dataclass(frozen=True, slots=True)
class ReferenceText:
    """A text and which of `KINDS` it is: a person's request, how a model's answer begins, or all of an answer."""

    text: str
    kind: str


def read_reference(data: Path, seed: int, each: int = _EACH) -> list[ReferenceText]:
    """As many texts of each kind, `each` at most; the answers are those of models that neither trained nor judge."""
    chance = random.Random(seed)
    prompts = sorted({text for text in _prompts(data) if len(text) <= _LONGEST_PROMPT})
    answers = sorted({row["text"] for row in read_objects(data, "prose") if is_reference_prose(row["source"])})
    chance.shuffle(prompts)
    chance.shuffle(answers)
    openings, whole = answers[:each], answers[each : 2 * each]
    return [
        *(ReferenceText(text, "prompts") for text in prompts[:each]),
        *(ReferenceText(opening(text), "openings") for text in openings),
        *(ReferenceText(text[:_LONGEST_ANSWER], "answers") for text in whole),
    ]


def opening(text: str) -> str:
    """The first two sentences.

    >>> opening("Sure! Here they are: one, two. More follow.")
    'Sure! Here they are: one, two.'
    """
    spans = sentences(text[:_LONGEST_ANSWER])[:_OPENING]
    return text[: spans[-1][1]].strip()[:_LONGEST_PROMPT] if spans else ""


def _prompts(data: Path) -> Iterator[str]:
    for row in read_objects(data, "injection"):
        if not row["label"] and row["source"] in _PROMPTS:
            yield row["text"]
