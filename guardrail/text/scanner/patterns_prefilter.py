"""Says in one pass which of many patterns may match a text, and where each of them may."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, TypeAlias

Prefilter: TypeAlias = Callable[[str], Sequence[int] | None]
"""The numbers of the patterns that may match a text, in any order; None when there are none."""

MAX_MEMORY = 64 << 20
"""Bytes for RE2's automata. With too few, a set of patterns does not compile; none is ever lost silently."""

MANY_PATTERNS = 32


@cache
def has_re2() -> bool:
    """Whether the linear engine is installed; there are no wheels for some platforms."""
    try:
        import re2  # noqa: F401
    except ImportError:
        return False
    return True


def re2_prefilter(expressions: Sequence[str], apart: Sequence[int] = ()) -> Prefilter:
    """A prefilter over RE2 expressions; one that RE2 refuses counts as always possible.

    The numbers in `apart` are plain words. Where both they and the others are many they get a set of their own: the
    automaton of one set for all has the product of the states.
    """
    sets: list[tuple[Any, list[int]]] = []
    refused: list[int] = []
    words = set(apart)
    others = [number for number in range(len(expressions)) if number not in words]
    if min(len(words), len(others)) < MANY_PATTERNS:
        _compile_sets(expressions, list(range(len(expressions))), sets, refused)
    else:
        _compile_sets(expressions, sorted(words), sets, refused)
        _compile_sets(expressions, others, sets, refused)
    if not refused and len(sets) == 1:
        only: Prefilter = sets[0][0].Match
        return only

    def prefilter(text: str) -> Sequence[int] | None:
        found = list(refused)
        for compiled, numbers in sets:
            found.extend(numbers[place] for place in compiled.Match(text) or ())
        return found or None

    return prefilter


def literal_prefilter(literals: Sequence[str]) -> Prefilter:
    """A prefilter over texts that a match must contain; an empty one is always possible."""

    def prefilter(text: str) -> Sequence[int] | None:
        return [number for number, literal in enumerate(literals) if literal in text] or None

    return prefilter


def re2_locator(expression: str) -> Any:
    """The compiled RE2 expression; None where RE2 refuses it."""
    import re2

    try:
        return re2.compile(expression, options=_options())
    except re2.error:
        return None


def ascii_spans(locator: Any, data: bytes) -> list[tuple[int, int]]:
    """Where a locator matches an ASCII text given as bytes."""
    return [hit.span() for hit in locator.finditer(data)]


def text_spans(locator: Any, data: bytes) -> list[tuple[int, int]]:
    """Where a locator matches a text given as UTF-8, in code points."""
    spans = []
    byte = position = 0
    for start, end in ascii_spans(locator, data):
        first = position + len(data[byte:start].decode())
        position = first + len(data[start:end].decode())
        byte = end
        spans.append((first, position))
    return spans


def _compile_sets(
    expressions: Sequence[str], numbers: list[int], sets: list[tuple[Any, list[int]]], refused: list[int]
) -> None:
    """Compile `numbers` into one set; where that needs too much memory, into two halves."""
    import re2

    compiled = re2.Set.SearchSet(_options())
    taken = []
    for number in numbers:
        try:
            compiled.Add(expressions[number])
        except re2.error:
            refused.append(number)
        else:
            taken.append(number)
    if not taken:
        return
    try:
        compiled.Compile()
    except re2.error:
        if len(taken) == 1:
            refused.extend(taken)
            return
        half = len(taken) // 2
        _compile_sets(expressions, taken[:half], sets, refused)
        _compile_sets(expressions, taken[half:], sets, refused)
    else:
        sets.append((compiled, taken))


def _options() -> Any:
    import re2

    options = re2.Options()
    options.max_mem = MAX_MEMORY
    options.log_errors = False
    return options
