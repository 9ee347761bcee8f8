"""The errors of the Python API, and what a report keeps, hides and counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrail.diagnostics.display import cell_width, escape, lay_out
from guardrail.diagnostics.errors import BundleError, EngineError, PolicyError
from guardrail.diagnostics.record import Diagnostic, Label, Level
from guardrail.diagnostics.report import Report
from guardrail.diagnostics.source import Source, Span
from guardrail.diagnostics.terminal import render


def problem(start: int, *, level: Level = Level.ERROR, code: str = "G101") -> Diagnostic:
    return Diagnostic(code, level, f"problem at {start}", Label(Span("a.guard", start, start + 1)))


SOURCES = {"a.guard": Source("a.guard", "guard 1\nlist x = []\n")}


def test_policy_error_prints_every_diagnostic() -> None:
    error = PolicyError(Report((problem(8), problem(0)), SOURCES))
    assert [d.message for d in error.diagnostics] == ["problem at 0", "problem at 8"]
    assert "error[G101]: problem at 0" in str(error)
    assert "a.guard:2:1" in str(error)
    assert str(error).endswith("2 errors\n")


@pytest.mark.parametrize("kind", [BundleError, EngineError])
def test_other_errors_print_their_message(kind: type[Exception]) -> None:
    assert str(kind("no stage `input`")) == "no stage `input`"


def test_report_counts_what_it_does_not_show() -> None:
    report = Report(tuple(problem(i) for i in range(6)), SOURCES, maximum=2)
    assert len(report.shown) == 2
    assert report.count(Level.ERROR) == 6
    assert report.failed
    assert report.summary == "6 errors (4 not shown)"


def test_a_note_that_is_also_an_error_is_told_once() -> None:
    report = Report((problem(3, level=Level.NOTE), problem(3), problem(3)), SOURCES)
    assert [d.level for d in report.diagnostics] == [Level.ERROR]


def test_warnings_alone_do_not_fail() -> None:
    report = Report((problem(3, level=Level.WARNING),), SOURCES)
    assert not report.failed
    assert report.summary == "1 warning"


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200), st.integers(10, 60))
def test_a_line_never_exceeds_its_width_and_its_wanted_start_is_visible(
    text: str, first: int, length: int, width: int
) -> None:
    shown = lay_out(text, (first, first + length), width)
    assert cell_width(shown.text) <= max(width, 13)
    assert len(shown.columns) == len(text) + 1
    assert list(shown.columns) == sorted(shown.columns)
    assert shown.visible[0] <= min(first, max(len(text) - 1, 0)) <= shown.visible[1]


@given(st.text(max_size=60))
def test_nothing_shown_can_control_a_terminal(text: str) -> None:
    problem = Diagnostic("G101", Level.ERROR, text, Label(Span("a.guard", 0, len(text)), text), (), (text,))
    shown = render(Report((problem,), {"a.guard": Source("a.guard", text)}), color=False, width=80)
    assert all(line == escape(line) for line in shown.split("\n"))
