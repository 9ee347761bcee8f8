"""Which operands may be compared with which: the rules of `==`, `<`, `in`, one function a kind of comparison."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from guardrail.compiler.operands import OperandKind
from guardrail.compiler.suggest import nearest
from guardrail.diagnostics.codes.g201 import G201
from guardrail.diagnostics.codes.g201_foreign import ForeignOperand
from guardrail.diagnostics.codes.g202 import G202
from guardrail.diagnostics.codes.g203 import G203
from guardrail.diagnostics.codes.g204 import G204
from guardrail.diagnostics.codes.g206 import G206
from guardrail.diagnostics.codes.g208 import G208
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Span
from guardrail.diagnostics.wording import show_value, shown
from guardrail.language import tree
from guardrail.models.cards import LEVELS
from guardrail.validators.contract import Returns, Signature

ANY_TYPE: Final = frozenset[str]()
"""The types of a value that only the call itself tells: a tool argument of a policy without a tools file."""
ORDERINGS: Final = frozenset({">=", ">", "<=", "<"})
_MIRRORED: Final = {">=": "<=", "<=": ">=", ">": "<", "<": ">", "==": "==", "!=": "!="}
_WORDS: Final = {
    "string": "a string",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "an array",
    "object": "an object",
    "null": "null",
}
_FIELD_TYPES: Final = {"string": "string", "int": "integer", "number": "number", "bool": "boolean"}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Operand:
    """One side of a comparison. `text` is how the policy writes it, `types` the JSON types it can have.

    `declared` is where the values of `domain` are listed.
    """

    kind: OperandKind
    expression: tree.Expr
    text: str
    types: frozenset[str] = ANY_TYPE
    domain: tuple[str | int | float | bool, ...] = ()
    signature: Signature | None = None
    levels: bool = False
    declared: Span | None = None

    @property
    def value(self) -> str | int | float | bool | None:
        """The value of a literal, else None."""
        return self.expression.value if isinstance(self.expression, tree.Lit) else None


def type_of(value: str | int | float | bool) -> str:
    """The type of a literal: `string`, `integer`, `number` or `boolean`.

    >>> type_of(True), type_of(2.5)
    ('boolean', 'number')
    """
    if isinstance(value, bool):
        return "boolean"
    return "string" if isinstance(value, str) else "integer" if isinstance(value, int) else "number"


def field_types(declared: str) -> frozenset[str] | None:
    """The types of a request field declared as `string`, `int`, `number` or `bool`; None for another word."""
    found = _FIELD_TYPES.get(declared)
    return None if found is None else frozenset({found})


def field_type_names() -> tuple[str, ...]:
    """The types that a request field may be declared with."""
    return tuple(_FIELD_TYPES)


def type_words(types: frozenset[str]) -> str:
    """Types as people read them.

    >>> type_words(frozenset({"string", "integer"}))
    'a string or a whole number'
    """
    return " or ".join(word for name, word in _WORDS.items() if name in types) or "anything"


def described(operand: Operand) -> str:
    """An operand with its type, as people read it."""
    if operand.value is not None:
        return shown(operand.value)
    if not operand.types:
        return f"`{operand.text}`"
    return f"`{operand.text}` ({type_words(operand.types)})"


def comparable(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether values of these types can be of one type; numbers of either kind are."""
    if not left or not right:
        return True
    return bool(_widened(left) & _widened(right) & {"string", "number", "boolean"})


def _widened(types: frozenset[str]) -> frozenset[str]:
    return types | {"number"} if "integer" in types else types


def comparison(whole: tree.Compare, left: Operand, right: Operand) -> Iterator[Diagnostic]:
    """What is wrong with comparing `left` and `right`."""
    kinds = (left.kind, right.kind)
    if OperandKind.CHECK in kinds:
        yield from _check_compared(whole, left, right)
    elif OperandKind.LEVEL in kinds:
        level = left if left.kind is OperandKind.LEVEL else right
        yield G201.level_alone(level.expression.span, level.text)
    elif left.value is not None and right.value is not None:
        yield G206.constant(whole.span, _constant(whole.op, left.value, right.value))
    elif left.expression == right.expression:
        yield G206.same_sides(whole.span, whole.op in ("==", ">=", "<="))
    else:
        yield from _facts_compared(whole, left, right)


def _constant(operator: str, left: str | int | float | bool, right: str | int | float | bool) -> bool:
    if operator in ("==", "!="):
        return (left == right and type_of(left) == type_of(right)) is (operator == "==")
    if isinstance(left, str) or isinstance(right, str):
        return False
    return {">=": left >= right, "<=": left <= right, ">": left > right, "<": left < right}[operator]


def _check_compared(whole: tree.Compare, left: Operand, right: Operand) -> Iterator[Diagnostic]:
    check, other, operator = left, right, str(whole.op)
    if left.kind is not OperandKind.CHECK:
        check, other, operator = right, left, _MIRRORED[whole.op]
    signature = check.signature
    assert signature is not None
    if signature.returns is Returns.SCORE:
        yield from _score_compared(whole, check, other, operator)
        return
    number = other.value is not None and not isinstance(other.value, (str, bool))
    if number or other.kind is OperandKind.LEVEL:
        level = other.kind is OperandKind.LEVEL
        bound = _length_bound(check, operator, other.value)
        if signature.returns is Returns.TRUTH:
            yield G203.truth(whole.span, signature.name, check.text, f"`{other.text}`", level, bound)
        else:
            yield G203.compared(whole.span, signature.name, check.text, f"`{other.text}`", level)
    else:
        yield G201.compared_check(check.expression.span, signature.name, described(other), other.expression.span)


def _length_bound(check: Operand, operator: str, value: str | int | float | bool | None) -> str | None:
    """`length > 100` as the call that says it: `not length(max: 100)`; None for anything else."""
    if check.text not in ("length", "length()") or not isinstance(value, int):
        return None
    calls = {
        ">": f"not length(max: {value})",
        ">=": f"length(min: {value})",
        "<": f"not length(min: {value})",
        "<=": f"length(max: {value})",
        "==": f"length(min: {value}, max: {value})",
        "!=": f"not length(min: {value}, max: {value})",
    }
    return calls[operator]


def _score_compared(whole: tree.Compare, check: Operand, other: Operand, operator: str) -> Iterator[Diagnostic]:
    signature, value, span = check.signature, other.value, other.expression.span
    assert signature is not None
    if other.kind is OperandKind.LEVEL:
        if not check.levels:
            yield G208.no_card(span, check.text, other.text)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        if not 0 <= value <= 1:
            yield G202.outside(span, signature.name, value)
    else:
        level = value if isinstance(value, str) and value in LEVELS and check.levels else None
        yield G201.score_threshold(span, signature.name, described(other), check.levels, level)
        return
    if operator not in ORDERINGS:
        yield G201.score_equality(whole.span, signature.name, operator)


def _facts_compared(whole: tree.Compare, left: Operand, right: Operand) -> Iterator[Diagnostic]:
    if not comparable(left.types, right.types):
        yield G201.unlike(whole.span, described(left), described(right))
        return
    if whole.op in ORDERINGS:
        for side in (left, right):
            if side.types and not side.types & {"integer", "number"}:
                yield G201.no_order(side.expression.span, described(side), whole.op)
                return
        return
    for fact, other in ((left, right), (right, left)):
        if other.value is not None:
            yield from outside_domain(fact, other.value, other.expression)


def outside_domain(
    fact: Operand, value: str | int | float | bool, written: tree.Value | tree.Expr
) -> Iterator[Diagnostic]:
    """Whether `value`, of a fitting type, is one that the fact can never have."""
    if fact.domain and value not in fact.domain:
        strings = [item for item in fact.domain if isinstance(item, str)]
        suggestion = nearest(value, strings) if isinstance(value, str) else None
        yield G204.value(written.span, fact.text, value, suggestion, fact.domain, fact.declared)
    elif fact.types == {"integer"} and isinstance(value, float) and not value.is_integer():
        yield G204.not_whole(written.span, fact.text, value)


def repeated_comparison(whole: tree.And | tree.Or) -> Diagnostic | None:
    """`request.channel == "chat" or "email"`: further values of a comparison, without what they are compared with."""
    first, *others = whole.operands
    wanted = "==" if isinstance(whole, tree.Or) else "!="
    if not isinstance(first, tree.Compare) or first.op != wanted or not isinstance(first.right, tree.Lit):
        return None
    rest = [operand for operand in others if isinstance(operand, tree.Lit) and isinstance(operand.value, str)]
    if not rest or not isinstance(first.left, tree.Path):
        return None
    values = ", ".join(show_value(literal.value) for literal in (first.right, *rest))
    written = f"{first.left.text} {'in' if wanted == '==' else 'not in'} [{values}]"
    return ForeignOperand.repeated_comparison(rest[0].span, written, whole.span if len(rest) == len(others) else None)


def searched_subject(whole: tree.Member, subject: tree.Path) -> Diagnostic:
    """`"Globex" in output`: a text is searched by a check."""
    item = whole.item
    if isinstance(item, tree.Lit) and isinstance(item.value, str):
        written = f"contains({show_value(item.value)})"
    else:
        written = f"mentions({item.text if isinstance(item, tree.Path) else 'names'})"
    return ForeignOperand.searched_subject(whole.span, subject.text, f"not {written}" if whole.negated else written)


def membership(whole: tree.Member, item: Operand) -> Iterator[Diagnostic]:
    """What is wrong with asking whether `item` is one of the values written in the array."""
    if item.kind not in (OperandKind.FACT, OperandKind.TOOL_NAME, OperandKind.TOOL_ARGUMENT):
        yield G201.member_item(item.expression.span, f"`{item.text}`")
        return
    if not isinstance(whole.container, tree.Array):
        if not comparable(item.types, frozenset({"string"})):
            yield G201.unlike(whole.span, described(item), f"the strings of `{whole.container.text}`")
        return
    if not whole.container.items:
        yield G206.empty(whole.span, whole.negated)
    for value in whole.container.items:
        if not isinstance(value, tree.Lit):
            yield G201.unlike(value.span, described(item), "an array or object")
        elif not comparable(item.types, frozenset({type_of(value.value)})):
            yield G201.unlike(value.span, described(item), shown(value.value))
        else:
            yield from outside_domain(item, value.value, value)
