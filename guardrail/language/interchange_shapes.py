"""Which fields each node of the tree has in its JSON form, and how each is read and checked."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from guardrail.language import tree

Reader: TypeAlias = Callable[[Any, str, int], Any]
"""Takes a JSON value, where it stands (a JSON pointer) and how deep; gives the value of a field or raises."""

_NAME = re.compile(r"[a-z][a-z0-9_]*")
# Deeper than any policy that parses: brackets alone may nest 64 times, and each can hold a comparison and a junction.
_MAX_DEPTH = 200
_EXPRESSIONS = ("And", "Or", "Not", "Compare", "Member", "Call", "Path", "Lit")
_FAILURES = ("allow", "flag", "block")
_HOLDS = ("nothing", "word", "sentence", "all")


class InterchangeError(ValueError):
    """A document that is no syntax tree: `pointer` says where (a JSON pointer), `expected` what belongs there."""

    def __init__(self, pointer: str, expected: str) -> None:
        super().__init__(f"the policy document is wrong at `{pointer or '/'}`: expected {expected}")
        self.pointer = pointer
        self.expected = expected


@dataclass(frozen=True, slots=True)
class Shape:
    """The class of a node and a reader for each of its fields."""

    build: Callable[..., Any]
    fields: Mapping[str, Reader]


def read_node(value: Any, pointer: str, depth: int, kinds: tuple[str, ...]) -> Any:
    """A node of one of the `kinds`; raises `InterchangeError`."""
    if depth > _MAX_DEPTH:
        raise InterchangeError(pointer, f"at most {_MAX_DEPTH} levels")
    kind = value.get("node") if isinstance(value, dict) else None
    if not isinstance(kind, str) or kind not in kinds:
        raise InterchangeError(pointer, f"a node {' or '.join(f'`{name}`' for name in kinds)}")
    shape = node_shapes()[kind]
    content: dict[str, Any] = {}
    for name, field in value.items():
        if name == "node":
            continue
        if name not in shape.fields:
            raise InterchangeError(f"{pointer}/{name}", f"nothing: `{kind}` has no such field")
        content[name] = shape.fields[name](field, f"{pointer}/{name}", depth + 1)
    try:
        return shape.build(**content)
    except TypeError:
        missing = [name for name in shape.fields if name not in content]
        raise InterchangeError(pointer, f"`{kind}` with all of its fields, not without {missing}") from None


def _node(*kinds: str) -> Reader:
    return lambda value, pointer, depth: read_node(value, pointer, depth, kinds)


def _optional(reader: Reader) -> Reader:
    return lambda value, pointer, depth: None if value is None else reader(value, pointer, depth)


def _many(reader: Reader, least: int = 0) -> Reader:
    def read(value: Any, pointer: str, depth: int) -> tuple[Any, ...]:
        if not isinstance(value, list) or len(value) < least:
            raise InterchangeError(pointer, f"a list of {least} or more" if least else "a list")
        return tuple(reader(item, f"{pointer}/{index}", depth) for index, item in enumerate(value))

    return read


def _choice(*words: str) -> Reader:
    def read(value: Any, pointer: str, depth: int) -> str:
        if not isinstance(value, str) or value not in words:
            raise InterchangeError(pointer, " or ".join(f"`{word}`" for word in words))
        return value

    return read


def _string(value: Any, pointer: str, depth: int) -> str:
    if not isinstance(value, str) or any("\ud800" <= character <= "\udfff" for character in value):
        raise InterchangeError(pointer, "a string of Unicode characters")
    return value


def _name(value: Any, pointer: str, depth: int) -> str:
    if not isinstance(value, str) or not _NAME.fullmatch(value):
        raise InterchangeError(pointer, "a name of lower-case letters, digits and `_`")
    return value


def _parts(value: Any, pointer: str, depth: int) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise InterchangeError(pointer, "a list of one name or more")
    head = _name(value[0], f"{pointer}/0", depth)
    return (head, *(_string(part, f"{pointer}/{index}", depth) for index, part in enumerate(value[1:], 1)))


def _number(value: Any, pointer: str, depth: int) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value) or abs(value) > 1e20:
        raise InterchangeError(pointer, "a number")
    return value


def _amount(value: Any, pointer: str, depth: int) -> float:
    number = _number(value, pointer, depth)
    if number < 0:
        raise InterchangeError(pointer, "a number that is not negative")
    return float(number)


def _truth(value: Any, pointer: str, depth: int) -> bool:
    if not isinstance(value, bool):
        raise InterchangeError(pointer, "true or false")
    return value


def _scalar(value: Any, pointer: str, depth: int) -> str | int | float | bool:
    if isinstance(value, str):
        return _string(value, pointer, depth)
    return value if isinstance(value, bool) else _number(value, pointer, depth)


@cache
def node_shapes() -> Mapping[str, Shape]:
    """Every node of the tree by its name."""
    return {
        **_expression_shapes(),
        **_action_shapes(),
        **_rule_shapes(),
        **_policy_shapes(),
        **_declaration_shapes(),
        **_test_shapes(),
    }


def _expression_shapes() -> dict[str, Shape]:
    expression = _node(*_EXPRESSIONS)
    value = _node("Lit", "Array", "Object")
    operands = {"operands": _many(expression, 2)}
    return {
        "Path": Shape(tree.Path, {"parts": _parts}),
        "Lit": Shape(tree.Lit, {"value": _scalar}),
        "Array": Shape(tree.Array, {"items": _many(value)}),
        "Pair": Shape(tree.Pair, {"key": _string, "value": value}),
        "Object": Shape(tree.Object, {"pairs": _many(_node("Pair"))}),
        "Argument": Shape(tree.Argument, {"name": _optional(_name), "value": _node("Path", "Lit", "Array")}),
        "Call": Shape(tree.Call, {"name": _parts, "arguments": _many(_node("Argument"))}),
        "Compare": Shape(
            tree.Compare, {"left": expression, "op": _choice(">=", "<=", "==", "!=", ">", "<"), "right": expression}
        ),
        "Member": Shape(tree.Member, {"item": expression, "container": _node("Array", "Path"), "negated": _truth}),
        "Not": Shape(tree.Not, {"operand": expression}),
        "And": Shape(tree.And, operands),
        "Or": Shape(tree.Or, operands),
    }


def _action_shapes() -> dict[str, Shape]:
    text = _node("Lit", "Path")
    fallback = _optional(_node("Verb", "Redact", "Edit"))
    return {
        "Verb": Shape(tree.Verb, {"kind": _choice("flag", "block", "permit")}),
        "Redact": Shape(tree.Redact, {"label": _optional(_string)}),
        "Edit": Shape(tree.Edit, {"kind": _choice("append", "prepend", "replace"), "text": text}),
        "Reask": Shape(tree.Reask, {"maximum": _optional(_number), "hint": _optional(text), "fallback": fallback}),
        "Arm": Shape(
            tree.Arm,
            {
                "action": _node("Verb", "Redact", "Edit", "Reask"),
                "condition": _optional(_node(*_EXPRESSIONS)),
                "negated": _truth,
            },
        ),
    }


def _rule_shapes() -> dict[str, Shape]:
    fields: dict[str, Reader] = {
        "name": _name,
        "arms": _many(_node("Arm")),
        "when": _optional(_node(*_EXPRESSIONS)),
        "overridable": _truth,
        "override": _truth,
        "say": _optional(_node("Lit", "Path")),
        "because": _optional(_string),
        "owner": _optional(_string),
        "tags": _many(_string),
        "sample": _optional(_node("Sample")),
        "later": _truth,
        "shadow": _truth,
        "enforce": _optional(_amount),
        "hold": _optional(_choice(*_HOLDS)),
        "on_error": _optional(_choice(*_FAILURES)),
        "on_timeout": _optional(_choice(*_FAILURES, "defer")),
    }
    return {
        "Sample": Shape(tree.Sample, {"percent": _amount, "near": _optional(_number)}),
        "Rule": Shape(tree.Rule, fields),
    }


def _policy_shapes() -> dict[str, Shape]:
    stage: dict[str, Reader] = {
        "kind": _choice("input", "output", "retrieval", "tool_call", "tool_result"),
        "rules": _many(_node("Rule")),
        "within": _optional(_amount),
        "limit": _optional(_number),
        "default_block": _truth,
        "hold": _optional(_choice(*_HOLDS)),
    }
    policy: dict[str, Reader] = {
        "name": _name,
        "base": _optional(_node("Path")),
        "because": _optional(_string),
        "on_error": _optional(_choice(*_FAILURES)),
        "on_timeout": _optional(_choice(*_FAILURES, "defer")),
        "keep": _optional(_choice("full", "redacted", "nothing")),
        "drops": _many(_node("Drop")),
        "stages": _many(_node("Stage")),
    }
    return {
        "Stage": Shape(tree.Stage, stage),
        "Drop": Shape(tree.Drop, {"rule": _node("Path"), "because": _string}),
        "Policy": Shape(tree.Policy, policy),
    }


def _declaration_shapes() -> dict[str, Shape]:
    array = _optional(_node("Array"))
    items = _many(_node("Import", "ListDecl", "TextDecl", "ToolsDecl", "RequestDecl", "Policy", "Test"))
    return {
        "Import": Shape(tree.Import, {"path": _string, "alias": _name}),
        "InlineList": Shape(tree.InlineList, {"entries": _node("Array")}),
        "FileList": Shape(tree.FileList, {"path": _string, "column": _optional(_string)}),
        "Option": Shape(tree.Option, {"name": _name, "amount": _optional(_number)}),
        "ListDecl": Shape(
            tree.ListDecl,
            {
                "name": _name,
                "source": _node("InlineList", "FileList"),
                "options": _many(_node("Option")),
                "exceptions": array,
            },
        ),
        "TextDecl": Shape(tree.TextDecl, {"name": _name, "value": _optional(_string), "path": _optional(_string)}),
        "ToolsDecl": Shape(tree.ToolsDecl, {"path": _string}),
        "Field": Shape(tree.Field, {"path": _node("Path"), "type": _name, "optional": _truth, "domain": array}),
        "RequestDecl": Shape(tree.RequestDecl, {"fields": _many(_node("Field"))}),
        "File": Shape(tree.File, {"edition": _number, "items": items}),
    }


def _test_shapes() -> dict[str, Shape]:
    kinds = ("input", "output", "retrieval", "tool_call", "tool_result", "context", "question", "history", "system")
    verbs = ("allow", "flag", "block", "redact", "append", "prepend", "replace", "fix", "reask", "permit")
    clauses = ("Given", "GivenRequest", "GivenAttempt", "Assume", "Expect", "ExpectText")
    return {
        "Given": Shape(
            tree.Given,
            {
                "kind": _choice(*kinds),
                "value": _node("Lit", "Path", "Array"),
                "extra": _optional(_node("Lit", "Object")),
            },
        ),
        "GivenRequest": Shape(tree.GivenRequest, {"pairs": _many(_node("Pair"))}),
        "GivenAttempt": Shape(tree.GivenAttempt, {"number": _number}),
        "Assume": Shape(
            tree.Assume,
            {
                "target": _node("Call", "Path"),
                "value": _optional(_node("Lit", "Path")),
                "failure": _optional(_choice("fails", "timeout")),
            },
        ),
        "Expect": Shape(tree.Expect, {"outcome": _choice(*verbs), "by": _many(_node("Path"))}),
        "ExpectText": Shape(tree.ExpectText, {"what": _choice("text", "say", "hint"), "value": _string}),
        "Test": Shape(
            tree.Test, {"title": _string, "policy": _optional(_node("Path")), "clauses": _many(_node(*clauses))}
        ),
    }
