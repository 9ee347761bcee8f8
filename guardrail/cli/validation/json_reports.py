"""`--format jsonl`, one object a result, and `--format json`, one document; both are written as results come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from guardrail._version import __version__
from guardrail.cli.shell.console import Console
from guardrail.cli.shell.json_output import dump
from guardrail.cli.validation.entries import Place, Unread
from guardrail.cli.validation.reports import Elapsed, Run
from guardrail.cli.validation.results import Result
from guardrail.cli.validation.tally import Tally
from guardrail.decision import Decision
from guardrail.observe.record import finding_record


@dataclass(slots=True)
class JsonlReport:
    """One line of JSON a result; what could not be read has the same keys, no action, and says why in `errors`."""

    run: Run
    console: Console

    def add(self, result: Result) -> None:
        """Write the line of a result."""
        self.console.line(dump(result_object(result, self.run)))

    def finish(self, tally: Tally, elapsed: Elapsed) -> None:
        """Nothing is left to write."""


@dataclass(slots=True)
class JsonReport:
    """One JSON object: the policy, the results, and the summary, which is known last."""

    run: Run
    console: Console
    begun: bool = False

    def add(self, result: Result) -> None:
        """Write a result behind those before it."""
        self._begin()
        self.console.write(",\n" if self.begun else "\n")
        self.begun = True
        self.console.write(dump(result_object(result, self.run)))

    def finish(self, tally: Tally, elapsed: Elapsed) -> None:
        """Close the results and write the summary."""
        self._begin()
        self.console.line(f'\n],\n"summary":{dump(summary_object(tally, elapsed))}}}')
        self.begun = True

    def _begin(self) -> None:
        if not self.begun:
            head = {"guardrail": __version__, "policy": _policy(self.run), "stage": self.run.stage}
            self.console.write(dump(head)[:-1] + ',\n"results":[')


def result_object(result: Result, run: Run) -> dict[str, Any]:
    """The JSON object of a result; `spans` are code-point offsets, times in milliseconds."""
    place = result.place
    if isinstance(result, Unread):
        return _unread(result, run)
    decision = result.decision
    value: dict[str, Any] = {
        **_place(place, decision.id),
        "stage": decision.stage,
        "action": decision.action.value,
        "text": decision.text,
        "by": list(decision.by),
        "findings": [finding_record(finding) for finding in decision.findings],
        "budget": _budget(decision),
        "policy": _policy(run),
        "say": decision.say,
        "hint": decision.hint,
        "warnings": list(decision.warnings),
        "errors": list(decision.errors),
    }
    if decision.parts is not None:
        value["parts"] = [
            {
                "index": part.index,
                "role": part.role,
                "action": part.action.value,
                "text": part.text,
                "by": list(part.by),
            }
            for part in decision.parts
        ]
    if decision.stage == "tool_call":
        value["args"] = decision.args
    return value


def summary_object(tally: Tally, elapsed: Elapsed) -> dict[str, Any]:
    """The counts of a run as JSON values."""
    return {
        "texts": tally.texts,
        "failed": tally.failed,
        "fail_on": tally.fail_on.value,
        "unread": tally.unread,
        "unchecked": tally.unchecked,
        "actions": {action.value: count for action, count in sorted(tally.actions.items())},
        "rules": {
            name: {"texts": count.texts, "determined": count.determined} for name, count in sorted(tally.rules.items())
        },
        "checks": {
            name: {"texts": count.texts, "findings": count.findings} for name, count in sorted(tally.checks.items())
        },
        "errors": dict(sorted(tally.errors.items())),
        "warnings": dict(sorted(tally.warnings.items())),
        "skipped": dict(sorted(tally.skipped.items())),
        "over_budget": tally.over_budget,
        "seconds": round(elapsed.wall, 3),
        "cpu_seconds": round(elapsed.cpu, 3),
    }


def _unread(result: Unread, run: Run) -> dict[str, Any]:
    return {
        **_place(result.place, None),
        "stage": run.stage,
        "action": None,
        "text": None,
        "by": [],
        "findings": [],
        "budget": None,
        "policy": _policy(run),
        "say": None,
        "hint": None,
        "warnings": [],
        "errors": [f"input: {result}"],
    }


def _place(place: Place, identity: str | None) -> dict[str, Any]:
    return {"id": identity, "line": place.line, "file": place.file}


def _policy(run: Run) -> dict[str, str]:
    return {"name": run.policy, "sha256": run.sha256}


def _budget(decision: Decision) -> dict[str, Any]:
    budget = decision.budget
    return {
        "limit_ms": budget.limit_ms,
        "used_ms": round(budget.used_ms, 4),
        "skipped": list(budget.skipped),
        "deferred": list(budget.deferred),
    }
