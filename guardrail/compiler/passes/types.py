"""The pass that types every expression, clause and test against the registry's signatures (G102-G104, G201-G210)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guardrail.compiler.assumptions import policy_test_problems
from guardrail.compiler.clause_ranges import rule_ranges, stage_ranges
from guardrail.compiler.expression_types import Place, expression_problems
from guardrail.compiler.named_values import named_list, named_text
from guardrail.compiler.redactions import names_spans
from guardrail.compiler.references import Role, references, rule_references
from guardrail.compiler.scopes import find_policy, main_scopes
from guardrail.compiler.suggest import nearest
from guardrail.compiler.typing_rules import comparable, field_type_names, field_types, type_of, type_words
from guardrail.compiler.unit import ResolvedPolicy, ResolvedRule, Scope, Unit
from guardrail.diagnostics.codes.g201 import G201
from guardrail.diagnostics.codes.g209 import G209
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.wording import shown
from guardrail.language import tree


def run(unit: Unit) -> Unit:
    """Report every type error of the unit's policies, request blocks and tests; fills in nothing."""
    found: list[Diagnostic] = []
    for file in unit.files.values():
        found.extend(_field_problems(file))
        found.extend(problem for stage in _stages(file) for problem in stage_ranges(stage))
    for policy in unit.policies.values():
        for stage in policy.stages.values():
            for rule in stage.rules:
                found.extend(_rule_problems(rule, stage.kind))
    for scope in main_scopes(unit):
        for test in scope.tests:
            found.extend(policy_test_problems(test, scope, tested_policy(test, scope, unit)))
            found.extend(_given_text_problems(test, scope))
    return unit.with_diagnostics(*_new(found, unit.diagnostics))


def _new(found: Iterable[Diagnostic], known: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Each once: a rule that two policies inherit is wrong once, and so is an argument given twice (G112)."""
    seen = set(known)
    twice = {problem.span for problem in seen if problem.code == "G112"}
    return [problem for problem in dict.fromkeys(found) if problem not in seen and problem.span not in twice]


def _stages(file: tree.File) -> Iterator[tree.Stage]:
    for item in file.items:
        if isinstance(item, tree.Policy):
            yield from item.stages


def _field_problems(file: tree.File) -> Iterator[Diagnostic]:
    for item in file.items:
        if isinstance(item, tree.RequestDecl):
            for field in item.fields:
                yield from _field_problem(field)


_TYPE_SLIPS = {
    "str": "string", "text": "string", "integer": "int", "float": "number", "double": "number", "boolean": "bool",
}  # fmt: skip
"""What the types are called elsewhere."""

_OTHER_TYPES = frozenset({"list", "set", "array", "dict", "object", "any", "date", "enum"})
"""Types that facts do not have."""


def _field_problem(field: tree.Field) -> Iterator[Diagnostic]:
    types = field_types(field.type)
    if types is None:
        valid = field_type_names()
        suggestion = _TYPE_SLIPS.get(field.type)
        if suggestion is None and field.type not in _OTHER_TYPES:
            suggestion = nearest(field.type, valid)
        yield G201.field_type(field.span, field.path.text, field.type, suggestion, valid)
        return
    for item in field.domain.items if field.domain is not None else ():
        if not isinstance(item, tree.Lit):
            yield G201.field_domain(item.span, field.path.text, type_words(types), "an array or object")
        elif not comparable(types, frozenset({type_of(item.value)})):
            yield G201.field_domain(item.span, field.path.text, type_words(types), shown(item.value))


def _rule_problems(resolved: ResolvedRule, stage: str) -> Iterator[Diagnostic]:
    rule, scope = resolved.rule, resolved.scope
    yield from rule_ranges(rule)
    if rule.when is not None:
        yield from expression_problems(rule.when, Place(scope, stage, in_when=True))
    for arm in rule.arms:
        if arm.condition is not None:
            yield from expression_problems(arm.condition, Place(scope, stage))
        yield from _redact_problems(arm, scope)
    for role, path in rule_references(rule):
        if role is Role.TEXT:
            text = named_text(path, scope)
            if isinstance(text, Diagnostic):
                yield text


def _redact_problems(arm: tree.Arm, scope: Scope) -> Iterator[Diagnostic]:
    action = arm.action.fallback if isinstance(arm.action, tree.Reask) else arm.action
    if not isinstance(action, tree.Redact):
        return
    if arm.condition is None or not names_spans(arm.condition, scope.validators, positive=not arm.negated):
        yield G209.nothing_found(action.span, arm.condition.span if arm.condition is not None else None)


def tested_policy(test: tree.Test, scope: Scope, unit: Unit) -> ResolvedPolicy | None:
    """The policy that a test is for: the one it names, else the file's only one; None when there is no telling."""
    if test.policy is None:
        names = list(scope.policies)
        return unit.policies.get(names[0]) if len(names) == 1 else None
    found = find_policy(scope, test.policy.parts)
    if found is None:
        return None
    resolved = unit.policies.get(found[1].name)
    return resolved if resolved is not None and resolved.declaration is found[1] else None


def _given_text_problems(test: tree.Test, scope: Scope) -> Iterator[Diagnostic]:
    for role, path in references(test):
        if role is Role.VALUE and not _is_list(path, scope):
            text = named_text(path, scope)
            if isinstance(text, Diagnostic):
                yield text


def _is_list(path: tree.Path, scope: Scope) -> bool:
    # The passages and the history of a test may be a declared list.
    return not isinstance(named_list(path, scope), Diagnostic)
