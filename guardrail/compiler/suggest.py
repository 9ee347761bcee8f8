"""Did-you-mean: the nearest known name, or the names that would have been valid."""

from __future__ import annotations

from collections.abc import Iterable

from guardrail.diagnostics.wording import suggestion_help

_LONGEST_NAME = 120
"""Names longer than this get no suggestion: the distance is quadratic and the names come from untrusted files."""


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate within edit distance `1 + len(name) // 4`, the alphabetically first of the nearest ones, or None.

    A swap of two neighbouring letters counts as one edit (optimal string alignment).

    >>> nearest("competitrs", ["competitors", "medical"]), nearest("nonexistent", ["owner"])
    ('competitors', None)
    """
    if not name or len(name) > _LONGEST_NAME:
        return None
    best: tuple[int, str] | None = None
    for candidate in candidates:
        most = 1 + len(name) // 4 if best is None else best[0]
        distance = _distance(name.lower(), candidate.lower(), most)
        # A one-letter name is within one edit of every other one: that is no resemblance.
        if distance is None or distance >= max(len(name), len(candidate)):
            continue
        if best is None or (distance, candidate) < best:
            best = (distance, candidate)
    return best[1] if best else None


def valid_names_help(name: str, candidates: Iterable[str], what: str = "names") -> tuple[str, ...]:
    """The help for an unknown `name`: the nearest candidate, else all that would do; `what` is their plural.

    >>> valid_names_help("compny", ["company", "support"], "policies")
    ('did you mean `company`?',)
    """
    known = sorted(set(candidates))
    return suggestion_help(nearest(name, known), known, what)


def _distance(left: str, right: str, most: int) -> int | None:
    if abs(len(left) - len(right)) > most:
        return None
    two_above: list[int] = []
    above = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        row = [i]
        for j, b in enumerate(right, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, two_above[j - 2] + 1)
            row.append(cost)
        # A swap reaches back two rows, so both must be out of reach before giving up.
        if min(row) > most and min(above) > most:
            return None
        two_above, above = above, row
    return above[-1] if above[-1] <= most else None
