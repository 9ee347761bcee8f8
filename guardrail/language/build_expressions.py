"""Parse tree to expressions and values."""

from __future__ import annotations

from typing import Literal, cast

from guardrail.language import tree
from guardrail.language.automaton import Child, Node
from guardrail.language.build_context import BuildContext, node_at, nodes, token_at
from guardrail.language.tokens import Token

CompareOp = Literal[">=", "<=", "==", "!=", ">", "<"]

RAW_CALLS = frozenset({("matches",)})
"""Calls whose strings keep their backslashes: regular expressions."""


def build_expression(context: BuildContext, child: Child) -> tree.Expr:
    """Any condition."""
    assert isinstance(child, Node)
    span = context.span(child)
    match child.name:
        case "or_":
            return tree.Or(tuple(build_expression(context, operand) for operand in child.children), span=span)
        case "and_":
            return tree.And(tuple(build_expression(context, operand) for operand in child.children), span=span)
        case "not_":
            return tree.Not(build_expression(context, child.children[0]), span=span)
        case "compare":
            left, operator, right = child.children
            assert isinstance(operator, Token)
            op = cast(CompareOp, operator.text)
            return tree.Compare(build_expression(context, left), op, build_expression(context, right), span=span)
        case "member" | "not_member":
            container = node_at(child, 1)
            items = build_array(context, container) if container.name == "array" else build_path(context, container)
            item = build_expression(context, child.children[0])
            return tree.Member(item, items, child.name == "not_member", span=span)
        case "call":
            return build_call(context, child)
        case "path":
            return build_path(context, child)
    return build_literal(context, child)


def build_path(context: BuildContext, node: Node) -> tree.Path:
    """A dotted name."""
    parts = []
    for child in node.children:
        assert isinstance(child, Token)
        parts.append(context.string(child) if child.kind == "STRING" else child.text)
    return tree.Path(tuple(parts), span=context.span(node))


def build_call(context: BuildContext, node: Node) -> tree.Call:
    """A call with its arguments; one that is given twice by name is reported."""
    path = build_path(context, node_at(node, 0))
    raw = path.parts in RAW_CALLS
    arguments = tuple(_argument(context, argument, raw) for argument in nodes(node.children[1:]))
    seen: dict[str, tree.Argument] = {}
    for argument in arguments:
        if argument.name is not None and (earlier := seen.setdefault(argument.name, argument)) is not argument:
            context.duplicated(argument.span, earlier.span, argument.name, "call")
    return tree.Call(path.parts, arguments, span=context.span(node))


def _argument(context: BuildContext, node: Node, raw: bool) -> tree.Argument:
    span = context.span(node)
    name = None
    if node.name == "named_arg":
        name = token_at(node, 0).text
        node = node_at(node, 1)
    if node.name == "path":
        return tree.Argument(name, build_path(context, node), span=span)
    if node.name == "array":
        return tree.Argument(name, build_array(context, node, raw), span=span)
    return tree.Argument(name, build_literal(context, node, raw), span=span)


def build_literal(context: BuildContext, node: Node, raw: bool = False) -> tree.Lit:
    """A string, number or boolean."""
    span = context.span(node)
    if node.name == "string":
        return tree.Lit(context.string(token_at(node, 0), raw), span=span)
    if node.name == "number":
        return tree.Lit(context.number(token_at(node, 0)), span=span)
    return tree.Lit(node.name == "true_", span=span)


def build_text(context: BuildContext, token: Token) -> tree.Lit:
    """A string that stands alone, as after `say`."""
    return tree.Lit(context.string(token), span=context.span(token))


def build_phrase(context: BuildContext, child: Child) -> tree.TextRef:
    """A string, or the name of a text."""
    if isinstance(child, Token):
        return build_text(context, child)
    assert child is not None
    return build_path(context, child)


def build_value(context: BuildContext, node: Node, raw: bool = False) -> tree.Value:
    """A literal, array or object."""
    if node.name == "array":
        return build_array(context, node, raw)
    if node.name == "object":
        return build_object(context, node)
    return build_literal(context, node, raw)


def build_array(context: BuildContext, node: Node, raw: bool = False) -> tree.Array:
    """An array of values."""
    items = nodes(node.children)
    return tree.Array(tuple(build_value(context, item, raw) for item in items), span=context.span(node))


def build_object(context: BuildContext, node: Node) -> tree.Object:
    """An object; a key that is given twice is reported."""
    return tree.Object(build_pairs(context, nodes(node.children), "object"), span=context.span(node))


def build_pairs(context: BuildContext, pairs: list[Node], owner: str) -> tuple[tree.Pair, ...]:
    """The pairs of an object or of `given request`; a dotted key keeps its dots."""
    built: dict[str, tree.Pair] = {}
    for node in pairs:
        key = node.children[0]
        assert key is not None
        name = context.string(key) if isinstance(key, Token) else ".".join(build_path(context, key).parts)
        pair = tree.Pair(name, build_value(context, node_at(node, 1)), span=context.span(node))
        if (earlier := built.setdefault(name, pair)) is not pair:
            context.duplicated(pair.span, earlier.span, name, owner)
    return tuple(built.values())
