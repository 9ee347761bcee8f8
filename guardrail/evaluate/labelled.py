"""Reads a team's labelled set: JSON Lines, one text or one answer a line, with its label."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final, TypeAlias

from guardrail.text.document import JsonProblem, read_json

MAX_ROWS: Final = 500_000
MAX_BYTES: Final = 1024 * 1024 * 1024
"""Of a whole file, decompressed."""
_MAX_LINE: Final = 8 * 1024 * 1024
_TOLD: Final = 5
"""How many bad lines a message names."""


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A text with its label: 1 is what the model must find. `group` names what texts of one origin share."""

    text: str
    label: int
    line: int
    language: str | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class LabelledAnswer:
    """An answer with the passages it was made from: label 1 has unsupported content."""

    context: tuple[str, ...]
    question: str | None
    answer: str
    label: int
    line: int
    language: str | None = None
    group: str | None = None


Labelled: TypeAlias = "LabelledText | LabelledAnswer"


class LabelledProblem(Exception):
    """A labelled set cannot be used; `message` says what is wrong and where, `help` what to write."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.message, self.help = message, help


def read_labelled_texts(path: Path) -> list[LabelledText]:
    """The rows of a `.jsonl` or `.jsonl.gz` file with `text` and `label`, perhaps `language` and `group`.

    Raises `LabelledProblem` that names every kind of fault with its lines: nothing is skipped in silence.
    """
    rows = _read(path, _text_row)
    return [row for row in rows if isinstance(row, LabelledText)]


def read_labelled_answers(path: Path) -> list[LabelledAnswer]:
    """The rows of a file with `context` (a text, or a list of passages), `answer`, `label`, perhaps `question`.

    Raises `LabelledProblem`.
    """
    rows = _read(path, _answer_row)
    return [row for row in rows if isinstance(row, LabelledAnswer)]


class _BadLine(Exception):
    """What is wrong with a line, in words that stand before the lines it is wrong with."""


def _read(path: Path, make: Any) -> list[Labelled]:
    rows: list[Labelled] = []
    faults: dict[str, list[int]] = {}
    for number, line in _lines(path):
        try:
            rows.append(make(_object(line), number))
        except _BadLine as problem:
            faults.setdefault(str(problem), []).append(number)
        if len(rows) > MAX_ROWS:
            raise LabelledProblem(f"`{path}` has more than {MAX_ROWS:,} rows", "give a sample of them")
    if faults:
        told = "; ".join(f"{what} ({_where(lines)})" for what, lines in faults.items())
        raise LabelledProblem(f"`{path}`: {told}", _HELP[make is _answer_row])
    if not rows:
        raise LabelledProblem(f"`{path}` holds no row", _HELP[make is _answer_row])
    return rows


_HELP: Final = {
    False: 'write one object a line: `{"text": "…", "label": 0}`, 1 for what the model must find',
    True: 'write one object a line: `{"context": "…", "answer": "…", "label": 0}`, 1 for unsupported content',
}


def _text_row(row: dict[str, Any], line: int) -> LabelledText:
    return LabelledText(_string(row, "text"), _label(row), line, _optional(row, "language"), _optional(row, "group"))


def _answer_row(row: dict[str, Any], line: int) -> LabelledAnswer:
    context = row.get("context")
    passages = [context] if isinstance(context, str) else context
    if not isinstance(passages, list) or not all(isinstance(passage, str) for passage in passages):
        raise _BadLine("no `context` that is a string or a list of strings")
    return LabelledAnswer(
        tuple(passages),
        _optional(row, "question"),
        _string(row, "answer"),
        _label(row),
        line,
        _optional(row, "language"),
        _optional(row, "group"),
    )


def _string(row: dict[str, Any], key: str) -> str:
    value = row.get(key)
    if not isinstance(value, str):
        raise _BadLine(f"no `{key}` that is a string")
    if not value.strip():
        raise _BadLine(f"an empty `{key}`")
    return value


def _optional(row: dict[str, Any], key: str) -> str | None:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise _BadLine(f"a `{key}` that is no string")
    return value


def _label(row: dict[str, Any]) -> int:
    value = row.get("label")
    # `true` and `false` say it as well; 0.5, "1" and "toxic" would be a guess.
    if value is None or not isinstance(value, int) or value not in (0, 1):
        raise _BadLine("no `label` that is 0 or 1")
    return int(value)


def _object(line: bytes) -> dict[str, Any]:
    if len(line) > _MAX_LINE:
        raise _BadLine("longer than 8 MB")
    try:
        value = read_json(line.decode("utf-8-sig")).value
    except UnicodeDecodeError:
        raise _BadLine("not UTF-8 text") from None
    except JsonProblem as problem:
        raise _BadLine(f"not JSON, {problem.message}") from None
    if not isinstance(value, dict):
        raise _BadLine("no JSON object")
    return value


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, with their numbers from 1."""
    read = 0
    try:
        with path.open("rb") as raw:
            stream = gzip.GzipFile(fileobj=raw) if path.name.endswith(".gz") else raw
            number = 0
            while line := _line(stream):
                number, read = number + 1, read + len(line)
                if read > MAX_BYTES:
                    raise LabelledProblem(f"`{path}` is larger than 1 GB", "give a sample of it")
                if line.strip():
                    yield number, line
    except FileNotFoundError:
        raise LabelledProblem(f"`{path}` does not exist", "name a .jsonl or .jsonl.gz file") from None
    except (EOFError, gzip.BadGzipFile, zlib.error):
        raise LabelledProblem(f"`{path}` cannot be decompressed", "the file is cut off or damaged") from None
    except OSError:
        raise LabelledProblem(f"`{path}` cannot be read", "name a .jsonl or .jsonl.gz file") from None


def _line(stream: IO[bytes] | gzip.GzipFile) -> bytes:
    """One line, or as much of it as shows that it is too long; the rest of that one is passed over."""
    line = stream.readline(_MAX_LINE + 1)
    while len(line) > _MAX_LINE and not line.endswith(b"\n"):
        rest = stream.readline(_MAX_LINE)
        if not rest:
            break
        line = line[:_MAX_LINE] + rest[-1:] if rest.endswith(b"\n") else line
    return line


def _where(lines: list[int]) -> str:
    """Line numbers as people read them.

    >>> _where([3]), _where([3, 5]), _where([1, 2, 3, 4, 5, 6, 7])
    ('line 3', 'lines 3 and 5', 'lines 1, 2, 3, 4, 5 and 2 more')
    """
    if len(lines) == 1:
        return f"line {lines[0]:,}"
    shown = [f"{line:,}" for line in lines[:_TOLD]]
    more = len(lines) - len(shown)
    last = f"{more:,} more" if more else shown.pop()
    return f"lines {', '.join(shown)} and {last}"
