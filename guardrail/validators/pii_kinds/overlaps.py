"""One place, one kind: where candidates overlap, the more confident one stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from guardrail.validators.contract import Match


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
    """A confirmed place: offsets in the original text, whichever view showed it, kind, confidence."""

    start: int
    end: int
    kind: Named
    confidence: float

    def match(self, at: str | int | None) -> Match:
        """The place as a check reports it, in the piece `at`."""
        return Match(self.start, self.end, self.kind.title, round(self.confidence, 3), self.kind.name, at)


def resolve(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that stand, by place.

    Of one kind the longer of two nested ones stands. Of two kinds, one that lies within a surer one goes; one that
    holds a surer one stays beside it, and so do two that cross: asking for one kind more never uncovers a character.
    """
    kept: list[Candidate] = []
    for cluster in _clusters(candidates):
        kept.extend(_resolve_cluster(cluster))
    return sorted(kept, key=lambda c: (c.start, c.end))


def _clusters(candidates: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    """Candidates that overlap, directly or by way of others: each cluster is small, however many there are in all."""
    cluster: list[Candidate] = []
    end = 0
    for candidate in sorted(candidates, key=lambda c: c.start):
        if cluster and candidate.start >= end:
            yield cluster
            cluster = []
        cluster.append(candidate)
        end = max(end, candidate.end) if len(cluster) > 1 else candidate.end
    if cluster:
        yield cluster


def _resolve_cluster(cluster: list[Candidate]) -> list[Candidate]:
    longest = [c for c in cluster if not any(c.kind.name == o.kind.name and _within(c, o) for o in cluster)]
    kept: list[Candidate] = []
    for candidate in sorted(longest, key=lambda c: (-c.confidence, c.start - c.end, c.start)):
        if not any(other.start <= candidate.start and candidate.end <= other.end for other in kept):
            kept.append(candidate)
    return kept


def _within(a: Candidate, b: Candidate) -> bool:
    """Whether `a` lies within `b` and is shorter."""
    return b.start <= a.start and a.end <= b.end and b.end - b.start > a.end - a.start
