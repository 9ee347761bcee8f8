"""`--format github`: an annotation for each finding, as GitHub documents workflow commands."""

from __future__ import annotations

from dataclasses import dataclass

from guardrail.cli.shell.annotations import annotation
from guardrail.cli.shell.console import Console
from guardrail.cli.shell.counting import counted
from guardrail.cli.validation.entries import Place, Unread
from guardrail.cli.validation.reports import Elapsed, Run
from guardrail.cli.validation.results import Judged, Result
from guardrail.cli.validation.single import finding_title
from guardrail.cli.validation.tally import Tally


@dataclass(slots=True)
class GithubReport:
    """Errors for texts that fail, cannot be read or cannot be checked, warnings for the rest of the findings."""

    run: Run
    console: Console

    def add(self, result: Result) -> None:
        """Write the annotations of a result."""
        if isinstance(result, Unread):
            self._write("error", result.place, 1, 1, "input", f"{result}\n{result.help}".rstrip())
            return
        decision = result.decision
        level = "error" if decision.action >= self.run.fail_on else "warning"
        for finding, excerpts in zip(decision.findings, result.excerpts, strict=True):
            at = excerpts[0] if excerpts else None
            title = f"{finding.action} by {finding.rule}"
            message = finding_title(finding)
            line, column = (at.line, at.column) if at is not None and at.at is None else (1, 1)
            self._write(level, result.place, line, column, title, message)
        told = {finding.rule for finding in decision.findings}
        for rule in decision.by:
            if rule not in told:
                self._write(level, result.place, 1, 1, f"{decision.action} by {rule}", _why(rule, result))
        for error in decision.errors:
            self._write("error", result.place, 1, 1, "a check could not run", error)

    def finish(self, tally: Tally, elapsed: Elapsed) -> None:
        """Write one line with the counts for the log of the build."""
        self.console.line(
            f"{counted(tally.texts, 'text')} judged by {self.run.policy}.{self.run.stage}, "
            f"{tally.failed:,} failed, {tally.unread:,} not read"
        )

    def _write(self, level: str, place: Place, line: int, column: int, title: str, message: str) -> None:
        # A line of JSON Lines is one text: only the line's own number means something in the file.
        at = (place.line, 1) if place.line is not None else (line, column)
        self.console.line(annotation(level, place.file, *at, title, message))


def _why(rule: str, result: Judged) -> str:
    if rule.endswith(".limit"):
        return f"the text is longer than its stage allows ({result.length:,} characters)"
    if rule.endswith(".default"):
        return "no rule permits it"
    return "the rule determined the decision without a finding"
