"""What can be worked out about a pipeline before any text comes: which arms wait for which producer."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from guardrail.compiler.evaluation import BAD, FALSE, TRUE, Evaluation
from guardrail.compiler.plan import Arm, Pipeline, PlanRule, Producer, VerbAction
from guardrail.engine.budget import DEFAULT_TIMING, StageBudget, Timing
from guardrail.engine.contributions import Contribution, contribution_of
from guardrail.engine.deadline import Clock
from guardrail.engine.needs import Answers
from guardrail.engine.request import RequestReader
from guardrail.validators.contract import Cost, Facts

_BY_NUMBER: Final = attrgetter("number")

NEVER: Final = -1
"""A truth that no slot ever has."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Entry:
    """An arm with its rule; `place` is the rule's place in the pipeline, `number` the arm's among all.

    `constant`: what the arm contributes when it holds, where that is always the same. `slot`, `idle`: with this truth
    in this slot the arm is false whatever else is the case; `idle` is `NEVER` where there is no such.
    """

    rule: PlanRule
    arm: Arm
    place: int
    number: int
    constant: Contribution | None
    slot: int
    idle: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ProducerPlan:
    """A producer with the arms that wait for it.

    `uses`: arms that read any of its slots. `after`: those for which it is the last producer tried. `always`:
    those of `after` that may hold though all its slots are quiet. `early`: arms that also read a later producer.
    `by_slot`: by slot, the other arms of `after` that read it. `where`, `quiet`: its slots, and their truth when quiet.
    """

    producer: Producer
    uses: tuple[Entry, ...]
    after: tuple[Entry, ...]
    always: tuple[Entry, ...]
    early: tuple[Entry, ...]
    by_slot: Mapping[int, tuple[Entry, ...]]
    cheap: bool
    where: slice
    quiet: tuple[int, ...]

    def due(self, answers: Answers, truth: Sequence[int]) -> Sequence[Entry]:
        """The arms of `after` that may hold, given which slots answered, and the truth of all slots since; in order.

        An arm that is false when all slots are quiet stays so unless one of its own answered.
        """
        found = []
        for entry in self.always:
            if truth[entry.slot] != entry.idle:
                found.append(entry)
        if answers:
            for slot in answers:
                found += self.by_slot[slot]
            if len(found) > 1:
                # An arm that stands twice is counted in once.
                found.sort(key=_BY_NUMBER)
        return found


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Schedule:
    """`at_once`: arms that rest on request facts alone. `gated`: rules whose `when` or fields are read per call.

    `special`: rules that are shadow, or enforced on a share of calls. Verification repeats `cheap` producers.
    `limit`: code points that a text may have. `only`: the producer that alone decides all there is to decide.
    `budget` keeps the stage's `within`, by `clock`; None where there is none.
    """

    pipeline: Pipeline
    limit: int
    only: ProducerPlan | None
    reader: RequestReader
    producers: tuple[ProducerPlan, ...]
    at_once: tuple[Entry, ...]
    entries: tuple[Entry, ...]
    gated: tuple[tuple[int, PlanRule], ...]
    special: tuple[tuple[int, PlanRule], ...]
    permits: tuple[Entry, ...]
    cheap_entries: tuple[Entry, ...]
    cheap_producers: tuple[Producer, ...]
    warnings: tuple[str, ...]
    clock: Clock
    budget: StageBudget | None

    @classmethod
    def of(cls, pipeline: Pipeline, timing: Timing = DEFAULT_TIMING) -> Schedule:
        """The schedule of a pipeline."""
        entries = _entries(pipeline)
        now = [(place, rule) for place, rule in enumerate(pipeline.rules) if not rule.later]
        producer_of = [slot.producer for slot in pipeline.slots]
        cheap = tuple(entry for entry in entries if entry.arm.cheap and not entry.rule.shadow)
        repeated = {producer_of[slot] for entry in cheap for slot in entry.arm.slots}
        at_once = tuple(entry for entry in entries if not entry.arm.slots)
        gated = tuple((place, rule) for place, rule in now if rule.gate is not None or rule.fields)
        special = tuple((place, rule) for place, rule in now if rule.shadow or rule.enforce is not None)
        producers = tuple(_producer_plan(pipeline, producer, entries) for producer in pipeline.producers)
        alone = len(producers) == 1 and producers[0].cheap
        return cls(
            pipeline=pipeline,
            limit=sys.maxsize if pipeline.limit is None else pipeline.limit,
            only=producers[0] if alone and not (at_once or gated or special or pipeline.default_block) else None,
            reader=RequestReader.of(pipeline.fields),
            producers=producers,
            at_once=at_once,
            entries=entries,
            gated=gated,
            special=special,
            permits=tuple(entry for entry in entries if _permits(entry.arm)),
            cheap_entries=cheap,
            cheap_producers=tuple(p for p in pipeline.producers if p.index in repeated and p.cost <= Cost.C1),
            warnings=_not_enforced(pipeline),
            clock=timing.clock,
            budget=timing.stage(pipeline),
        )


def _entries(pipeline: Pipeline) -> tuple[Entry, ...]:
    arms = [(rule, arm, place) for place, rule in enumerate(pipeline.rules) if not rule.later for arm in rule.arms]
    return tuple(
        Entry(rule, arm, place, number, _constant(rule, arm), *_idle(arm, pipeline))
        for number, (rule, arm, place) in enumerate(arms)
    )


def _idle(arm: Arm, pipeline: Pipeline) -> tuple[int, int]:
    if not arm.reads_attempt:
        for slot in sorted(arm.slots):
            for truth in (FALSE, TRUE):
                state = _unknown(len(pipeline.slots))
                state.truth[slot] = truth
                if not pipeline.slots[slot].scores and arm.predicate(state) == FALSE:
                    return slot, truth
    return 0, NEVER


def _constant(rule: PlanRule, arm: Arm) -> Contribution | None:
    return contribution_of(rule, arm, 1, ()) if isinstance(arm.action, VerbAction) else None


def _producer_plan(pipeline: Pipeline, producer: Producer, entries: tuple[Entry, ...]) -> ProducerPlan:
    index = producer.index
    needs = {e.number: {pipeline.slots[slot].producer for slot in e.arm.slots} for e in entries}
    after = tuple(e for e in entries if needs[e.number] and max(needs[e.number]) == index)
    always = tuple(e for e in after if _may_hold_when_quiet(e.arm, producer, len(pipeline.slots)))
    return ProducerPlan(
        producer,
        uses=tuple(e for e in entries if index in needs[e.number]),
        after=after,
        always=always,
        early=tuple(e for e in entries if index in needs[e.number] and max(needs[e.number]) > index),
        cheap=producer.cost <= Cost.C1,
        where=slice(producer.slots.start, producer.slots.stop),
        quiet=(FALSE,) * len(producer.slots),
        by_slot={slot: tuple(e for e in after if slot in e.arm.slots and e not in always) for slot in producer.slots},
    )


def _may_hold_when_quiet(arm: Arm, producer: Producer, slots: int) -> bool:
    """Whether an arm can be other than false when all slots of its last producer are quiet.

    Asked of the predicate itself, with everything else unknown: other slots pending, request facts and tool
    arguments bad, which no `and` or `or` turns into a certain false. `request.attempt` alone has a value here.
    """
    if arm.reads_attempt:
        return True
    state = _unknown(slots)
    for slot in producer.slots:
        state.truth[slot] = FALSE
    return arm.predicate(state) != FALSE


def _unknown(slots: int) -> Evaluation:
    return Evaluation(slots, _Bad(), Facts(""))


class _Bad(dict[str, object]):
    """Request facts of which none is known."""

    def get(self, key: str, default: object = None) -> object:
        return BAD


def _permits(arm: Arm) -> bool:
    return arm.action == VerbAction("permit")


def _not_enforced(pipeline: Pipeline) -> tuple[str, ...]:
    """What the policy asks for and this version does not do yet, said on every decision it touches."""
    said = []
    for rule in pipeline.rules:
        if rule.later:
            said.append(f"rule `{rule.name}` is `later`: it was not evaluated, there is no deferred lane yet")
        elif rule.source.sample is not None:
            said.append(f"rule `{rule.name}` has `sample`: it ran on every call, sampling is not enforced yet")
    return tuple(said)
