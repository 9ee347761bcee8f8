"""G305: deferred rule that enforces."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Label
from guardrail.diagnostics.source import Span


class G305(Code):
    """A `later` rule asks for an action that comes too late."""

    code: ClassVar[str] = "G305"
    title: ClassVar[str] = "deferred rule that enforces"
    explanation: ClassVar[str] = """\
A `later` rule is judged after the text has gone out, so it can only flag. `block`, `reask`, `permit` and edits have
nothing left to act on.

Mend it by writing `flag if …`, or by removing `later` so that the rule is judged within the request.
"""
    example: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_mail {
      block if pii(email)
      later
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
      flag if pii(email)
      later
    }
  }
}
"""

    @classmethod
    def too_late(cls, span: Span, rule: str, action: str, later: Span | None) -> Diagnostic:
        """`span` is the arm's action, `later` the clause that defers the rule."""
        return cls.build(
            f"rule `{rule}` is judged later, so it cannot {action}",
            span,
            "too late for this",
            secondary=(Label(later, "judged after the text has gone out"),) if later else (),
            helps=("write `flag`, or remove `later`",),
        )
