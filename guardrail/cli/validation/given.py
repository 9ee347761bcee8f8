"""From an entry to the arguments of a call on a guard: which keys of a line a stage reads, and of which types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from guardrail.cli.validation.entries import Entry, Unreadable
from guardrail.text.document import JsonProblem, read_json

_TEXT_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "input": ("input", "text"),
    "output": ("output", "text"),
    "retrieval": ("context", "text"),
    "tool_call": ("args", "text"),
    "tool_result": ("output", "text"),
}
"""What is judged at a stage: the first of these keys that a line has."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Defaults:
    """What the command line gives for every entry that does not say it itself; `request` by dotted name."""

    request: tuple[tuple[str, Any], ...] = ()
    attempt: int = 1
    system: str | None = None
    tool: str | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Given:
    """One call on a guard: `subject` is what is judged at its stage, the rest what came with it."""

    subject: Any
    request: Mapping[str, Any]
    attempt: int
    id: str
    context: Any = None
    question: str | None = None
    system: str | None = None
    tool: str | None = None
    history: Any = None


def read_given(stage: str, entry: Entry, defaults: Defaults) -> Given:
    """The call that an entry asks for; raises `Unreadable` where it lacks a text or has a value of a wrong type."""
    if not entry.is_object:
        values: dict[str, Any] = {"text": entry.content}
    else:
        values = _object(entry.content)
    key = next((key for key in _TEXT_KEYS[stage] if key in values), None)
    if key is None:
        raise _no_text(stage, values)
    tool = _string(values, "tool", defaults.tool)
    if tool is None and stage in ("tool_call", "tool_result"):
        raise Unreadable("names no tool", 'add `"tool"` to the line, or give `--tool NAME`')
    request = values.get("request")
    if request is not None and not isinstance(request, dict):
        raise Unreadable("has a `request` that is no object", 'write `"request": {"field": value}`')
    return Given(
        subject=values[key],
        request=merge_request(request or {}, defaults.request),
        attempt=_attempt(values, defaults.attempt),
        id=_identity(values, entry),
        context=values.get("context"),
        question=_string(values, "question", None),
        system=_string(values, "system", defaults.system),
        tool=tool,
        history=values.get("history"),
    )


def merge_request(own: Mapping[str, Any], defaults: tuple[tuple[str, Any], ...]) -> dict[str, Any]:
    """Request facts of a line with those of the command line where it says nothing.

    >>> merge_request({"user": {"id": 1}}, (("user.id", 2), ("channel", "chat")))
    {'user': {'id': 1}, 'channel': 'chat'}
    """
    merged = dict(own)
    for name, value in defaults:
        if not is_given(name, own):
            merged[name] = value
    return merged


def is_given(name: str, request: Mapping[str, Any]) -> bool:
    """Whether request facts say something about a field, under its dotted name or nested."""
    if name in request:
        return True
    value: Any = request
    for step in name.split("."):
        if not isinstance(value, Mapping) or step not in value:
            return False
        value = value[step]
    return True


def _object(line: str) -> dict[str, Any]:
    try:
        value = read_json(line).value
    except JsonProblem as problem:
        column = f", at column {problem.offset + 1:,}" if problem.offset else ""
        raise Unreadable(f"is not JSON: {problem.message}{column}", "write one JSON object a line") from None
    if not isinstance(value, dict):
        raise Unreadable("is no JSON object", 'write one object a line, such as `{"text": "…"}`')
    return value


def _no_text(stage: str, values: Mapping[str, Any]) -> Unreadable:
    wanted = " or ".join(f"`{key}`" for key in _TEXT_KEYS[stage])
    others = [other for other, keys in _TEXT_KEYS.items() if other != stage and keys[0] in values]
    help = f"it has what `--stage {others[0]}` judges" if others else f"add {wanted} to the line"
    return Unreadable(f"has no text to judge at `{stage}`: there is no {wanted}", help)


def _string(values: Mapping[str, Any], key: str, default: str | None) -> str | None:
    value = values.get(key)
    if value is None:
        return default
    if not isinstance(value, str):
        raise Unreadable(f"has a `{key}` that is no string", f'write `"{key}": "…"`')
    return value


def _attempt(values: Mapping[str, Any], default: int) -> int:
    value = values.get("attempt", default)
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise Unreadable("has an `attempt` that is no whole number from 1", 'write `"attempt": 2`')
    return value


def _identity(values: Mapping[str, Any], entry: Entry) -> str:
    value = values.get("id")
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return str(value)
    if value is not None:
        raise Unreadable("has an `id` that is neither a string nor a whole number", 'write `"id": "…"`')
    return str(entry.place)
