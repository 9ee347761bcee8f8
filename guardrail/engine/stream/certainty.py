"""What is certain about a text that still goes on: which arms hold, whatever comes, and which may still come to hold.

A hit that was found stays found, a score that was reached stays reached, a text that is too long stays too long;
everything else is pending. Asked of an arm's own predicate, in the three-valued truth of `evaluation`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from guardrail.compiler.evaluation import ERROR, FALSE, PENDING, TIMEOUT, TRUE, Evaluation
from guardrail.compiler.plan import Pipeline
from guardrail.compiler.streaming import StreamArm, is_lasting
from guardrail.decision import Span
from guardrail.engine.findings import matches_of
from guardrail.engine.needs import Failure
from guardrail.validators.contract import Facts, Match, Outcome, Stream


class Certainty:
    """The values that one stream's checks have so far; slots are the stage's own.

    `found` are the slots whose value is certain, `kept` those of them that have a hit in what went out.
    """

    __slots__ = ("_absent", "_facts", "_pipeline", "_request", "failures", "found", "kept", "places", "scores")

    def __init__(self, pipeline: Pipeline, request: Mapping[str, Any], facts: Facts, slots: Iterable[int]) -> None:
        self._pipeline = pipeline
        self._request = request
        self._facts = facts
        self._absent = {slot for slot in slots if not is_lasting(pipeline.slots[slot])}
        self.found: set[int] = set()
        self.kept: set[int] = set()
        self.scores: dict[int, float] = {}
        self.places: dict[int, tuple[Match, ...]] = {}
        self.failures: dict[int, Failure] = {}

    def of_what_went_out(self) -> Certainty:
        """The values over the text that has gone out, to go on with apart."""
        other = Certainty(self._pipeline, self._request, self._facts, ())
        other._absent = self._absent
        other.found, other.scores, other.failures = set(self.kept), dict(self.scores), dict(self.failures)
        return other

    def keep(self, until: int, replaced: Iterable[Span]) -> None:
        """Text went out up to `until`, with some spans replaced: hits that no such span touches went with it."""
        spans = list(replaced)
        for slot, matches in self.places.items():
            if slot in self.kept or slot in self.scores:
                continue
            if any(m.end <= until and not any(m.start < e and s < m.end for s, e in spans) for m in matches):
                self.kept.add(slot)

    def take(self, slot: int, outcome: Outcome, matches: tuple[Match, ...]) -> None:
        """Count in what a check of class `prefix` found: `matches` are those that are settled."""
        if slot in self._absent:
            if not outcome.truth:
                self.found.add(slot)
            return
        self.places[slot] = matches
        if matches:
            self.found.add(slot)

    def score(self, slot: int, score: float, matches: tuple[Match, ...]) -> None:
        """Count in what a sentence scored."""
        self.scores[slot] = max(score, self.scores.get(slot, 0.0))
        self.places[slot] = self.places.get(slot, ()) + matches

    def value(self, arm: StreamArm) -> int:
        """TRUE or FALSE where it is certain, else a union of PENDING and failures."""
        if arm.arm.predicate(self._state(arm, reached=True)) == TRUE:
            return TRUE
        return arm.arm.predicate(self._state(arm, reached=False))

    def condemns(self, arm: StreamArm) -> bool:
        """Whether the arm would hold, or could, if the text ended here."""
        state = self._state(arm, reached=True)
        for slot, stream in arm.classes.items():
            if stream is Stream.PREFIX and state.truth[slot] == PENDING:
                state.truth[slot] = TRUE if slot in self._absent else FALSE
            elif stream is Stream.WINDOW and state.truth[slot] == PENDING:
                state.truth[slot], state.outcomes[slot] = FALSE, Outcome(score=0.0)
        return arm.arm.predicate(state) != FALSE

    def matches(self, arm: StreamArm) -> tuple[Match, ...]:
        """The places that the arm redacts, or would."""
        return matches_of(arm.arm, self._state(arm, reached=True))

    def _state(self, arm: StreamArm, *, reached: bool) -> Evaluation:
        """What the predicate reads; a score says what it `reached` only, so without that it is pending."""
        state = Evaluation(len(self._pipeline.slots), self._request, self._facts)
        for slot, stream in arm.classes.items():
            failure = self.failures.get(slot)
            if failure is not None:
                state.truth[slot] = ERROR if failure.kind == "error" else TIMEOUT
            elif stream is Stream.PREFIX and slot in self.found:
                state.truth[slot] = FALSE if slot in self._absent else TRUE
                state.outcomes[slot] = Outcome(True, None, self.places.get(slot, ()))
            elif stream is Stream.WINDOW and reached and slot in self.scores:
                state.truth[slot] = FALSE
                state.outcomes[slot] = Outcome(False, self.scores[slot], self.places.get(slot, ()))
        return state
