"""Every name that an item of a policy file mentions, with what it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import TypeAlias

from guardrail.language import tree


class Role(Enum):
    """What a name stands for where it is written."""

    POLICY = "policy"
    """`extends company`, `for support`."""
    RULE = "rule"
    """`drop rule base.x`, `by no_mail`."""
    TEXT = "text"
    """`append disclaimer`, `say sorry`, a hint."""
    CONTAINER = "container"
    """`tool.name in safe_tools`."""
    ARGUMENT = "argument"
    """`mentions(competitors)`: a list, a text, a choice or a root."""
    OPERAND = "operand"
    """`request.channel`, `toxicity`."""
    VALUE = "value"
    """A text given in a test."""


Reference: TypeAlias = tuple[Role, tree.Path]


def references(item: tree.Item) -> Iterator[Reference]:
    """The names that one item mentions, in the order they are written in."""
    match item:
        case tree.Policy():
            if item.base is not None:
                yield Role.POLICY, item.base
            yield from ((Role.RULE, drop.rule) for drop in item.drops)
            for stage in item.stages:
                for rule in stage.rules:
                    yield from rule_references(rule)
        case tree.Test():
            yield from _test_references(item)
        case tree.Import() | tree.ListDecl() | tree.TextDecl() | tree.ToolsDecl() | tree.RequestDecl():
            return


def rule_references(rule: tree.Rule) -> Iterator[Reference]:
    """The names that one rule mentions."""
    if rule.when is not None:
        yield from expression_references(rule.when)
    for arm in rule.arms:
        yield from _action_references(arm.action)
        if arm.condition is not None:
            yield from expression_references(arm.condition)
    yield from _paths(Role.TEXT, [rule.say])


def expression_references(expression: tree.Expr) -> Iterator[Reference]:
    """The names that one expression mentions."""
    match expression:
        case tree.And() | tree.Or():
            for operand in expression.operands:
                yield from expression_references(operand)
        case tree.Not():
            yield from expression_references(expression.operand)
        case tree.Compare():
            yield from expression_references(expression.left)
            yield from expression_references(expression.right)
        case tree.Member():
            yield from expression_references(expression.item)
            yield from _paths(Role.CONTAINER, [expression.container])
        case tree.Call():
            yield from _paths(Role.ARGUMENT, (argument.value for argument in expression.arguments))
        case tree.Path():
            yield Role.OPERAND, expression
        case tree.Lit():
            return


def _action_references(action: tree.Action) -> Iterator[Reference]:
    match action:
        case tree.Edit():
            yield from _paths(Role.TEXT, [action.text])
        case tree.Reask():
            yield from _paths(Role.TEXT, [action.hint])
            if action.fallback is not None:
                yield from _action_references(action.fallback)
        case tree.Verb() | tree.Redact():
            return


def _test_references(test: tree.Test) -> Iterator[Reference]:
    if test.policy is not None:
        yield Role.POLICY, test.policy
    for clause in test.clauses:
        match clause:
            case tree.Given():
                yield from _paths(Role.VALUE, [clause.value])
            case tree.Assume(target=tree.Call() as call):
                yield from expression_references(call)
            case tree.Expect():
                yield from ((Role.RULE, path) for path in clause.by)
            case tree.Assume() | tree.GivenRequest() | tree.GivenAttempt() | tree.ExpectText():
                pass


def _paths(role: Role, values: Iterable[object]) -> Iterator[Reference]:
    return ((role, value) for value in values if isinstance(value, tree.Path))
