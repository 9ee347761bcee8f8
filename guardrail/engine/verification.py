"""The one verification pass: what the edits left must not break the policy again.

On the edited text the cheap checks run once more. The decision becomes `block` if any redact, reask or block arm
still holds on a span that is not wholly inside inserted text, or if the limit breaks. Dear checks keep their first
value; append, prepend and replace arms are not evaluated again, so the pass ends.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace

from guardrail.compiler.evaluation import ERROR, FALSE, PENDING, TIMEOUT, TRUE, Evaluation
from guardrail.compiler.plan import BLOCK, Arm, ReaskAction, RedactAction, VerbAction
from guardrail.engine.contributions import Contribution, failure_contributions
from guardrail.engine.core import ENFORCED, Board, fill
from guardrail.engine.edits import Edited
from guardrail.engine.findings import reaching
from guardrail.engine.needs import Answers, Failure, Need
from guardrail.text.subject import Subject
from guardrail.validators.contract import Cost, Match, Outcome, Returns


def verify(board: Board, subject: Subject, edited: Edited) -> Generator[Need, Answers, list[Contribution]]:
    """The contributions, all at `block`, of what the edited text still breaks; none when it may pass."""
    schedule = board.schedule
    pipeline = schedule.pipeline
    if pipeline.limit is not None and len(edited.subject.text) > pipeline.limit:
        return [Contribution(f"{pipeline.stage}.limit", BLOCK, "limit")]
    state = Evaluation(len(pipeline.slots), board.request, board.facts)
    state.truth, state.outcomes, state.covered = list(board.truth), list(board.outcomes), board.covered
    for producer in schedule.cheap_producers:
        answers = yield Need(pipeline, producer, edited.subject, state.facts, board.deadline, reserved=True)
        _refill(state, producer.slots, answers, edited, board)
    found = [Contribution(name, BLOCK, "verification") for name in edited.unplaced]
    for entry in schedule.cheap_entries:
        if board.modes.get(entry.place, ENFORCED) != ENFORCED:
            continue
        if not _asks_again(entry.arm, state.facts.attempt):
            continue
        value = entry.arm.predicate(state)
        if value & PENDING:
            yield from _run_pending(state, entry.arm, board, subject)
            value = entry.arm.predicate(state)
        if value == TRUE and _still_holds(entry.arm, state, state.facts.attempt):
            found.append(Contribution(entry.rule.name, BLOCK, "verification", say=entry.rule.say))
        elif value not in (TRUE, FALSE):
            failed = failure_contributions(entry.rule, bool(value & ERROR), bool(value & TIMEOUT))
            found += [c for c in failed if c.level == BLOCK]
    return found


def _run_pending(state: Evaluation, arm: Arm, board: Board, subject: Subject) -> Generator[Need, Answers, None]:
    """A dear check that the first pass could leave out is asked about the original, as all dear checks are."""
    pipeline = board.schedule.pipeline
    for slot in sorted(arm.slots):
        if state.truth[slot] == PENDING:
            producer = pipeline.producers[pipeline.slots[slot].producer]
            answers = yield Need(pipeline, producer, subject, state.facts, board.deadline)
            fill(state, producer.slots, answers)


def _refill(state: Evaluation, slots: range, answers: Answers, edited: Edited, board: Board) -> None:
    for slot in slots:
        answer = None if answers is None else answers.get(slot)
        if isinstance(answer, Failure):
            state.truth[slot] = ERROR if answer.kind == "error" else TIMEOUT
            board.reasons.setdefault(slot, answer.reason)
            continue
        returns = board.schedule.pipeline.slots[slot].signature.returns
        outcome = Outcome() if answer is None else _outside(answer, edited, returns)
        state.outcomes[slot] = outcome
        state.truth[slot] = TRUE if outcome.truth else FALSE


def _outside(outcome: Outcome, edited: Edited, returns: Returns) -> Outcome:
    """The outcome without what lies wholly inside inserted text."""
    if returns is not Returns.FINDINGS or not outcome.matches:
        return outcome
    kept = tuple(match for match in outcome.matches if not _inserted(match, edited))
    return replace(outcome, truth=outcome.truth and bool(kept), matches=kept)


def _inserted(match: Match, edited: Edited) -> bool:
    """Whether all of a match was put there by the policy; one without extent was not."""
    reached = match.start
    for start, end in edited.inserted.get(match.at, ()):
        # Labels that touch are one stretch.
        if start <= reached < end:
            reached = end
    return match.start < match.end <= reached


def _asks_again(arm: Arm, attempt: int) -> bool:
    """Whether the arm is evaluated again: by what it asks for at this attempt, which must not be an edit or a flag."""
    action = arm.action
    if isinstance(action, ReaskAction):
        if attempt <= action.maximum:
            return True
        action = action.fallback
    return isinstance(action, RedactAction) or action == VerbAction("block")


def _still_holds(arm: Arm, state: Evaluation, attempt: int) -> bool:
    """A redact arm needs a place that a cheap check still finds: a dear one's places are those of the first text."""
    action = arm.action
    if not arm.redacts or (isinstance(action, ReaskAction) and attempt <= action.maximum):
        return True
    return any(
        e.positive and e.spans and e.cost <= Cost.C1 and e.holds(state) == TRUE and reaching(e, state)
        for e in arm.evidence
    )
