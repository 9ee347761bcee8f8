"""Words for people: schema values, counts, types and formats."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from guardrail.text.json_strings import dump_json

_MAX_SHOWN = 60
_MAX_LISTED = 8

_TYPES = {
    "string": "a string",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "an array",
    "object": "an object",
    "null": "null",
}

_FORMATS = {
    "date": "a date like `2026-01-31`",
    "date-time": "a date and time like `2026-01-31T12:30:00Z`",
    "duration": "a duration like `P1DT2H`",
    "email": "an email address",
    "hostname": "a host name",
    "idn-email": "an email address",
    "idn-hostname": "a host name",
    "ipv4": "an IPv4 address",
    "ipv6": "an IPv6 address",
    "iri": "an absolute IRI",
    "iri-reference": "an IRI",
    "json-pointer": "a JSON pointer",
    "regex": "a regular expression",
    "relative-json-pointer": "a relative JSON pointer",
    "time": "a time with an offset like `12:30:00Z`",
    "uri": "an absolute URI",
    "uri-reference": "a URI",
    "uri-template": "a URI template",
    "uuid": "a UUID",
}


def shown(value: Any) -> str:
    """A value of the schema as JSON in backticks, shortened.

    >>> shown("gold"), shown(1.5)
    ('`"gold"`', '`1.5`')
    """
    text = dump_json(value)
    return f"`{text if len(text) <= _MAX_SHOWN else text[: _MAX_SHOWN - 1] + '…'}`"


def named(name: str) -> str:
    """A name of the schema in backticks, shortened; characters that do not print are escaped."""
    text = name if name.isprintable() else ascii(name)[1:-1]
    return f"`{text if len(text) <= _MAX_SHOWN else text[: _MAX_SHOWN - 1] + '…'}`"


def listed(words: Sequence[str], last: str = "or") -> str:
    """Words as a sentence lists them; the tail of a long list is counted.

    >>> listed(["a", "b", "c"]), listed(["a"]), listed(["a", "b"], "and")
    ('a, b or c', 'a', 'a and b')
    """
    if len(words) > _MAX_LISTED:
        words = [*words[: _MAX_LISTED - 1], f"{len(words) - _MAX_LISTED + 1} more"]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "item"), counted(2, "property"), counted(0, "item")
    ('1 item', '2 properties', '0 items')
    """
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun[:-1] + 'ies' if noun.endswith('y') else noun + 's'}"


def types(names: Iterable[str]) -> str:
    """Type names of JSON Schema as words.

    >>> types(["string", "null"])
    'a string or null'
    """
    wanted = set(names)
    return listed([words for name, words in _TYPES.items() if name in wanted])


def type_of(value: Any) -> str:
    """What a value is, as words: its type and nothing of its content."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, str):
        return "a string"
    if isinstance(value, int):
        return "a number"
    if isinstance(value, float):
        return "a number with a fraction"
    return "an array" if isinstance(value, (list, tuple)) else "an object"


def format_name(name: str) -> str:
    """What a `format` asks for."""
    return _FORMATS.get(name, f"the format {named(name)}")
