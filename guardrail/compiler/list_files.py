"""The files that lists are read from: one reader a format, each giving entries with the line they stand on."""

from __future__ import annotations

import csv
import io
import posixpath
import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from guardrail.compiler.bounded_json import load_json
from guardrail.compiler.files import FileProblem
from guardrail.compiler.suggest import nearest

MAX_YAML_CHARACTERS = 1024 * 1024
"""YAML is slow to read: longer lists belong in a `.txt` or `.csv` file."""

Entries: TypeAlias = Iterator[tuple[str, str]]
"""An entry, and where it stands, in words that follow it: ` on line 3`, ` in place 3`."""


def read_entries(text: str, name: str, column: str | None) -> Entries:
    """The entries of a list file by its suffix; `column` names the column of a `.csv`. Raises `FileProblem`.

    >>> list(read_entries("# names\\nGlobex\\n\\nInitech\\n", "lists/names.txt", None))
    [('Globex', ' on line 2'), ('Initech', ' on line 4')]
    """
    suffix = posixpath.splitext(name)[1].lower()
    if suffix == ".csv":
        return _csv_entries(text, column)
    if column is not None:
        raise FileProblem("has no columns", "remove `column`, which goes with a `.csv` file")
    readers: dict[str, Callable[[str], Entries]] = {
        ".txt": _text_entries,
        ".yaml": _yaml_entries,
        ".yml": _yaml_entries,
        ".json": _json_entries,
    }
    if suffix not in readers:
        raise FileProblem("is no file of a list", "lists are read from `.txt`, `.csv`, `.yaml` and `.json` files")
    return readers[suffix](text)


def _text_entries(text: str) -> Entries:
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        entry = line.strip()
        if entry and not entry.startswith("#"):
            yield entry, f" on line {number:,}"


def _csv_entries(text: str, column: str | None) -> Entries:
    if column is None:
        raise FileProblem("needs a column", 'write `column "…"` with a name of its header row')
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    read = 0  # The line on which the last whole row ended.
    try:
        header = [cell.strip() for cell in next(rows, [])]
        place = _column(header, column)
        read = rows.line_num
        for row in rows:
            read = rows.line_num
            if not any(cell.strip() for cell in row):
                continue
            if len(row) != len(header):
                raise FileProblem(
                    f"has {len(row)} cells on line {rows.line_num:,} where its header has {len(header)}",
                    "quote a cell that holds a comma",
                )
            yield row[place], f" on line {rows.line_num:,}"
    except csv.Error as problem:
        # The reader has one kind of error: only its words tell a cell that is too long from quotes that are wrong.
        if "field larger" in str(problem):
            raise FileProblem(
                f"has a cell of more than {csv.field_size_limit():,} characters in the row that begins on line "
                f"{read + 1:,}",
                "shorten the cell; where none is so long, a quote before it was never closed",
            ) from None
        raise FileProblem(
            f"is not CSV, as line {rows.line_num:,} shows", "close the quotes, and double a quote inside of quotes"
        ) from None


def _column(header: list[str], column: str) -> int:
    if header.count(column) > 1:
        raise FileProblem(f"has two columns `{column}`", "rename one of the two")
    if column in header:
        return header.index(column)
    problem = f"has no column `{column}`"
    # The header is content of the file, which is never shown: only a name that was nearly given is.
    close = nearest(column, header)
    if close is not None:
        raise FileProblem(problem, f"did you mean `{close}`?")
    if len(header) == 1 and any(mark in header[0] for mark in ";\t"):
        raise FileProblem(problem, "separate its cells by commas")
    cells = "1 cell" if len(header) == 1 else f"{len(header)} cells"
    raise FileProblem(problem, f"its first row is the header, and has {cells}")


def _json_entries(text: str) -> Entries:
    value = load_json(text)
    if not isinstance(value, list):
        raise FileProblem("is no list of strings", 'write `["…", "…"]`')
    for number, entry in enumerate(value, 1):
        if not isinstance(entry, str):
            raise FileProblem(f"has something else than a string in place {number:,}", "put the entry in double quotes")
        yield entry, f" in place {number:,}"


def _yaml_entries(text: str) -> Entries:
    import yaml

    if len(text) > MAX_YAML_CHARACTERS:
        raise FileProblem("is too long for YAML", "keep lists of more than 1 MB in a `.txt` or `.csv` file")
    # The event stream is read directly and nothing is ever constructed: no alias can multiply, no tag make an object.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    resolve: Callable[..., str] = yaml.SafeLoader("").resolve
    inside, documents = False, 0
    try:
        for event in yaml.parse(text, Loader=loader):
            line = event.start_mark.line + 1 if event.start_mark else 1
            if isinstance(event, yaml.ScalarEvent) and inside:
                _refuse_yaml_features(event.anchor, event.tag, line)
                kind = resolve(yaml.ScalarNode, event.value, event.implicit)
                if kind != "tag:yaml.org,2002:str":
                    raise FileProblem(f"has something else than a string on line {line:,}", "put the entry in quotes")
                yield event.value, f" on line {line:,}"
            elif isinstance(event, yaml.SequenceStartEvent) and not inside:
                _refuse_yaml_features(event.anchor, event.tag, line)
                inside = True
            elif isinstance(event, yaml.AliasEvent):
                _refuse_yaml_features(event.anchor, None, line)
            elif isinstance(event, yaml.SequenceEndEvent):
                inside = False
            elif isinstance(event, yaml.NodeEvent):
                raise FileProblem(f"is no plain list of strings, as line {line:,} shows", "write one `- entry` a line")
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise FileProblem(f"has a second document on line {line:,}", "keep one list in a file")
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        where = f", as line {mark.line + 1:,} shows" if mark is not None else ""
        raise FileProblem(f"is not YAML{where}", "write one `- entry` a line, in quotes where in doubt") from None


def _refuse_yaml_features(anchor: str | None, tag: str | None, line: int) -> None:
    if anchor is not None or tag is not None:
        raise FileProblem(f"uses an anchor, alias or tag on line {line:,}", "write each entry out")
