"""G412: the check holds for the good texts."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Label, Level
from guardrail.diagnostics.source import Span


class G412(Code):
    """A rule acts on the texts that are as they should be."""

    code: ClassVar[str] = "G412"
    level: ClassVar[Level] = Level.WARNING
    title: ClassVar[str] = "the check holds for the good texts"
    explanation: ClassVar[str] = """\
`length`, `language`, `json_schema` and `tool_schema` say how a text should be: `length(max: 500)` holds *while* the
text has at most 500 characters. `block if length(max: 500)` therefore blocks every short text and lets the long ones
pass.

Mend it by turning the rule around: `require length(max: 500) else block`, or `block if not length(max: 500)`. If the
texts for which the check holds are really meant, say so: `# guardrail: allow G412 because …`.
"""
    example: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule brief {
      block if length(max: 500)
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
    rule brief {
      require length(max: 500) else block
    }
  }
}
"""

    @classmethod
    def holds_for_the_good(cls, arm: Span, call: Span, check: str, action: str, bound: str | None) -> Diagnostic:
        """`bound` says what a text is that the call does not hold for, where that has a name."""
        what = {"json_schema": "fit the schema", "tool_schema": "fit their schema", "language": "are in the language"}
        good = what.get(check, "have this length" if bound is None else f"are not {bound}")
        whom = "calls" if check == "tool_schema" else "texts"
        return cls.build(
            f"this acts on the {whom} that {good}",
            call,
            "holds while all is well",
            secondary=(Label(Span(arm.source, arm.start, call.start), "so this happens to the good ones"),),
            helps=(f"write `require … else {action}`, or `not` before the check",),
        )
