"""Judges one call: each of its texts by the core, then all of them together into one decision.

Generators throughout, so that the sync and asyncio drivers share every line.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from guardrail.compiler.plan import BLOCK, FIX
from guardrail.decision import Budget, Decision, Finding, Part
from guardrail.engine.contributions import ACTIONS
from guardrail.engine.core import Board, Options, evaluate
from guardrail.engine.deadline import Deadline
from guardrail.engine.needs import Answers, Need
from guardrail.engine.schedule import Schedule
from guardrail.engine.shortfalls import skipped_of
from guardrail.engine.verdict import Verdict, conclude, errors_of
from guardrail.text.subject import Subject
from guardrail.validators.contract import Facts

Judging = Generator[Need, Answers, Verdict]


@dataclass(slots=True)
class Call:
    """One call on a guard: everything but the text; never changed once made.

    `started` is a reading of the schedule's clock, `deadline` None where the stage has no `within`.
    """

    schedule: Schedule
    request: Mapping[str, Any]
    facts: Facts
    options: Options
    identity: str
    warnings: tuple[str, ...]
    times: dict[str, float]
    started: int
    deadline: Deadline | None = None

    def used(self) -> float:
        """Milliseconds since it began."""
        return (self.schedule.clock() - self.started) / 1e6


def judge(call: Call, subject: Subject) -> Judging:
    """One text's verdict."""
    board = yield from evaluate(call.schedule, subject, call.request, call.facts, call.options, call.deadline)
    return (yield from conclude(board, subject))


def passed(call: Call, subject: Subject, board: Board) -> Decision:
    """The decision about a text that nothing was contributed about: what `single` says of it, at less cost."""
    pipeline = call.schedule.pipeline
    used = (call.schedule.clock() - call.started) / 1e6
    skipped = skipped_of(board) if board.reasons else ()
    return tuple.__new__(
        Decision,
        (
            ACTIONS[0],
            subject.text,
            (),
            (),
            tuple.__new__(Budget, (pipeline.within, used, call.times, skipped, board.deferred)),
            call.identity,
            pipeline.stage,
            pipeline.policy,
            None,
            None,
            call.warnings,
            errors_of(board),
            None,
            call.facts.args,
            None,
        ),
    )


def judge_all(call: Call, subjects: Sequence[Subject]) -> Generator[Need, Answers, tuple[Verdict, ...]]:
    """The verdict of each text, in order."""
    verdicts = []
    for subject in subjects:
        verdicts.append((yield from judge(call, subject)))
    return tuple(verdicts)


def single(call: Call, verdict: Verdict) -> Decision:
    """The decision about a call with one text."""
    return Decision(
        ACTIONS[verdict.level],
        verdict.text,
        verdict.by,
        verdict.findings,
        Budget(call.schedule.pipeline.within, call.used(), call.times, verdict.skipped, verdict.deferred),
        call.identity,
        call.schedule.pipeline.stage,
        call.schedule.pipeline.policy,
        verdict.say,
        verdict.hint,
        call.warnings,
        verdict.errors,
        None,
        verdict.args,
    )


def combined(
    call: Call, verdicts: Sequence[Verdict], places: Sequence[int], roles: Sequence[str] | None = None
) -> Decision:
    """The decision about chat messages or chunks: the highest level of any, a part for each.

    At `retrieval` a blocked chunk is dropped, which is a fix; all of them dropped is a block.
    """
    dropping = call.schedule.pipeline.stage == "retrieval"
    dropped = dropping and bool(verdicts) and all(v.level == BLOCK for v in verdicts)
    levels = [FIX if dropping and v.level == BLOCK and not dropped else v.level for v in verdicts]
    level = max(levels, default=0)
    determining = [v for v, own in zip(verdicts, levels, strict=True) if own == level]
    says = sorted((v.said_by, v.say) for v in determining if v.said_by is not None and v.say is not None)
    parts = tuple(
        Part(place, ACTIONS[v.level], v.text, v.by, roles[i] if roles else None)
        for i, (place, v) in enumerate(zip(places, verdicts, strict=True))
    )
    kept = [v.text for v in verdicts if v.text is not None]
    passes = level < BLOCK
    return Decision(
        ACTIONS[level],
        joined(call.schedule.pipeline.stage, kept) if passes else None,
        tuple(sorted({name for v in determining for name in v.by})) if level else (),
        tuple(_placed(f, place) for v, place in zip(verdicts, places, strict=True) for f in v.findings),
        Budget(
            call.schedule.pipeline.within,
            call.used(),
            call.times,
            tuple(dict.fromkeys(s for v in verdicts for s in v.skipped)),
            tuple(dict.fromkeys(rule for v in verdicts for rule in v.deferred)),
        ),
        call.identity,
        call.schedule.pipeline.stage,
        call.schedule.pipeline.policy,
        says[0][1] if says else None,
        None,
        call.warnings,
        tuple(dict.fromkeys(e for v in verdicts for e in v.errors)),
        parts,
    )


def joined(stage: str, texts: Sequence[str]) -> str | None:
    """The text of a decision about several: passages go on together, of a chat the last message; None for none."""
    if not texts:
        return None
    return "\n\n".join(texts) if stage == "retrieval" else texts[-1]


def _placed(finding: Finding, place: int) -> Finding:
    return finding if isinstance(finding.at, str) else replace(finding, at=place)
