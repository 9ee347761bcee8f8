"""The values everything else talks in: `Action`, `Finding`, `Budget`, `Decision`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Any, NamedTuple

__all__ = ["Action", "Budget", "Decision", "Finding", "Part", "Span"]

Span = tuple[int, int]
"""Half-open code-point offsets into the original text."""

_RANK = {"allow": 0, "flag": 1, "fix": 2, "reask": 3, "block": 4}


class Action(str, Enum):
    """What is to be done with a text: the lattice `allow < flag < fix < reask < block`.

    Ordered, and equal to its own name, so a caller may compare with either.

    >>> Action.FIX < Action.BLOCK, Action.FIX == "fix", str(Action.FIX), Action.FLAG >= "flag"
    (True, True, 'fix', True)
    """

    ALLOW = "allow"
    FLAG = "flag"
    FIX = "fix"
    REASK = "reask"
    BLOCK = "block"

    @property
    def rank(self) -> int:
        """Its place in the lattice, 0 for `allow` to 4 for `block`."""
        return _RANK[self.value]

    def __str__(self) -> str:
        return self.value

    def __repr__(self) -> str:
        return f"Action.{self.name}"

    def __format__(self, spec: str) -> str:
        return format(self.value, spec)

    def __lt__(self, other: str) -> bool:
        return _RANK[self.value] < _rank_of(other)

    def __le__(self, other: str) -> bool:
        return _RANK[self.value] <= _rank_of(other)

    def __gt__(self, other: str) -> bool:
        return _RANK[self.value] > _rank_of(other)

    def __ge__(self, other: str) -> bool:
        return _RANK[self.value] >= _rank_of(other)

    __hash__ = str.__hash__


def _rank_of(other: str) -> int:
    name = other.value if isinstance(other, Action) else other
    rank = _RANK.get(name)
    if rank is None:
        raise TypeError(f"cannot compare an action with `{other!r}`")
    return rank


@dataclass(frozen=True, slots=True)
class Finding:
    """A validator's hit under one rule.

    `spans` are code-point offsets into the text that `at` names: `None` is the whole text, an `int` a chat
    message, retrieval chunk or choice, a `str` the JSON pointer of a decoded string. `action` is what this
    hit alone asks for. `score` and `threshold` are set by checks that score.
    """

    rule: str
    validator: str
    action: Action
    spans: tuple[Span, ...] = ()
    score: float | None = None
    threshold: float | None = None
    message: str = ""
    at: str | int | None = None


class Budget(NamedTuple):
    """What the time went to: milliseconds for `limit_ms` and `used_ms`, microseconds per producer in `times_us`."""

    limit_ms: float | None = None
    used_ms: float = 0.0
    times_us: Mapping[str, float] = MappingProxyType({})
    skipped: tuple[str, ...] = ()
    deferred: tuple[str, ...] = ()

    @property
    def limit(self) -> float | None:
        """The stage's `within`, in milliseconds."""
        return self.limit_ms

    @property
    def used(self) -> float:
        """Wall time the decision took, in milliseconds."""
        return self.used_ms


@dataclass(frozen=True, slots=True)
class Part:
    """The outcome for one chat message or retrieval chunk; `index` is its place in what was passed in."""

    index: int
    action: Action
    text: str | None
    by: tuple[str, ...] = ()
    role: str | None = None


class Decision(NamedTuple):
    """What was decided about one text, and why; immutable.

    Not a frozen dataclass as other values are: one is made on every call, and a tuple is made five times faster.

    `text` is what may be passed on: the original, the edited text, at `output` the `say` of a blocking rule,
    or `None`. `by` holds the determining rules in name order, empty when the action is `allow`. `parts` is
    set for chat input and retrieval, `args` for tool calls (after edits), `released` for streams (characters
    already out). `errors` names each check that could not run, whatever was then decided.
    """

    action: Action
    text: str | None
    by: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    budget: Budget = Budget()
    id: str = ""
    stage: str = ""
    policy: str = ""
    say: str | None = None
    hint: str | None = None
    warnings: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    parts: tuple[Part, ...] | None = None
    args: Mapping[str, Any] | None = None
    released: int | None = None

    @property
    def allowed(self) -> bool:
        """Whether something may be passed on unchanged or edited (everything below `reask`)."""
        return self.action < Action.REASK
