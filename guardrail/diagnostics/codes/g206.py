"""G206: constant condition."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Span


class G206(Code):
    """A condition is true, or false, whatever the text and the request."""

    code: ClassVar[str] = "G206"
    title: ClassVar[str] = "constant condition"
    explanation: ClassVar[str] = """\
A condition (or a part of one) reads neither the text nor the request, so it always has the same value. Such a rule
either fires on everything or is switched off while it still looks alive in a review.

Mend it by saying what is meant: `block always` for an action without a condition, and delete a rule that is not
wanted; `shadow` keeps a rule watching without acting.
"""
    example: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on input within 50ms limit 4000 chars {
    rule closed {
      block if true
    }
  }
}
"""
    repaired: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on input within 50ms limit 4000 chars {
    rule closed {
      block always
    }
  }
}
"""

    @classmethod
    def constant(cls, span: Span, value: bool) -> Diagnostic:
        """A literal, or a comparison of two literals."""
        return cls.build(
            f"this condition is always {'true' if value else 'false'}",
            span,
            helps=(
                "write `… always` for an action without a condition, or remove the rule"
                if value
                else "remove this part, or the rule if it is not wanted",
            ),
        )

    @classmethod
    def same_sides(cls, span: Span, value: bool) -> Diagnostic:
        """A value is compared with itself."""
        return cls.build(
            f"both sides are the same, so this is always {'true' if value else 'false'}",
            span,
            helps=("compare it with something else",),
        )

    @classmethod
    def empty(cls, span: Span, negated: bool) -> Diagnostic:
        """Membership in an empty array."""
        return cls.build(
            f"nothing is in an empty array, so this is always {'true' if negated else 'false'}",
            span,
            helps=("list the values, or remove this part",),
        )
