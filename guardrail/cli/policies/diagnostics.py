"""The diagnostics of several compilations as one report, with file names as people see them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from guardrail.cli.shell.console import Console
from guardrail.cli.shell.counting import counted
from guardrail.compiler.files import SHIPPED, shown_path
from guardrail.compiler.unit import Unit
from guardrail.diagnostics.errors import PolicyError
from guardrail.diagnostics.record import Diagnostic, Fix, Label
from guardrail.diagnostics.report import MAXIMUM, Report
from guardrail.diagnostics.source import Source, Span


def joint_report(units: Iterable[Unit], maximum: int = MAXIMUM) -> Report:
    """What there is to say about some units, each thing once; names are relative to the working directory."""
    diagnostics: list[Diagnostic] = []
    sources: dict[str, Source] = {}
    for unit in units:
        names = {name: shown_name(unit.root, name) for name in unit.sources}
        sources.update({shown: Source(shown, unit.sources[name].text) for name, shown in names.items()})
        diagnostics += [_renamed(problem, unit.root) for problem in unit.diagnostics]
    return Report(tuple(diagnostics), sources, maximum)


def shown_name(root: Path, name: str) -> str:
    """How a file called `name` is shown: below the working directory relative to it, elsewhere in full.

    Two files of one command may have the same name below their roots: they must not be taken for each other.
    """
    shown = shown_path(root, name)
    if shown != name or name.startswith(SHIPPED) or root == Path.cwd():
        return shown
    return (root / name).as_posix()


def with_shown_names(problem: PolicyError, root: Path) -> PolicyError:
    """The same error with file names as people see them; `root` is the policy root."""
    report = problem.report
    sources = {shown_name(root, name): source for name, source in report.sources.items()}
    sources = {shown: replace(source, name=shown) for shown, source in sources.items()}
    return PolicyError(Report(tuple(_renamed(one, root) for one in report.diagnostics), sources, report.maximum))


def render_report(report: Report, console: Console, files: int, *, color: bool) -> str:
    """The report for a terminal; the counts at its end begin with how many files were looked at."""
    from guardrail.diagnostics.terminal import render

    text = render(report, color=color, width=console.width)
    return f"{text.removesuffix(report.summary + chr(10))}{counted(files, 'file')}, {report.summary}\n"


def _renamed(problem: Diagnostic, root: Path) -> Diagnostic:
    def span(old: Span) -> Span:
        return replace(old, source=shown_name(root, old.source))

    def label(old: Label) -> Label:
        return replace(old, span=span(old.span))

    fixes = tuple(Fix(span(fix.span), fix.replacement, fix.safe) for fix in problem.fixes)
    secondary = tuple(label(one) for one in problem.secondary)
    return replace(problem, primary=label(problem.primary), secondary=secondary, fixes=fixes)
