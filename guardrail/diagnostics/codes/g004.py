"""G004: newer edition."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Fix
from guardrail.diagnostics.source import Span

_LONGEST = 20


class G004(Code):
    """A file is written in an edition this version does not know."""

    code: ClassVar[str] = "G004"
    title: ClassVar[str] = "newer edition"
    explanation: ClassVar[str] = """\
The file says that it is written in an edition of the language that this version of guardrail does not know.

A newer edition may give words another meaning, so the file is refused rather than half understood.

Mend it by installing a newer guardrail, or, if nothing newer is used in the file, by writing `guard 1`.
"""
    example: ClassVar[str] = """\
guard 2
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_insults {
      block if toxicity >= likely
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
    rule no_insults {
      block if toxicity >= likely
    }
  }
}
"""

    @classmethod
    def unknown_edition(cls, span: Span, written: str) -> Diagnostic:
        """The number at `span` is not 1."""
        shown = written if len(written) <= _LONGEST else f"{written[:_LONGEST]}…"
        return cls.build(
            f"edition `{shown}` is not known to this version",
            span,
            "only edition 1 is known",
            helps=("install a newer guardrail, or write `guard 1`",),
            fixes=(Fix(span, "1"),),
        )
