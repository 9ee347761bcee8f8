"""G308: unbounded reask."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Fix
from guardrail.diagnostics.source import Span


class G308(Code):
    """A `reask` does not say how often."""

    code: ClassVar[str] = "G308"
    title: ClassVar[str] = "unbounded reask"
    explanation: ClassVar[str] = """\
`reask` sends the answer back to the model. Without a number nothing bounds how often, and a model that keeps failing
would keep the caller waiting (and paying) for ever.

Mend it by writing how many further attempts there may be: `reask 1 … then block`. What comes after `then` is what
happens once they are used up.
"""
    example: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars hold all {
    rule no_mail {
      reask then block if pii(email)
    }
  }
}
"""
    repaired: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars hold all {
    rule no_mail {
      reask 1 then block if pii(email)
    }
  }
}
"""

    @classmethod
    def no_maximum(cls, span: Span) -> Diagnostic:
        """`span` is the whole `reask` action."""
        after = Span(span.source, span.start + len("reask"), span.start + len("reask"))
        return cls.build(
            "`reask` does not say how often",
            span,
            helps=("write the number of further attempts: `reask 1`",),
            fixes=(Fix(after, " 1"),),
        )
