"""G401: worst case over the budget."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Level
from guardrail.diagnostics.source import Span


class G401(Code):
    """Texts that a stage accepts can take its checks longer than the stage has."""

    code: ClassVar[str] = "G401"
    level: ClassVar[Level] = Level.WARNING
    title: ClassVar[str] = "worst case over the budget"
    explanation: ClassVar[str] = """\
A stage says how long its texts may be (`limit 8000 chars`) and how long its checks may take (`within 100ms`). Where
the longest texts take longer than that, the checks that come last are left out of them, and `on timeout` decides:
nothing is wrong, but it should be meant. What a check takes is read from figures that come with guardrail, of a slow
machine, so the same policy gets the same answer everywhere; `guardrail plan` shows them, and `guardrail bench`
measures yours.

It is an error where a check that asks a model has not even the time for one window of text (some 1,000 characters), for
then it would never run.

Mend it by raising `within`, lowering `limit` to the length that fits, or moving the dear rule to `later`.
"""
    example: ClassVar[str] = """\
guard 1
list promises = ["full refund", "lifetime warranty"] matching any_case, typos 1
policy support {
  on error block
  on timeout block
  on output within 1ms limit 50000 chars {
    rule promises {
      flag if mentions(promises)
    }
  }
}
"""
    repaired: ClassVar[str] = """\
guard 1
list promises = ["full refund", "lifetime warranty"] matching any_case, typos 1
policy support {
  on error block
  on timeout block
  on output within 20ms limit 50000 chars {
    rule promises {
      flag if mentions(promises)
    }
  }
}
"""

    @classmethod
    def too_long(
        cls,
        span: Span,
        stage: str,
        limit: int,
        needs_ms: float,
        within_ms: float,
        longest: int,
        check: str,
        outcome: str,
    ) -> Diagnostic:
        """Texts over `longest` characters do not fit; `check` is then left out, and `outcome` happens."""
        return cls.build(
            f"over {longest:,} characters `{check}` times out: {outcome}",
            span,
            f"`{stage}` takes up to {needs_ms:.3g} ms at {limit:,} characters, and has {within_ms:.3g} ms",
            helps=(f"write `limit {longest} chars`, or `within {_whole(needs_ms)}ms`",),
        )

    @classmethod
    def never(cls, span: Span, stage: str, needs_ms: float, within_ms: float, check: str, outcome: str) -> Diagnostic:
        """Even the shortest text may not fit."""
        return cls.build(
            f"`{check}` times out on slow machines: {outcome}",
            span,
            f"`{stage}` takes up to {needs_ms:.3g} ms with the shortest text, and has {within_ms:.3g} ms",
            helps=(f"write `within {_whole(needs_ms)}ms`",),
        )

    @classmethod
    def no_window(cls, span: Span, check: str, needs_ms: float, within_ms: float) -> Diagnostic:
        """A check of a model that has not the time for one window: an error."""
        return cls.build(
            f"`{check}` takes up to {needs_ms:.3g} ms for one window of text, the stage has {within_ms:.3g} ms",
            span,
            "it would never run",
            helps=(f"raise `within` to {_whole(needs_ms)}ms or more, or move the rule to `later`",),
            level=Level.ERROR,
        )


def _whole(milliseconds: float) -> int:
    """Rounded up, with two digits.

    >>> _whole(0.3), _whole(61.2), _whole(212.4)
    (1, 62, 220)
    """
    unit = int(10 ** max(0, len(str(int(milliseconds))) - 2))
    return -int(-milliseconds // unit) * unit
