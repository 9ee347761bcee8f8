"""What of a judged stretch may go on, edited."""

from __future__ import annotations

from dataclasses import dataclass

from guardrail.compiler.evaluation import FALSE, TRUE
from guardrail.compiler.plan import ReaskAction, RedactAction
from guardrail.compiler.streaming import StreamArm
from guardrail.decision import Span
from guardrail.engine.edits import Redaction, merged, splice
from guardrail.engine.stream.certainty import Certainty
from guardrail.engine.stream.shape import Shape
from guardrail.engine.stream.window import Window


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Release:
    """`text` takes the place of what stands before `until`; `inserted` are the labels in it.

    `barrier`: what begins there depends on checks that have not found anything yet. `joined`: a span to be replaced
    goes on behind what is settled, and waits for that.
    """

    text: str
    until: int
    inserted: tuple[Span, ...]
    barrier: int | None
    joined: bool


def release(window: Window, shape: Shape, certainty: Certainty, settled: int) -> Release:
    """What may go on of the text before `settled`: up to the first place that is undecided, certain spans replaced."""
    redactions: list[Redaction] = []
    barrier: int | None = None
    for arm in shape.arms:
        if not arm.arm.redacts:
            continue
        value = certainty.value(arm)
        spans = [m for m in certainty.matches(arm) if m.start >= window.done] if value != FALSE else []
        if value == TRUE:
            label = _label(arm)
            redactions += [Redaction(m.start, m.end, label, arm.rule.name) for m in spans]
        elif spans:
            first = min(m.start for m in spans)
            barrier = first if barrier is None else min(barrier, first)
    until = settled if barrier is None else min(settled, barrier)
    whole = until
    for start, end, _ in reversed(merged(redactions)):
        # A span that reaches over the edge goes on as a whole, later: more may still join it.
        if start < until < end:
            until = start
    done = window.done
    inside = [Redaction(r.start - done, r.end - done, r.label, r.rule) for r in redactions if r.end <= until]
    certainty.keep(until, [(r.start + done, r.end + done) for r in inside])
    text, inserted = splice(window.stretch(done, until), inside)
    return Release(text, until, inserted, barrier, until < whole)


def _label(arm: StreamArm) -> str:
    action = arm.arm.action
    edit = action.fallback if isinstance(action, ReaskAction) else action
    assert isinstance(edit, RedactAction)
    return edit.label
