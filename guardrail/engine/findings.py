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
            found += _reaching(evidence, state)
    return tuple(found)


def _reaching(evidence: Evidence, state: Evaluation) -> list[Match]:
    """A scoring check gives a span per sentence: only those that reach the threshold themselves count."""
    matches = state.outcomes[evidence.slot].matches
    if evidence.threshold is None:
        return list(matches)
    return [m for m in matches if m.score is None or m.score >= evidence.threshold]


def findings_of(
    pipeline: Pipeline, rule: PlanRule, arm: Arm, state: Evaluation, action: Action, note: str
) -> list[Finding]:
    """One finding per check that the arm's truth rests on, place and message; one without a check otherwise."""
    found: list[Finding] = []
    for evidence in arm.evidence:
        holds = evidence.holds(state)
        if holds > 1 or (holds == TRUE) is not evidence.positive:
            continue
        found += _findings_of_check(pipeline, rule, evidence, state, action, note)
    if not found:
        found.append(Finding(rule.name, "", action, message=note))
    return found


def _findings_of_check(
    pipeline: Pipeline, rule: PlanRule, evidence: Evidence, state: Evaluation, action: Action, note: str
) -> list[Finding]:
    outcome, slot = state.outcomes[evidence.slot], pipeline.slots[evidence.slot]
    name = slot.signature.name
    if not outcome.matches:
        message = _with_note(outcome.message, note)
        return [Finding(rule.name, name, action, (), outcome.score, evidence.threshold, message)]
    scored = slot.signature.returns is Returns.SCORE
    groups: dict[tuple[str | int | None, str], list[Match]] = {}
    for match in _reaching(evidence, state) if evidence.positive else list(outcome.matches):
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
