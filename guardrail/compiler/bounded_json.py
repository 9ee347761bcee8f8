"""JSON from files that nobody vouches for: bounded depth, no duplicate keys, no `NaN`."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from guardrail.compiler.files import FileProblem

MAX_DEPTH = 64
_TOKEN = r'"(?:[^"\\]|\\.)*+"?|[\[\]{}]'
"""A string, closed or not (looking for its end twice would be quadratic), or a bracket."""


def load_json(text: str) -> Any:
    """The value of a JSON document (RFC 8259); raises `FileProblem`.

    >>> load_json('["a", "b"]')
    ['a', 'b']
    """
    # Depth is bounded by a scan of its own: the parser below recurses, and must never get that far.
    if _depth(text) > MAX_DEPTH:
        raise FileProblem(f"nests more than {MAX_DEPTH} levels deep", "make it flatter")
    try:
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
    except json.JSONDecodeError as problem:
        raise FileProblem(
            f"is not JSON, as line {problem.lineno:,} column {problem.colno:,} shows", "mend the JSON"
        ) from None
    except ValueError:
        raise FileProblem("has a number that is too long", "write a shorter number, or a string") from None


def _depth(text: str) -> int:
    depth = deepest = 0
    for token in re.finditer(_TOKEN, text, re.DOTALL):
        mark = token.group()[0]
        if mark in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif mark in "]}":
            depth -= 1
    return deepest


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise FileProblem("has an object with the same key twice", "remove one of the two")
    return found


def _no_constant(constant: str) -> NoReturn:
    raise FileProblem(f"has `{constant}`, which is not JSON", "write a number, or a string")
