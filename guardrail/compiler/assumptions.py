"""Types what a policy's tests give, assume and expect."""

from __future__ import annotations

from collections.abc import Iterator

from guardrail.compiler.clause_ranges import test_ranges
from guardrail.compiler.expression_types import Place, call_problems, has_levels
from guardrail.compiler.operands import RESERVED_FIELDS, FieldType, OperandKind, as_call, call_name, request_field
from guardrail.compiler.scopes import is_blind
from guardrail.compiler.suggest import nearest
from guardrail.compiler.typing_rules import (
    Operand,
    comparable,
    field_types,
    outside_domain,
    type_of,
    type_words,
)
from guardrail.compiler.unit import ResolvedPolicy, Scope
from guardrail.diagnostics.codes.g103 import G103
from guardrail.diagnostics.codes.g104 import G104
from guardrail.diagnostics.codes.g201 import G201
from guardrail.diagnostics.codes.g202 import G202
from guardrail.diagnostics.codes.g208 import G208
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Span
from guardrail.diagnostics.wording import shown
from guardrail.language import tree
from guardrail.models.cards import LEVELS
from guardrail.validators.contract import Returns, Signature

JUDGEMENTS = ("pass", "fail", "cannot_tell")
"""What a judge answers."""


def policy_test_problems(test: tree.Test, scope: Scope, policy: ResolvedPolicy | None) -> Iterator[Diagnostic]:
    """What is wrong with one test in the file of `scope`; `policy` is the one it tests, None where that is unknown."""
    # What an ancestor declares that could not be read is not unknown.
    known = policy is not None and not is_blind(policy.scope, policy.declaration)
    for clause in test.clauses:
        match clause:
            case tree.GivenRequest(pairs) if known:
                yield from _given_pairs(pairs, scope, policy, "")
            case tree.GivenAttempt():
                yield from test_ranges(clause)
            case tree.Assume():
                yield from _assumed(clause, scope)
            case tree.Expect(by=by) if policy is not None and known:
                yield from _expected(by, policy)
            case _:
                continue


def _given_pairs(
    pairs: tuple[tree.Pair, ...], scope: Scope, policy: ResolvedPolicy | None, prefix: str
) -> Iterator[Diagnostic]:
    fields = {**(policy.fields if policy is not None else {}), **scope.fields}
    reach = Scope(scope.file, fields=fields)
    for pair in pairs:
        name = prefix + pair.key
        key_span = Span(pair.span.source, pair.span.start, pair.span.start + len(pair.key))
        if isinstance(pair.value, tree.Object):
            yield from _given_pairs(pair.value.pairs, scope, policy, f"{name}.")
            continue
        field = None if name in RESERVED_FIELDS else request_field(reach, name)
        if field is None:
            yield G104.given(key_span, name, nearest(name, fields), sorted(fields))
        else:
            yield from _given_value(pair.value, field)


def _given_value(value: tree.Lit | tree.Array, field: FieldType) -> Iterator[Diagnostic]:
    types = field_types(field.type)
    if types is None:
        return
    if isinstance(value, tree.Array):
        yield G201.given_value(value.span, field.name, type_words(types), "an array")
    elif not comparable(types, frozenset({type_of(value.value)})):
        yield G201.given_value(value.span, field.name, type_words(types), shown(value.value))
    else:
        name = f"request.{field.name}"
        fact = Operand(OperandKind.FACT, value, name, types, field.domain, declared=field.declared)
        yield from outside_domain(fact, value.value, value)


def _assumed(clause: tree.Assume, scope: Scope) -> Iterator[Diagnostic]:
    call = as_call(clause.target)
    if call is None:
        text = clause.target.text if isinstance(clause.target, tree.Path) else "this"
        yield G201.not_assumable(clause.target.span, text)
        return
    validator = scope.validators.find(call_name(call))
    # A bare name stands for every call of the check, so its arguments are not asked for.
    if isinstance(clause.target, tree.Call) or validator is None:
        yield from call_problems(call, Place(scope, ""))
    if validator is not None and clause.value is not None:
        yield from _assumed_value(clause.value, call, validator.signature, scope)


def _assumed_value(
    value: tree.Lit | tree.Path, call: tree.Call, signature: Signature, scope: Scope
) -> Iterator[Diagnostic]:
    literal = value.value if isinstance(value, tree.Lit) else None
    word = value.text if isinstance(value, tree.Path) else None
    got = f"`{word}`" if literal is None else shown(literal)
    if signature.returns is Returns.SCORE:
        number = literal is not None and not isinstance(literal, (str, bool))
        if word in LEVELS:
            if not signature.levels or (call.arguments and not has_levels(call, signature, scope)):
                yield G208.no_card(value.span, signature.name, str(word))
        elif not number:
            yield G201.assumed_value(value.span, signature.name, "a score between 0 and 1", got)
        elif isinstance(literal, (int, float)) and not 0 <= literal <= 1:
            yield G202.outside(value.span, signature.name, literal)
    elif not isinstance(literal, bool) and not (signature.later_only and word in JUDGEMENTS):
        yield G201.assumed_value(value.span, signature.name, "true or false", got)


def _expected(by: tuple[tree.Path, ...], policy: ResolvedPolicy) -> Iterator[Diagnostic]:
    rules = {rule.name: rule.rule.name_span for stage in policy.stages.values() for rule in stage.rules}
    defaults = {f"{stage}.{what}" for stage in policy.stages for what in ("default", "limit")}
    for path in by:
        if path.text not in rules and path.text not in defaults:
            close = nearest(path.text, rules)
            near = rules[close] if close is not None else None
            yield G103.declared_name(path.span, "rule", path.text, close, sorted(rules), near)
