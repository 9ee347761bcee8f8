"""The last pass: from resolved rules and bound calls to the pipelines that the engine runs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from guardrail.compiler.evaluation import Predicate, negate
from guardrail.compiler.operands import calls_in
from guardrail.compiler.plan import (
    BLOCK,
    FIX,
    FLAG,
    REASK,
    Arm,
    EditAction,
    Pipeline,
    PlainAction,
    PlanAction,
    PlanRule,
    ReaskAction,
    RedactAction,
    Slot,
    VerbAction,
)
from guardrail.compiler.predicates import Compiled, Names, compile_expression
from guardrail.compiler.producer_plan import MakeScanner, plan_producers
from guardrail.compiler.unit import BoundCall, ResolvedPolicy, ResolvedRule, ResolvedStage, Scope, Unit
from guardrail.diagnostics.source import Span
from guardrail.language import tree
from guardrail.validators.contract import Cost, Returns

DEFAULT_LABEL: Final = "[redacted]"
_FAILURE_RANK: Final = {"allow": 0, "flag": FLAG, "block": BLOCK, "defer": 0}


def lower(unit: Unit, policy: ResolvedPolicy, make_scanner: MakeScanner) -> dict[str, Pipeline]:
    """The pipeline of each stage of `policy`; `unit` must have passed without errors."""
    return {kind: _lower_stage(unit, policy, stage, make_scanner) for kind, stage in policy.stages.items()}


def _lower_stage(unit: Unit, policy: ResolvedPolicy, stage: ResolvedStage, make_scanner: MakeScanner) -> Pipeline:
    ordered = sorted(stage.rules, key=lambda rule: rule.name)
    # A later rule's checks belong to the deferred lane: they get no slot on this one.
    now = [rule for rule in ordered if not rule.rule.later]
    producers, calls = plan_producers(_calls(unit, stage.kind, now), make_scanner)
    producer_of = {slot: producer.index for producer in producers for slot in producer.slots}
    slots = tuple(_slot(call, index, producer_of[index]) for index, call in enumerate(calls))
    numbers = SlotNumbers(unit, stage.kind, {call.key: index for index, call in enumerate(calls)})
    rules = [_lower_rule(rule, numbers) if not rule.rule.later else _unevaluated(rule) for rule in ordered]
    return Pipeline(
        policy=policy.name,
        stage=stage.kind,
        slots=slots,
        producers=producers,
        rules=tuple(rules),
        within=None if stage.within is None else stage.within / 1000,
        limit=stage.limit,
        default_block=stage.default_block,
        hold=stage.hold,
        reads_json=stage.kind == "tool_call" or any(slot.signature.name == "json_schema" for slot in slots),
        fields=policy.fields,
        keep=policy.keep,
    )


def _slot(call: BoundCall, index: int, producer: int) -> Slot:
    return Slot(index, call.key, call.signature, call.check, producer, call.signature.returns is Returns.SCORE)


def _calls(unit: Unit, stage: str, rules: Iterable[ResolvedRule]) -> dict[str, tuple[BoundCall, bool]]:
    """The distinct calls by key, and whether any rule that is not shadow reads them."""
    found: dict[str, tuple[BoundCall, bool]] = {}
    for resolved in rules:
        for arm in resolved.rule.arms:
            for node in calls_in(arm.condition):
                call = bound_call(unit, node.span, stage)
                if call is not None:
                    enforcing = not resolved.rule.shadow
                    found[call.key] = (call, enforcing or (call.key in found and found[call.key][1]))
    return found


def bound_call(unit: Unit, span: Span, stage: str) -> BoundCall | None:
    """The call that is written at `span` in a rule of `stage`."""
    return unit.calls.get((span.source, span.start, span.end, stage))


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SlotNumbers:
    """The slot of each canonical call of a stage."""

    unit: Unit
    stage: str
    numbers: Mapping[str, int]

    def of(self, expression: tree.Call | tree.Path) -> tuple[int, BoundCall] | None:
        """The slot and the bound call of an expression; None where it calls no check."""
        call = bound_call(self.unit, expression.span, self.stage)
        return None if call is None else (self.numbers[call.key], call)


def _unevaluated(resolved: ResolvedRule) -> PlanRule:
    rule = resolved.rule
    return PlanRule(
        rule.name, (), None, frozenset(), _FAILURE_RANK[resolved.on_error], _FAILURE_RANK[resolved.on_timeout],
        None, True, rule.shadow, None, rule,
    )  # fmt: skip


def _lower_rule(resolved: ResolvedRule, numbers: SlotNumbers) -> PlanRule:
    rule, scope = resolved.rule, resolved.scope
    names = Names(scope, numbers.of, find_list_entries)
    gate = None if rule.when is None else compile_expression(rule.when, names)
    on_error, on_timeout = _FAILURE_RANK[resolved.on_error], _FAILURE_RANK[resolved.on_timeout]
    say = None if rule.say is None else text_of(scope, rule.say)
    compiled = [(arm, _compile_arm(arm, names)) for arm in rule.arms]
    arms = tuple(
        _lower_arm(arm, condition, scope, max(on_error, on_timeout), say is not None) for arm, condition in compiled
    )
    fields = frozenset[str]().union(*(condition.fields for _, condition in compiled))
    return PlanRule(
        name=rule.name,
        arms=arms,
        gate=None if gate is None else gate.predicate,
        fields=fields | (gate.fields if gate else frozenset()),
        on_error=on_error,
        on_timeout=on_timeout,
        say=say,
        later=False,
        shadow=rule.shadow,
        enforce=rule.enforce,
        source=rule,
        defers=resolved.on_timeout == "defer",
    )


def _compile_arm(arm: tree.Arm, names: Names) -> Compiled:
    if arm.condition is None:
        return Compiled(lambda _: 1)
    condition = compile_expression(arm.condition, names, positive=not arm.negated)
    if not arm.negated:
        return condition
    inner = condition.predicate
    return replace(condition, predicate=lambda state: negate(inner(state)))


def _lower_arm(arm: tree.Arm, condition: Compiled, scope: Scope, failure: int, says: bool) -> Arm:
    action = _lower_action(arm.action, scope)
    level = action_level(action)
    slots = frozenset(e.slot for e in condition.evidence)
    fallback = action_level(action.fallback) if isinstance(action, ReaskAction) else 0
    redacts = isinstance(_edit_of(action), RedactAction)
    enforces = isinstance(action, (ReaskAction, RedactAction)) or action == VerbAction("block")
    predicate: Predicate = condition.predicate
    return Arm(
        action=action,
        predicate=predicate,
        evidence=condition.evidence,
        slots=slots,
        level=level,
        # Whether a `permit` holds decides the stage's default, which blocks.
        ceiling=BLOCK if action == VerbAction("permit") else max(level, fallback, failure),
        visible=level in (FIX, REASK) or says,
        cheap=enforces and any(e.cost <= Cost.C1 for e in condition.evidence),
        source=arm,
        redacts=redacts,
        reads_attempt="attempt" in condition.fields,
        arguments=condition.arguments,
    )


def _edit_of(action: PlanAction) -> PlainAction:
    return action.fallback if isinstance(action, ReaskAction) else action


def _lower_action(action: tree.Action, scope: Scope) -> PlanAction:
    match action:
        case tree.Verb(kind):
            return VerbAction(kind)
        case tree.Redact(label):
            return RedactAction(DEFAULT_LABEL if label is None else label)
        case tree.Edit(kind, text):
            return EditAction(kind, text_of(scope, text))
        case tree.Reask(maximum, hint, fallback):
            plain = VerbAction("block") if fallback is None else _lower_action(fallback, scope)
            assert not isinstance(plain, ReaskAction)
            return ReaskAction(int(maximum or 0), None if hint is None else text_of(scope, hint), plain)


def action_level(action: PlanAction) -> int:
    """The rank an action stands at: `permit` contributes nothing."""
    match action:
        case ReaskAction():
            return REASK
        case VerbAction(kind):
            return {"flag": FLAG, "block": BLOCK, "permit": 0}[kind]
        case _:
            return FIX


def text_of(scope: Scope, text: tree.TextRef) -> str:
    """A text given in place, or a declared one (dotted: an imported file's)."""
    if isinstance(text, tree.Lit):
        return str(text.value)
    return scope_of(scope, text.parts).texts[text.parts[-1]]


def find_list_entries(scope: Scope, parts: tuple[str, ...]) -> Any:
    """The word list that a name in `scope` leads to."""
    return scope_of(scope, parts).lists[parts[-1]]


def scope_of(scope: Scope, parts: tuple[str, ...]) -> Scope:
    """The scope that the last part of a dotted name is declared in."""
    for alias in parts[:-1]:
        scope = scope.imports[alias]
    return scope
