"""G309: stage without a bound."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Fix
from guardrail.diagnostics.source import Span


class G309(Code):
    """A stage does not bound its time or its text."""

    code: ClassVar[str] = "G309"
    title: ClassVar[str] = "stage without a bound"
    explanation: ClassVar[str] = """\
Each stage promises a latency (`within 50ms`) and accepts texts up to a length (`limit 4000 chars`). Without the first
nothing stops a slow check from holding up every request; without the second a long text can make every check slow,
and the worst case cannot be computed.

Mend it by writing both after the stage's name. A child policy takes over what its parent says.
"""
    example: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output limit 4000 chars {
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
    def missing(cls, span: Span, stage: str, clause: str, written: str, insertion: Span | None) -> Diagnostic:
        """`clause` is `within` or `limit`, `written` an example of it."""
        what = "time" if clause == "within" else "length"
        fixes = (Fix(insertion, f" {written}"),) if insertion is not None else ()
        return cls.build(
            f"stage `{stage}` has no `{clause}`",
            span,
            f"its {what} is unbounded",
            helps=(f"add a bound, such as `{written}`",),
            fixes=fixes,
        )
