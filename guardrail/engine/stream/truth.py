"""The whole text's decision, and how a stream's own findings enter into it.

At the end of a stream the ordinary evaluation of the output stage decides about all of the text. Two things that the
stream saw count beside it: the scores of single sentences, and checks that failed on the way.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field

from guardrail.decision import Action, Decision
from guardrail.engine.needs import Answer, Answers, Failure, Need
from guardrail.engine.ports import DecisionSink, Trace
from guardrail.validators.contract import Match, Outcome

Steps = Generator[Need, Answers, Decision]


@dataclass(slots=True)
class Seen:
    """What a stream saw of the stage's slots: the best score and the places of sentences, and failures.

    `cut`: nothing more goes out, so what the whole text shows beside that counts as well.
    """

    scores: Mapping[int, float] = field(default_factory=dict)
    places: Mapping[int, tuple[Match, ...]] = field(default_factory=dict)
    failures: Mapping[int, Failure] = field(default_factory=dict)
    cut: bool = False

    def __bool__(self) -> bool:
        return bool(self.scores or self.failures)


def amended(steps: Steps, seen: Seen, text: str) -> Steps:
    """The same steps, with answers about `text` as the stream amends them."""
    answers: Answers = None
    try:
        need = next(steps)
        while True:
            answers = yield need
            if need.subject.text == text:
                answers = _amend(need, answers, seen)
            need = steps.send(answers)
    except StopIteration as done:
        decision: Decision = done.value
        return decision


def _amend(need: Need, answers: Answers, seen: Seen) -> Answers:
    changed: dict[int, Answer] = dict(answers or {})
    for slot in need.producer.slots:
        if slot in seen.failures:
            changed[slot] = seen.failures[slot]
        elif slot in seen.scores:
            changed[slot] = _with_sentences(changed.get(slot), seen, slot)
    return changed


def _with_sentences(whole: Answer | None, seen: Seen, slot: int) -> Answer:
    """The places are the sentences', which were edited already; the whole adds its own only where it scores higher."""
    best, places = seen.scores[slot], seen.places.get(slot, ())
    if isinstance(whole, Failure):
        return whole
    score = whole.score if whole is not None and whole.score is not None else 0.0
    if whole is None or (score <= best and not seen.cut):
        return Outcome(score=max(best, score), matches=places)
    return Outcome(score=max(best, score), matches=tuple(dict.fromkeys((*places, *whole.matches))))


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Concluding:
    """A log that is given the decision as the stream concludes it."""

    log: DecisionSink
    conclude: Callable[[Decision], Decision]

    def record(self, decision: Decision, trace: Trace) -> None:
        """Keep the concluded decision."""
        self.log.record(self.conclude(decision), trace)


def concluded(decision: Decision, released: str, *, must_block: bool) -> Decision:
    """The decision with what was released: a text that does not go on from there, or must not, is cut.

    What was let out can not be taken back: where the whole text turns out to need another beginning, the rest stays in.
    """
    if decision.action < Action.REASK and not must_block:
        text = decision.text or ""
        if text.startswith(released):
            return decision._replace(released=len(text))
        return _cut(decision, released, "the stream: what was released is not how the edited text begins")
    if decision.action == Action.BLOCK:
        # Words for people stand in for a text; behind the first half of one they would be part of it.
        return decision._replace(released=len(released), text=None if released else decision.text)
    if must_block:
        return _cut(decision, released, "the stream: it was cut, and the text so far would have passed")
    if released:
        return _cut(decision, released, "the stream: text was released before a retry was asked for")
    return decision._replace(released=0)


def _cut(decision: Decision, released: str, error: str) -> Decision:
    by = decision.by or (f"{decision.stage}.stream",)
    return decision._replace(
        action=Action.BLOCK,
        text=None,
        by=by,
        hint=None,
        released=len(released),
        errors=(*decision.errors, error),
    )
