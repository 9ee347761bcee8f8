"""The reduced plans of a guard's streams, made when first asked for and shared by all streams of the same kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from guardrail.compiler.evaluation import BAD, TRUE, Evaluation
from guardrail.compiler.plan import BLOCK, Pipeline, ReaskAction
from guardrail.engine.schedule import Schedule
from guardrail.validators.contract import Facts

if TYPE_CHECKING:
    from guardrail.compiler.streaming import StreamArm
    from guardrail.engine.stream.shape import Shape

MOST_SHAPES: Final = 64
"""Kinds of requests whose shapes are kept; a stage with more makes some of them again."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class StreamPlan:
    """What one request's stream does: `shape` None passes everything on, `holds_all` waits for the end.

    `blocked`: the request's facts alone already block.
    """

    shape: Shape | None
    holds_all: bool
    blocked: bool


class StreamPlans:
    """Made once a guard; bounded, safe to share among threads."""

    __slots__ = ("_arms", "_lock", "_shapes")

    def __init__(self) -> None:
        self._lock = Lock()
        self._arms: dict[tuple[str, int], tuple[StreamArm, ...]] = {}
        self._shapes: dict[tuple[str, int, frozenset[int]], Shape] = {}

    def plan(
        self, schedule: Schedule, request: Mapping[str, Any], facts: Facts, enforced: frozenset[str]
    ) -> StreamPlan:
        """What a stream with these facts does; known before its text comes."""
        pipeline = schedule.pipeline
        attempt = min(facts.attempt, 1 + _most_reasks(pipeline))
        state = Evaluation(len(pipeline.slots), request, facts)
        asleep, blocked = _asleep(schedule, state, enforced)
        arms = self._arms_of(pipeline, attempt)
        awake = [arm for arm in arms if arm.place not in asleep]
        holds_all = pipeline.default_block or any(arm.hold == "all" and not arm.judged for arm in awake)
        numbers = frozenset(n for n, arm in enumerate(arms) if arm.place not in asleep and arm.judged)
        shape = None
        if not holds_all and not blocked and numbers:
            shape = self._shape(pipeline, attempt, arms, numbers)
        return StreamPlan(shape, holds_all, blocked)

    def forget(self) -> None:
        """Make every shape anew when it is next asked for."""
        with self._lock:
            self._shapes.clear()

    def _arms_of(self, pipeline: Pipeline, attempt: int) -> tuple[StreamArm, ...]:
        from guardrail.compiler.streaming import stream_arms

        key = pipeline.stage, attempt
        found = self._arms.get(key)
        if found is None:
            found = self._arms[key] = stream_arms(pipeline, attempt)
        return found

    def _shape(self, pipeline: Pipeline, attempt: int, arms: tuple[StreamArm, ...], numbers: frozenset[int]) -> Shape:
        from guardrail.engine.stream.shape import Shape

        key = pipeline.stage, attempt, numbers
        with self._lock:
            found = self._shapes.get(key)
            if found is None:
                if len(self._shapes) >= MOST_SHAPES:
                    self._shapes.clear()
                found = self._shapes[key] = Shape.of(pipeline, tuple(arms[n] for n in sorted(numbers)))
        return found


def _most_reasks(pipeline: Pipeline) -> int:
    """Attempts beyond the most that any arm asks for are all alike."""
    actions = [arm.action for rule in pipeline.rules for arm in rule.arms]
    return max((action.maximum for action in actions if isinstance(action, ReaskAction)), default=0)


def _asleep(schedule: Schedule, state: Evaluation, enforced: frozenset[str]) -> tuple[set[int], bool]:
    """The rules that do not enforce anything on this request, and whether the request's facts alone block."""
    asleep = {place for place, rule in schedule.special if rule.shadow or rule.name not in enforced}
    blocked = False
    for place, rule in schedule.gated:
        unusable = any(state.request.get(name) is BAD for name in rule.fields)
        blocked = blocked or (unusable and rule.on_error == BLOCK and place not in asleep)
        if rule.gate is not None and rule.gate(state) != TRUE:
            asleep.add(place)
    return asleep, blocked
