"""What a policy's test assumes of checks: the oracle that answers in their place, or in place of some."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from guardrail.compiler.plan import Slot
from guardrail.engine.needs import Answer, Answers, Failure, Need
from guardrail.engine.producers import run
from guardrail.language import tree
from guardrail.models.cards import LEVELS, threshold
from guardrail.models.own_models import OwnModels
from guardrail.validators.contract import Match, Outcome, Returns, Signature

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Assumptions:
    """`exact` by a call's canonical key, `named` by a check's name; an exact one wins.

    `live`: model checks of which nothing is assumed ask their model, instead of taking their quiet value. `models` are
    the deployment's own, whose cards say what a level is.
    """

    exact: Mapping[str, tree.Assume] = field(default_factory=dict)
    named: Mapping[str, tree.Assume] = field(default_factory=dict)
    live: bool = False
    models: OwnModels = field(default_factory=dict)

    def of(self, slot: Slot) -> tree.Assume | None:
        """The assumption about a slot, or None."""
        return self.exact.get(slot.key) or self.named.get(slot.signature.name)


def drive_assumed(steps: Generator[Need, Answers, Result], assumptions: Assumptions, unasked: set[str]) -> Result:
    """Answer needs by assumption first, un-assumed model checks by their quiet value (their keys go to `unasked`).

    Live ones run; `unasked` then gets the keys of those whose model is not installed: they fail.
    """
    try:
        need = next(steps)
        while True:
            need = steps.send(_answers(need, assumptions, unasked))
    except StopIteration as done:
        result: Result = done.value
        return result


def _answers(need: Need, assumptions: Assumptions, unasked: set[str]) -> Answers:
    slots = [need.pipeline.slots[index] for index in need.producer.slots]
    stated = {slot.index: answer for slot in slots if (answer := _stated(slot, assumptions, need, unasked)) is not None}
    if len(stated) == len(slots):
        return stated
    return {**(run(need) or {}), **stated}


def _stated(slot: Slot, assumptions: Assumptions, need: Need, unasked: set[str]) -> Answer | None:
    assumed = assumptions.of(slot)
    if assumed is not None:
        return assumed_answer(assumed, slot.signature, len(need.subject.text), assumptions.models)
    if slot.signature.quiet is None or (assumptions.live and slot.check is not None):
        return None
    unasked.add(slot.key)
    if assumptions.live:
        return None
    if slot.signature.returns is Returns.SCORE:
        return Outcome(score=float(slot.signature.quiet))
    return Outcome(truth=bool(slot.signature.quiet))


def assumed_answer(assumed: tree.Assume, signature: Signature, length: int, models: OwnModels) -> Answer:
    """What `assume … = value` or `assume … fails` says a check answers; spans, where it has any, are the whole text."""
    if assumed.failure is not None:
        kind = "error" if assumed.failure == "fails" else "timeout"
        return Failure("timeout" if kind == "timeout" else "error", "assumed by the test")
    value = assumed.value
    if isinstance(value, tree.Path):
        word = value.parts[-1]
        if word == "cannot_tell":
            return Failure("error", "assumed by the test: the judge cannot tell")
        if word in LEVELS:
            own = models.get(signature.name)
            score = own.card.levels[word] if own else threshold(signature.name, word)
            return Outcome(score=score, matches=_whole(signature, length, score))
        return _truth(word == "pass", signature, length)
    assert value is not None
    if signature.returns is Returns.SCORE:
        score = float(value.value)
        return Outcome(score=score, matches=_whole(signature, length, score))
    return _truth(value.value is True, signature, length)


def _truth(truth: bool, signature: Signature, length: int) -> Outcome:
    return Outcome(truth, matches=_whole(signature, length, None) if truth else ())


def _whole(signature: Signature, length: int, score: float | None) -> tuple[Match, ...]:
    spans = signature.spans or signature.returns is Returns.FINDINGS
    return (Match(0, length, "assumed by the test", score),) if spans and length else ()
