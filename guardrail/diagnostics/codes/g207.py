"""G207: check not available at this stage."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Span
from guardrail.diagnostics.wording import name_list


class G207(Code):
    """A check or fact is used at a stage that has nothing for it to judge."""

    code: ClassVar[str] = "G207"
    title: ClassVar[str] = "check not available at this stage"
    explanation: ClassVar[str] = """\
Each check says at which stages it can judge: `tool_schema()` needs a tool call, `grounding` an answer. At another
stage there is nothing to look at, so every run would fail and end in `on error`.

Mend it by moving the rule to a stage that the help names.
"""
    example: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule refunds {
      block if tool.name == "refunds.create"
    }
  }
}
"""
    repaired: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on tool_call within 50ms limit 4000 chars {
    rule refunds {
      block if tool.name == "refunds.create"
    }
  }
}
"""

    @classmethod
    def at_stage(cls, span: Span, name: str, stage: str, stages: Iterable[str]) -> Diagnostic:
        """`name` is a check or a tool fact, `stages` where it can be used."""
        allowed = sorted(stages)
        where = "the stage" if len(allowed) == 1 else "the stages"
        return cls.build(
            f"`{name}` is not available at `{stage}`",
            span,
            "nothing to judge here",
            helps=(f"it works at {where} {name_list(allowed)}; move the rule there",),
        )
