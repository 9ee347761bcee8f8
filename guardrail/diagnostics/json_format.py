"""Diagnostics as JSON values: for agents that repair what they write, and for other tools."""

from __future__ import annotations

from typing import Any

from guardrail.diagnostics.record import Diagnostic, Label
from guardrail.diagnostics.report import Report
from guardrail.diagnostics.source import Span


def to_json(report: Report) -> list[dict[str, Any]]:
    """Every diagnostic of a report (not only those a terminal would show) as JSON values.

    `line` and `column` count from 1; `start` and `end` are half-open code-point offsets into the file. The line and
    column of `end` are those behind the last character.
    """
    return [_diagnostic(problem, report) for problem in report.diagnostics]


def _diagnostic(problem: Diagnostic, report: Report) -> dict[str, Any]:
    return {
        "code": problem.code,
        "level": problem.level.value,
        "message": problem.message,
        **_label(problem.primary, report),
        "secondary": [_label(label, report) for label in problem.secondary],
        "notes": list(problem.notes),
        "help": list(problem.helps),
        "fixes": [
            {**_span(fix.span, report), "replacement": fix.replacement, "safe": fix.safe} for fix in problem.fixes
        ],
    }


def _label(label: Label, report: Report) -> dict[str, Any]:
    return {**_span(label.span, report), "label": label.text}


def _span(span: Span, report: Report) -> dict[str, Any]:
    source = report.source_of(span.source)
    line, column = source.position(span.start)
    end_line, end_column = source.position(span.end)
    return {
        "file": span.source,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "start": span.start,
        "end": span.end,
    }
