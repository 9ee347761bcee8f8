"""JSON among the passages, as sentences would say it: one unit a row, or a stretch of an object's properties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, TypeAlias

from guardrail.decision import Span
from guardrail.text.sentences import sentences

MAX_DEPTH = 32
MAX_NODES = 20_000
ROW_WORDS = 40
"""Words after which a row is cut between two properties; the next piece repeats the first property."""
_WORD = 10
"""Code points that count as a word at least, lest a text without blanks count as one."""
_LONGEST_KEY = 100


class Record(NamedTuple):
    """What a row or a part of it says, and where it stands in the text it was read from."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Scalar:
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Array:
    items: tuple[_Node, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Object:
    fields: tuple[_Field, ...]
    start: int
    end: int


class _Field(NamedTuple):
    """A property; `start` is where its key stands."""

    key: str
    start: int
    value: _Node


_Node: TypeAlias = _Scalar | _Array | _Object


class _NotRecords(Exception):
    """The text is not an object or an array, or too deep or too large."""


def records(text: str) -> tuple[Record, ...] | None:
    """What a JSON text says, row by row; None where it is no object or array, or beyond the bounds.

    Python's own way of printing such values is read as well: prompts are full of it.

    >>> [r.text for r in records('{"name": "Golden Fork", "open_now": true, "rooms": [{"no": 1, "beds": 2}]}')]
    ['name: Golden Fork; open now: yes', 'no: 1; beds: 2']
    """
    if text.lstrip()[:1] not in {"{", "["}:
        return None
    try:
        node = _Reader(text).read()
    except _NotRecords:
        return None
    return tuple(_say(node, ""))


class _Reader:
    """Reads leniently: JSON or its look-alike; only what would leave the meaning open is refused."""

    def __init__(self, text: str) -> None:
        self._tokens = _token_pattern().finditer(text)
        self._nodes = 0

    def read(self) -> _Node:
        node = self._value(self._next(), 0)
        if next(self._tokens, None) is not None:
            raise _NotRecords
        return node

    def _next(self) -> re.Match[str]:
        token = next(self._tokens, None)
        if token is None:
            raise _NotRecords
        return token

    def _value(self, token: re.Match[str], depth: int) -> _Node:
        self._nodes += 1
        if depth > MAX_DEPTH or self._nodes > MAX_NODES:
            raise _NotRecords
        written = token[0]
        if written in {"[", "("}:
            return self._array(token, depth)
        if written == "{":
            return self._object(token, depth)
        if written in {"]", ")", "}", ":", ","}:
            raise _NotRecords
        return _Scalar(_scalar_text(written), token.start(), token.end())

    def _array(self, opening: re.Match[str], depth: int) -> _Array:
        items: list[_Node] = []
        token = self._next()
        while token[0] not in {"]", ")"}:
            items.append(self._value(token, depth + 1))
            token = self._next()
            if token[0] == ",":
                token = self._next()
            elif token[0] not in {"]", ")"}:
                raise _NotRecords
        return _Array(tuple(items), opening.start(), token.end())

    def _object(self, opening: re.Match[str], depth: int) -> _Object:
        fields: list[_Field] = []
        token = self._next()
        while token[0] != "}":
            key = token
            if self._next()[0] != ":":
                raise _NotRecords
            fields.append(_Field(_scalar_text(key[0]), key.start(), self._value(self._next(), depth + 1)))
            token = self._next()
            if token[0] == ",":
                token = self._next()
            elif token[0] != "}":
                raise _NotRecords
        return _Object(tuple(fields), opening.start(), token.end())


@cache
def _token_pattern() -> re.Pattern[str]:
    return re.compile(
        r"""
        "(?:[^"\\]|\\.)*+"
        | '(?:[^'\\]|\\.)*+'
        | [{}\[\]():,]
        | [^\s{}\[\]():,"']++
        | ["']
        """,
        re.DOTALL | re.VERBOSE,
    )


@cache
def _escape_pattern() -> re.Pattern[str]:
    return re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)


def _unescape(match: re.Match[str]) -> str:
    if match[1] is not None:
        code = int(match[1], 16)
        return " " if 0xD800 <= code < 0xE000 else chr(code)
    return {"n": "\n", "t": "\t", "r": "\r", "b": " ", "f": " "}.get(match[2], match[2])


def _scalar_text(written: str) -> str:
    if len(written) > 1 and written[0] in "\"'":
        inner = written[1:-1]
        return _escape_pattern().sub(_unescape, inner) if "\\" in inner else inner
    return {"true": "yes", "false": "no", "null": "not given"}.get(
        {"True": "true", "False": "false", "None": "null"}.get(written, written), written
    )


def _say(node: _Node, label: str) -> Iterator[Record]:
    """The records of a value; `label` is the property it stands under, where that means something."""
    if isinstance(node, _Scalar):
        yield from _say_text(label, node)
    elif isinstance(node, _Array):
        for item in node.items:
            row = _short(item) if isinstance(item, _Array) else None
            if row is not None:
                yield Record(row, item.start, item.end)
            else:
                yield from _say(item, "" if isinstance(item, _Object) else label)
    else:
        short = [(field, text) for field in node.fields if (text := _short(field.value)) is not None]
        yield from _say_row(label, short)
        for field in node.fields:
            if _short(field.value) is None:
                yield from _say(field.value, _name(field.key))


def _say_row(label: str, fields: list[tuple[_Field, str]]) -> Iterator[Record]:
    """Properties on one line, cut after `ROW_WORDS` words."""
    parts: list[str] = []
    span: Span | None = None
    count = 0
    head = ""
    for field, text in fields:
        part = f"{_name(field.key)}: {text}"
        length = _length(part)
        if span is not None and count + length > ROW_WORDS:
            yield Record("; ".join(parts), *span)
            parts, span, count = [head], None, _length(head)
        if not head:
            head = part = f"{label}: {part}" if label else part
        parts.append(part)
        count += length
        span = (span[0] if span else field.start, field.value.end)
    if span is not None:
        yield Record("; ".join(parts), *span)


def _say_text(label: str, node: _Scalar) -> Iterator[Record]:
    """A long string, sentence by sentence; each has the string's own span, since escapes may stand between."""
    for start, end in sentences(node.text):
        sentence = node.text[start:end].strip()
        if sentence:
            yield Record(f"{label}: {sentence}" if label and start == 0 else sentence, node.start, node.end)


def _short(node: _Node) -> str | None:
    """The value in one breath, None where it needs lines of its own."""
    if isinstance(node, _Scalar):
        text = node.text.strip()
        return text if _length(text) <= ROW_WORDS else None
    if isinstance(node, _Array):
        if not all(isinstance(item, _Scalar) for item in node.items):
            return None
        text = ", ".join(item.text.strip() for item in node.items if isinstance(item, _Scalar))
        return text if _length(text) <= ROW_WORDS else None
    if not all(isinstance(field.value, _Scalar) for field in node.fields):
        return None
    text = ", ".join(f"{_name(f.key)} {f.value.text.strip()}" for f in node.fields if isinstance(f.value, _Scalar))
    return text if _length(text) <= ROW_WORDS else None


def _length(text: str) -> int:
    """In words, counting blanks alone: it need not be exact."""
    return max(text.count(" ") + 1, len(text) // _WORD)


def _name(key: str) -> str:
    return key[:_LONGEST_KEY].replace("_", " ").strip()
