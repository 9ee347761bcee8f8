"""G301: no failure settings."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Fix
from guardrail.diagnostics.source import Span


class G301(Code):
    """A policy does not say what happens when a check fails or times out."""

    code: ClassVar[str] = "G301"
    title: ClassVar[str] = "no failure settings"
    explanation: ClassVar[str] = """\
Every policy says `on error` and `on timeout`. A check that cannot run has found nothing, and a policy that passes
over that in silence lets everything through on the day its model is down.

Mend it by adding both clauses to the policy. `block` is the safe choice; a rule may say its own, for example
`on error flag` where it only watches.
"""
    example: ClassVar[str] = """\
guard 1
policy support {
  on output within 50ms limit 4000 chars {
    rule no_mail {
      redact if pii(email)
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
    }
  }
}
"""

    @classmethod
    def missing(cls, span: Span, policy: str, clause: str, insertion: Span | None) -> Diagnostic:
        """`clause` is `on error` or `on timeout`; `insertion` stands before the first clause."""
        what = "fails" if clause == "on error" else "does not finish in time"
        fixes = (Fix(insertion, f"{clause} block\n  "),) if insertion is not None else ()
        return cls.build(
            f"policy `{policy}` does not say `{clause}`",
            span,
            f"what happens when a check {what}?",
            helps=(f"add `{clause} block` to the policy",),
            fixes=fixes,
        )
