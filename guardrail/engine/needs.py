"""What the core asks for and what it is answered: the whole conversation between core and drivers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from guardrail.compiler.plan import Pipeline, Producer
from guardrail.text.subject import Subject
from guardrail.validators.contract import Facts, Outcome

if TYPE_CHECKING:
    from guardrail.engine.deadline import Deadline


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Failure:
    """A check that could not answer. `reason` is ours, lower case, without user text.

    `partial` is what a classifier found in the share of the text (`covered`) that it had the time for.
    """

    kind: Literal["error", "timeout"]
    reason: str
    partial: Outcome | None = None
    covered: float = 0.0


Answer: TypeAlias = Outcome | Failure


@dataclass(slots=True)
class Need:
    """The core needs `producer` run over `subject`.

    `deadline` is when the call must be answered. A `reserved` need has its time whatever is left.
    """

    pipeline: Pipeline
    producer: Producer
    subject: Subject
    facts: Facts
    deadline: Deadline | None = None
    reserved: bool = False


Answers: TypeAlias = Mapping[int, Answer] | None
"""Answers by slot; a slot of the producer that is left out is quiet, and None says that all of them are."""
