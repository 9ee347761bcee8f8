"""Reads what a caller passes in: texts, chat messages, chunks, tool arguments. Wrong types are an `EngineError`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from guardrail.diagnostics.errors import EngineError
from guardrail.text.document import JsonProblem, read_json
from guardrail.text.subject import Subject

OWN_ROLES: Final = frozenset({"system", "developer", "assistant", "model"})
"""The chat roles of the application and its model; messages of any other, known or not, an `input` stage judges."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Message:
    """One chat message that is judged; `index` is its place in the list."""

    index: int
    role: str
    text: str


def need_text(value: Any, what: str) -> str:
    """`value` if it is a string; raises EngineError otherwise."""
    if not isinstance(value, str):
        raise EngineError(f"{what} must be a string, not {type(value).__name__}")
    return value


def need_optional_text(value: Any, what: str) -> str | None:
    """`value` if it is a string or was not given; raises EngineError otherwise."""
    return None if value is None else need_text(value, what)


def need_identity(value: Any) -> str:
    """The id of a call: a string, or a whole number as its digits; raises EngineError otherwise."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return need_text(value, "`id`")


def read_messages(messages: Any) -> list[Message]:
    """The messages of a chat that are not the application's own, as OpenAI or Anthropic shape them.

    Text parts are joined by line breaks.
    """
    if not isinstance(messages, Iterable):
        raise EngineError(f"the input must be a string or a list of messages, not {type(messages).__name__}")
    found = []
    for index, message in enumerate(messages):
        if not isinstance(message, Mapping) or not isinstance(message.get("role"), str):
            raise EngineError(f"message {index} must be a mapping with a `role` and a `content`")
        if message["role"].strip().lower() not in OWN_ROLES:
            found.append(Message(index, message["role"], _content(message.get("content"), index)))
    return found


def _content(content: Any, index: int) -> str:
    if content is None:
        return ""
    if isinstance(content, str):
        return content
    if not isinstance(content, Sequence):
        raise EngineError(f"the content of message {index} must be a string or a list of parts")
    texts = []
    for part in content:
        if isinstance(part, str):
            texts.append(part)
        elif isinstance(part, Mapping):
            texts += _part_texts(part, index)
        else:
            raise EngineError(f"a part of message {index} must be a string or a mapping")
    return "\n".join(texts)


def _part_texts(part: Mapping[str, Any], index: int) -> list[str]:
    """The texts of one part: its own, or those of a tool result inside it; images and the like have none."""
    if isinstance(part.get("text"), str):
        return [part["text"]]
    if part.get("type") == "tool_result" and part.get("content") is not None:
        return [_content(part["content"], index)]
    return []


def with_text(content: Any, text: str) -> Any:
    """The content of a message with `text` in place of all its texts; images and the like stay where they are.

    >>> with_text([{"type": "text", "text": "a"}, {"type": "image"}], "b")
    [{'type': 'text', 'text': 'b'}, {'type': 'image'}]
    """
    if not isinstance(content, Sequence) or isinstance(content, str):
        return text
    parts: list[Any] = []
    left = text
    for place, part in enumerate(content):
        if isinstance(part, Mapping) and not _part_texts(part, place):
            parts.append(part)
            continue
        if isinstance(part, Mapping) and not isinstance(part.get("text"), str):
            # A tool result must stay, though its text may have moved to an earlier part.
            parts.append({**part, "content": left})
        elif left:
            parts.append({**part, "text": left} if isinstance(part, Mapping) else left)
        left = ""
    return parts


def read_texts(value: Any, what: str) -> tuple[str, ...]:
    """A string or a sequence of strings (or of mappings with a `text`) as a tuple of strings."""
    if value is None:
        return ()
    if isinstance(value, str):
        return (value,)
    # A mapping is iterable too, over its keys: nobody means those.
    if not isinstance(value, Iterable) or isinstance(value, (Mapping, bytes)):
        raise EngineError(f"{what} must be a string or a list of strings, not {type(value).__name__}")
    texts = []
    for item in value:
        text = item.get("text") if isinstance(item, Mapping) else item
        texts.append(need_text(text, f"each entry of {what}"))
    return tuple(texts)


def read_arguments(args: Any) -> tuple[Subject, Any]:
    """The subject of a tool call and its arguments; a JSON string, as model clients give it, is read first.

    Text that is no JSON object is judged as it stands, escapes included, with no arguments to compare or to match a
    schema.
    """
    if isinstance(args, str):
        try:
            value = read_json(args or "{}").value
        except JsonProblem:
            return Subject.of_json_text(args), None
        if not isinstance(value, dict):
            return Subject.of_json_text(args), None
        args = value
    if not isinstance(args, Mapping):
        raise EngineError(f"the arguments of a tool call must be a mapping, not {type(args).__name__}")
    try:
        return Subject.of_arguments(args), dict(args)
    except (JsonProblem, TypeError, ValueError, RecursionError) as problem:
        raise EngineError("the arguments of a tool call must be JSON values") from problem


def need_attempt(attempt: Any) -> int:
    """A whole number from 1."""
    if not isinstance(attempt, int) or isinstance(attempt, bool) or attempt < 1:
        raise EngineError("`attempt` must be a whole number from 1")
    return attempt
