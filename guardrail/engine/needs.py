"""What the core asks for and what it is answered: the whole conversation between core and drivers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from guardrail.compiler.plan import Pipeline, Producer
from guardrail.text.subject import Subject
from guardrail.validators.contract import Facts, Outcome


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Failure:
    """A check that could not answer. `reason` is ours, lower case, without user text."""

    kind: Literal["error", "timeout"]
    reason: str


Answer: TypeAlias = Outcome | Failure


@dataclass(slots=True)
class Need:
    """The core needs `producer` run over `subject`."""

    pipeline: Pipeline
    producer: Producer
    subject: Subject
    facts: Facts


Answers: TypeAlias = Mapping[int, Answer] | None
"""Answers by slot; a slot of the producer that is left out is quiet, and None says that all of them are."""
