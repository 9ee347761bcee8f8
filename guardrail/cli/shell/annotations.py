"""GitHub workflow commands: `::error file=…,line=…,col=…,title=…::message`."""

from __future__ import annotations

from guardrail.diagnostics.display import escape


def annotation(level: str, file: str, line: int, column: int, title: str, message: str) -> str:
    """One workflow command, as GitHub documents them; `level` is error, warning or notice.

    >>> annotation("error", "a.txt", 3, 7, "block by x", "50% of it")
    '::error file=a.txt,line=3,col=7,title=block by x::50%25 of it'
    """
    place = f"file={_property(file)},line={line},col={column},title={_property(title)}"
    return f"::{level} {place}::{_data(message)}"


def _data(text: str) -> str:
    lines = [escape(line) for line in text.replace("%", "%25").split("\n")]
    return "%0A".join(lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
