"""Diagnostics as GitHub workflow commands, which show up beside the lines of a pull request."""

from __future__ import annotations

from guardrail.diagnostics.display import escape
from guardrail.diagnostics.record import Diagnostic, Level
from guardrail.diagnostics.report import Report

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def to_github(report: Report) -> str:
    """One command a line for every diagnostic of a report, in the form GitHub documents for workflow commands.

    Invisible and control characters are spelt out: the commands pass through the log of a build.
    """
    return "".join(_command(problem, report) + "\n" for problem in report.diagnostics)


def _command(problem: Diagnostic, report: Report) -> str:
    source = report.source_of(problem.span.source)
    line, column = source.position(problem.span.start)
    end_line, end_column = source.position(problem.span.end)
    title = f"{problem.level}[{problem.code}]"
    parts = [f"file={_property(escape(problem.span.source))}", f"line={line}", f"endLine={end_line}", f"col={column}"]
    # GitHub refuses an end column where the end is on another line.
    parts += [f"endColumn={end_column}"] if end_line == line else []
    parts.append(f"title={_property(title)}")
    return f"::{_COMMANDS[problem.level]} {','.join(parts)}::{_data(_message(problem))}"


def _message(problem: Diagnostic) -> str:
    lines = [problem.message]
    lines += [f"note: {note}" for note in problem.notes]
    lines += [f"help: {text}" for text in problem.helps]
    return "\n".join(escape(line) for line in lines)


def _data(text: str) -> str:
    """Text as the message of a command.

    >>> _data("100%\\nnext")
    '100%25%0Anext'
    """
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
