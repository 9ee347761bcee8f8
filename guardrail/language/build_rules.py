"""Parse tree to rules, arms and actions."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias, cast

from guardrail.language import tree
from guardrail.language.automaton import Child, Node
from guardrail.language.build_context import BuildContext, Clauses, node_at, nodes, token_at, tokens
from guardrail.language.build_expressions import build_expression, build_phrase

SimpleAction: TypeAlias = tree.Verb | tree.Redact | tree.Edit


def build_rule(context: BuildContext, node: Node) -> tree.Rule:
    """A rule; where a clause stands twice, the first one is kept and the second reported."""
    overridable, override = node.children[0], node.children[1]
    name = token_at(node, 2)
    clauses = Clauses(context, "rule")
    if overridable is not None:
        clauses.first("overridable", overridable)
    if override is not None:
        clauses.first("override", override)
    arms: list[tree.Arm] = []
    fields: dict[str, Any] = {}
    for clause in nodes(node.children[3:]):
        if clause.name.startswith("arm_"):
            arms.append(_arm(context, clause))
            continue
        keyword = clause.name.replace("_", " ")
        if clauses.first(keyword, clause):
            fields[clause.name] = _clause(context, clause)
    return tree.Rule(
        name.text,
        tuple(arms),
        overridable=overridable is not None,
        override=override is not None,
        name_span=context.span(name),
        clauses=tuple(clauses.spans.items()),
        span=context.span(node),
        **fields,
    )


def _clause(context: BuildContext, node: Node) -> Any:
    """The value of a clause, whose node is named like the field of the rule it fills."""
    match node.name:
        case "when":
            return build_expression(context, node.children[0])
        case "say":
            return build_phrase(context, node.children[0])
        case "because" | "owner":
            return context.string(token_at(node, 0))
        case "tags":
            return tuple(context.string(tag) for tag in tokens(node.children))
        case "sample":
            near = node.children[1]
            percent = context.percent(token_at(node, 0))
            nearness = None if near is None else float(context.number(token_at(node, 1)))
            return tree.Sample(percent, nearness, span=context.span(node))
        case "enforce":
            return context.percent(token_at(node, 0))
        case "later" | "shadow":
            return True
    return choice(node)


def choice(node: Node) -> str:
    """The keyword of a clause that is one of a few words, as `on error block` or `hold all`."""
    inner = node_at(node, 0)
    return "defer" if inner.name == "later_now" else token_at(inner, 0).text


def _arm(context: BuildContext, node: Node) -> tree.Arm:
    span = context.span(node)
    match node.name:
        case "arm_always":
            return tree.Arm(_action(context, node_at(node, 0)), None, span=span)
        case "arm_require":
            condition = build_expression(context, node.children[0])
            return tree.Arm(_action(context, node_at(node, 1)), condition, negated=True, span=span)
    return tree.Arm(_action(context, node_at(node, 0)), build_expression(context, node.children[1]), span=span)


def _action(context: BuildContext, node: Node) -> tree.Action:
    if node.name == "permit":
        return tree.Verb("permit", span=context.span(node))
    first = node_at(node, 0)
    if first.name != "reask":
        return _simple(context, first)
    maximum, hint = _reask_parts(context, first)
    fallback = _simple(context, node_at(node, 1)) if len(node.children) > 1 else None
    return tree.Reask(maximum, hint, fallback, span=context.span(node))


def _reask_parts(context: BuildContext, node: Node) -> tuple[int | float | None, tree.TextRef | None]:
    maximum: Child = node.children[0]
    hint: Child = node.children[1]
    return (
        None if maximum is None else context.number(token_at(node, 0)),
        None if hint is None else build_phrase(context, hint),
    )


def _simple(context: BuildContext, node: Node) -> SimpleAction:
    span = context.span(node)
    match node.name:
        case "redact":
            label = node.children[0]
            return tree.Redact(None if label is None else context.string(token_at(node, 0)), span=span)
        case "edit":
            kind = cast(Literal["append", "prepend", "replace"], token_at(node, 0).text)
            return tree.Edit(kind, build_phrase(context, node.children[1]), span=span)
    return tree.Verb(cast(Literal["flag", "block"], token_at(node, 0).text), span=span)
