"""The pass that holds what a stage may keep back of a stream against what its rules need (G501, G502, G503)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guardrail.compiler.clause_ranges import clause_span
from guardrail.compiler.lowering import lower
from guardrail.compiler.plan import Pipeline
from guardrail.compiler.scopes import lineage
from guardrail.compiler.streaming import ORDER, StreamArm, stream_arms, widest_hold
from guardrail.compiler.unit import ResolvedPolicy, ResolvedStage, Unit
from guardrail.diagnostics.codes.g501 import G501
from guardrail.diagnostics.codes.g502 import G502
from guardrail.diagnostics.codes.g503 import G503
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Span
from guardrail.language import tree
from guardrail.text.requests import PieceLike, RequestHits, ScanRequest


def run(unit: Unit) -> Unit:
    """Report what the stages that say `hold` do not give their rules; needs a unit without errors, fills in nothing."""
    if unit.failed:
        return unit
    found: list[Diagnostic] = []
    for policy in unit.policies.values():
        stage = policy.stages.get("output")
        if stage is not None and stage.hold is not None and stage.hold != "all":
            found += _stage(unit, policy, stage, stage.hold)
    return unit.with_diagnostics(*(one for one in dict.fromkeys(found) if one not in unit.diagnostics))


class _NoScanner:
    """Stands in for the shared scanner: nothing is scanned here."""

    def scan(self, piece: PieceLike) -> RequestHits | None:
        """No hits."""
        return None

    def scan_pieces(self, pieces: Sequence[PieceLike]) -> None:
        """No hits."""


def _no_scanner(requests: tuple[ScanRequest, ...]) -> _NoScanner:
    return _NoScanner()


def _stage(unit: Unit, policy: ResolvedPolicy, stage: ResolvedStage, gives: tree.Hold) -> Iterator[Diagnostic]:
    pipeline = lower(unit, policy, _no_scanner)["output"]
    arms = stream_arms(pipeline)
    clause = _clause(policy)
    for arm in arms:
        own = arm.rule.source.hold
        if ORDER.index(arm.hold) > ORDER.index(gives) and arm.hold != own:
            yield G501.needs_more(
                arm.arm.source.action.span,
                arm.rule.name,
                needs=arm.hold,
                because=arm.because,
                gives=gives,
                stage="output",
                clause=clause,
            )
        if arm.judged:
            yield from _unbounded(pipeline, arm)
    yield from _buffers(arms, clause)


def _buffers(arms: Sequence[StreamArm], clause: Span | None) -> Iterator[Diagnostic]:
    whole = [arm for arm in arms if arm.hold == "all" and arm.rule.source.hold == "all" and arm.rule.gate is None]
    if not whole:
        return
    first = whole[0]
    others = [arm.hold for arm in arms if arm.rule is not first.rule and arm.rule.gate is None]
    span = clause_span(first.rule.source.clauses, "hold") or first.rule.source.name_span
    why = next((arm.because for arm in whole if not arm.because.startswith("it says")), "")
    yield G503.buffers(
        span, "output", first.rule.name, because=why or "it waits for all", without=widest_hold(others), clause=clause
    )


def _clause(policy: ResolvedPolicy) -> Span | None:
    """Where the stage's `hold` is written: in the policy itself, or in the nearest it extends."""
    for declared in lineage(policy.scope, policy.declaration):
        for stage in declared.stages:
            if stage.kind == "output" and stage.hold is not None:
                return clause_span(stage.clauses, "hold")
    return None


def _unbounded(pipeline: Pipeline, arm: StreamArm) -> Iterator[Diagnostic]:
    from guardrail.compiler.stream_bounds import goes_over_words

    for place in sorted(arm.arm.slots):
        check = pipeline.slots[place].check
        if check is None or check.request is None or pipeline.slots[place].signature.name != "matches":
            continue
        for expression in dict.fromkeys(pattern.expression for pattern in check.request.patterns):
            reaches = goes_over_words(expression)
            if reaches is not None:
                span = arm.arm.source.condition.span if arm.arm.source.condition is not None else arm.arm.source.span
                yield G502.unbounded(span, arm.rule.name, expression, lines=reaches == "answer")
