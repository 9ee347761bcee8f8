"""What is wrong with a JSON value, and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from guardrail.text.json_strings import escape_token

MAX_VIOLATIONS = 100
"""Violations told of one value."""

Path: TypeAlias = tuple[str | int, ...]
"""Property names and array indices from the top of a document."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Violation:
    """One keyword of a schema that a value breaks; `message` holds words of the schema and never of the value."""

    path: Path
    keyword: str
    message: str

    @property
    def pointer(self) -> str:
        """Where in the value, as a JSON pointer (RFC 6901)."""
        return pointer_of(self.path)


def pointer_of(path: Path) -> str:
    """A path as a JSON pointer (RFC 6901).

    >>> pointer_of(("lines", 0, "n/o"))
    '/lines/0/n~1o'
    """
    return "".join(f"/{token if isinstance(token, int) else escape_token(token)}" for token in path)


def in_order(violations: Iterable[Violation]) -> tuple[Violation, ...]:
    """Without repetitions, in the order of the document's paths, at most `MAX_VIOLATIONS`."""
    unique = dict.fromkeys(violations)
    return tuple(sorted(unique, key=_order)[:MAX_VIOLATIONS])


def _order(violation: Violation) -> tuple[tuple[tuple[bool, int, str], ...], str, str]:
    tokens = ((isinstance(token, str), 0 if isinstance(token, str) else token, str(token)) for token in violation.path)
    return tuple(tokens), violation.keyword, violation.message
