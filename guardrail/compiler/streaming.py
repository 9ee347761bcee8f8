"""What a stream must hold back, and why: derived from a stage's plan before any text comes.

Each check has a class: `prefix` is judged as the text comes, `window` sentence by sentence, `whole` at the end alone.
Each action has a need: a flag or an append takes none, a redaction or a block takes what its checks are sure about, and
what asks again or puts something before the text takes all of it. A stage holds the most that any of its rules needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from guardrail.compiler.evaluation import FALSE, TRUE, Evaluation
from guardrail.compiler.plan import (
    Arm,
    EditAction,
    Evidence,
    Pipeline,
    PlanAction,
    PlanRule,
    ReaskAction,
    RedactAction,
    Slot,
    VerbAction,
)
from guardrail.language import tree
from guardrail.validators.contract import Facts, Outcome, Stream

ORDER: Final[tuple[tree.Hold, ...]] = ("nothing", "word", "sentence", "all")
"""From the least to the most; `word` is the longest match that may still come about."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class StreamArm:
    """An arm as a stream sees it. `place` is its rule's in the pipeline, `hold` what it needs, `because` in our words.

    `judged`: it blocks or redacts, so it is asked while the text comes; otherwise a hold of `all` holds from the start.
    `classes` gives the class of each slot that the arm reads.
    """

    rule: PlanRule
    arm: Arm
    place: int
    hold: tree.Hold
    because: str
    judged: bool
    classes: Mapping[int, Stream]


def stream_arms(pipeline: Pipeline, attempt: int | None = None) -> tuple[StreamArm, ...]:
    """The arms of a stage that a stream has to do with; `attempt` None takes the attempt that needs most.

    Rules that never enforce anything at once (`later`, `shadow`) need nothing.
    """
    return tuple(
        _stream_arm(pipeline, place, rule, arm, attempt)
        for place, rule in enumerate(pipeline.rules)
        if not rule.later and not rule.shadow
        for arm in rule.arms
    )


def widest_hold(holds: Iterable[tree.Hold]) -> tree.Hold:
    """The most of some holds; `nothing` for none."""
    return max(holds, key=ORDER.index, default="nothing")


def class_of(slot: Slot) -> Stream:
    """How much of a text a check must see; one of class `prefix` that does not say what it looks at sees all."""
    check = slot.check
    declared: Stream = getattr(check, "stream", slot.signature.stream)
    if check is None or declared is not Stream.PREFIX:
        return declared
    if check.request is not None:
        return Stream.PREFIX if check.reach() is not None else Stream.WHOLE
    return Stream.PREFIX if check.watching(Facts("")) is not None else Stream.WHOLE


def effective(action: PlanAction, attempt: int | None) -> PlanAction:
    """What an action asks for at an attempt: a reask that is used up asks for its fallback."""
    if isinstance(action, ReaskAction) and attempt is not None and attempt > action.maximum:
        return action.fallback
    return action


def is_lasting(slot: Slot) -> bool:
    """Whether it is the hits of a check that no further text can take back; else it is their absence."""
    check = slot.check
    if check is None or check.request is not None:
        return True
    watching = check.watching(Facts(""))
    return watching is None or watching.lasting


def _stream_arm(pipeline: Pipeline, place: int, rule: PlanRule, arm: Arm, attempt: int | None) -> StreamArm:
    classes = {slot: class_of(pipeline.slots[slot]) for slot in arm.slots}
    for evidence in arm.evidence:
        if classes[evidence.slot] is Stream.WINDOW and not _rises(evidence):
            classes[evidence.slot] = Stream.WHOLE
    action = effective(arm.action, attempt)
    judged = isinstance(action, RedactAction) or action == VerbAction("block")
    hold: tree.Hold
    if judged and any(e.positive and e.spans and classes[e.slot] is Stream.WHOLE for e in arm.evidence):
        hold, because, judged = "all", "what it acts on is known at the end alone", not arm.redacts
    else:
        hold, because = _judged(pipeline, arm, classes) if judged else _unjudged(action)
    own = rule.source.hold
    if own is not None and ORDER.index(own) > ORDER.index(hold):
        hold, because, judged = own, f"it says `hold {own}`", judged and own != "all"
    return StreamArm(rule, arm, place, hold, because, judged, classes)


def _rises(evidence: Evidence) -> bool:
    """Whether a comparison that holds for a sentence holds for the text: a score that was reached stays so."""
    return evidence.positive and evidence.spans and evidence.threshold is not None


def _unjudged(action: PlanAction) -> tuple[tree.Hold, str]:
    match action:
        case ReaskAction():
            return "all", "it asks again"
        case EditAction("replace"):
            return "all", "it replaces the answer"
        case EditAction("prepend"):
            return "all", "it puts a text before the answer"
        case _:
            return "nothing", ""


def _judged(pipeline: Pipeline, arm: Arm, classes: Mapping[int, Stream]) -> tuple[tree.Hold, str]:
    """The need of a block or a redaction: by its checks, unless what is absent condemns the text."""
    if Stream.WHOLE in classes.values():
        return "all", "a check of it needs the whole text"
    if arm.slots and _acts_on_nothing(pipeline, arm):
        return "all", "it acts on what is not there"
    if arm.redacts and not _stands_alone(pipeline, arm):
        return "all", "what it redacts depends on what comes later"
    return ("sentence", "") if Stream.WINDOW in classes.values() else ("word", "")


def _acts_on_nothing(pipeline: Pipeline, arm: Arm) -> bool:
    """Whether the arm may hold though nothing was found, asked of the predicate itself."""
    state = Evaluation(len(pipeline.slots), {}, Facts("", attempt=1))
    for slot in arm.slots:
        state.truth[slot] = FALSE if is_lasting(pipeline.slots[slot]) else TRUE
        state.outcomes[slot] = Outcome(score=0.0)
    return arm.predicate(state) != FALSE


def _stands_alone(pipeline: Pipeline, arm: Arm) -> bool:
    """Whether one find is enough for the arm to hold, whatever its other checks say."""
    finds = [e for e in arm.evidence if e.positive and e.spans]
    for one in finds:
        state = Evaluation(len(pipeline.slots), {}, Facts("", attempt=1))
        state.truth[one.slot], state.outcomes[one.slot] = TRUE, Outcome(True, 1.0)
        if arm.predicate(state) != TRUE:
            return False
    return True
