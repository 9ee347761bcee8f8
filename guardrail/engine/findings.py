"""From a true arm to what people see of it: its matches (to be redacted) and its findings."""

from __future__ import annotations

from guardrail.compiler.evaluation import TRUE, Evaluation
from guardrail.compiler.plan import Arm, Evidence, Pipeline, PlanRule
from guardrail.decision import Action, Finding, Span
from guardrail.validators.contract import Match, Returns


def matches_of(arm: Arm, state: Evaluation) -> tuple[Match, ...]:
    """The union of the spans of the arm's positive span-bearing checks that hold."""
    found: list[Match] = []
    for evidence in arm.evidence:
        if evidence.positive and evidence.spans and evidence.holds(state) == TRUE:
            found += reaching(evidence, state)
    return tuple(found)


def reaching(evidence: Evidence, state: Evaluation) -> list[Match]:
    """A check's places that count: of a scoring check's, which come one a sentence, those that reach the threshold."""
    matches = state.outcomes[evidence.slot].matches
    if evidence.threshold is None:
        return list(matches)
    return [m for m in matches if m.score is None or m.score >= evidence.threshold]


def findings_of(
    findings: list[Finding], pipeline: Pipeline, rule: PlanRule, arm: Arm, state: Evaluation, action: Action, note: str
) -> None:
    """Add a finding per check that the arm's truth rests on, place and message; one without a check otherwise."""
    before = len(findings)
    for evidence in arm.evidence:
        holds = evidence.holds(state)
        if holds > 1 or (holds == TRUE) is not evidence.positive:
            continue
        outcome = state.outcomes[evidence.slot]
        if len(outcome.matches) == 1 and evidence.positive and evidence.threshold is None:
            # The usual case, worth a path of its own: one hit of a check that does not score.
            match, name = outcome.matches[0], pipeline.slots[evidence.slot].signature.name
            spans = ((match.start, match.end),) if match.end > match.start else ()
            message = _with_note(match.message, note) if note else match.message
            findings.append(Finding(rule.name, name, action, spans, match.score, None, message, match.at))
        else:
            findings += _findings_of_check(pipeline, rule, evidence, state, action, note)
    if len(findings) == before:
        findings.append(Finding(rule.name, "", action, message=note))


def _findings_of_check(
    pipeline: Pipeline, rule: PlanRule, evidence: Evidence, state: Evaluation, action: Action, note: str
) -> list[Finding]:
    outcome, slot = state.outcomes[evidence.slot], pipeline.slots[evidence.slot]
    name = slot.signature.name
    if not outcome.matches:
        said = outcome.message or ("" if evidence.positive else f"`{slot.key}` does not hold")
        return [Finding(rule.name, name, action, (), outcome.score, evidence.threshold, _with_note(said, note))]
    scored = slot.signature.returns is Returns.SCORE
    groups: dict[tuple[str | int | None, str], list[Match]] = {}
    for match in reaching(evidence, state) if evidence.positive else outcome.matches:
        groups.setdefault((match.at, match.message), []).append(match)
    return [
        Finding(
            rule.name,
            name,
            action,
            _spans(matches),
            outcome.score if scored else _best(matches),
            evidence.threshold,
            _with_note(message, note),
            at,
        )
        for (at, message), matches in groups.items()
    ]


def _spans(matches: list[Match]) -> tuple[Span, ...]:
    """In order and once each; a match without extent (a schema violation) points without a span."""
    return tuple(sorted({(m.start, m.end) for m in matches if m.end > m.start}))


def _best(matches: list[Match]) -> float | None:
    scores = [m.score for m in matches if m.score is not None]
    return max(scores) if scores else None


def _with_note(message: str, note: str) -> str:
    return f"{note}: {message}" if note and message else note or message
