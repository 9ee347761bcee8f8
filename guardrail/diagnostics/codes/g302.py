"""G302: rule without an arm."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Span


class G302(Code):
    """A rule does nothing."""

    code: ClassVar[str] = "G302"
    title: ClassVar[str] = "rule without an arm"
    explanation: ClassVar[str] = """\
A rule without an arm (`block if …`, `redact if …`, `require … else …`, `… always`) never contributes to a decision.
It looks like protection in a review and is none.

Mend it by adding what the rule does, or by removing the rule.
"""
    example: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_mail {
      because "GDPR"
    }
  }
}
"""
    repaired: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_mail {
      redact if pii(email)
      because "GDPR"
    }
  }
}
"""

    @classmethod
    def no_arm(cls, span: Span, rule: str) -> Diagnostic:
        """The rule called `rule` has no arm."""
        return cls.build(
            f"rule `{rule}` does nothing",
            span,
            "no arm",
            helps=("add an arm, such as `block if …`, or remove the rule",),
        )
