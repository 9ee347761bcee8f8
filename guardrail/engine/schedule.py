"""What can be worked out about a pipeline before any text comes: which arms wait for which producer."""

from __future__ import annotations

from dataclasses import dataclass

from guardrail.compiler.plan import Arm, Pipeline, PlanRule, Producer
from guardrail.engine.request import RequestReader


@dataclass(frozen=True, slots=True)
class Entry:
    """An arm with its rule; `place` is the rule's place in the pipeline."""

    rule: PlanRule
    arm: Arm
    place: int


@dataclass(frozen=True, slots=True)
class Schedule:
    """`at_once`: arms that rest on request facts alone. `after[p]`: arms complete once producer p was tried.

    `uses[p]`: arms that read any slot of producer p. `gated`: rules whose `when` or fields are read per call.
    `special`: rules that are shadow, or enforced on a share of calls. Verification repeats `cheap` producers.
    """

    pipeline: Pipeline
    reader: RequestReader
    at_once: tuple[Entry, ...]
    after: tuple[tuple[Entry, ...], ...]
    uses: tuple[tuple[Entry, ...], ...]
    entries: tuple[Entry, ...]
    gated: tuple[tuple[int, PlanRule], ...]
    special: tuple[tuple[int, PlanRule], ...]
    permits: tuple[Entry, ...]
    cheap_entries: tuple[Entry, ...]
    cheap_producers: tuple[Producer, ...]
    warnings: tuple[str, ...]

    @classmethod
    def of(cls, pipeline: Pipeline) -> Schedule:
        """The schedule of a pipeline."""
        entries = tuple(
            Entry(rule, arm, place) for place, rule in enumerate(pipeline.rules) if not rule.later for arm in rule.arms
        )
        producer_of = [slot.producer for slot in pipeline.slots]
        waits = [frozenset(producer_of[slot] for slot in entry.arm.slots) for entry in entries]
        every = range(len(pipeline.producers))
        cheap = tuple(entry for entry in entries if entry.arm.cheap and not entry.rule.shadow)
        repeated = {producer_of[slot] for entry in cheap for slot in entry.arm.slots}
        return cls(
            pipeline=pipeline,
            reader=RequestReader.of(pipeline.fields),
            at_once=tuple(e for e, needs in zip(entries, waits, strict=True) if not needs),
            after=tuple(
                tuple(e for e, needs in zip(entries, waits, strict=True) if needs and max(needs) == p) for p in every
            ),
            uses=tuple(tuple(e for e, needs in zip(entries, waits, strict=True) if p in needs) for p in every),
            entries=entries,
            gated=tuple(
                (place, rule)
                for place, rule in enumerate(pipeline.rules)
                if not rule.later and (rule.gate is not None or rule.fields)
            ),
            special=tuple(
                (place, rule)
                for place, rule in enumerate(pipeline.rules)
                if not rule.later and (rule.shadow or rule.enforce is not None)
            ),
            permits=tuple(e for e in entries if _permits(e.arm)),
            cheap_entries=cheap,
            cheap_producers=tuple(p for p in pipeline.producers if p.index in repeated and p.cost <= 1),
            warnings=_not_enforced(pipeline),
        )


def _permits(arm: Arm) -> bool:
    return getattr(arm.action, "kind", None) == "permit"


def _not_enforced(pipeline: Pipeline) -> tuple[str, ...]:
    """What the policy asks for and this version does not do yet, said on every decision it touches."""
    said = []
    for rule in pipeline.rules:
        if rule.later:
            said.append(f"rule `{rule.name}` is `later`: it was not evaluated, there is no deferred lane yet")
        elif rule.source.sample is not None:
            said.append(f"rule `{rule.name}` has `sample`: it ran on every call, sampling is not enforced yet")
    return tuple(said)
