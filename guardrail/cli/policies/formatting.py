"""Formats policy files in place, through a pipe, or only to see whether they would change."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from guardrail.cli.policies.diagnostics import render_report
from guardrail.cli.policies.files import find_policy_files
from guardrail.cli.shell.command import Exit, UsageProblem
from guardrail.cli.shell.console import Console
from guardrail.cli.shell.counting import counted
from guardrail.cli.shell.endless import may_never_end
from guardrail.diagnostics.display import escape
from guardrail.diagnostics.record import Level
from guardrail.diagnostics.report import Report
from guardrail.diagnostics.source import Source
from guardrail.language.formatter import FormatError, format_file
from guardrail.language.parser import parse

_MOST_BYTES: Final = 1024 * 1024


def format_files(names: Iterable[str], console: Console, *, check: bool) -> Exit:
    """Format each file, or with `check` name those that would change."""
    paths = find_policy_files(names)
    reports: list[Report] = []
    changed = 0
    for path in paths:
        source = Source(str(path), _decoded(_read(path), str(path)))
        text = _formatted(source, reports)
        if text is None or text == source.text:
            continue
        changed += 1
        console.line(f"{'would change' if check else 'formatted'} {escape(str(path))}")
        if not check:
            _replace(path, text)
    if reports:
        return _refuse(reports, console, len(paths))
    verb = "would change" if check else "changed"
    console.tell("note", f"{counted(len(paths), 'file')}, {changed:,} {verb}")
    return Exit.FAILED if check and changed else Exit.OK


def format_pipe(console: Console, *, check: bool) -> Exit:
    """Format standard input to standard output."""
    source = Source("standard input", _decoded(sys.stdin.buffer.read(_MOST_BYTES + 1), "standard input"))
    reports: list[Report] = []
    text = _formatted(source, reports)
    if text is None:
        return _refuse(reports, console, 1)
    if check:
        return Exit.FAILED if text != source.text else Exit.OK
    console.write(text)
    return Exit.OK


def _formatted(source: Source, reports: list[Report]) -> str | None:
    """The text in its layout, or None where it does not parse: the report then says why."""
    result = parse(source)
    if result.file is None or any(found.level is Level.ERROR for found in result.diagnostics):
        reports.append(Report(result.diagnostics, {source.name: source}))
        return None
    try:
        return format_file(result.file)
    except FormatError as problem:
        raise UsageProblem(f"`{source.name}` is left as it is: {problem}", "report it: the file parses") from None


def _read(path: Path) -> bytes:
    try:
        if may_never_end(path):
            raise UsageProblem(f"`{path}` is not a regular file", "name a regular file")
        with path.open("rb") as file:
            return file.read(_MOST_BYTES + 1)
    except OSError:
        raise UsageProblem(
            f"`{path}` cannot be read", "give the user that runs guardrail the right to read it"
        ) from None


def _decoded(content: bytes, name: str) -> str:
    if len(content) > _MOST_BYTES:
        raise UsageProblem(f"`{name}` is larger than 1 MB", "a policy is a small text: split it")
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        raise UsageProblem(f"`{name}` is not UTF-8 text, as line {line:,} shows", "save it as UTF-8") from None


def _replace(path: Path, text: str) -> None:
    """Put the new text in the place of the old one at once: a file is never seen half written."""
    real = path.resolve()
    try:
        descriptor, name = tempfile.mkstemp(dir=real.parent, prefix=f".{real.name}.")
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            os.chmod(name, real.stat().st_mode & 0o7777)
            os.replace(name, real)
        except BaseException:
            os.unlink(name)
            raise
    except OSError:
        raise UsageProblem(f"`{path}` cannot be written", "give the user that runs guardrail the right to") from None


def _refuse(reports: list[Report], console: Console, files: int) -> Exit:
    diagnostics = tuple(problem for report in reports for problem in report.diagnostics)
    sources = {name: source for report in reports for name, source in report.sources.items()}
    sys.stderr.write(render_report(Report(diagnostics, sources), console, files, color=console.error_color))
    return Exit.UNUSABLE
