"""Three-valued truth as small integers, and the state that compiled predicates read.

A truth is FALSE, TRUE, or a union of ERROR, TIMEOUT and PENDING (a check that has not run). `and` is FALSE as soon
as one side is, `or` TRUE as soon as one is, otherwise unknowns unite: both are commutative (as in CEL), so the
order of operands never decides.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from guardrail.validators.contract import QUIET, Facts, Outcome

FALSE: Final = 0
TRUE: Final = 1
ERROR: Final = 2
TIMEOUT: Final = 4
PENDING: Final = 8
FAILED: Final = ERROR | TIMEOUT


class _Missing:
    """A request field without a usable value."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return self.name


ABSENT: Final = _Missing("ABSENT")
"""An optional request field that was not given."""
BAD: Final = _Missing("BAD")
"""A required request field that was not given, or one of the wrong type or outside its domain."""


NOTHING_COVERED: Final[Mapping[int, float]] = MappingProxyType({})
"""Shared by all evaluations in which every check had the time it needed."""


class Evaluation:
    """The values of one evaluation: one entry a slot, filled as producers answer.

    `truth[i]` is what slot i amounts to (PENDING before it ran), `outcomes[i]` what its check found, `request`
    the checked request facts by dotted name (or ABSENT, BAD), `reasons[i]` why a slot failed. Of a classifier that
    timed out with part of the text judged, `outcomes[i]` is what it found there, `covered[i]` the share of that part.
    """

    __slots__ = ("covered", "facts", "outcomes", "reasons", "request", "truth")

    def __init__(self, slots: int, request: Mapping[str, Any], facts: Facts) -> None:
        self.truth: list[int] = [PENDING] * slots
        self.outcomes: list[Outcome] = [QUIET] * slots
        self.reasons: dict[int, str] = {}
        self.covered: Mapping[int, float] = NOTHING_COVERED
        self.request = request
        self.facts = facts


Predicate: TypeAlias = Callable[[Evaluation], int]


def negate(value: int) -> int:
    """`not`: unknown stays unknown.

    >>> negate(TRUE), negate(FALSE), negate(ERROR)
    (0, 1, 2)
    """
    return value ^ 1 if value < 2 else value


def conjunction(parts: tuple[Predicate, ...]) -> Predicate:
    """All of `parts`."""

    def holds(state: Evaluation) -> int:
        unknown = 0
        for part in parts:
            value = part(state)
            if value == 0:
                return 0
            unknown |= value & ~1
        return unknown or 1

    return holds


def disjunction(parts: tuple[Predicate, ...]) -> Predicate:
    """Any of `parts`."""

    def holds(state: Evaluation) -> int:
        unknown = 0
        for part in parts:
            value = part(state)
            if value == 1:
                return 1
            unknown |= value
        return unknown

    return holds
