"""What arms, failures and limits contribute to a decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from guardrail.compiler.plan import (
    ALLOW,
    BLOCK,
    FIX,
    FLAG,
    REASK,
    Arm,
    EditAction,
    PlainAction,
    PlanRule,
    ReaskAction,
    RedactAction,
    VerbAction,
)
from guardrail.decision import Action
from guardrail.validators.contract import Match

ACTIONS = (Action.ALLOW, Action.FLAG, Action.FIX, Action.REASK, Action.BLOCK)
"""The lattice by rank."""

Cause = Literal["arm", "error", "timeout", "limit", "default", "verification"]


@dataclass(slots=True)
class Contribution:
    """One reason for the outcome: `rule` asks for `level` because of `cause`; never changed once made.

    `edit` with its `matches` is set at the level of a fix, `hint` at that of a reask.
    """

    rule: str
    level: int
    cause: Cause
    edit: RedactAction | EditAction | None = None
    matches: tuple[Match, ...] = ()
    say: str | None = None
    hint: str | None = None


def contribution_of(rule: PlanRule, arm: Arm, attempt: int, matches: tuple[Match, ...]) -> Contribution:
    """What a true arm asks for at this attempt: a reask that is used up asks for its fallback."""
    action = arm.action
    if isinstance(action, ReaskAction):
        if attempt <= action.maximum:
            return Contribution(rule.name, REASK, "arm", None, (), rule.say, action.hint)
        action = action.fallback
    return _plain(rule, action, matches)


def _plain(rule: PlanRule, action: PlainAction, matches: tuple[Match, ...]) -> Contribution:
    if isinstance(action, VerbAction):
        level = {"flag": FLAG, "block": BLOCK, "permit": ALLOW}[action.kind]
        return Contribution(rule.name, level, "arm", say=rule.say)
    kept = matches if isinstance(action, RedactAction) else ()
    return Contribution(rule.name, FIX, "arm", action, kept, rule.say)


def failure_contributions(rule: PlanRule, error: bool, timeout: bool) -> list[Contribution]:
    """What a rule says happens when its check failed or timed out; `allow` contributes nothing."""
    found = []
    if error and rule.on_error > ALLOW:
        found.append(Contribution(rule.name, rule.on_error, "error", say=rule.say))
    if timeout and rule.on_timeout > ALLOW:
        found.append(Contribution(rule.name, rule.on_timeout, "timeout", say=rule.say))
    return found


def capped(contribution: Contribution) -> Contribution:
    """The contribution of a shadow rule: at most a flag, without any visible outcome."""
    return Contribution(contribution.rule, min(contribution.level, FLAG), contribution.cause)
