"""What a report of a validation run is, and which one `--format` asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from guardrail.cli.shell.console import Console
from guardrail.cli.validation.results import Result
from guardrail.cli.validation.tally import Tally
from guardrail.decision import Action


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Run:
    """The run that a report is about; `hashes` are those of every file of the policy."""

    policy: str
    stage: str
    hashes: Mapping[str, str]
    fail_on: Action

    @property
    def sha256(self) -> str:
        """The digest over every file of the policy."""
        from guardrail.observe.record import policy_digest

        return policy_digest(self.hashes)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Elapsed:
    """What a run took, in seconds: wall time, and CPU time of every process of it."""

    wall: float
    cpu: float


class Report(Protocol):
    """Told of each result as it comes, then of the end; holds no more than a few results."""

    def add(self, result: Result) -> None:
        """Take in one result."""

    def finish(self, tally: Tally, elapsed: Elapsed) -> None:
        """Write what is left to write."""


def open_report(format: str, run: Run, console: Console) -> Report:
    """The report of a format: text, json, jsonl or github."""
    if format == "text":
        from guardrail.cli.validation.text_report import TextReport

        return TextReport(run, console)
    if format == "github":
        from guardrail.cli.validation.github_report import GithubReport

        return GithubReport(run, console)
    from guardrail.cli.validation.json_reports import JsonlReport, JsonReport

    return JsonReport(run, console) if format == "json" else JsonlReport(run, console)
