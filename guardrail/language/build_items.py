"""Parse tree to the items of a file: declarations, policies with their stages, and the file itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from guardrail.diagnostics.source import Span
from guardrail.language import tree
from guardrail.language.automaton import Node
from guardrail.language.build_context import BuildContext, Clauses, node_at, nodes, token_at
from guardrail.language.build_expressions import build_array, build_path
from guardrail.language.build_rules import build_rule, choice
from guardrail.language.build_tests import build_test
from guardrail.language.tokens import Token


def build_file(context: BuildContext, node: Node, comments: tuple[tree.Comment, ...]) -> tree.File:
    """The whole file, without the rules and tests that were damaged by a syntax error."""
    edition = context.number(token_at(node, 0))
    built: list[tree.Item] = []
    for child in nodes(node.children[1:]):
        if child.name == "test" and context.is_damaged(child):
            continue
        if child.name == "policy" and (name := token_at(child, 0)).start == name.end:
            # Recovery opened it: without a name there is nothing to keep, with one it goes on with the last policy.
            policy = _policy(context, child)
            if name.text and built and isinstance(built[-1], tree.Policy):
                built[-1] = replace(built[-1], stages=built[-1].stages + policy.stages)
            continue
        built.append(_item(context, child))
    return tree.File(edition, tuple(built), comments, span=context.span(node))


def _item(context: BuildContext, node: Node) -> tree.Item:
    span = context.span(node)
    match node.name:
        case "import_":
            path, alias = token_at(node, 0), token_at(node, 1)
            return tree.Import(context.string(path), alias.text, alias_span=context.span(alias), span=span)
        case "list_":
            return _list(context, node)
        case "text_":
            return _text(context, node)
        case "tools":
            return tree.ToolsDecl(context.string(token_at(node, 0)), span=span)
        case "request":
            return tree.RequestDecl(tuple(_field(context, field) for field in nodes(node.children)), span=span)
        case "policy":
            return _policy(context, node)
    return build_test(context, node)


def _list(context: BuildContext, node: Node) -> tree.ListDecl:
    name, origin = token_at(node, 0), node_at(node, 1)
    source: tree.InlineList | tree.FileList
    if origin.name == "inline_list":
        source = tree.InlineList(build_array(context, node_at(origin, 0)), span=context.span(origin))
    else:
        column = None if origin.children[1] is None else context.string(token_at(origin, 1))
        source = tree.FileList(context.string(token_at(origin, 0)), column, span=context.span(origin))
    options: tuple[tree.Option, ...] = ()
    exceptions = None
    for part in nodes(node.children[2:]):
        if part.name == "matching":
            options = tuple(_option(context, option) for option in nodes(part.children))
        else:
            exceptions = build_array(context, node_at(part, 0))
    return tree.ListDecl(name.text, source, options, exceptions, name_span=context.span(name), span=context.span(node))


def _option(context: BuildContext, node: Node) -> tree.Option:
    amount = None if node.children[1] is None else context.number(token_at(node, 1))
    return tree.Option(token_at(node, 0).text, amount, span=context.span(node))


def _text(context: BuildContext, node: Node) -> tree.TextDecl:
    name, origin = token_at(node, 0), node_at(node, 1)
    content = context.string(token_at(origin, 0))
    name_span, span = context.span(name), context.span(node)
    if origin.name == "inline_text":
        return tree.TextDecl(name.text, value=content, name_span=name_span, span=span)
    return tree.TextDecl(name.text, path=content, name_span=name_span, span=span)


def _field(context: BuildContext, node: Node) -> tree.Field:
    domain = None if node.children[3] is None else build_array(context, node_at(node, 3))
    path = build_path(context, node_at(node, 0))
    return tree.Field(path, token_at(node, 1).text, node.children[2] is not None, domain, span=context.span(node))


def _policy(context: BuildContext, node: Node) -> tree.Policy:
    name, base = token_at(node, 0), node.children[1]
    clauses = Clauses(context, "policy")
    fields: dict[str, Any] = {}
    drops: list[tree.Drop] = []
    stages: list[tree.Stage] = []
    if isinstance(base, Node):
        clauses.first("extends", base)
    for setting in nodes(node.children[2:]):
        if setting.name == "drop":
            reason = context.string(token_at(node_at(setting, 1), 0))
            drops.append(tree.Drop(build_path(context, node_at(setting, 0)), reason, span=context.span(setting)))
        elif setting.name == "stage":
            stage = _stage(context, setting)
            name_token = token_at(node_at(setting, 0), 0)
            if name_token.start == name_token.end:
                # Recovery opened it: the last stage again after a brace too many, or one that nobody named.
                if stages and name_token.text:
                    stages[-1] = replace(stages[-1], rules=stages[-1].rules + stage.rules)
            elif clauses.first(f"on {stage.kind}", setting):
                stages.append(stage)
        elif clauses.first(setting.name.replace("_", " "), setting):
            because = setting.name == "because"
            fields[setting.name] = context.string(token_at(setting, 0)) if because else choice(setting)
    return tree.Policy(
        name.text,
        build_path(context, base) if isinstance(base, Node) else None,
        drops=tuple(drops),
        stages=tuple(stages),
        name_span=context.span(name),
        clauses=tuple(clauses.spans.items()),
        span=context.span(node),
        **fields,
    )


def _stage(context: BuildContext, node: Node) -> tree.Stage:
    kind = cast(tree.StageName, token_at(node_at(node, 0), 0).text)
    clauses = Clauses(context, "stage")
    fields: dict[str, Any] = {}
    rules: list[tree.Rule] = []
    for part in nodes(node.children[1:]):
        if part.name == "rule":
            if token_at(part, 2).text and not context.is_damaged(part):
                rules.append(build_rule(context, part))
        elif clauses.first(part.name, part):
            field, value = _stage_option(context, part)
            fields[field] = value
    return tree.Stage(kind, tuple(rules), clauses=tuple(clauses.spans.items()), span=context.span(node), **fields)


def _stage_option(context: BuildContext, node: Node) -> tuple[str, Any]:
    match node.name:
        case "within":
            return "within", context.microseconds(token_at(node, 0))
        case "limit":
            return "limit", context.number(token_at(node, 0))
        case "default":
            return "default_block", True
    return "hold", choice(node)


def build_comments(context: BuildContext, comments: tuple[Token, ...]) -> tuple[tree.Comment, ...]:
    """The comments of a file, without the white space at their ends."""
    built = []
    for token in comments:
        text = token.text.rstrip()
        span = Span(context.source.name, token.start, token.start + len(text))
        built.append(tree.Comment(text, token.first, span=span))
    return tuple(built)
