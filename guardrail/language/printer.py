"""Syntax tree to the words of the language, one line a node; the formatter puts the lines together."""

from __future__ import annotations

import re
from typing import assert_never

from guardrail.language import tree
from guardrail.language.build_context import MICROSECONDS
from guardrail.language.build_expressions import RAW_CALLS
from guardrail.language.strings import encode_raw, encode_string

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_DOTTED = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*")


def print_expression(expression: tree.Expr) -> str:
    """A condition, with parentheses where they change what is meant, and where `and` stands inside `or`.

    >>> a, b = tree.Path(("a",)), tree.Path(("b",))
    >>> print_expression(tree.And((tree.Or((a, b)), tree.Not(a))))
    '(a or b) and not a'
    """
    match expression:
        case tree.Or(operands):
            return " or ".join(print_operand(operand, tree.Or, tree.And) for operand in operands)
        case tree.And(operands):
            return " and ".join(print_operand(operand, tree.Or, tree.And) for operand in operands)
        case tree.Not(operand):
            return f"not {print_operand(operand, tree.Or, tree.And)}"
        case tree.Compare(left, op, right):
            return f"{_atom(left)} {op} {_atom(right)}"
        case tree.Member(item, container, negated):
            return f"{_atom(item)} {'not in' if negated else 'in'} {_reference(container)}"
        case tree.Call():
            return print_call(expression)
        case tree.Path():
            return print_path(expression)
        case tree.Lit():
            return print_value(expression)
        case _:
            assert_never(expression)


def print_operand(expression: tree.Expr, *looser: type) -> str:
    """A condition as a part of another, in parentheses if it is of a kind that binds no stronger."""
    printed = print_expression(expression)
    return f"({printed})" if isinstance(expression, looser) else printed


def _atom(expression: tree.Expr) -> str:
    return print_operand(expression, tree.Or, tree.And, tree.Not, tree.Compare, tree.Member)


def _reference(container: tree.Array | tree.Path) -> str:
    return print_path(container) if isinstance(container, tree.Path) else print_value(container)


def print_path(path: tree.Path) -> str:
    """A dotted name; a part that is no name stands in quotes.

    >>> print_path(tree.Path(("tool", "args", "odd key")))
    'tool.args."odd key"'
    """
    head, *rest = path.parts
    return ".".join([head, *(part if _NAME.fullmatch(part) else encode_string(part) for part in rest)])


def print_call(call: tree.Call) -> str:
    """A call with its arguments; the strings of a regular expression keep their backslashes."""
    raw = call.name in RAW_CALLS
    return f"{print_path(tree.Path(call.name))}({', '.join(_argument(argument, raw) for argument in call.arguments)})"


def _argument(argument: tree.Argument, raw: bool) -> str:
    value = argument.value
    printed = print_path(value) if isinstance(value, tree.Path) else print_value(value, raw=raw)
    return printed if argument.name is None else f"{argument.name}: {printed}"


def print_value(value: tree.Value, *, raw: bool = False) -> str:
    """A literal, array or object on one line.

    >>> print_value(tree.Array((tree.Lit("a"), tree.Lit(0.5), tree.Lit(True))))
    '["a", 0.5, true]'
    """
    match value:
        case tree.Array(items):
            return f"[{', '.join(print_value(item, raw=raw) for item in items)}]"
        case tree.Object(pairs):
            return print_pairs(pairs)
        case tree.Lit(str() as text):
            return encode_raw(text) if raw else encode_string(text)
        case tree.Lit(bool() as truth):
            return "true" if truth else "false"
        case tree.Lit(number):
            assert not isinstance(number, str)
            return print_number(number)
        case _:
            assert_never(value)


def print_pairs(pairs: tuple[tree.Pair, ...]) -> str:
    """The pairs of an object with its braces; keys stand in quotes only if they must."""
    if not pairs:
        return "{}"
    printed = (f"{pair.key if _DOTTED.fullmatch(pair.key) else encode_string(pair.key)}: " for pair in pairs)
    return f"{{ {', '.join(key + print_value(pair.value) for key, pair in zip(printed, pairs, strict=True))} }}"


def print_number(number: int | float) -> str:
    """A number without an exponent, which the language does not have.

    >>> print_number(3), print_number(0.5), print_number(1e-07)
    ('3', '0.5', '0.0000001')
    """
    written = repr(number)
    if "e" not in written:
        return written
    from decimal import Decimal

    plain = format(Decimal(written), "f")
    return plain if "." in plain else f"{plain}.0"


def print_duration(microseconds: float) -> str:
    """A time in the largest unit that needs no fraction.

    >>> print_duration(80_000), print_duration(1_500_000), print_duration(2_000_000), print_duration(0.5)
    ('80ms', '1500ms', '2s', '0.5us')
    """
    for unit in ("s", "ms"):
        if microseconds and microseconds % MICROSECONDS[unit] == 0:
            return f"{print_number(int(microseconds // MICROSECONDS[unit]))}{unit}"
    return f"{print_percent(microseconds)}us"


def print_percent(percent: float) -> str:
    """A share without its sign, whole where it is."""
    return print_number(int(percent) if percent == int(percent) else percent)


def print_text(text: tree.TextRef) -> str:
    """A text or the name of one."""
    return print_path(text) if isinstance(text, tree.Path) else print_value(text)


def print_action(action: tree.Action) -> str:
    """What an arm does.

    >>> print_action(tree.Reask(2, tree.Lit("Be brief."), tree.Verb("block")))
    'reask 2 with "Be brief." then block'
    """
    match action:
        case tree.Verb(kind):
            return kind
        case tree.Redact(label):
            return "redact" if label is None else f"redact as {encode_string(label)}"
        case tree.Edit(kind, text):
            return f"{kind} {print_text(text)}"
        case tree.Reask(maximum, hint, fallback):
            words = ["reask"]
            if maximum is not None:
                words.append(print_number(maximum))
            if hint is not None:
                words.append(f"with {print_text(hint)}")
            if fallback is not None:
                words.append(f"then {print_action(fallback)}")
            return " ".join(words)
        case _:
            assert_never(action)


def print_arm(arm: tree.Arm) -> str:
    """One arm of a rule."""
    if arm.condition is None:
        return f"{print_action(arm.action)} always"
    if arm.negated:
        return f"require {print_expression(arm.condition)} else {print_action(arm.action)}"
    return f"{print_action(arm.action)} if {print_expression(arm.condition)}"
