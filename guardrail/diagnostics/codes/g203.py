"""G203: comparing findings with a number."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Fix
from guardrail.diagnostics.source import Span


class G203(Code):
    """A check that finds things is compared with a number or a level."""

    code: ClassVar[str] = "G203"
    title: ClassVar[str] = "findings compared with a number"
    explanation: ClassVar[str] = """\
`pii(email)`, `mentions(competitors)` and the like either find something or do not; `length(max: 500)` and
`language("en")` answer yes or no. They have no score, and the number of findings is not a value of the language, so a
comparison with a number or a level has no meaning.

Mend it by writing the check alone: it holds as soon as there is one finding.
"""
    example: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_mail {
      redact if pii(email) > 0
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
    def compared(cls, span: Span, check: str, written: str, other: str, level: bool) -> Diagnostic:
        """`span` is the whole comparison, `written` the call as the policy has it, `other` the other side."""
        what = "the level" if level else "the number"
        return cls.build(
            f"`{check}` finds something or does not; it cannot be compared with {what} {other}",
            span,
            "findings are no number",
            helps=(f"write `{written}` alone: it holds as soon as there is one finding",),
            # A call too long to be written out here cannot be put back either.
            fixes=() if "…" in written else (Fix(span, written),),
        )

    @classmethod
    def truth(cls, span: Span, check: str, written: str, other: str, level: bool, bound: str | None) -> Diagnostic:
        """A check that answers yes or no; `bound` is the call that says the same as the comparison."""
        what = "the level" if level else "the number"
        proper = bound or written
        help_text = f"write `{bound}`" if bound else f"write `{written}` alone, or `not {written}`"
        return cls.build(
            f"`{check}` answers yes or no; it cannot be compared with {what} {other}",
            span,
            "yes or no is no number",
            helps=(help_text,),
            fixes=() if "…" in proper else (Fix(span, proper),),
        )
