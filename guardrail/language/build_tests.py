"""Parse tree to the tests inside policies."""

from __future__ import annotations

from typing import Literal, TypeAlias, cast

from guardrail.language import tree
from guardrail.language.automaton import Node
from guardrail.language.build_context import BuildContext, node_at, nodes, token_at
from guardrail.language.build_expressions import (
    build_array,
    build_call,
    build_literal,
    build_object,
    build_pairs,
    build_path,
    build_text,
)
from guardrail.language.tokens import Token

GivenKind: TypeAlias = Literal[
    "input", "output", "retrieval", "tool_call", "tool_result", "context", "question", "history", "system"
]
TestClause: TypeAlias = tree.Given | tree.GivenRequest | tree.GivenAttempt | tree.Assume | tree.Expect | tree.ExpectText


def build_test(context: BuildContext, node: Node) -> tree.Test:
    """A test with its clauses in the order they were written."""
    policy = node.children[1]
    return tree.Test(
        context.string(token_at(node, 0)),
        build_path(context, policy) if isinstance(policy, Node) else None,
        tuple(_clause(context, clause) for clause in nodes(node.children[2:])),
        span=context.span(node),
    )


def _clause(context: BuildContext, node: Node) -> TestClause:
    span = context.span(node)
    match node.name:
        case "given":
            return _given(context, node)
        case "given_request":
            return tree.GivenRequest(build_pairs(context, nodes(node.children), "request"), span=span)
        case "given_attempt":
            return tree.GivenAttempt(context.number(token_at(node, 0)), span=span)
        case "assume":
            return _assume(context, node)
        case "expect":
            outcome = token_at(node_at(node, 0), 0).text
            return tree.Expect(
                outcome, tuple(build_path(context, path) for path in nodes(node.children[1:])), span=span
            )
    what = cast(Literal["text", "say", "hint"], token_at(node_at(node, 0), 0).text)
    return tree.ExpectText(what, context.string(token_at(node, 1)), span=span)


def _given(context: BuildContext, node: Node) -> tree.Given:
    kind = cast(GivenKind, token_at(node_at(node, 0), 0).text)
    value, extra = node.children[1], node.children[2]
    built: tree.Lit | tree.Path | tree.Array
    if isinstance(value, Token):
        built = build_text(context, value)
    else:
        inner = node_at(node, 1)
        built = build_array(context, inner) if inner.name == "array" else build_path(context, inner)
    second: tree.Lit | tree.Object | None = None
    if isinstance(extra, Token):
        second = build_text(context, extra)
    elif extra is not None:
        second = build_object(context, extra)
    return tree.Given(kind, built, second, span=context.span(node))


def _assume(context: BuildContext, node: Node) -> tree.Assume:
    target, value = node_at(node, 0), node_at(node, 1)
    built = build_call(context, target) if target.name == "call" else build_path(context, target)
    span = context.span(node)
    if value.name == "fails":
        return tree.Assume(built, failure=cast(Literal["fails", "timeout"], token_at(value, 0).text), span=span)
    if value.name == "path":
        return tree.Assume(built, build_path(context, value), span=span)
    return tree.Assume(built, build_literal(context, value), span=span)
