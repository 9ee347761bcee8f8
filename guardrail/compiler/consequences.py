"""Diagnostics that only follow from others: one mistake gets one message."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from guardrail.diagnostics.record import Diagnostic, Label, Level
from guardrail.diagnostics.source import Span

_REPEATED = frozenset({"G101", "G102", "G103", "G104", "G204"})
"""Codes that say a name or value is unknown. Said often, the declaration is to blame, or one slip was copied."""
_MOST_ALIKE = 2
_ABSENCES = frozenset({"G101", "G103", "G104", "G106", "G109", "G110", "G204", "G301", "G302", "G306", "G309"})
"""Codes that say something is missing. What did not parse may hold it, so they wait until the syntax is right."""


def without_consequences(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics without those that a syntax error explains: what stands on it, and what it may have hidden."""
    every = tuple(diagnostics)
    syntax = [found for found in every if found.code.startswith("G0") and found.level is Level.ERROR]
    if not syntax:
        return every
    places = [found.span for found in syntax]
    return tuple(
        found
        for found in every
        if found.code.startswith("G0")
        or (not _is_absence(found) and not any(overlap(found.span, place) for place in places))
    )


def _is_absence(found: Diagnostic) -> bool:
    # G103 speaks of declarations, and of what checks take: no part of a file that did not parse can add to the latter.
    return found.code in _ABSENCES and (found.code != "G103" or found.message.startswith("unknown "))


def without_repetitions(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics with those that say the very same more than twice told once, with all of their places."""
    every = tuple(diagnostics)
    alike: dict[tuple[str, str, str], list[Diagnostic]] = {}
    for found in every:
        if found.code in _REPEATED:
            alike.setdefault((found.code, found.message, found.span.source), []).append(found)
    kept: list[Diagnostic] = []
    for found in every:
        same = alike.get((found.code, found.message, found.span.source), [found])
        if len(same) <= _MOST_ALIKE:
            kept.append(found)
        elif found is same[0]:
            kept.append(_joined(same))
    return tuple(kept)


def _joined(alike: Sequence[Diagnostic]) -> Diagnostic:
    first, *others = sorted(alike, key=lambda found: found.span.start)
    places = tuple(Label(found.span, "and here") for found in others)
    fixes = tuple(fix for found in others for fix in found.fixes)
    return replace(first, secondary=(*first.secondary, *places), fixes=(*first.fixes, *fixes))


def outside_errors(found: Iterable[Diagnostic], known: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Those of `found` that are new, and do not stand where an error is reported already."""
    seen = set(known)
    errors = [problem.span for problem in known if problem.level is Level.ERROR]
    new = (problem for problem in dict.fromkeys(found) if problem not in seen)
    return [problem for problem in new if not any(overlap(problem.span, span) for span in errors)]


def overlap(left: Span, right: Span) -> bool:
    """Whether two places share a character, or an empty one stands inside the other."""
    if left.source != right.source:
        return False
    return left.start < max(right.end, right.start + 1) and right.start < max(left.end, left.start + 1)
