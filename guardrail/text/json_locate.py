"""Finds the JSON value in what a model wrote: inside a Markdown fence, or with prose around it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from guardrail.text.json_problem import JsonProblem, scan_value

MAX_TRIES = 1000
"""Places that are tried before a text counts as one without JSON."""

_WHITE = " \t\n\r"

Read = Callable[[str], Any]
"""Reads a JSON text whole, raising `JsonProblem`."""


def fenced_value(text: str, read: Read) -> tuple[int, int, Any] | None:
    """Start, end and value of the first Markdown fence that holds nothing but an object or an array.

    In a fence labelled `json` any value counts. A fence that is never closed reaches to the end of the text.
    """
    for label, start, end in _fences(text):
        content = text[start:end]
        start += len(content) - len(content.lstrip(_WHITE))
        end = start + len(content.strip(_WHITE))
        if label.lower() != "json" and text[start : start + 1] not in {"{", "["}:
            continue
        try:
            return start, end, read(text[start:end])
        except JsonProblem:
            continue
    return None


def only_fence_around(text: str, start: int, end: int) -> bool:
    """Whether nothing but one Markdown fence stands around `text[start:end]`."""
    before, after = text[:start].strip(), text[end:].strip()
    opening = _fence().fullmatch(before)
    return opening is not None and (
        after == "" or (_fence().fullmatch(after) is not None and set(after) == {before[0]})
    )


def _fences(text: str) -> Iterator[tuple[str, int, int]]:
    opening: re.Match[str] | None = None
    tries = 0
    for line in _fence().finditer(text):
        if tries == MAX_TRIES:
            return
        if opening is None:
            opening = line
        elif line.group(1).startswith(opening.group(1)) and not line.group(2).strip():
            tries += 1
            yield opening.group(2).strip(), opening.end(), line.start()
            opening = None
    if opening is not None:
        yield opening.group(2).strip(), opening.end(), len(text)


def value_in_prose(text: str, read: Read) -> tuple[int, int, Any] | None:
    """Start, end and value of the first object or array that parses, not looking inside broken ones; linear time.

    A bare list of whole numbers (`[1]`, most often a citation) and an empty list (`[ ]`, a box to tick) count only
    where there is nothing else. A text that begins a value and never ends it has none: what is inside is no answer.
    """
    mark: tuple[int, int, Any] | None = None
    at = 0
    for _ in range(MAX_TRIES):
        opening = _opening().search(text, at)
        if opening is None:
            return mark
        start = opening.start()
        found = _value_at(text, start, read)
        if found is not None:
            if not _is_citation(found[2]):
                return found
            mark = mark or found
            at = found[1]
            continue
        beyond = _beyond_broken(text, start)
        if beyond is None:
            return mark
        at = beyond
    return mark


def _value_at(text: str, start: int, read: Read) -> tuple[int, int, Any] | None:
    try:
        _, end = _decoder().raw_decode(text, start)
        return start, end, read(text[start:end])
    except (JsonProblem, ValueError, RecursionError):
        return None


def _beyond_broken(text: str, start: int) -> int | None:
    """Where to go on after `text[start]` opened no good value: right behind a bracket of prose, else behind its end."""
    first = _first_token().match(text, start)
    assert first is not None
    try:
        return scan_value(text, start)
    except JsonProblem as problem:
        if problem.offset <= first.end() and text[first.end() : first.end() + 1] != '"':
            return start + 1
    depth = 0
    for token in _bracket().finditer(text, start):
        if token.group() in {"{", "["}:
            depth += 1
        elif token.group() in {"}", "]"}:
            depth -= 1
            if depth == 0:
                return token.end()
    return None


def _is_citation(value: Any) -> bool:
    return isinstance(value, list) and all(type(item) is int for item in value)


@cache
def _decoder() -> json.JSONDecoder:
    return json.JSONDecoder()


@cache
def _fence() -> re.Pattern[str]:
    return re.compile(r"^[ \t]*(`{3,}|~{3,})[ \t]*([^\n`]*)$", re.MULTILINE)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(r"[{\[]")


@cache
def _first_token() -> re.Pattern[str]:
    return re.compile(r"[{\[][ \t\n\r]*")


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(r'"(?:[^"\\]|\\.)*"?|[{}\[\]]', re.DOTALL)
