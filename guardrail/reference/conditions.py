"""What a condition amounts to on one call: true, false, or unknown because a check or a fact failed."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from math import isfinite
from typing import Any, Final, TypeAlias

from guardrail.language import tree
from guardrail.reference.values import Answer, Call, Check, Hit, Rule, Stage

Truth: TypeAlias = bool | frozenset[str]
"""True, false, or unknown: then it is the causes, `error` and `timeout`, of what could not be told."""

ERROR: Final = frozenset({"error"})


class Missing(Enum):
    """Why a fact has no value."""

    ABSENT = "an optional fact that was not given"
    BAD = "a fact that must be there, or must be another"


@dataclass(frozen=True, slots=True)
class Case:
    """A rule on a call, with what checks answer."""

    rule: Rule
    stage: Stage
    call: Call
    ask: Callable[[Check], Answer]


def causes(truths: Iterable[Truth]) -> frozenset[str]:
    """Why those that are unknown are."""
    return frozenset[str]().union(*(truth for truth in truths if not isinstance(truth, bool)))


def truth_of(expression: tree.Expr, case: Case) -> Truth:
    """The truth of a condition: `and` and `or` do not depend on the order of their operands."""
    match expression:
        case tree.And(operands):
            truths = [truth_of(operand, case) for operand in operands]
            return False if False in truths else causes(truths) or True
        case tree.Or(operands):
            truths = [truth_of(operand, case) for operand in operands]
            return True if True in truths else causes(truths) or False
        case tree.Not(operand):
            truth = truth_of(operand, case)
            return not truth if isinstance(truth, bool) else truth
        case tree.Compare():
            return _comparison(expression, case)
        case tree.Member(item, container, negated):
            return _member(fact(item, case), container, negated, case)
        case tree.Call() | tree.Path() if (check := case.rule.find_check(expression)) is not None:
            answer = case.ask(check)
            return frozenset({answer}) if isinstance(answer, str) else answer.truth
        case _:
            value = fact(expression, case)
            return value if isinstance(value, bool) else False if value is Missing.ABSENT else ERROR


def finders(
    expression: tree.Expr, case: Case, *, positive: bool = True
) -> Iterator[tuple[Check, Truth, tuple[Hit, ...]]]:
    """The checks that say what a redact arm redacts: each with whether it holds, and where.

    They stand below an even number of negations. A score says where only when it is compared upwards, and then
    only the places that reach the threshold themselves, or have no score of their own.
    """
    match expression:
        case tree.And(operands) | tree.Or(operands):
            for operand in operands:
                yield from finders(operand, case, positive=positive)
        case tree.Not(operand):
            yield from finders(operand, case, positive=not positive)
        case tree.Compare() if positive and (scored := _scored(expression, case)) is not None:
            check, compare, threshold = scored
            if check.spans and compare in (">=", ">"):
                hits = tuple(hit for hit in _hits(check, case) if hit.score is None or hit.score >= threshold)
                yield check, truth_of(expression, case), hits
        case tree.Call() | tree.Path() if positive and (found := case.rule.find_check(expression)) is not None:
            if found.returns == "findings":
                yield found, truth_of(expression, case), _hits(found, case)


def checks_in(expression: tree.Expr, case: Case) -> list[Check]:
    """Every check that a condition asks."""
    return [found for leaf in _leaves(expression) if (found := case.rule.find_check(leaf)) is not None]


def bad_facts(case: Case) -> list[str]:
    """The request facts that the rule reads, in its `when` or any arm, and that are not what they must be."""
    source = case.rule.source
    conditions = [source.when, *(arm.condition for arm in source.arms)]
    leaves = [leaf for one in conditions if one is not None for leaf in _leaves(one) if isinstance(leaf, tree.Path)]
    names = [leaf.text.removeprefix("request.") for leaf in leaves if leaf.parts[0] == "request"]
    return [name for name in names if _request_fact(name, case) is Missing.BAD]


def _leaves(expression: tree.Expr) -> list[tree.Call | tree.Path]:
    match expression:
        case tree.And(operands) | tree.Or(operands):
            return [leaf for operand in operands for leaf in _leaves(operand)]
        case tree.Not(operand) | tree.Member(operand):
            return _leaves(operand)
        case tree.Compare(left, _, right):
            return _leaves(left) + _leaves(right)
        case tree.Call() | tree.Path():
            return [expression]
        case _:
            return []


def _hits(check: Check, case: Case) -> tuple[Hit, ...]:
    answer = case.ask(check)
    return () if isinstance(answer, str) else answer.hits


# ------------------------------------------------------------------ comparisons

_COMPARE: Final = {
    ">=": operator.ge, "<=": operator.le, "==": operator.eq, "!=": operator.ne, ">": operator.gt, "<": operator.lt,
}  # fmt: skip
_MIRRORED: Final = {">=": "<=", "<=": ">=", ">": "<", "<": ">", "==": "==", "!=": "!="}


def _comparison(expression: tree.Compare, case: Case) -> Truth:
    scored = _scored(expression, case)
    if scored is not None:
        check, compare, threshold = scored
        answer = case.ask(check)
        if isinstance(answer, str):
            return frozenset({answer})
        return ERROR if answer.score is None else bool(_COMPARE[compare](answer.score, threshold))
    left, right = fact(expression.left, case), fact(expression.right, case)
    if Missing.BAD in (left, right):
        return ERROR
    if Missing.ABSENT in (left, right):
        return expression.op == "!="
    if not _alike(left, right) or (expression.op not in ("==", "!=") and _type(left) != "number"):
        return ERROR
    return bool(_COMPARE[expression.op](left, right))


def _scored(expression: tree.Compare, case: Case) -> tuple[Check, str, float] | None:
    """The check, operator and threshold of a comparison with a score; None where no score is compared."""
    left, right, compare = expression.left, expression.right, expression.op
    for side, other, read in ((left, right, compare), (right, left, _MIRRORED[compare])):
        check = case.rule.find_check(side) if isinstance(side, (tree.Call, tree.Path)) else None
        if check is not None:
            return check, read, check.levels[other.text] if isinstance(other, tree.Path) else fact(other, case)
    return None


def _member(item: Any, container: tree.Array | tree.Path, negated: bool, case: Case) -> Truth:
    if isinstance(item, Missing):
        return negated if item is Missing.ABSENT else ERROR
    if isinstance(container, tree.Path):
        values: Sequence[Any] = case.rule.find_list(container)
    else:
        values = [value.value for value in container.items if isinstance(value, tree.Lit)]
    alike = [value for value in values if _alike(item, value)]
    return (item in alike) != negated if alike else ERROR


def _type(value: Any) -> str:
    # A bool is no number, though Python says so.
    kinds = (("bool", bool), ("number", (int, float)), ("string", str))
    return next((name for name, kind in kinds if isinstance(value, kind)), "other")


def _alike(left: Any, right: Any) -> bool:
    return _type(left) == _type(right) != "other"


# ------------------------------------------------------------------ facts


def fact(expression: tree.Expr, case: Case) -> Any:
    """The value of a literal, a request fact, the tool's name or one of its arguments; or why there is none."""
    match expression:
        case tree.Lit(value):
            return value
        case tree.Path(("request", *steps)):
            return _request_fact(".".join(steps), case)
        case tree.Path(("tool", "name")):
            return Missing.BAD if case.call.tool is None else case.call.tool
        case tree.Path(("tool", "args", *steps)):
            return _at(case.call.args, steps)
    raise TypeError(f"`{expression}` is no value")


def _request_fact(name: str, case: Case) -> Any:
    if name in ("attempt", "id"):
        return case.call.attempt if name == "attempt" else case.call.id
    declared, given = case.stage.fields[name], case.call.request
    value = given[name] if name in given else _at(given, name.split("."))
    if declared.optional and (value is Missing.BAD or value is None):
        return Missing.ABSENT
    return value if _fits(value, declared.type) and _is_inside(value, declared.domain, case) else Missing.BAD


def _fits(value: Any, declared: str) -> bool:
    match declared:
        case "int":
            return _type(value) == "number" and isinstance(value, int)
        case "number":
            return _type(value) == "number" and isfinite(value)
        case _:
            return _type(value) == declared


def _is_inside(value: Any, domain: tree.Array | None, case: Case) -> bool:
    return domain is None or _member(value, domain, False, case) is True


def _at(value: Any, steps: Sequence[str]) -> Any:
    for step in steps:
        if not isinstance(value, Mapping) or step not in value:
            return Missing.BAD
        value = value[step]
    return value
