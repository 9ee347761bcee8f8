"""G401: worst case exceeds the budget."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Level
from guardrail.diagnostics.source import Span


class G401(Code):
    """The checks of a stage can take longer than its `within`."""

    code: ClassVar[str] = "G401"
    level: ClassVar[Level] = Level.WARNING
    title: ClassVar[str] = "worst case exceeds the budget"
    explanation: ClassVar[str] = """\
The stage promises an answer within a time and accepts texts up to a length. On the reference profile the checks of
the longest such text do not fit, so long texts end in `on timeout`. Where not even one window of a check fits, the
check could never finish and the policy is refused.

Mend it by lowering `limit`, raising `within`, moving a slow rule to `later`, or sharing a model among rules.
`guardrail plan` shows what each check costs, `guardrail bench` measures your own machine.
"""

    @classmethod
    def long_texts(cls, span: Span, check: str, fits: int, outcome: str, table: tuple[str, ...]) -> Diagnostic:
        """Texts of more than `fits` characters time out; `table` says what each check costs, one line each."""
        return cls.build(
            f"over {fits:,} characters `{check}` times out: {outcome}",
            span,
            "too short for the longest text",
            notes=table,
            helps=("lower `limit`, raise `within`, or move the rule to `later`",),
        )

    @classmethod
    def never_fits(cls, span: Span, check: str, needs_ms: float, within_ms: float) -> Diagnostic:
        """Not one window of `check` fits: milliseconds needed and there."""
        return cls.build(
            f"`{check}` never finishes: it needs {needs_ms:.3g} ms of {within_ms:.3g} ms",
            span,
            helps=("raise `within`, or move the rule to `later`",),
            level=Level.ERROR,
        )
