"""G503: stage holds every answer whole."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Label, Level
from guardrail.diagnostics.source import Span


class G503(Code):
    """A stage that means to stream holds every answer to its end because of one rule."""

    code: ClassVar[str] = "G503"
    level: ClassVar[Level] = Level.NOTE
    title: ClassVar[str] = "stage holds every answer whole"
    explanation: ClassVar[str] = """\
The stage asks for a stream (`hold word` or `hold sentence`), and one of its rules says `hold all` without a `when`: so
nothing of any answer is shown before its end. That is right where the rule must see the whole answer, and worth a
thought where it need not: what asks again needs all, what redacts or blocks on a list or a pattern does not.

Mend it by giving the rule a `when`, by letting it redact or block instead, or by writing `hold all` at the stage too.
"""
    example: ClassVar[str] = """\
guard 1
list competitors = ["Globex", "Initech"]
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars hold sentence {
    rule no_competitors {
      reask 1 with "Name no other companies." then redact if mentions(competitors)
      hold all
    }
  }
}
"""
    repaired: ClassVar[str] = """\
guard 1
list competitors = ["Globex", "Initech"]
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars hold sentence {
    rule no_competitors {
      redact if mentions(competitors)
    }
  }
}
"""

    @classmethod
    def buffers(
        cls, span: Span, stage: str, rule: str, *, because: str, without: str, clause: Span | None
    ) -> Diagnostic:
        """`without` is what the stage would hold without the rule; `clause` the stage's own."""
        return cls.build(
            f"stage `{stage}` holds every answer whole because of rule `{rule}`",
            span,
            because,
            secondary=(Label(clause, "asks for less"),) if clause is not None else (),
            notes=(f"without it, the stage would hold `{without}`",),
            helps=("give the rule a `when`, or let it redact or block instead",),
        )
