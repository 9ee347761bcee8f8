"""The last pass: from resolved rules and bound calls to the pipelines that the engine runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from guardrail.compiler.evaluation import Predicate, negate
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
    Producer,
    ReaskAction,
    RedactAction,
    Slot,
    VerbAction,
)
from guardrail.compiler.predicates import Compiled, Names, compile_expression
from guardrail.compiler.unit import BoundCall, ResolvedPolicy, ResolvedRule, ResolvedStage, Scope, Unit
from guardrail.language import tree
from guardrail.text.requests import Scanner, ScanRequest
from guardrail.validators.contract import Cost

DEFAULT_LABEL: Final = "[redacted]"
_FAILURE_RANK: Final = {"allow": 0, "flag": FLAG, "block": BLOCK, "defer": 0}

MakeScanner = Callable[[tuple[ScanRequest, ...]], Scanner]


def lower(unit: Unit, policy: ResolvedPolicy, make_scanner: MakeScanner) -> dict[str, Pipeline]:
    """The pipeline of each stage of `policy`; `unit` must have passed without errors."""
    return {kind: _lower_stage(unit, policy, stage, make_scanner) for kind, stage in policy.stages.items()}


@dataclass(slots=True)
class _SlotTable:
    """Numbers the distinct calls of a stage in the order they are met."""

    unit: Unit
    stage: str
    numbers: dict[str, int] = field(default_factory=dict)
    calls: list[BoundCall] = field(default_factory=list)

    def number(self, expression: tree.Call | tree.Path) -> tuple[int, BoundCall] | None:
        span = expression.span
        call = self.unit.calls.get((span.source, span.start, span.end, self.stage))
        if call is None:
            return None
        if call.key not in self.numbers:
            self.numbers[call.key] = len(self.calls)
            self.calls.append(call)
        return self.numbers[call.key], call


def _lower_stage(unit: Unit, policy: ResolvedPolicy, stage: ResolvedStage, make_scanner: MakeScanner) -> Pipeline:
    table = _SlotTable(unit, stage.kind)
    ordered = sorted(stage.rules, key=lambda rule: rule.name)
    # A later rule's checks belong to the deferred lane: they get no slot on this one.
    rules = tuple(_lower_rule(rule, table) for rule in ordered if not rule.rule.later)
    later = tuple(_unevaluated(rule) for rule in ordered if rule.rule.later)
    enforcing = _slots_of(rule for rule in rules if not rule.shadow)
    producers = _producers(table.calls, enforcing, make_scanner)
    producer_of = {slot: producer.index for producer in producers for slot in producer.slots}
    slots = tuple(
        Slot(index, call.key, call.signature, call.check, producer_of[index]) for index, call in enumerate(table.calls)
    )
    reads_json = stage.kind == "tool_call" or any(slot.signature.name == "json_schema" for slot in slots)
    return Pipeline(
        policy=policy.name,
        stage=stage.kind,
        slots=slots,
        producers=producers,
        rules=tuple(sorted((*rules, *later), key=lambda rule: rule.name)),
        within=None if stage.within is None else stage.within / 1000,
        limit=stage.limit,
        default_block=stage.default_block,
        hold=stage.hold,
        reads_json=reads_json,
        fields=policy.fields,
        keep=policy.keep,
    )


def _slots_of(rules: Any) -> frozenset[int]:
    return frozenset[int]().union(*(arm.slots for rule in rules for arm in rule.arms))


def _producers(calls: list[BoundCall], enforcing: frozenset[int], make_scanner: MakeScanner) -> tuple[Producer, ...]:
    """One scanner for every scan check, one producer for each other; cheap first, those of shadow rules alone last."""
    scans = [i for i, call in enumerate(calls) if call.check is not None and call.check.request is not None]
    others = [i for i in range(len(calls)) if i not in scans]
    groups: list[tuple[bool, Cost, str, tuple[int, ...]]] = []
    for shadow in (False, True):
        fed = tuple(i for i in scans if (i not in enforcing) is shadow)
        if fed:
            groups.append((shadow, Cost.C1, "scan", fed))
    groups += [(i not in enforcing, calls[i].signature.cost, calls[i].key, (i,)) for i in others]
    # A schema costs more than the one scan: among C1 the scan runs first.
    groups.sort(key=lambda g: (g[0], g[1], g[2] != "scan", g[2]))
    producers = []
    for index, (_, cost, name, slots) in enumerate(groups):
        if name == "scan":
            scanner = make_scanner(tuple(_request(calls[i]) for i in slots))
            unasked = tuple(place for place, i in enumerate(slots) if _judges_without_hits(calls[i]))
            producers.append(Producer(index, name, "scan", slots, cost, scanner, unasked))
        else:
            producers.append(Producer(index, name, "check", slots, cost))
    return tuple(producers)


def _judges_without_hits(call: BoundCall) -> bool:
    return call.check is not None and call.check.judge_without_hits


def _request(call: BoundCall) -> ScanRequest:
    assert call.check is not None and call.check.request is not None
    return call.check.request


def _unevaluated(resolved: ResolvedRule) -> PlanRule:
    rule = resolved.rule
    return PlanRule(
        rule.name, (), None, frozenset(), _FAILURE_RANK[resolved.on_error], _FAILURE_RANK[resolved.on_timeout],
        None, True, rule.shadow, None, rule,
    )  # fmt: skip


def _lower_rule(resolved: ResolvedRule, table: _SlotTable) -> PlanRule:
    rule, scope = resolved.rule, resolved.scope
    names = Names(scope, table.number, find_list_entries)
    gate = None if rule.when is None else compile_expression(rule.when, names)
    on_error, on_timeout = _FAILURE_RANK[resolved.on_error], _FAILURE_RANK[resolved.on_timeout]
    say = None if rule.say is None else text_of(scope, rule.say)
    compiled = [(arm, _compile_arm(arm, names)) for arm in rule.arms]
    arms = tuple(
        _lower_arm(arm, condition, scope, table, max(on_error, on_timeout), say is not None)
        for arm, condition in compiled
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
    )


def _compile_arm(arm: tree.Arm, names: Names) -> Compiled:
    if arm.condition is None:
        return Compiled(lambda _: 1)
    condition = compile_expression(arm.condition, names, positive=not arm.negated)
    if not arm.negated:
        return condition
    inner = condition.predicate
    return Compiled(lambda state: negate(inner(state)), condition.evidence, condition.fields)


def _lower_arm(arm: tree.Arm, condition: Compiled, scope: Scope, table: _SlotTable, failure: int, says: bool) -> Arm:
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
        cheap=enforces and any(table.calls[s].signature.cost <= Cost.C1 for s in slots),
        source=arm,
        redacts=redacts,
        reads_attempt="attempt" in condition.fields,
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
