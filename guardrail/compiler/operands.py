"""What the names in an expression are: which of them call a check, and which read a request or tool fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from guardrail.compiler.unit import Scope
from guardrail.diagnostics.source import Span
from guardrail.language import tree
from guardrail.models.cards import LEVELS

SUBJECTS: Final = ("input", "output", "context", "question", "system", "history")
"""Roots that are texts: arguments of checks, never values in an expression."""
RESERVED_FIELDS: Final[Mapping[str, str]] = {"attempt": "int", "id": "string"}
"""Request facts that are arguments of the call, not caller data: always there, never declared."""
TOOL_NAME_STAGES: Final = frozenset({"tool_call", "tool_result"})
TOOL_ARGUMENT_STAGES: Final = frozenset({"tool_call"})


class OperandKind(str, Enum):
    """What an operand of an expression is."""

    CHECK = "check"
    FACT = "request fact"
    TOOL_NAME = "tool name"
    TOOL_ARGUMENT = "tool argument"
    LEVEL = "level"
    LITERAL = "literal"
    SUBJECT = "subject"
    CONDITION = "condition"


def operand_kind(expression: tree.Expr) -> OperandKind:
    """What an expression is, told from its shape alone: whether a check of that name exists is another question.

    >>> operand_kind(tree.Path(("toxicity",))).value, operand_kind(tree.Path(("tool", "args", "amount"))).value
    ('check', 'tool argument')
    """
    match expression:
        case tree.Call():
            return OperandKind.CHECK
        case tree.Lit():
            return OperandKind.LITERAL
        case tree.Path(parts):
            return _path_kind(parts)
        case _:
            return OperandKind.CONDITION


def _path_kind(parts: tuple[str, ...]) -> OperandKind:
    if parts[0] == "request":
        return OperandKind.FACT
    if parts[0] == "tool":
        return OperandKind.TOOL_NAME if parts == ("tool", "name") else OperandKind.TOOL_ARGUMENT
    if len(parts) == 1 and parts[0] in LEVELS:
        return OperandKind.LEVEL
    if parts[0] in SUBJECTS:
        return OperandKind.SUBJECT
    return OperandKind.CHECK


def as_call(expression: tree.Expr) -> tree.Call | None:
    """The check call that an expression is; a bare name (`toxicity`) is a call without arguments.

    >>> as_call(tree.Path(("toxicity",))) == tree.Call(("toxicity",), ()), as_call(tree.Path(("request", "tier")))
    (True, None)
    """
    if isinstance(expression, tree.Call):
        return expression
    if isinstance(expression, tree.Path) and operand_kind(expression) is OperandKind.CHECK:
        return tree.Call(expression.parts, (), span=expression.span)
    return None


def call_name(call: tree.Call) -> str:
    """The dotted name of the check."""
    return ".".join(call.name)


def calls_in(expression: tree.Expr | None) -> Iterator[tree.Call]:
    """Every check call of an expression, in reading order."""
    match expression:
        case tree.And(operands) | tree.Or(operands):
            for operand in operands:
                yield from calls_in(operand)
        case tree.Not(operand):
            yield from calls_in(operand)
        case tree.Compare(left, _, right):
            yield from calls_in(left)
            yield from calls_in(right)
        case tree.Member(item):
            yield from calls_in(item)
        case tree.Call() | tree.Path():
            call = as_call(expression)
            if call is not None:
                yield call


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FieldType:
    """A request field as the type checker sees it: its type's name and the values it can have, empty for any.

    `declared` is where its values are listed.
    """

    name: str
    type: str
    domain: tuple[str | int | float | bool, ...] = ()
    optional: bool = False
    declared: Span | None = None


def request_field(scope: Scope, name: str) -> FieldType | None:
    """The request field called `name` (dotted, without `request.`), or None."""
    reserved = RESERVED_FIELDS.get(name)
    if reserved is not None:
        return FieldType(name, reserved)
    field = scope.fields.get(name)
    if field is None:
        return None
    items = field.domain.items if field.domain is not None else ()
    domain = tuple(item.value for item in items if isinstance(item, tree.Lit))
    declared = field.domain.span if field.domain is not None else None
    return FieldType(name, field.type, domain, field.optional, declared)


def field_names(scope: Scope) -> tuple[str, ...]:
    """Every request field that a rule in `scope` may read."""
    return tuple(sorted({*scope.fields, *RESERVED_FIELDS}))
