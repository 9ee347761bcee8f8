"""Finds the inputs that the command line names: files, folders of them, standard input."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from guardrail.cli.shell.command import UsageProblem
from guardrail.cli.shell.endless import may_never_end
from guardrail.cli.validation.entries import Place, Unread

STANDARD_INPUT: Final = "-"
_LINES: Final = (".jsonl", ".jsonl.gz")
_IN_FOLDERS: Final = (".txt", ".md", *_LINES)

Kind = Literal["text", "lines", "compressed lines"]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Input:
    """One file, or standard input where `path` is None; `size` in bytes, 0 where it is not known."""

    path: Path | None
    shown: str
    kind: Kind
    size: int = 0


def find_inputs(names: Sequence[str], standard_input: Literal["text", "jsonl"]) -> list[Input | Unread]:
    """The inputs in the order they were named, those of a folder sorted by path; no names mean standard input."""
    if not names:
        if sys.stdin is None or sys.stdin.isatty():
            raise UsageProblem("there is nothing to validate", "name files, or `-` to read standard input")
        names = (STANDARD_INPUT,)
    found: list[Input | Unread] = []
    for name in names:
        if name == STANDARD_INPUT:
            found.append(Input(None, "standard input", "lines" if standard_input == "jsonl" else "text"))
        else:
            found.extend(_named(Path(name)))
    return found


def _named(path: Path) -> Iterator[Input | Unread]:
    try:
        status = path.stat()
    except (OSError, ValueError) as problem:
        yield Unread(Place(str(path)), *_why(problem))
        return
    if not stat.S_ISDIR(status.st_mode):
        if may_never_end(path):
            help = "name a regular file, or read it through standard input: `guardrail validate … - < FILE`"
            yield Unread(Place(str(path)), "is not a regular file", help)
        else:
            yield _file(path, status.st_size)
        return
    inside = [found for found in _walk(path) if found.name.endswith(_IN_FOLDERS)]
    if not inside:
        yield Unread(Place(str(path)), "holds no .txt, .md, .jsonl or .jsonl.gz file", "name a folder of texts")
    for found in inside:
        yield _file(found, found.stat().st_size)


def _walk(folder: Path) -> list[Path]:
    """The regular files below a folder in the order of their paths; hidden ones and links are left out."""
    found: list[Path] = []
    for where, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (Path(where, name) for name in files if not name.startswith("."))
        found.extend(path for path in paths if stat.S_ISREG(path.lstat().st_mode))
    return sorted(found)


def _file(path: Path, size: int) -> Input:
    name = path.name.lower()
    kind: Kind = "text"
    if name.endswith(_LINES):
        kind = "compressed lines" if name.endswith(".gz") else "lines"
    return Input(path, str(path), kind, size)


def _why(problem: OSError | ValueError) -> tuple[str, str]:
    if isinstance(problem, FileNotFoundError):
        return "does not exist", "name a file, a folder, or `-` for standard input"
    if isinstance(problem, PermissionError):
        return "may not be read", "give the user that runs guardrail the right to read it"
    return "cannot be read", "name a regular file"
