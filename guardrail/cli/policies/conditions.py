"""Shows what each condition of a rule came to in one evaluation: the values behind a decision."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guardrail.compiler.evaluation import ABSENT, BAD, ERROR, FALSE, PENDING, TRUE, Evaluation
from guardrail.compiler.plan import Arm, Evidence, Pipeline, PlanRule
from guardrail.diagnostics.display import escape
from guardrail.diagnostics.wording import show_value
from guardrail.engine.ports import Trace
from guardrail.language import tree
from guardrail.language.printer import print_arm, print_expression
from guardrail.models.cards import LEVELS
from guardrail.validators.contract import Returns

_MOST_PLACES: Final = 3
_LONGEST_HIT: Final = 60
_FACTS: Final = ("request", "tool")


def rule_lines(trace: Trace, name: str) -> Iterator[str]:
    """The lines about a rule: its `when`, each arm, and below it each of its conditions, with their values."""
    rule = next((rule for rule in trace.pipeline.rules if rule.name == name), None)
    if rule is None:
        return
    for place, verdict in enumerate(trace.verdicts):
        board = verdict.board
        part = f" on part {place}" if len(trace.verdicts) > 1 else ""
        yield f"rule {name}{part}"
        if rule.later:
            yield "  later: not evaluated"
        elif board is not None:
            yield from _rule(rule, trace, board.state, trace.texts[place])


def _rule(rule: PlanRule, trace: Trace, state: Evaluation, text: str) -> Iterator[str]:
    if rule.gate is not None and rule.source.when is not None:
        yield f"  when {print_expression(rule.source.when)}: {_truth(rule.gate(state))}"
        yield from _leaves(rule.source.when, (), trace, state, text)
    for arm in rule.arms:
        yield f"  {escape(print_arm(arm.source))}: {_arm_truth(arm, state)}"
        if arm.source.condition is not None:
            yield from _leaves(arm.source.condition, arm.evidence, trace, state, text)


def _arm_truth(arm: Arm, state: Evaluation) -> str:
    value = arm.predicate(state)
    if arm.source.negated and value in (TRUE, FALSE):
        return "not met" if value == TRUE else "met"
    return _truth(value)


def _leaves(
    condition: tree.Expr, evidence: tuple[Evidence, ...], trace: Trace, state: Evaluation, text: str
) -> Iterator[str]:
    """The conditions without `and`, `or`, `not`; those about checks stand in the order of the evidence."""
    waiting = list(evidence)
    for leaf in _atoms(condition):
        shown = escape(print_expression(leaf))
        if _is_about_a_check(leaf) and waiting:
            one = waiting.pop(0)
            yield f"    {shown}: {_check_value(one, trace.pipeline, state, text)}"
        else:
            facts = "; ".join(_facts(leaf, trace, state))
            if facts:
                yield f"    {shown}: {facts}"


def _atoms(condition: tree.Expr) -> Iterator[tree.Expr]:
    match condition:
        case tree.And(operands) | tree.Or(operands):
            for operand in operands:
                yield from _atoms(operand)
        case tree.Not(operand):
            yield from _atoms(operand)
        case _:
            yield condition


def _is_about_a_check(leaf: tree.Expr) -> bool:
    match leaf:
        case tree.Call():
            return True
        case tree.Path(parts):
            return parts[0] not in _FACTS and parts[-1] not in LEVELS
        case tree.Compare(left, _, right):
            return _is_about_a_check(left) or _is_about_a_check(right)
        case _:
            return False


def _check_value(evidence: Evidence, pipeline: Pipeline, state: Evaluation, text: str) -> str:
    slot = pipeline.slots[evidence.slot]
    truth, outcome = state.truth[slot.index], state.outcomes[slot.index]
    if truth == PENDING:
        return "not run, the decision was clear without it"
    if truth not in (TRUE, FALSE):
        return (
            f"{'failed' if truth & ERROR else 'timed out'}: {escape(state.reasons.get(slot.index, 'no reason given'))}"
        )
    holds = evidence.holds(state)
    said = _truth(holds)
    if slot.signature.returns is Returns.SCORE and outcome.score is not None:
        limit = "" if evidence.threshold is None else f", compared with {evidence.threshold:g}"
        said += f" (score {outcome.score:g}{limit})"
    places = [_hit(match.at, match.start, match.end, text) for match in outcome.matches[:_MOST_PLACES]]
    more = f" and {len(outcome.matches) - _MOST_PLACES} more" if len(outcome.matches) > _MOST_PLACES else ""
    said += f", at {', '.join(places)}{more}" if places and holds == TRUE else ""
    return f"{said}: {escape(outcome.message)}" if outcome.message else said


def _hit(at: str | int | None, start: int, end: int, text: str) -> str:
    if at is not None:
        return f"{start}-{end} of {escape(str(at))}"
    hit = text[start:end]
    shown = hit if len(hit) <= _LONGEST_HIT else f"{hit[:_LONGEST_HIT]}…"
    return f"{start}-{end} `{escape(shown)}`"


def _facts(leaf: tree.Expr, trace: Trace, state: Evaluation) -> Iterator[str]:
    """The request facts and tool values that a condition reads."""
    match leaf:
        case tree.Compare(left, _, right):
            yield from _facts(left, trace, state)
            yield from _facts(right, trace, state)
        case tree.Member(item, _):
            yield from _facts(item, trace, state)
        case tree.Path(("tool", "name")):
            yield f"the tool is {_shown(trace.facts.tool)}"
        case tree.Path(("tool", "args", *steps)):
            value = trace.facts.args
            for step in steps:
                value = value.get(step) if isinstance(value, dict) else None
            yield f"the argument is {_shown(value)}"
        case tree.Path(("request", *steps)):
            name = ".".join(steps)
            value = trace.facts.attempt if name == "attempt" else state.request.get(name, ABSENT)
            yield f"`{name}` is {_shown(value)}"
        case _:
            return


def _shown(value: object) -> str:
    if value is ABSENT or value is None:
        return "not given"
    if value is BAD:
        return "not given, or not what the request block says"
    return (
        escape(show_value(value))
        if isinstance(value, (str, int, float))
        else f"no plain value ({type(value).__name__})"
    )


def _truth(value: int) -> str:
    if value == TRUE:
        return "true"
    if value == FALSE:
        return "false"
    if value & PENDING:
        return "not known, some check was not needed"
    return "failed" if value & ERROR else "timed out"
