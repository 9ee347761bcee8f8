"""The one layout of a policy file: two spaces, a fixed order of clauses, comments kept.

Clauses are printed in the order a reader wants them: when, what, what is said, why, who, then how it runs. Order
never matters to what a policy means, and the formatter refuses to print what would not read back as the same tree.
"""

from __future__ import annotations

from collections.abc import Iterable

from guardrail.diagnostics.source import Source, Span
from guardrail.language import tree
from guardrail.language.build_tests import TestClause
from guardrail.language.layout import INDENT, Piece, attach, render
from guardrail.language.parser import parse
from guardrail.language.printer import (
    print_action,
    print_arm,
    print_call,
    print_duration,
    print_expression,
    print_number,
    print_operand,
    print_pairs,
    print_path,
    print_percent,
    print_text,
    print_value,
)
from guardrail.language.strings import encode_string

WIDTH = 120
"""Where long conditions and lists are broken, in characters."""

_RULE_DEPTH = 3
_ONE_LINE = (tree.Import, tree.ListDecl, tree.TextDecl, tree.ToolsDecl)


class FormatError(ValueError):
    """The tree cannot be written in the language: it was not made by `parse`, and says something no policy can."""


def format_file(file: tree.File) -> str:
    """The text of a file, ending in a line break; raises `FormatError`.

    >>> print(format_file(tree.File(1, (tree.ToolsDecl("tools.json"),))), end="")
    guard 1
    tools from "tools.json"
    """
    root = Piece([], file.span, _file_pieces(file))
    attach(file.comments, root)
    text = render(root)
    again = parse(Source("<formatted>", text))
    if again.diagnostics or again.file != file or again.file is None:
        reason = again.diagnostics[0].message if again.diagnostics else "it reads back as another policy"
        raise FormatError(f"this tree cannot be printed: {reason}")
    if sorted(comment.text for comment in again.file.comments) != sorted(comment.text for comment in file.comments):
        raise FormatError("this tree cannot be printed: a comment would be lost")
    return text


def _file_pieces(file: tree.File) -> list[Piece]:
    start = file.span.start
    pieces = [Piece([f"guard {print_number(file.edition)}"], Span(file.span.source, start, start + 1))]
    previous: tree.Item | None = None
    for item in file.items:
        piece = _item(item)
        together = previous is None or isinstance(previous, _ONE_LINE)
        piece.gap = not (together and isinstance(item, _ONE_LINE))
        pieces.append(piece)
        previous = item
    return pieces


def _item(item: tree.Item) -> Piece:
    match item:
        case tree.Import(path, alias):
            return Piece([f"import {encode_string(path)} as {alias}"], item.span)
        case tree.ListDecl():
            return Piece(_list(item), item.span)
        case tree.TextDecl(name, value, path):
            origin = f"= {encode_string(value)}" if value is not None else f"from {encode_string(path or '')}"
            return Piece([f"text {name} {origin}"], item.span)
        case tree.ToolsDecl(path):
            return Piece([f"tools from {encode_string(path)}"], item.span)
        case tree.RequestDecl(fields):
            return Piece(["request"], item.span, [Piece([_field(field)], field.span) for field in fields])
        case tree.Policy():
            return _policy(item)
        case tree.Test(title, policy, clauses):
            header = f"test {encode_string(title)}{f' for {print_path(policy)}' if policy else ''}"
            return Piece([header], item.span, [Piece([_test_clause(clause)], clause.span) for clause in clauses])


def _list(item: tree.ListDecl) -> list[str]:
    source = item.source
    if isinstance(source, tree.InlineList):
        parts: list[str | tree.Array] = ["=", source.entries]
    else:
        column = f" column {encode_string(source.column)}" if source.column is not None else ""
        parts = [f"from {encode_string(source.path)}{column}"]
    if item.options:
        options = (f"{o.name}{'' if o.amount is None else f' {print_number(o.amount)}'}" for o in item.options)
        parts.append(f"matching {', '.join(options)}")
    if item.exceptions is not None:
        parts += ["except", item.exceptions]
    return _wrap_arrays(f"list {item.name}", parts)


def _wrap_arrays(head: str, parts: list[str | tree.Array]) -> list[str]:
    """All on one line if it fits, else one entry a line in every array of more than one."""
    line = " ".join([head, *(part if isinstance(part, str) else print_value(part) for part in parts)])
    if len(line) <= WIDTH:
        return [line]
    lines = [head]
    for part in parts:
        if isinstance(part, str) or len(part.items) < 2:
            lines[-1] += f" {part if isinstance(part, str) else print_value(part)}"
        else:
            lines[-1] += " ["
            lines += [f"{INDENT}{print_value(entry)}," for entry in part.items]
            lines.append("]")
    return lines


def _field(field: tree.Field) -> str:
    domain = "" if field.domain is None else f" in {print_value(field.domain)}"
    return f"{print_path(field.path)}: {field.type}{' ?' if field.optional else ''}{domain}"


def _policy(policy: tree.Policy) -> Piece:
    where = dict(policy.clauses)
    pieces: list[Piece] = []

    def add(keyword: str, line: str) -> None:
        pieces.append(Piece([line], where.get(keyword, policy.span)))

    if policy.because is not None:
        add("because", f"because {encode_string(policy.because)}")
    if policy.on_error is not None:
        add("on error", f"on error {policy.on_error}")
    if policy.on_timeout is not None:
        add("on timeout", f"on timeout {policy.on_timeout}")
    if policy.keep is not None:
        add("keep", f"keep {policy.keep}")
    for drop in policy.drops:
        line = f"drop rule {print_path(drop.rule)} because {encode_string(drop.because)}"
        pieces.append(Piece([line], drop.span))
    stages = [_stage(stage) for stage in policy.stages]
    for stage in stages[1:]:
        stage.gap = True
    header = f"policy {policy.name}{f' extends {print_path(policy.base)}' if policy.base else ''}"
    return Piece([header], policy.span, [*pieces, *stages])


def _stage(stage: tree.Stage) -> Piece:
    words = [f"on {stage.kind}"]
    if stage.within is not None:
        words.append(f"within {print_duration(stage.within)}")
    if stage.limit is not None:
        words.append(f"limit {print_number(stage.limit)} chars")
    if stage.default_block:
        words.append("default block")
    if stage.hold is not None:
        words.append(f"hold {stage.hold}")
    return Piece([" ".join(words)], stage.span, [_rule(rule) for rule in stage.rules])


def _rule(rule: tree.Rule) -> Piece:
    where = dict(rule.clauses)
    pieces: list[Piece] = []
    if rule.when is not None:
        pieces.append(Piece(_wrap_condition("when ", rule.when, ""), where.get("when", rule.span)))
    pieces += [Piece(_arm(arm), arm.span) for arm in rule.arms]
    pieces += [Piece([line], where.get(keyword, rule.span)) for keyword, line in _settings(rule)]
    modifiers = f"{'overridable ' if rule.overridable else ''}{'override ' if rule.override else ''}"
    return Piece([f"{modifiers}rule {rule.name}"], rule.span, pieces)


def _settings(rule: tree.Rule) -> Iterable[tuple[str, str]]:
    if rule.say is not None:
        yield "say", f"say {print_text(rule.say)}"
    if rule.because is not None:
        yield "because", f"because {encode_string(rule.because)}"
    if rule.owner is not None:
        yield "owner", f"owner {encode_string(rule.owner)}"
    if rule.tags:
        yield "tags", f"tags {', '.join(encode_string(tag) for tag in rule.tags)}"
    if rule.later:
        yield "later", "later"
    if rule.shadow:
        yield "shadow", "shadow"
    if rule.enforce is not None:
        yield "enforce", f"enforce {print_percent(rule.enforce)}%"
    if rule.sample is not None:
        near = "" if rule.sample.near is None else f" or near {print_number(rule.sample.near)}"
        yield "sample", f"sample {print_percent(rule.sample.percent)}%{near}"
    if rule.hold is not None:
        yield "hold", f"hold {rule.hold}"
    if rule.on_error is not None:
        yield "on error", f"on error {rule.on_error}"
    if rule.on_timeout is not None:
        yield "on timeout", f"on timeout {rule.on_timeout}"


def _arm(arm: tree.Arm) -> list[str]:
    if arm.condition is None:
        return [print_arm(arm)]
    if arm.negated:
        return _wrap_condition("require ", arm.condition, f"else {print_action(arm.action)}")
    return _wrap_condition(f"{print_action(arm.action)} if ", arm.condition, "")


def _wrap_condition(head: str, condition: tree.Expr, tail: str) -> list[str]:
    """All on one line if it fits, else one operand a line, each with its operator in front."""
    line = f"{head}{print_expression(condition)}{f' {tail}' if tail else ''}"
    room = WIDTH - _RULE_DEPTH * len(INDENT)
    if len(line) <= room or not isinstance(condition, tree.And | tree.Or):
        return [line]
    operator = "and" if isinstance(condition, tree.And) else "or"
    operands = [print_operand(operand, tree.Or, tree.And) for operand in condition.operands]
    lines = [head + operands[0], *(f"{INDENT}{operator} {operand}" for operand in operands[1:])]
    return [*lines, INDENT + tail] if tail else lines


def _test_clause(clause: TestClause) -> str:
    match clause:
        case tree.Given(kind, value, extra):
            given = print_path(value) if isinstance(value, tree.Path) else print_value(value)
            return f"given {kind} {given}{'' if extra is None else f' {print_value(extra)}'}"
        case tree.GivenRequest(pairs):
            return f"given request {print_pairs(pairs)}"
        case tree.GivenAttempt(number):
            return f"given attempt {print_number(number)}"
        case tree.Assume(target, value, failure):
            called = print_call(target) if isinstance(target, tree.Call) else print_path(target)
            if value is None:
                return f"assume {called} {failure}"
            return f"assume {called} = {print_path(value) if isinstance(value, tree.Path) else print_value(value)}"
        case tree.Expect(outcome, by):
            names = ", ".join(print_path(path) for path in by)
            return f"expect {outcome}{f' by {names}' if by else ''}"
        case tree.ExpectText(what, text):
            return f"expect {what} {encode_string(text)}"
