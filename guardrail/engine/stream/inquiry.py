"""Asks the checks of a stream's reduced plan, each unit that is judged within the stage's own time."""

from __future__ import annotations

from collections.abc import Generator

from guardrail.compiler.plan import Producer
from guardrail.engine.budget import StageBudget
from guardrail.engine.deadline import Deadline
from guardrail.engine.needs import Answers, Failure, Need
from guardrail.engine.stream.certainty import Certainty
from guardrail.engine.stream.shape import Shape
from guardrail.text.subject import Subject
from guardrail.validators.contract import QUIET, Facts, Outcome


class Inquiry:
    """What one stream asks with: its shape, the facts of its call, and where failures are noted."""

    __slots__ = ("_budget", "_deadline", "certainty", "facts", "shape")

    def __init__(self, shape: Shape, certainty: Certainty, facts: Facts, budget: StageBudget | None) -> None:
        self.shape = shape
        self.certainty = certainty
        self.facts = facts
        self._budget = budget
        self._deadline: Deadline | None = None

    def begin_unit(self) -> None:
        """From now on the stage's `within` runs: it bounds the delay that is added to what is judged next."""
        if self._budget is not None:
            self._deadline = Deadline(self._budget, self._budget.clock())

    def beside(self, certainty: Certainty) -> Inquiry:
        """The same, with values of its own."""
        other = Inquiry(self.shape, certainty, self.facts, self._budget)
        other._deadline = self._deadline
        return other

    def ask(self, producer: Producer, subject: Subject) -> Generator[Need, Answers, list[tuple[int, Outcome]]]:
        """The outcomes of a producer's checks by their slots; a failure is noted and no outcome."""
        shape = self.shape
        answers = yield Need(shape.pipeline, producer, subject, self.facts, self._deadline)
        outcomes = []
        for slot in producer.slots:
            answer = QUIET if answers is None else answers.get(slot, QUIET)
            if slot not in shape.slots:
                continue
            if isinstance(answer, Failure):
                self.certainty.failures.setdefault(slot, answer)
            else:
                outcomes.append((slot, answer))
        return outcomes
