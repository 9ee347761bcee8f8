"""One place, one kind: where candidates overlap, the more confident one stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from guardrail.text.requests import View


class Named(Protocol):
    """A kind, of personal data or of secrets."""

    @property
    def name(self) -> str:
        """What a policy calls it."""

    @property
    def title(self) -> str:
        """What people call it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A confirmed place: offsets in the view, kind, confidence."""

    view: View
    start: int
    end: int
    kind: Named
    confidence: float


def resolve(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that stand, by place: of two where one holds the other, the surer, then the longer one.

    Two that merely cross both stand, so that no character of either is left unmarked.
    """
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (-c.confidence, c.start - c.end, c.start)):
        if not any(_nested(candidate, other) for other in kept):
            kept.append(candidate)
    return sorted(kept, key=lambda c: (c.start, c.end))


def _nested(a: Candidate, b: Candidate) -> bool:
    return (a.start <= b.start and b.end <= a.end) or (b.start <= a.start and a.end <= b.end)
