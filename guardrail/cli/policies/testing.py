"""Runs the tests inside policies and prints a line for each, more for those that fail."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from guardrail.cli.policies.conditions import rule_lines
from guardrail.cli.policies.diagnostics import joint_report, render_report, shown_name
from guardrail.cli.policies.files import find_policy_files
from guardrail.cli.shell.command import Exit
from guardrail.cli.shell.console import BOLD, DIM, GREEN, RED, YELLOW, Console
from guardrail.cli.shell.counting import counted
from guardrail.cli.validation.single import finding_title
from guardrail.compiler.front import analyse
from guardrail.compiler.scopes import main_scopes
from guardrail.compiler.unit import Unit
from guardrail.decision import Decision
from guardrail.diagnostics.display import escape
from guardrail.diagnostics.record import Level
from guardrail.diagnostics.source import Span
from guardrail.evaluate.policy_tests import TestResult, run_tests
from guardrail.language import tree

if TYPE_CHECKING:
    from guardrail.compiler.unit import Scope

_MOST_RULES = 5
_MOST_FINDINGS = 10


@dataclass(slots=True)
class _Count:
    """What came of all tests; of `quiet` and `absent` checks, in how many tests they were."""

    passed: int = 0
    failed: int = 0
    quiet: Counter[str] = field(default_factory=Counter)
    absent: Counter[str] = field(default_factory=Counter)

    def add(self, result: TestResult) -> None:
        self.passed += result.passed
        self.failed += not result.passed
        self.quiet.update(result.quiet)
        self.absent.update(result.absent)


def run_policy_tests(
    names: Iterable[str], console: Console, *, wanted: str = "", verbose: bool = False, live: bool = False
) -> Exit:
    """Run the tests of the named files and folders whose titles contain `wanted`, in any letter case.

    With `live`, checks that a test assumes nothing about ask their model.
    """
    broken: list[Unit] = []
    count = _Count()
    for path in find_policy_files(names):
        unit = analyse(path)
        if unit.failed:
            errors = tuple(found for found in unit.diagnostics if found.level is Level.ERROR)
            broken.append(replace(unit, diagnostics=errors))
            continue
        tests = _tests(unit, wanted)
        if not tests:
            continue
        results = run_tests(unit, tests, live=live)
        console.line(console.paint(escape(str(path)), BOLD))
        for result in results:
            count.add(result)
            console.write("".join(f"{line}\n" for line in _result_lines(result, unit, console, verbose)))
    return _finish(count, broken, wanted, console)


def _tests(unit: Unit, wanted: str) -> list[tuple[Scope, tree.Test]]:
    wanted = wanted.casefold()
    return [(scope, test) for scope in main_scopes(unit) for test in scope.tests if wanted in test.title.casefold()]


def _finish(count: _Count, broken: list[Unit], wanted: str, console: Console) -> Exit:
    for key, tests in sorted(count.quiet.items()):
        console.line(
            f"{console.paint('note', YELLOW)}: {counted(tests, 'test')} assumed nothing about `{escape(key)}`: "
            "it took its quiet value"
        )
    total = count.passed + count.failed
    if total:
        summary = f"{counted(total, 'test')}, {count.passed:,} passed, {count.failed:,} failed"
        console.line(console.paint(summary, RED if count.failed else GREEN))
    for key, tests in sorted(count.absent.items()):
        message = f"the model of `{key}` is not installed: {counted(tests, 'test')} could not ask it"
        console.tell("error", message, "install guardrail again, or `assume` what it answers")
    if broken:
        console.flush()
        sys.stderr.write(render_report(joint_report(broken), console, len(broken), color=console.error_color))
        return Exit.UNUSABLE
    if not total:
        which = f" with `{wanted}` in its title" if wanted else ""
        console.tell("error", f"there is no test{which}", 'write one: `test "…" for policy { given … expect … }`')
        return Exit.FAILED
    if count.absent:
        return Exit.UNCHECKED
    return Exit.FAILED if count.failed else Exit.OK


def _result_lines(result: TestResult, unit: Unit, console: Console, verbose: bool) -> Iterator[str]:
    title = escape(result.test.title)
    if result.passed:
        yield f"  {console.paint('ok', GREEN)}    {title}"
        if verbose and result.decision is not None:
            yield from _decision_lines(result.decision)
        return
    yield f"  {console.paint('FAIL', RED)}  {title}"
    for failure in result.failures:
        where, line = _place(unit, failure.clause.span)
        yield f"        {console.paint(where, DIM)}: {escape(failure.message)}"
        yield f"          {line}"
    if result.decision is None:
        return
    yield from _decision_lines(result.decision)
    if result.trace is not None:
        for name in _rules_concerned(result):
            yield from (f"        {line}" for line in rule_lines(result.trace, name))


def _decision_lines(decision: Decision) -> Iterator[str]:
    by = f" by {', '.join(decision.by)}" if decision.by else ""
    yield f"        decision: {decision.action}{by}"
    text = "nothing" if decision.text is None else f"`{escape(decision.text)}`"
    yield f"        text: {text}"
    if decision.say is not None and decision.say != decision.text:
        yield f"        say: `{escape(decision.say)}`"
    if decision.hint is not None:
        yield f"        hint: `{escape(decision.hint)}`"
    for finding in decision.findings[:_MOST_FINDINGS]:
        spans = ", ".join(f"{start}-{end}" for start, end in finding.spans[:_MOST_FINDINGS])
        yield f"        finding: {finding_title(finding)}{f' at {spans}' if spans else ''}"
    for error in decision.errors:
        yield f"        could not run: {escape(error)}"


def _rules_concerned(result: TestResult) -> list[str]:
    """The rules that the test names, then those that determined the decision, then those with findings."""
    names: dict[str, None] = {}
    for clause in result.test.clauses:
        if isinstance(clause, tree.Expect):
            names.update(dict.fromkeys(path.text for path in clause.by))
    if result.decision is not None:
        names.update(dict.fromkeys(result.decision.by))
        names.update(dict.fromkeys(finding.rule for finding in result.decision.findings))
    return list(names)[:_MOST_RULES]


def _place(unit: Unit, span: Span) -> tuple[str, str]:
    """Where a clause stands as people write it, and its line."""
    source = unit.sources[span.source]
    line, column = source.position(span.start)
    shown = shown_name(unit.root, span.source)
    return f"{escape(shown)}:{line}:{column}", escape(source.line(line).strip())
