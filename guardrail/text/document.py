"""JSON as the engine reads it: strictly, exactly, within bounds; plain, in a Markdown fence, or with prose around."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from math import isinf
from typing import Any, Literal

from guardrail.text.json_locate import fenced_value, only_fence_around, value_in_prose
from guardrail.text.json_problem import MAX_DEPTH, JsonProblem, find_problem
from guardrail.text.json_strings import KEY_MARK, decoded_strings, dump_json, replace_strings

__all__ = [
    "KEY_MARK",
    "JsonDocument",
    "JsonProblem",
    "decoded_strings",
    "dump_json",
    "find_document",
    "locate_json",
    "read_json",
    "replace_strings",
]

MAX_BYTES = 8 * 1024 * 1024
"""UTF-8 bytes of a JSON text."""

Surroundings = Literal["nothing", "fence", "prose"]

_WHITE = " \t\n\r"


@dataclass(frozen=True, slots=True)
class JsonDocument:
    """A JSON value and where its text stands, in code points of the text it was found in."""

    value: Any
    start: int
    end: int
    fenced: bool = False

    def surroundings(self, text: str) -> Surroundings:
        """What stands around the value in the text it was read from: white space alone counts as nothing."""
        if not text[: self.start].strip(_WHITE) and not text[self.end :].strip(_WHITE):
            return "nothing"
        return "fence" if self.fenced and only_fence_around(text, self.start, self.end) else "prose"


def read_json(text: str) -> JsonDocument:
    """The JSON value (RFC 8259) that is the whole text; raises `JsonProblem`.

    Stricter than most readers: a property given twice, NaN, infinities, numbers beyond a double, lone surrogates,
    more than 200 levels and more than 8 MB are refused. Whole numbers stay exact.

    >>> read_json(' {"a": 12345678901234567890} ')
    JsonDocument(value={'a': 12345678901234567890}, start=1, end=28, fenced=False)
    """
    start = len(text) - len(text.lstrip(_WHITE))
    return JsonDocument(_read_value(text), start, start + len(text.strip(_WHITE)))


def find_document(text: str) -> JsonDocument | None:
    """The JSON value in a text: the whole text, else the first in a Markdown fence, else the first in the prose.

    None where there is no JSON in it.
    """
    try:
        return read_json(text)
    except JsonProblem:
        return _find_inside(text)


def locate_json(text: str) -> tuple[int, int] | None:
    """Where the object or array stands that a text holds in a Markdown fence or with prose around it; never raises.

    >>> locate_json('Here you are: {"a": "}"} as asked')
    (14, 24)
    """
    found = _find_inside(text)
    return (found.start, found.end) if found is not None else None


def _find_inside(text: str) -> JsonDocument | None:
    if len(text) > MAX_BYTES:
        return None
    if found := fenced_value(text, _read_value):
        return JsonDocument(found[2], found[0], found[1], fenced=True)
    if found := value_in_prose(text, _read_value):
        return JsonDocument(found[2], found[0], found[1])
    return None


def _read_value(text: str) -> Any:
    if len(text) > MAX_BYTES:
        raise JsonProblem("the JSON text is larger than 8 MB")
    try:
        data = text.encode()
    except UnicodeEncodeError as error:
        raise JsonProblem("a lone surrogate in the text", error.start) from None
    if len(data) > MAX_BYTES:
        raise JsonProblem("the JSON text is larger than 8 MB")
    try:
        value = _reader()(data, allow_inf_nan=False, catch_duplicate_keys=True, cache_mode="none")
    except ValueError:
        raise find_problem(text) from None
    if (data.count(b"[") + data.count(b"{") > MAX_DEPTH or _may_overflow(data)) and _breaks_bounds(value):
        raise find_problem(text)
    return value


@cache
def _reader() -> Callable[..., Any]:
    from jiter import from_json

    return from_json


_NUMBER_SHAPES = bytes(
    ord("0") if chr(code).isdigit() else ord("e") if chr(code) in "eE" else code if code == ord(".") else 32
    for code in range(256)
)
"""Maps each digit to `0` and both exponent letters to `e`, all else but the point to a blank."""
_LONGEST_DOUBLE = 300


def _may_overflow(data: bytes) -> bool:
    """Whether there may be a number beyond a double (`1e999`), which the reader turns into infinity; rarely wrong."""
    shapes = data.translate(_NUMBER_SHAPES)
    return b"0e" in shapes or b".e" in shapes or b"0" * _LONGEST_DOUBLE in shapes


def _breaks_bounds(value: Any) -> bool:
    waiting = [(value, 0)]
    while waiting:
        node, depth = waiting.pop()
        if isinstance(node, float):
            if isinf(node):
                return True
        elif isinstance(node, (dict, list)):
            if depth == MAX_DEPTH:
                return True
            waiting.extend((child, depth + 1) for child in (node.values() if isinstance(node, dict) else node))
    return False
