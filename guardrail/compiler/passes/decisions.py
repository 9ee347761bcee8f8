"""The pass that asks whether the decisions of a policy mean what their owner thinks (G301-G310, G402)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from guardrail.compiler.clause_ranges import clause_span
from guardrail.compiler.enforcement import actions_of, can_block, enforcing_action, is_watching, keyword_of, verb_phrase
from guardrail.compiler.operands import call_name, calls_in
from guardrail.compiler.scopes import is_blind, lineage
from guardrail.compiler.unit import ResolvedPolicy, ResolvedRule, ResolvedStage, Scope, Unit
from guardrail.diagnostics.codes.g301 import G301
from guardrail.diagnostics.codes.g302 import G302
from guardrail.diagnostics.codes.g303 import G303
from guardrail.diagnostics.codes.g304 import G304
from guardrail.diagnostics.codes.g305 import G305
from guardrail.diagnostics.codes.g306 import G306
from guardrail.diagnostics.codes.g307 import G307
from guardrail.diagnostics.codes.g308 import G308
from guardrail.diagnostics.codes.g309 import G309
from guardrail.diagnostics.codes.g310 import G310
from guardrail.diagnostics.codes.g402 import G402
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Span
from guardrail.language import tree

_ACTIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "input": ("flag", "redact", "replace", "block"),
    "output": ("flag", "redact", "append", "prepend", "replace", "reask", "block"),
    "retrieval": ("flag", "redact", "block"),
    "tool_call": ("permit", "flag", "redact", "reask", "block"),
    "tool_result": ("flag", "redact", "block"),
}
_BOUNDS: Final = (("within", "within 50ms"), ("limit", "limit 8000 chars"))


def run(unit: Unit) -> Unit:
    """Report what the unit's policies decide against their apparent purpose; fills in nothing."""
    found: list[Diagnostic] = []
    for policy in unit.policies.values():
        found.extend(_failure_settings(policy))
        for stage in policy.stages.values():
            found.extend(_bounds(policy, stage))
            for rule in stage.rules:
                found.extend(_rule_problems(rule, stage, policy))
    seen = set(unit.diagnostics)
    return unit.with_diagnostics(*(problem for problem in dict.fromkeys(found) if problem not in seen))


def _failure_settings(policy: ResolvedPolicy) -> Iterator[Diagnostic]:
    for declared in lineage(policy.scope, policy.declaration):
        insertion = _first_clause(declared)
        if declared.on_error is None:
            yield G301.missing(declared.name_span, declared.name, "on error", insertion)
        if declared.on_timeout is None:
            yield G301.missing(declared.name_span, declared.name, "on timeout", insertion)


def _first_clause(policy: tree.Policy) -> Span | None:
    """Just before what the policy's block begins with; None for an empty block."""
    spans = [span for _, span in policy.clauses]
    spans += [drop.span for drop in policy.drops] + [stage.span for stage in policy.stages]
    first = min(spans, key=lambda span: span.start, default=None)
    return None if first is None else Span(first.source, first.start, first.start)


def _bounds(policy: ResolvedPolicy, stage: ResolvedStage) -> Iterator[Diagnostic]:
    if is_blind(policy.scope, policy.declaration):
        return
    for clause, example in _BOUNDS:
        if (stage.within if clause == "within" else stage.limit) is not None:
            continue
        for declared in lineage(policy.scope, policy.declaration):
            written = next((s for s in declared.stages if s.kind == stage.kind), None)
            if written is not None and getattr(written, clause) is None:
                head, end = _head(written)
                yield G309.missing(head, stage.kind, clause, example, end)
                break


def _head(stage: tree.Stage) -> tuple[Span, Span]:
    """Where `on output` stands, and the place behind it, at which a setting can be inserted."""
    start, end = stage.span.start, stage.span.start + len(f"on {stage.kind}")
    return Span(stage.span.source, start, end), Span(stage.span.source, end, end)


def _rule_problems(resolved: ResolvedRule, stage: ResolvedStage, policy: ResolvedPolicy) -> Iterator[Diagnostic]:
    rule = resolved.rule
    if not rule.arms:
        yield G302.no_arm(rule.name_span, rule.name)
    yield from _actions(rule, stage, policy)
    yield from _fails_open(resolved, policy)
    yield from _late(rule)
    yield from _sampled(rule)
    if not rule.later:
        yield from _deferred_checks(rule, resolved.scope)


def _actions(rule: tree.Rule, stage: ResolvedStage, policy: ResolvedPolicy) -> Iterator[Diagnostic]:
    allowed = _ACTIONS[stage.kind]
    for action in actions_of(rule):
        keyword = keyword_of(action)
        if keyword not in allowed:
            yield G310.not_here(action.span, keyword, stage.kind, allowed)
        elif keyword == "permit" and not stage.default_block and not is_blind(policy.scope, policy.declaration):
            declared = next((s for s in policy.declaration.stages if s.kind == stage.kind), None)
            yield G306.no_default(action.span, stage.kind, _head(declared)[1] if declared is not None else None)
        elif isinstance(action, tree.Reask) and action.maximum is None:
            yield G308.no_maximum(action.span)


def _fails_open(resolved: ResolvedRule, policy: ResolvedPolicy) -> Iterator[Diagnostic]:
    """What a failed check lets through; a rule that only watches may fail as it likes."""
    rule = resolved.rule
    action = enforcing_action(rule)
    if action is None or is_watching(rule):
        return
    owner = _owner(resolved, policy)
    if resolved.on_error != "block":
        own = clause_span(rule.clauses, "on error") if rule.on_error is not None else None
        setting = None if own is not None else clause_span(owner.clauses, "on error")
        # A policy without `on error` is refused as such (G301).
        if own is not None or setting is not None:
            does = verb_phrase(action)
            yield G303.on_error(own or rule.name_span, rule.name, resolved.on_error, does, setting)
    if rule.on_timeout is None and resolved.on_timeout == "defer" and can_block(rule):
        yield G304.inherited(rule.name_span, rule.name, clause_span(owner.clauses, "on timeout"))


def _owner(resolved: ResolvedRule, policy: ResolvedPolicy) -> tree.Policy:
    """The policy whose settings hold for the rule: the one it was written in."""
    for declared in lineage(policy.scope, policy.declaration):
        if any(rule is resolved.rule for stage in declared.stages for rule in stage.rules):
            return declared
    return policy.declaration


def _late(rule: tree.Rule) -> Iterator[Diagnostic]:
    if not rule.later:
        return
    later = clause_span(rule.clauses, "later")
    for arm in rule.arms:
        if keyword_of(arm.action) != "flag":
            yield G305.too_late(arm.action.span, rule.name, verb_phrase(arm.action), later)


def _sampled(rule: tree.Rule) -> Iterator[Diagnostic]:
    if rule.sample is None or is_watching(rule):
        return
    action = next((arm.action for arm in rule.arms if keyword_of(arm.action) != "flag"), None)
    if action is not None:
        span = clause_span(rule.clauses, "sample") or rule.name_span
        yield G307.enforcing(span, rule.name, verb_phrase(action), action.span)


def _deferred_checks(rule: tree.Rule, scope: Scope) -> Iterator[Diagnostic]:
    for arm in rule.arms:
        for call in calls_in(arm.condition):
            validator = scope.validators.find(call_name(call))
            if validator is not None and validator.signature.later_only:
                yield G402.later_only(call.span, call_name(call), rule.name)
