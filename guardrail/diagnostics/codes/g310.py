"""G310: action not allowed at this stage."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Span
from guardrail.diagnostics.wording import name_list


class G310(Code):
    """A rule asks for an action that its stage cannot carry out."""

    code: ClassVar[str] = "G310"
    title: ClassVar[str] = "action not allowed at this stage"
    explanation: ClassVar[str] = """\
What an action means depends on the stage. An input can be flagged, redacted, replaced or blocked; an output takes
every action but `permit`; retrieved chunks and tool results can be flagged, redacted or blocked (a blocked chunk is
dropped); a tool call can be permitted, flagged, redacted, asked again or blocked.

Mend it by taking an action of that stage, or by moving the rule.
"""
    example: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on input within 50ms limit 4000 chars {
    rule no_mail {
      reask 1 if pii(email)
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
    rule no_mail {
      block if pii(email)
    }
  }
}
"""

    @classmethod
    def not_here(cls, span: Span, action: str, stage: str, allowed: Iterable[str]) -> Diagnostic:
        """`allowed` are the actions of the stage, in the order they are listed."""
        return cls.build(
            f"`{action}` is not an action of `{stage}`",
            span,
            helps=(f"`{stage}` takes {name_list(tuple(allowed), 'or')}",),
        )
