"""G111: a name that the language keeps for itself."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Span


class G111(Code):
    """Something is declared under a name that already means something in an expression."""

    code: ClassVar[str] = "G111"
    title: ClassVar[str] = "reserved name"
    explanation: ClassVar[str] = """\
Some names mean something in every expression: `input`, `output`, `context`, `question`, `system`, `tool`,
`history` and `request`; the words `always`, `true` and `false`; the levels `possible`, `likely` and
`very_likely`. No list, text, import, rule or request field may bear one. Lists and texts may not be named like a
check either (`toxicity`), and `request.attempt` and `request.id` are arguments of the call, never fields.

A reader could not tell which of the two is meant.

Mend it by choosing another name.
"""
    example: ClassVar[str] = """\
guard 1
list likely = ["Globex"]
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_competitors {
      redact if mentions(likely)
    }
  }
}
"""
    repaired: ClassVar[str] = """\
guard 1
list competitors = ["Globex"]
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_competitors {
      redact if mentions(competitors)
    }
  }
}
"""

    @classmethod
    def word(cls, span: Span, what: str, name: str) -> Diagnostic:
        """A root, level or word of the language."""
        return cls.build(
            f"{what} may not be called `{name}`", span, "this name is reserved", helps=("choose another name",)
        )

    @classmethod
    def check(cls, span: Span, what: str, name: str) -> Diagnostic:
        """A list or text under the name of a check."""
        return cls.build(
            f"{what} may not be called `{name}`",
            span,
            "this is the name of a check",
            helps=(f"choose another name, such as `{name}_{what.split()[-1]}`",),
        )

    @classmethod
    def call_argument(cls, span: Span, name: str) -> Diagnostic:
        """`request.attempt` or `request.id` declared as a field."""
        return cls.build(
            f"`request.{name}` is not a field to declare",
            span,
            "an argument of every call",
            helps=(f"remove it: rules may read `request.{name}` without it",),
        )
