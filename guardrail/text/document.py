"""JSON as the engine reads it: strictly, exactly, within bounds; plain, in a Markdown fence, or with prose around."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from math import isinf
from typing import Any, Literal, NamedTuple

from guardrail.text.json_locate import fenced_value, only_fence_around, value_in_prose
from guardrail.text.json_problem import MAX_DEPTH, MAX_EXPLAINED, JsonProblem, find_problem, scan_value
from guardrail.text.json_strings import KEY_MARK, MAX_NODES, decoded_strings, dump_json, replace_strings

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
MAX_PLAIN = MAX_BYTES // 4
"""Code points that are within `MAX_BYTES` in any case."""

Surroundings = Literal["nothing", "fence", "prose"]

_WHITE = " \t\n\r"


class JsonDocument(NamedTuple):
    """A JSON value and where its text stands, in code points of the text it was found in."""

    value: Any
    start: int
    end: int
    fenced: bool = False

    def surroundings(self, text: str) -> Surroundings:
        """What stands around the value in the text it was read from: white space alone counts as nothing."""
        if self.end - self.start == len(text):
            return "nothing"
        if not text[: self.start].strip(_WHITE) and not text[self.end :].strip(_WHITE):
            return "nothing"
        return "fence" if self.fenced and only_fence_around(text, self.start, self.end) else "prose"


def read_json(text: str) -> JsonDocument:
    """The JSON value (RFC 8259) that is the whole text; raises `JsonProblem`.

    Stricter than most readers: a property given twice, NaN, infinities, numbers beyond a double, lone surrogates,
    more than 254 levels and more than 8 MB are refused. Whole numbers stay exact.

    >>> read_json(' {"a": 12345678901234567890} ')
    JsonDocument(value={'a': 12345678901234567890}, start=1, end=28, fenced=False)
    """
    value = _read_value(text)
    if text[0] not in _WHITE and text[-1] not in _WHITE:
        return JsonDocument(value, 0, len(text))
    start = len(text) - len(text.lstrip(_WHITE))
    return JsonDocument(value, start, start + len(text.strip(_WHITE)))


def find_document(text: str) -> JsonDocument | None:
    """The JSON value in a text: the whole text, else the first in a Markdown fence, else the first in the prose.

    None where there is no JSON in it.
    """
    if text[:1] == "{" and text[-1:] == "}" and "\\" not in text and len(text) < MAX_PLAIN:
        # By far the most frequent: an object without escapes, and nothing else.
        value = _read_plainly(text)
        if value is not _UNSURE:
            return JsonDocument(value, 0, len(text))
    if _may_be_json(text):
        try:
            return read_json(text)
        except JsonProblem:
            return _find_inside(text)
    return _find_inside(text)


def _may_be_json(text: str) -> bool:
    """Whether a text begins as JSON does; prose, which seldom does, is told apart at once."""
    if text[:1] in _OPENINGS:
        return True
    start = text[:_FIRST_LOOK].lstrip(_WHITE)
    return not start or start[0] in _OPENINGS or start.startswith(_CONSTANTS)


_OPENINGS = frozenset('{["-0123456789')
_CONSTANTS = ("true", "false", "null")
_FIRST_LOOK = 64


def locate_json(text: str) -> tuple[int, int] | None:
    """Where the object or array stands that a text holds in a Markdown fence or with prose around it; never raises.

    >>> locate_json('Here you are: {"a": "}"} as asked')
    (14, 24)
    """
    found = _find_inside(text)
    return (found.start, found.end) if found is not None else None


def _find_inside(text: str) -> JsonDocument | None:
    if len(text) > MAX_BYTES or not ("{" in text or "[" in text or "```" in text):
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
    if len(data) > MAX_NODES and sum(map(data.count, (b",", b"[", b"{"))) >= MAX_NODES:
        # Counting marks counts those inside strings as well, and needs no look at a million values.
        raise JsonProblem(f"more than {MAX_NODES:,} values")
    if b"\\" not in data:
        value = _read_plainly(text)
        if value is not _UNSURE:
            return value
    try:
        value = _careful_reader()(data, allow_inf_nan=False, catch_duplicate_keys=True, cache_mode="none")
    except ValueError:
        value = _read_slowly(text)
    if _breaks_bounds(value):
        raise find_problem(text)
    return value


def _read_slowly(text: str) -> Any:
    """The value of a text that the careful reader refused, which it also does beyond 200 levels."""
    if len(text) > MAX_EXPLAINED:
        raise find_problem(text)
    try:
        end = scan_value(text)
    except JsonProblem:
        raise find_problem(text) from None
    if text[end:].strip(_WHITE):
        raise find_problem(text)
    return json.loads(text)


_UNSURE = object()
_ZEROS = bytes(48 if 48 <= code <= 57 else 32 for code in range(256))
"""Maps each digit to `0`, all else to a blank."""
_LONG_NUMBER = b"0" * 19


def _read_plainly(text: str) -> Any:
    """The value of a text without escapes, at half the cost of the careful reader; `_UNSURE` where that must decide.

    orjson refuses NaN and infinities but takes the last of a property given twice. Without escapes every string is
    written back as it stood, so a property that was lost shows as a missing colon in what is written back, which also
    fails beyond `MAX_DEPTH` levels. Whole numbers of 19 digits or more may be beyond what orjson keeps exact.
    """
    loads, dumps = _plain_reader()
    try:
        value = loads(text)
        written = dumps(value)
    except (ValueError, TypeError):
        return _UNSURE
    if text.count(":") != written.count(b":") or _has_long_number(text):
        return _UNSURE
    return value


def _has_long_number(text: str) -> bool:
    """Whether 19 digits stand in a row: then every ninth character shows two in a row, which is looked for first."""
    return b"00" in text[::9].encode().translate(_ZEROS) and _LONG_NUMBER in text.encode().translate(_ZEROS)


@cache
def _careful_reader() -> Callable[..., Any]:
    from jiter import from_json

    return from_json


@cache
def _plain_reader() -> tuple[Callable[[str], Any], Callable[[Any], bytes]]:
    from orjson import dumps, loads

    return loads, dumps


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
