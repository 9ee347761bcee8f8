"""G209: redact without spans."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Label
from guardrail.diagnostics.source import Span


class G209(Code):
    """A `redact` arm has no check that says what to redact."""

    code: ClassVar[str] = "G209"
    title: ClassVar[str] = "redact without spans"
    explanation: ClassVar[str] = """\
`redact` removes the stretches of text that the checks of its condition found. Here no check says where: request
facts and checks of the whole text have no place in it, and what stands under `not` (or in `require … else`) was
precisely not found.

Mend it by adding a check that finds places (`pii(email)`, `mentions(names)`, `matches("…")`), or by taking another
action: `block`, or `replace "…"` for the whole text.
"""
    example: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_mail {
      redact if not pii(email)
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
    def nothing_found(cls, span: Span, condition: Span | None) -> Diagnostic:
        """`span` is the action, `condition` its condition where it has one."""
        return cls.build(
            "nothing here says what to redact",
            span,
            secondary=(Label(condition, "no check in here finds a place in the text"),) if condition else (),
            helps=("add a check that finds places, such as `pii(…)`, or use `block` or `replace`",),
        )
