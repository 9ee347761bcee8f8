"""Reads and writes the chunks of providers by their shape alone, as mappings or as objects with attributes.

OpenAI: `choices[].delta` with `content`, `refusal` and the like, `tool_calls`, and a `finish_reason` at the end.
Anthropic: `content_block_start`, `content_block_delta` and `content_block_stop`, each with the `index` of its block.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from guardrail.diagnostics.errors import EngineError

TEXT_FIELDS: Final = ("content", "refusal", "reasoning_content", "reasoning")
"""Fields of an OpenAI delta that people are shown."""
_TEXT_DELTAS: Final = {"text_delta": "text", "thinking_delta": "thinking"}
"""Anthropic's deltas that carry text, with the field that does."""

Shape = Literal["text", "openai", "anthropic"]


def shape_of(chunk: Any) -> Shape:
    """Whose chunk it is; raises EngineError for what is neither a string nor a provider's."""
    if isinstance(chunk, str):
        return "text"
    if isinstance(get(chunk, "choices"), (list, tuple)):
        return "openai"
    if isinstance(get(chunk, "type"), str):
        return "anthropic"
    raise EngineError(f"a stream's chunks must be strings, or chunks of a provider, not {type(chunk).__name__}")


def get(value: Any, name: str) -> Any:
    """A member of a mapping, or an attribute; None where there is none."""
    return value.get(name) if isinstance(value, Mapping) else getattr(value, name, None)


def put(value: Any, name: str, new: Any) -> None:
    """Set a member or an attribute."""
    if isinstance(value, dict):
        value[name] = new
    else:
        setattr(value, name, new)


@dataclass(slots=True)
class Call:
    """A tool call that is put together from its deltas; `first` is the delta that began it."""

    first: Any
    name: str = ""
    arguments: str = ""


# ------------------------------------------------------------------ OpenAI


def choices_of(chunk: Any) -> list[tuple[int, Any]]:
    """The choices of a chunk with their indices."""
    return [(get(choice, "index") or 0, choice) for choice in get(chunk, "choices")]


def texts_of(choice: Any) -> dict[str, str]:
    """The texts of a choice's delta by their fields."""
    delta = get(choice, "delta")
    return {name: text for name in TEXT_FIELDS if isinstance(text := get(delta, name), str)}


def add_calls(choice: Any, calls: dict[int, Call]) -> bool:
    """Add a choice's pieces of tool calls to those so far; whether there were any."""
    pieces = get(get(choice, "delta"), "tool_calls") or ()
    for place, piece in enumerate(pieces):
        index = get(piece, "index")
        call = calls.setdefault(place if index is None else index, Call(copy.deepcopy(piece)))
        function = get(piece, "function")
        call.name += get(function, "name") or ""
        call.arguments += get(function, "arguments") or ""
    return bool(pieces)


def finished_call(call: Call, arguments: str) -> Any:
    """A whole tool call in the shape of its first piece."""
    put(get(call.first, "function"), "name", call.name)
    put(get(call.first, "function"), "arguments", arguments)
    return call.first


def is_telling(choice: Any) -> bool:
    """Whether a choice without text still says something: a role, an end, a tool call."""
    delta = get(choice, "delta")
    return bool(get(choice, "finish_reason") or get(delta, "role") or get(delta, "tool_calls"))


def only_choice(chunk: Any, index: int) -> tuple[Any, Any]:
    """A copy of a chunk with one of its choices, whose delta is emptied, and that choice."""
    again = copy.deepcopy(chunk)
    choice = next(one for own, one in choices_of(again) if own == index)
    put(again, "choices", [choice])
    for name in (*TEXT_FIELDS, "tool_calls", "role"):
        if get(get(choice, "delta"), name) is not None:
            put(get(choice, "delta"), name, None)
    put(choice, "finish_reason", None)
    return again, choice


# ------------------------------------------------------------------ Anthropic


def text_field(event: Any) -> str | None:
    """The field of a `content_block_delta` that carries text."""
    return _TEXT_DELTAS.get(get(get(event, "delta"), "type") or "")


def with_delta(event: Any, name: str, value: str) -> Any:
    """A copy of a `content_block_delta` with another text."""
    again = copy.deepcopy(event)
    put(get(again, "delta"), name, value)
    return again
