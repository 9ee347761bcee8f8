"""The errors of the Python API: a bad policy, a bad bundle, a check that the engine cannot go on from."""

from __future__ import annotations

from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.report import Report


class PolicyError(Exception):
    """A policy that cannot be used; carries every diagnostic, not the first alone.

    `report` holds them in order with the sources they point into; `str()` is their rendering for a terminal.
    """

    def __init__(self, report: Report) -> None:
        self.report = report
        super().__init__(report.summary)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All diagnostics, in the order of their places."""
        return self.report.diagnostics

    def __str__(self) -> str:
        from guardrail.diagnostics.terminal import render

        return render(self.report, color=False, width=100)


class BundleError(Exception):
    """A bundle that cannot be used: a file that differs from its lock, or a signature that does not hold."""


class EngineError(Exception):
    """A call that cannot be answered: a stage the policy does not have, an argument of the wrong kind."""
