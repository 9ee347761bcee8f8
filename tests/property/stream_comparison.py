"""Holds one stream against the decision about the whole text: what came out, and what was decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from guardrail.compiler.plan import FIX, RedactAction
from guardrail.decision import Action, Decision
from guardrail.engine.core import evaluate
from guardrail.engine.drivers import drive
from guardrail.engine.edits import Redaction, splice
from guardrail.engine.guard import Guard
from guardrail.text.subject import Subject
from guardrail.validators.contract import Facts
from tests.property.stream_cases import SYSTEM, Made


@dataclass(frozen=True, slots=True)
class Result:
    """What a comparison came to: what is wrong (empty for nothing), and whether a finding lay across a cut."""

    wrong: str
    across: bool
    was_declared_cut: bool = False


def compare(made: Made, text: str, chunks: Sequence[str], **options: Any) -> Result:
    """Stream the chunks and hold what came out against the decision about the whole text."""
    asked = {"system": SYSTEM, "id": "1", **options}
    whole = made.guard.output(text, **asked)
    taken: list[str] = []
    stream = made.guard.stream(_noted(chunks, taken), **asked)
    out = list(stream)
    ended = stream.decision
    assert ended is not None
    across = _is_across(whole, chunks)
    wrong = _difference(made, text, whole, ended, "".join(out), "".join(taken), asked)
    return Result(wrong, across, any("stream:" in error for error in ended.errors))


def _noted(chunks: Sequence[str], taken: list[str]) -> Iterator[str]:
    for chunk in chunks:
        taken.append(chunk)
        yield chunk


def _is_across(decision: Decision, chunks: Sequence[str]) -> bool:
    """Whether some finding begins in one chunk and ends in another."""
    cuts, at = set(), 0
    for chunk in chunks[:-1]:
        at += len(chunk)
        cuts.add(at)
    return any(start < cut < end for f in decision.findings if f.at is None for start, end in f.spans for cut in cuts)


def _difference(
    made: Made, text: str, whole: Decision, ended: Decision, out: str, taken: str, asked: dict[str, Any]
) -> str:
    if ended.errors != whole.errors and any("stream:" in error for error in ended.errors):
        return f"declared cut: {ended.errors}"
    if whole.action == Action.BLOCK:
        return _difference_of_block(made, text, whole, ended, out, taken, asked)
    if ended.action != whole.action:
        return f"{ended.action} by {ended.by} instead of {whole.action}"
    if ended.by != whole.by or ended.findings != whole.findings:
        return f"by {ended.by} instead of {whole.by}, or other findings"
    wanted = whole.text if whole.action < Action.REASK else ""
    return "" if out == (wanted or "") else f"gave {out!r} instead of {wanted!r}"


def _difference_of_block(
    made: Made, text: str, whole: Decision, ended: Decision, out: str, taken: str, asked: dict[str, Any]
) -> str:
    if ended.action != Action.BLOCK:
        return f"{ended.action} instead of block"
    so_far = whole if taken == text else made.guard.output(taken, **asked)
    if (ended.by, ended.findings) != (so_far.by, so_far.findings):
        return f"by {ended.by} instead of {so_far.by}, or other findings"
    if ended.released == 0:
        return "" if out == (so_far.text or "") else f"gave {out!r} though nothing was to be released"
    limit = made.guard.rails.schedules["output"].pipeline.limit
    # Beyond the limit no check runs: up to there the text is what it is.
    text = text[:limit]
    redactions = redactions_of(made.guard, text, asked)
    edited = splice(text, redactions)[0]
    if not edited.startswith(out):
        return f"released {out!r}, which is not how {edited!r} begins"
    for finding in whole.findings:
        if finding.action == Action.BLOCK and finding.rule in made.simple:
            for _, end in finding.spans:
                if len(out) >= len(splice(text[:end], [r for r in redactions if r.end <= end])[0]):
                    return f"released {out!r}, with what {finding.rule} blocks"
    return ""


def redactions_of(guard: Guard, text: str, asked: dict[str, Any]) -> list[Redaction]:
    """What all redact arms that hold on a whole text replace."""
    schedule = guard.rails.schedules["output"]
    values, _ = schedule.reader.read(asked.get("request"), "1")
    facts = Facts("output", system=asked["system"], attempt=asked.get("attempt", 1))
    options = replace(guard.rails.options, skip=False)
    board = drive(evaluate(schedule, Subject.of_text(text), values, facts, options), {})
    return [
        Redaction(m.start, m.end, c.edit.label, c.rule)
        for c in board.contributions
        if c.level == FIX and isinstance(c.edit, RedactAction)
        for m in c.matches
    ]
