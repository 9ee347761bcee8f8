"""JSON as commands print it: readable, one line, and harmless on a terminal."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any


def dump(value: Any) -> str:
    """A value as one line of JSON (RFC 8259); invisible, reordering and unpaired characters are escaped.

    Letters of every script stay readable. Numbers may have any size.

    >>> dump({"text": "caf\\u00e9 \\u202e"})
    '{"text":"café \\\\u202e"}'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_unknown)
    return text if text.isascii() and text.isprintable() else _hidden().sub(_escaped, text)


@cache
def _hidden() -> re.Pattern[str]:
    """Controls, zero-width and bidirectional characters, line separators, tags, lone surrogates, private use."""
    return re.compile(
        "[\\x7f-\\x9f\\xad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u2028-\\u202e"
        "\\u2060-\\u206f\\u3164\\ud800-\\uf8ff\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\uffff"
        "\\U0001d173-\\U0001d17a\\U000e0000-\\U0010ffff]"
    )


def _escaped(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[place]:02x}{units[place + 1]:02x}" for place in range(0, len(units), 2))


def _unknown(value: Any) -> Any:
    """Facts that are no JSON value are told by their type alone."""
    return {"type": type(value).__name__}
