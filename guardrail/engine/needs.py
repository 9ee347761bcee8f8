"""What the core asks for and what it is answered: the whole conversation between core and drivers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from guardrail.compiler.plan import Pipeline, Producer
from guardrail.text.subject import Subject
from guardrail.validators.contract import Facts, Outcome


@dataclass(frozen=True, slots=True)
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


Answers: TypeAlias = Sequence[Answer] | None
"""One answer a slot, in the order of the producer's slots; None says that every slot is quiet."""
