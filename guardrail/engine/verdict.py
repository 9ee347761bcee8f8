"""From a board of contributions to the outcome for one subject: level, text, words, determining rules."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from typing import Any

from guardrail.compiler.plan import BLOCK, FIX, REASK
from guardrail.decision import Finding
from guardrail.engine.contributions import Contribution
from guardrail.engine.core import Board, rule_names
from guardrail.engine.edits import apply_edits
from guardrail.engine.needs import Answers, Need
from guardrail.engine.shortfalls import skipped_of
from guardrail.engine.verification import verify
from guardrail.text.subject import Subject


@dataclass(slots=True)
class Verdict:
    """What was decided about one subject; never changed once made (not frozen: making it is on every call's path).

    `text` is what may be passed on of it, None for nothing.
    """

    level: int
    by: tuple[str, ...]
    text: str | None
    findings: tuple[Finding, ...]
    contributions: tuple[Contribution, ...]
    say: str | None = None
    said_by: str | None = None
    hint: str | None = None
    errors: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    args: Mapping[str, Any] | None = None
    board: Board | None = None
    deferred: tuple[str, ...] = ()


def conclude(board: Board, subject: Subject) -> Generator[Need, Answers, Verdict]:
    """Apply the edits if the final level is `fix`, verify them, and say what comes of it all."""
    args = board.facts.args
    if board.level != FIX:
        return verdict_of(board, subject.text, args)
    fixes = [c for c in board.contributions if c.level == FIX]
    in_arguments = board.schedule.pipeline.stage == "tool_call" and args is not None
    edited = apply_edits(subject, fixes, arguments=in_arguments)
    broken = yield from verify(board, subject, edited)
    if broken:
        board.contributions += broken
        board.level = BLOCK
    return verdict_of(board, edited.subject.text, edited.args)


def verdict_of(board: Board, text: str | None, args: Mapping[str, Any] | None) -> Verdict:
    """What a board comes to; `text` and `args` are what may be passed on as long as the level lets anything pass."""
    level = board.level
    if level == 0:
        skipped = skipped_of(board) if board.reasons else ()
        return Verdict(
            0,
            (),
            text,
            (),
            (),
            errors=errors_of(board),
            skipped=skipped,
            args=args,
            board=board,
            deferred=board.deferred,
        )
    said_by, say = _say(board.contributions, level)
    if level >= REASK:
        text, args = None, None
        if level == BLOCK and board.schedule.pipeline.stage == "output":
            text = say
    return Verdict(
        level=level,
        by=rule_names(board.contributions, level),
        text=text,
        findings=tuple(board.findings),
        contributions=tuple(board.contributions),
        say=say,
        said_by=said_by,
        hint=_hint(board.contributions) if level == REASK else None,
        errors=errors_of(board),
        skipped=skipped_of(board) if board.reasons else board.skipped,
        deferred=board.deferred,
        args=args,
        board=board,
    )


def _say(contributions: list[Contribution], level: int) -> tuple[str | None, str | None]:
    """The alphabetically first determining rule that has a `say`, and that."""
    best: tuple[str, str] | None = None
    for c in contributions:
        if c.say is not None and c.level == level and (best is None or (c.rule, c.say) < best):
            best = (c.rule, c.say)
    return best or (None, None)


def _hint(contributions: list[Contribution]) -> str | None:
    """The hints of the determining reasks, joined in rule-name order."""
    hints = {(c.rule, c.hint) for c in contributions if c.level == REASK and c.hint is not None}
    return "\n".join(hint for _, hint in sorted(hints)) if hints else None


def errors_of(board: Board) -> tuple[str, ...]:
    """What could not run, and why."""
    reasons = board.reasons
    if not reasons and not board.bad_fields and not board.bad_arguments:
        return ()
    slots = board.schedule.pipeline.slots
    fields = [
        f"request.{name}: not given, or not what the request block says" for name in sorted(set(board.bad_fields))
    ]
    arguments = [
        f"{name}: absent, or of another type than it is compared with" for name in sorted(set(board.bad_arguments))
    ]
    return (*fields, *arguments, *(f"{slots[index].key}: {reason}" for index, reason in sorted(reasons.items())))
