"""The numbers of clauses held against what they can mean (G210)."""

from __future__ import annotations

from collections.abc import Iterator

from guardrail.diagnostics.codes.g210 import G210
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Span
from guardrail.diagnostics.wording import show_value
from guardrail.language import tree

MOST_ATTEMPTS = 10
"""More than this many attempts of a model at one answer is a mistake in writing."""
LONGEST_LIMIT = 100_000_000
"""Code points: the largest text that a stage may accept."""


def clause_span(clauses: tree.ClauseSpans, keyword: str) -> Span | None:
    """Where the clause of this keyword is written, or None."""
    return next((span for name, span in clauses if name == keyword), None)


def stage_ranges(stage: tree.Stage) -> Iterator[Diagnostic]:
    """`within` and `limit` of one stage as it is written."""
    if stage.within is not None and not 0 < stage.within <= 600_000_000:
        written = f"within {show_value(stage.within / 1000)}ms"
        yield G210.out_of_range(_at(stage, "within"), written, "a time above zero, up to 600s")
    if stage.limit is not None and not _whole(stage.limit, 1, LONGEST_LIMIT):
        written = f"limit {show_value(stage.limit)} chars"
        yield G210.out_of_range(_at(stage, "limit"), written, f"a whole number from 1 to {LONGEST_LIMIT:,}")


def rule_ranges(rule: tree.Rule) -> Iterator[Diagnostic]:
    """`sample`, `near`, `enforce`, `reask` and the labels of one rule."""
    sample = rule.sample
    if sample is not None:
        if not 0 < sample.percent <= 100:
            written = f"sample {show_value(sample.percent)}%"
            yield G210.out_of_range(_at(rule, "sample"), written, "a share above 0% and up to 100%")
        if sample.near is not None and not 0 < sample.near < 1:
            written = f"near {show_value(sample.near)}"
            yield G210.out_of_range(_at(rule, "sample"), written, "a distance between scores, above 0 and below 1")
    if rule.enforce is not None and not 0 < rule.enforce <= 100:
        written = f"enforce {show_value(rule.enforce)}%"
        allowed = "a share above 0% and up to 100%; `shadow` enforces nothing"
        yield G210.out_of_range(_at(rule, "enforce"), written, allowed)
    for arm in rule.arms:
        yield from _action_ranges(arm.action)


def _action_ranges(action: tree.Action) -> Iterator[Diagnostic]:
    if isinstance(action, tree.Redact) and action.label is not None and not action.label.strip():
        yield G210.empty_label(action.span)
    if isinstance(action, tree.Reask):
        if action.maximum is not None and not _whole(action.maximum, 1, MOST_ATTEMPTS):
            written = f"reask {show_value(action.maximum)}"
            yield G210.out_of_range(action.span, written, f"a whole number of attempts from 1 to {MOST_ATTEMPTS}")
        if action.fallback is not None:
            yield from _action_ranges(action.fallback)


def test_ranges(clause: tree.GivenAttempt) -> Iterator[Diagnostic]:
    """The attempt that a test gives."""
    if not _whole(clause.number, 1, 1_000_000):
        yield G210.out_of_range(clause.span, f"attempt {show_value(clause.number)}", "a whole number from 1")


def _whole(value: int | float, low: int, high: int) -> bool:
    return float(value).is_integer() and low <= value <= high


def _at(node: tree.Stage | tree.Rule, keyword: str) -> Span:
    return clause_span(node.clauses, keyword) or node.span
