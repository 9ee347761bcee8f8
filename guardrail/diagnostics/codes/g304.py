"""G304: timeout defers a blocking rule."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Label
from guardrail.diagnostics.source import Span


class G304(Code):
    """A rule that can block is released on timeout and judged afterwards."""

    code: ClassVar[str] = "G304"
    title: ClassVar[str] = "timeout defers a blocking rule"
    explanation: ClassVar[str] = """\
The policy says `on timeout defer`: what does not finish in time is released now and checked later. For a rule that
can block, later is too late, since the text is out.

Mend it by writing `on timeout block` in the policy. Where a single rule may really be late, that rule itself says
`on timeout defer`, so that a reviewer sees it there.
"""
    example: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout defer
  on output within 50ms limit 4000 chars {
    rule no_toxicity {
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
    rule no_toxicity {
      block if toxicity >= likely
    }
  }
}
"""

    @classmethod
    def inherited(cls, span: Span, rule: str, setting: Span | None) -> Diagnostic:
        """`setting` is the policy's `on timeout defer`."""
        return cls.build(
            f"rule `{rule}` can block, but a timeout releases its text first",
            span,
            "can block",
            secondary=(Label(setting, "the policy defers what does not finish"),) if setting else (),
            helps=("write `on timeout block` in the rule, or `on timeout defer` there if being late is acceptable",),
        )
