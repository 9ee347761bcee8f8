"""G112: duplicated clause."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Fix, Label
from guardrail.diagnostics.source import Span


class G112(Code):
    """A clause that may stand once stands twice."""

    code: ClassVar[str] = "G112"
    title: ClassVar[str] = "duplicated clause"
    explanation: ClassVar[str] = """\
A clause that has one value stands twice in the same place: two `when` in a rule, two `on error` in a policy, two
`on output` stages in a policy, the same key twice in an object.

Only one of the two could hold, and the reader could not tell which.

Mend it by removing one. Two conditions belong into one `when`, joined by `and`; the rules of two stages belong into
one. Arms, `drop`, `given`, `assume` and `expect` may stand as often as needed.
"""
    example: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_insults {
      block if toxicity >= likely
      say "Let us stay friendly."
      say "Please be kind."
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
      say "Let us stay friendly."
    }
  }
}
"""

    @classmethod
    def duplicated(cls, second: Span, first: Span, name: str, owner: str) -> Diagnostic:
        """`name` stands twice in one `owner` (a rule, stage, policy, call, object)."""
        if name == "when":
            help_text = "join both conditions by `and` in one `when`"
        elif name.startswith("on ") and owner == "policy" and name not in ("on error", "on timeout"):
            help_text = "move the rules of both into one"
        else:
            help_text = "keep one of the two"
        return cls.build(
            f"`{name}` stands twice in this {owner}",
            second,
            "a second time here",
            secondary=(Label(first, "first here"),),
            helps=(help_text,),
            fixes=(Fix(second, ""),),
        )
