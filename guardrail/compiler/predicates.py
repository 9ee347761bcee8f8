"""Turns expressions into predicates: closures over slots and request facts, made once at load.

Each closure answers in the three-valued truth of `evaluation`. A comparison with something that failed is that
failure; comparing unlike types, or an absent tool argument, is a failed check.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias

from guardrail.compiler.evaluation import (
    ABSENT,
    BAD,
    ERROR,
    FALSE,
    TRUE,
    Evaluation,
    Predicate,
    conjunction,
    disjunction,
    negate,
)
from guardrail.compiler.operands import OperandKind, operand_kind
from guardrail.compiler.plan import ArgumentRead, Evidence
from guardrail.compiler.unit import BoundCall, Scope
from guardrail.language import tree
from guardrail.models.cards import LEVELS, threshold
from guardrail.validators.contract import Returns

_COMPARE: Final[dict[str, Callable[[Any, Any], bool]]] = {
    ">=": operator.ge,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
    ">": operator.gt,
    "<": operator.lt,
}
_MIRRORED: Final = {">=": "<=", "<=": ">=", ">": "<", "<": ">", "==": "==", "!=": "!="}

Operand: TypeAlias = Callable[[Evaluation], Any]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Compiled:
    """A predicate with what it rests on. `fields` are the request fields it reads, `arguments` the tool arguments."""

    predicate: Predicate
    evidence: tuple[Evidence, ...] = ()
    fields: frozenset[str] = frozenset()
    arguments: tuple[ArgumentRead, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Names:
    """What an expression's names lead to: `slot_of` gives a call's slot and bound call, or None for no call."""

    scope: Scope
    slot_of: Callable[[tree.Call | tree.Path], tuple[int, BoundCall] | None]
    find_list: Callable[[Scope, tuple[str, ...]], Any]


def compile_expression(expression: tree.Expr, names: Names, *, positive: bool = True) -> Compiled:
    """The predicate of an expression; `positive` is False below a `not` and for `require`."""
    match expression:
        case tree.And(operands):
            return _joined([compile_expression(o, names, positive=positive) for o in operands], conjunction)
        case tree.Or(operands):
            return _joined([compile_expression(o, names, positive=positive) for o in operands], disjunction)
        case tree.Not(operand):
            inner = compile_expression(operand, names, positive=not positive)
            return replace(inner, predicate=_negated(inner.predicate))
        case tree.Compare():
            return _compare(expression, names, positive)
        case tree.Member():
            return _member(expression, names)
        case tree.Lit(value):
            truth = TRUE if value is True else FALSE
            return Compiled(lambda _: truth)
        case tree.Call() | tree.Path():
            return _condition(expression, names, positive)


def _joined(parts: list[Compiled], join: Callable[[tuple[Predicate, ...]], Predicate]) -> Compiled:
    evidence = tuple(e for part in parts for e in part.evidence)
    fields = frozenset[str]().union(*(part.fields for part in parts))
    arguments = tuple(read for part in parts for read in part.arguments)
    return Compiled(join(tuple(part.predicate for part in parts)), evidence, fields, arguments)


def _negated(inner: Predicate) -> Predicate:
    return lambda state: negate(inner(state))


def _condition(expression: tree.Call | tree.Path, names: Names, positive: bool) -> Compiled:
    found = names.slot_of(expression)
    if found is not None:
        slot, call = found

        def holds(state: Evaluation) -> int:
            return state.truth[slot]

        spans = call.signature.returns is Returns.FINDINGS
        return Compiled(holds, (Evidence(slot, positive, holds, spans, cost=call.signature.cost),))
    assert isinstance(expression, tree.Path)
    read = _operand(expression)

    def flag(state: Evaluation) -> int:
        value = read(state)
        if value is ABSENT:
            return FALSE
        return TRUE if value is True else FALSE if value is False else ERROR

    return _reading(flag, expression)


def _reading(holds: Predicate, *operands: tree.Expr) -> Compiled:
    """A condition about facts, with the request fields and tool arguments that it reads."""
    fields = frozenset[str]().union(*(_fields_of(operand) for operand in operands))
    named = [o.text for o in operands if isinstance(o, tree.Path) and operand_kind(o) is OperandKind.TOOL_ARGUMENT]
    return Compiled(holds, (), fields, tuple(ArgumentRead(name, holds) for name in named))


def _fields_of(expression: tree.Expr) -> frozenset[str]:
    if isinstance(expression, tree.Path) and expression.parts[0] == "request":
        return frozenset((".".join(expression.parts[1:]),))
    return frozenset()


def _operand(expression: tree.Expr) -> Operand:
    """Reads a literal, a request fact, the tool's name or one of its arguments."""
    if isinstance(expression, tree.Lit):
        literal = expression.value
        return lambda _: literal
    assert isinstance(expression, tree.Path)
    parts = expression.parts
    if parts[0] == "request":
        name = ".".join(parts[1:])
        if name == "attempt":
            return lambda state: state.facts.attempt
        return lambda state: state.request.get(name, ABSENT)
    if parts == ("tool", "name"):
        return lambda state: BAD if state.facts.tool is None else state.facts.tool
    steps = parts[2:]

    def argument(state: Evaluation) -> Any:
        value = state.facts.args
        for step in steps:
            if not isinstance(value, dict) or step not in value:
                return BAD
            value = value[step]
        return value

    return argument


def same_type(left: Any, right: Any) -> bool:
    """Whether two values may be compared: both strings, both numbers (a bool is no number) or both bools.

    >>> same_type(1, 2.5), same_type(True, 1), same_type("a", "b")
    (True, False, True)
    """
    if isinstance(left, bool) or isinstance(right, bool):
        return isinstance(left, bool) and isinstance(right, bool)
    if isinstance(left, (int, float)):
        return isinstance(right, (int, float))
    return isinstance(left, str) and isinstance(right, str)


def _compare(expression: tree.Compare, names: Names, positive: bool) -> Compiled:
    for call_side, other, op in (
        (expression.left, expression.right, expression.op),
        (expression.right, expression.left, _MIRRORED[expression.op]),
    ):
        if isinstance(call_side, (tree.Call, tree.Path)) and (found := names.slot_of(call_side)) is not None:
            return _compare_score(found, op, other, positive)
    left, right = _operand(expression.left), _operand(expression.right)
    test, op = _COMPARE[expression.op], expression.op
    ordering = op in (">=", "<=", ">", "<")

    def holds(state: Evaluation) -> int:
        a, b = left(state), right(state)
        if a is BAD or b is BAD:
            return ERROR
        if a is ABSENT or b is ABSENT:
            return TRUE if op == "!=" else FALSE
        if not same_type(a, b) or (ordering and isinstance(a, (str, bool))):
            return ERROR
        return TRUE if test(a, b) else FALSE

    return _reading(holds, expression.left, expression.right)


def _compare_score(found: tuple[int, BoundCall], op: str, other: tree.Expr, positive: bool) -> Compiled:
    slot, call = found
    limit = score_threshold(call, other)
    test = _COMPARE[op]

    def holds(state: Evaluation) -> int:
        truth = state.truth[slot]
        if truth > 1:
            return truth if slot not in state.covered else _of_part(state.outcomes[slot].score, truth)
        score = state.outcomes[slot].score
        if score is None:
            return ERROR
        return TRUE if test(score, limit) else FALSE

    def _of_part(score: float | None, truth: int) -> int:
        """Of a text that was judged in part, the score is at least that of the part: that may settle it."""
        if score is None:
            return truth
        if op in (">=", ">"):
            return TRUE if test(score, limit) else truth
        return truth if test(score, limit) else FALSE

    spans = call.signature.spans and op in (">=", ">")
    return Compiled(holds, (Evidence(slot, positive, holds, spans, limit, call.signature.cost),))


def score_threshold(call: BoundCall, other: tree.Expr) -> float:
    """The number that a score is compared with: a literal, or the card's threshold of a level."""
    if isinstance(other, tree.Path) and other.parts[-1] in LEVELS:
        own = call.arguments.models.get(call.signature.name)
        return own.card.levels[other.parts[-1]] if own else threshold(call.signature.name, other.parts[-1])
    assert isinstance(other, tree.Lit)
    return float(other.value)


def _member(expression: tree.Member, names: Names) -> Compiled:
    read = _operand(expression.item)
    values: tuple[Any, ...]
    if isinstance(expression.container, tree.Array):
        values = tuple(item.value for item in expression.container.items if isinstance(item, tree.Lit))
    else:
        values = names.find_list(names.scope, expression.container.parts).entries
    inside, outside = (FALSE, TRUE) if expression.negated else (TRUE, FALSE)

    def holds(state: Evaluation) -> int:
        item = read(state)
        if item is BAD:
            return ERROR
        if item is ABSENT:
            return outside
        like = False
        for value in values:
            if same_type(item, value):
                like = True
                if item == value:
                    return inside
        return outside if like else ERROR

    return _reading(holds, expression.item)
