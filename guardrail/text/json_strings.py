"""The strings inside a JSON value: taken out with their JSON pointers, put back, and written as JSON text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from math import isfinite
from typing import Any

from guardrail.text.json_problem import MAX_DEPTH, MAX_DIGITS, JsonProblem

KEY_MARK = "~key"
"""Ends the pointer of a property's *name*. RFC 6901 writes `~` before `0` and `1` alone: no value's pointer ends so."""
MAX_NODES = 1_000_000
"""Values in one document that are looked at."""
_EXACT = 1e17
"""Whole floating-point numbers below it are looked at as whole numbers: a card or account number is no longer."""
MIN_DIGITS = 6
"""A number with as many digits is looked at like a string: it may be a card or account number."""


def decoded_strings(value: Any) -> tuple[tuple[str, str], ...]:
    """Every string of a JSON value with its JSON pointer (RFC 6901), in document order; raises `JsonProblem`.

    A property's name has the pointer of its member and `~key` after it; a number with six digits or more is given as
    its shortest decimal text.

    >>> decoded_strings({"n/o": [4111111111111111, "Ann"]})
    (('/n~1o~key', 'n/o'), ('/n~1o/0', '4111111111111111'), ('/n~1o/1', 'Ann'))
    """
    found: list[tuple[str, str]] = []
    open_containers = [("", _members(value))] if _is_container(value) else []
    if not open_containers:
        _add_scalar(found, "", value)
    nodes = 0
    while open_containers:
        above, members = open_containers[-1]
        for token, name, node in members:
            pointer = f"{above}/{token}"
            nodes += 1
            if nodes > MAX_NODES:
                raise JsonProblem(f"more than {MAX_NODES:,} values")
            if name is not None:
                found.append((pointer + KEY_MARK, name))
            if isinstance(node, str):
                found.append((pointer, node))
            elif _is_container(node):
                if len(open_containers) == MAX_DEPTH:
                    raise JsonProblem(f"nested more than {MAX_DEPTH} levels deep")
                open_containers.append((pointer, _members(node)))
                break
            else:
                _add_scalar(found, pointer, node)
        else:
            open_containers.pop()
    return tuple(found)


def _members(node: Any) -> Iterator[tuple[str | int, str | None, Any]]:
    """Pointer token, name and value of each member; an array's members have no names."""
    if isinstance(node, (list, tuple)):
        for index, child in enumerate(node):
            yield index, None, child
        return
    for key, child in node.items():
        if not isinstance(key, str):
            raise JsonProblem("a property name is not a string")
        yield escape_token(key), key, child


def _is_container(node: Any) -> bool:
    if isinstance(node, (dict, list, tuple)):
        return True
    return not (node is None or isinstance(node, (str, int, float))) and isinstance(node, Mapping)


def _add_scalar(found: list[tuple[str, str]], pointer: str, node: Any) -> None:
    text = node if isinstance(node, str) else _long_number(node)
    if text is not None:
        found.append((pointer, text))


def _long_number(node: Any) -> str | None:
    if node is None or isinstance(node, bool):
        return None
    if isinstance(node, int):
        size = abs(node)
        if size.bit_length() > 3 * MAX_DIGITS and size >= 10**MAX_DIGITS:
            raise JsonProblem(f"a number has more than {MAX_DIGITS:,} digits")
        return str(node) if size >= 10 ** (MIN_DIGITS - 1) else None
    if not isinstance(node, float):
        raise JsonProblem("a value is not JSON")
    if not isfinite(node):
        raise JsonProblem("NaN and infinities are not JSON")
    # `4111111111111111.0` is how a card number written as a number with an exponent comes back.
    text = str(int(node)) if node.is_integer() and abs(node) < _EXACT else repr(node)
    return text if sum(map(str.isdigit, text)) >= MIN_DIGITS else None


def replace_strings(value: Any, replacements: Mapping[str, str]) -> Any:
    """A copy of `value` with the strings, numbers and names at these pointers replaced; `value` stays as it is.

    The pointers are those of `decoded_strings`. Two names that become equal are told apart by a number, so that no
    member is lost.

    >>> replace_strings({"a": "x", "b": ["y"]}, {"/b/0": "[hidden]", "/a~key": "name"})
    {'name': 'x', 'b': ['[hidden]']}
    """
    holder: list[Any] = [value]
    waiting: list[tuple[Any, Any, str]] = [(holder, 0, "")]
    while waiting:
        container, slot, pointer = waiting.pop()
        node = container[slot]
        if isinstance(node, Mapping):
            names = _new_names(node, pointer, replacements)
            container[slot] = copy = {names.get(key, key): child for key, child in node.items()}
            waiting.extend((copy, names.get(key, key), f"{pointer}/{escape_token(key)}") for key in node)
        elif isinstance(node, (list, tuple)):
            container[slot] = items = list(node)
            waiting.extend((items, index, f"{pointer}/{index}") for index in range(len(items)))
        elif pointer in replacements:
            container[slot] = replacements[pointer]
    return holder[0]


def _new_names(node: Mapping[str, Any], pointer: str, replacements: Mapping[str, str]) -> dict[str, str]:
    wanted: dict[str, str] = {}
    for key in node:
        name = replacements.get(f"{pointer}/{escape_token(key)}{KEY_MARK}")
        if name is not None and name != key:
            wanted[key] = name
    taken = {key for key in node if key not in wanted} if wanted else set()
    for key, name in wanted.items():
        free, number = name, 1
        while free in taken:
            number += 1
            free = f"{name} {number}"
        wanted[key] = free
        taken.add(free)
    return wanted


def escape_token(name: str) -> str:
    """A property name as one token of a JSON pointer (RFC 6901, section 3)."""
    return name.replace("~", "~0").replace("/", "~1") if "~" in name or "/" in name else name


def dump_json(value: Any) -> str:
    """The value as compact JSON text, characters outside ASCII as themselves; raises `JsonProblem`.

    >>> dump_json({"to": "Zoë", "sum": 1.0, "big": 2**70})
    '{"to":"Zoë","sum":1.0,"big":1180591620717411303424}'
    """
    try:
        return _encoder().encode(value)
    except RecursionError:
        raise JsonProblem(f"nested more than {MAX_DEPTH} levels deep") from None
    except (TypeError, ValueError):
        raise JsonProblem("a value is not JSON") from None


@cache
def _encoder() -> json.JSONEncoder:
    return json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_plain_mapping)


def _plain_mapping(node: Any) -> dict[str, Any]:
    if isinstance(node, Mapping):
        return dict(node)
    raise TypeError
