"""The pass that holds the worst case of each stage against its `within` (G401, G402), by the reference profile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from guardrail.compiler.budget import StageCost, cost_of_calls
from guardrail.compiler.budget_text import rounded
from guardrail.compiler.clause_ranges import clause_span
from guardrail.compiler.costs import Profile, reference_profile
from guardrail.compiler.enforcement import actions_of, keyword_of
from guardrail.compiler.operands import calls_in
from guardrail.compiler.scopes import lineage
from guardrail.compiler.unit import BoundCall, ResolvedPolicy, ResolvedRule, ResolvedStage, Unit
from guardrail.diagnostics.codes.g401 import G401
from guardrail.diagnostics.codes.g402 import G402
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Span
from guardrail.validators.contract import Cost

_EDITS: Final = frozenset({"redact", "append", "prepend", "replace"})
_OUTCOMES: Final = ("allow", "defer", "flag", "block")
_LEAST: Final = {Cost.C2: 1_000, Cost.C3: 100}
"""Characters of a window, and of a sentence: a check of a model is of use only where it has the time for one."""


def run(unit: Unit) -> Unit:
    """Report stages whose checks can take longer than they have; fills in nothing.

    Of a policy with errors nothing is said: a call that could not be bound would be missing from the sum.
    """
    if unit.failed:
        return unit
    found: list[Diagnostic] = []
    for policy in unit.policies.values():
        for stage in policy.stages.values():
            if stage.within is not None and stage.limit is not None:
                found.extend(_stage_problems(unit, policy, stage, stage.within / 1000, stage.limit))
    seen = set(unit.diagnostics)
    return unit.with_diagnostics(*(problem for problem in dict.fromkeys(found) if problem not in seen))


def _stage_problems(
    unit: Unit, policy: ResolvedPolicy, stage: ResolvedStage, within: float, limit: int
) -> Iterator[Diagnostic]:
    uses = _uses(unit, stage)
    slow = list(_too_slow(uses, within, limit))
    yield from slow
    if slow:
        return
    cost = _cost(uses, stage, reference_profile())
    longest, last = cost.longest(within, limit), cost.last
    if last is None or longest >= limit:
        return
    check = last.checks[-1]
    outcome = max((rule.on_timeout for rule in uses[check].rules), key=_OUTCOMES.index)
    span = _within_span(policy, stage)
    if longest == 0:
        yield G401.never(span, stage.kind, cost.bound(1), within, check, outcome)
    else:
        yield G401.too_long(span, stage.kind, limit, cost.bound(limit), within, rounded(longest), check, outcome)


@dataclass(slots=True)
class Use:
    """A check call of a stage: where it is first written, and the rules that read it."""

    call: BoundCall
    span: Span
    rules: list[ResolvedRule]

    @property
    def enforcing(self) -> bool:
        """Whether some rule that is not in the shadow reads it."""
        return any(not rule.rule.shadow for rule in self.rules)


def _uses(unit: Unit, stage: ResolvedStage) -> dict[str, Use]:
    """The calls of the rules that are judged within the request, by key."""
    found: dict[str, Use] = {}
    for rule in sorted(stage.rules, key=lambda rule: rule.name):
        if rule.rule.later:
            continue
        for arm in rule.rule.arms:
            for node in calls_in(arm.condition):
                call = unit.calls.get((node.span.source, node.span.start, node.span.end, stage.kind))
                if call is not None:
                    found.setdefault(call.key, Use(call, node.span, [])).rules.append(rule)
    return found


def cost_of_stage(unit: Unit, stage: ResolvedStage, profile: Profile) -> StageCost:
    """What a stage costs on a machine; `unit` must have passed without errors."""
    return _cost(_uses(unit, stage), stage, profile)


def _cost(uses: Mapping[str, Use], stage: ResolvedStage, profile: Profile) -> StageCost:
    calls = {key: (use.call, use.enforcing) for key, use in uses.items()}
    now = [rule.rule for rule in stage.rules if not rule.rule.later]
    edits = any(keyword_of(action) in _EDITS for rule in now for action in actions_of(rule))
    return cost_of_calls(calls, profile, edits=edits)


def _too_slow(uses: Mapping[str, Use], within: float, limit: int) -> Iterator[Diagnostic]:
    """Checks that do not fit even alone, with one window or sentence: they would never run."""
    profile = reference_profile()
    for key, use in uses.items():
        least = _LEAST.get(use.call.signature.cost)
        if least is None:
            continue
        cost = profile.of(use.call)
        needs = (cost + profile.shared(cost)).bound.milliseconds(min(least, limit))
        if needs > within:
            build = G402.too_slow if use.call.signature.cost is Cost.C3 else G401.no_window
            yield build(use.span, key, needs, within)


def _within_span(policy: ResolvedPolicy, stage: ResolvedStage) -> Span:
    """Where the `within` that holds is written."""
    for declared in lineage(policy.scope, policy.declaration):
        for written in declared.stages:
            if written.kind == stage.kind and written.within == stage.within:
                return clause_span(written.clauses, "within") or written.span
    return policy.declaration.name_span
