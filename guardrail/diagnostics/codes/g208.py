"""G208: level not on the calibration card."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Span


class G208(Code):
    """A level is asked of a check that has no calibration card."""

    code: ClassVar[str] = "G208"
    title: ClassVar[str] = "level not on the calibration card"
    explanation: ClassVar[str] = """\
`possible`, `likely` and `very_likely` are false-alarm rates (5 %, 1 %, 0.1 %) that were measured and written on the
calibration card of a model. This check has no such card, so its levels would mean nothing.

Mend it by comparing with a number between 0 and 1, chosen on texts of your own.
"""
    example: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output within 600ms limit 4000 chars hold all {
    rule grounded {
      block if not grounding(against: context) >= likely
    }
  }
}
"""
    repaired: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output within 600ms limit 4000 chars hold all {
    rule grounded {
      block if not grounding(against: context) >= 0.75
    }
  }
}
"""

    @classmethod
    def no_card(cls, span: Span, check: str, level: str) -> Diagnostic:
        """`check` knows no levels."""
        return cls.build(
            f"`{check}` has no level `{level}`",
            span,
            "no calibration card says what this means",
            helps=("compare it with a number between 0 and 1, chosen on texts of your own",),
        )
