"""Says where and why a text is not JSON (RFC 8259), in our own words; run only when the fast parser refused it."""

from __future__ import annotations

import json
import re
from functools import cache

MAX_DEPTH = 254
"""Arrays and objects inside one another."""
MAX_DIGITS = 4300
"""Digits of a whole number; Python converts no longer ones."""
MAX_EXPLAINED = 262_144
"""Characters of a text in which its first problem is looked for; one further on gets no place."""
_CUT = 4096
"""Characters before a cut in which a problem may come of the cut: a number or name that is not whole."""

_NOT_CLOSED = "a string is not closed"
_CLOSING = {"{": "}", "[": "]"}
_LITERALS = frozenset({"true", "false", "null"})
_OTHER_LITERALS = frozenset({"True", "False", "None", "TRUE", "FALSE", "NULL", "undefined"})
_NOT_NUMBERS = frozenset({"NaN", "-NaN", "Infinity", "-Infinity", "inf", "-inf", "-Inf", "nan"})


class JsonProblem(Exception):
    """A text is not JSON, or a value cannot be written as JSON.

    `message` says so in our words and holds nothing of the text; `offset` is in code points.
    """

    def __init__(self, message: str, offset: int = 0) -> None:
        super().__init__(message)
        self.message, self.offset = message, offset


def find_problem(text: str) -> JsonProblem:
    """The first problem of a text that the parser refused.

    >>> problem = find_problem('{"a": 1 "b": 2}')
    >>> problem.message, problem.offset
    ('expected a comma or `}`', 8)
    """
    if len(text) > MAX_EXPLAINED:
        return _problem_before_cut(text[:MAX_EXPLAINED])
    try:
        end = _skip_space(text, scan_value(text))
    except JsonProblem as problem:
        return problem
    return JsonProblem("there is more text after the JSON value" if end < len(text) else "the text is not JSON", end)


def _problem_before_cut(text: str) -> JsonProblem:
    try:
        scan_value(text)
    except JsonProblem as problem:
        if problem.offset < len(text) - _CUT and problem.message != _NOT_CLOSED:
            return problem
    return JsonProblem("the text is not JSON")


def scan_value(text: str, start: int = 0) -> int:
    """Where the JSON value ends that begins at `start`, after white space; raises `JsonProblem`. Linear time."""
    open_objects: list[set[str] | None] = []  # the keys seen so far in an object, None for an array
    at = _skip_space(text, start)
    while True:
        opening = text[at : at + 1]
        if closing := _CLOSING.get(opening):
            if len(open_objects) == MAX_DEPTH:
                raise JsonProblem(f"nested more than {MAX_DEPTH} levels deep", at)
            keys: set[str] | None = set() if opening == "{" else None
            open_objects.append(keys)
            at = _skip_space(text, at + 1)
            if text[at : at + 1] != closing:
                at = at if keys is None else _scan_key(text, at, keys)
                continue
        else:
            at = _scan_scalar(text, at)
        while open_objects:
            at = _skip_space(text, at)
            closing = "]" if open_objects[-1] is None else "}"
            mark = text[at : at + 1]
            if mark == ",":
                at = _after_comma(text, at, open_objects[-1], closing)
                break
            if mark != closing:
                raise _expected(text, at, f"a comma or `{closing}`")
            open_objects.pop()
            at += 1
        else:
            return at


def _after_comma(text: str, comma: int, keys: set[str] | None, closing: str) -> int:
    at = _skip_space(text, comma + 1)
    if text[at : at + 1] == closing:
        raise JsonProblem(f"a comma stands before `{closing}`", comma)
    return at if keys is None else _scan_key(text, at, keys)


def _scan_key(text: str, at: int, keys: set[str]) -> int:
    if text[at : at + 1] != '"':
        raise _expected(text, at, "a property name in double quotes")
    end = _scan_string(text, at)
    key = json.loads(text[at:end])
    if key in keys:
        raise JsonProblem("a property is given twice in one object", at)
    keys.add(key)
    end = _skip_space(text, end)
    if text[end : end + 1] != ":":
        raise _expected(text, end, "a colon")
    return _skip_space(text, end + 1)


def _scan_scalar(text: str, at: int) -> int:
    if text[at : at + 1] == '"':
        return _scan_string(text, at)
    if number := _number().match(text, at):
        return _scan_number(text, at, number)
    found = _word().match(text, at)
    word = found.group() if found else ""
    if word in _LITERALS:
        return at + len(word)
    if word in _NOT_NUMBERS:
        raise JsonProblem("NaN and infinities are not JSON", at)
    if word in _OTHER_LITERALS:
        raise JsonProblem("expected `true`, `false` or `null`, in lower case", at)
    if text[at : at + 1] == "'":
        raise JsonProblem("strings stand in double quotes", at)
    if text[at : at + 1] == "\ufeff":
        raise JsonProblem("a byte order mark stands before the value", at)
    raise _expected(text, at, "a value")


def _scan_string(text: str, at: int) -> int:
    body = _string_body().match(text, at + 1)
    assert body is not None
    end = body.end()
    stopper = text[end : end + 1]
    if stopper == "" or text[end:] == "\\":
        raise JsonProblem(_NOT_CLOSED, at)
    if stopper == "\\":
        raise JsonProblem("an escape that JSON does not know", end)
    if stopper != '"':
        raise JsonProblem("a line break or control character inside a string", end)
    literal = text[at : end + 1]
    if _surrogate().search(json.loads(literal) if "\\u" in literal else literal):
        raise JsonProblem("a lone surrogate in a string", at)
    return end + 1


def _scan_number(text: str, at: int, number: re.Match[str]) -> int:
    whole, fraction, exponent = number.groups()
    end = number.end()
    following = text[end : end + 1]
    if following.isalnum() or following in {".", "+", "-", "_"}:
        leading_zero = whole.lstrip("-") == "0" and following.isdigit()
        raise JsonProblem("a number begins with a zero" if leading_zero else "a number is malformed", at)
    if len(whole) - whole.startswith("-") > MAX_DIGITS:
        raise JsonProblem(f"a number has more than {MAX_DIGITS:,} digits", at)
    if (fraction or exponent) and float(number.group()) in {float("inf"), float("-inf")}:
        raise JsonProblem("a number is too large", at)
    return end


def _expected(text: str, at: int, what: str) -> JsonProblem:
    if at >= len(text):
        return JsonProblem(f"the text ends where {what} was expected" if text.strip() else "the text is empty", at)
    return JsonProblem(f"expected {what}", at)


def _skip_space(text: str, at: int) -> int:
    space = _space().match(text, at)
    assert space is not None
    return space.end()


@cache
def _space() -> re.Pattern[str]:
    return re.compile(r"[ \t\n\r]*")


@cache
def _string_body() -> re.Pattern[str]:
    return re.compile(r'[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*')


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][+-]?[0-9]+)?")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"-?[A-Za-z]+")


@cache
def _surrogate() -> re.Pattern[str]:
    return re.compile(r"[\ud800-\udfff]")
