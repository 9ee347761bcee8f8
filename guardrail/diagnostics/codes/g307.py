"""G307: sample on an enforcing rule."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Label
from guardrail.diagnostics.source import Span


class G307(Code):
    """A rule that enforces is evaluated for a share of the traffic only."""

    code: ClassVar[str] = "G307"
    title: ClassVar[str] = "sample on an enforcing rule"
    explanation: ClassVar[str] = """\
`sample 20%` looks at one request in five. On a rule that blocks, edits or asks again, four of five texts would pass
unchecked while the rule looks complete.

Mend it by removing `sample`, or by making the rule one that watches: `flag`, `later` or `shadow`. To introduce a
rule step by step use `enforce 10%`: the rest is still judged, as shadow.
"""
    example: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_mail {
      block if pii(email)
      sample 20%
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
      block if pii(email)
      enforce 20%
    }
  }
}
"""

    @classmethod
    def enforcing(cls, span: Span, rule: str, does: str, arm: Span) -> Diagnostic:
        """`span` is the `sample` clause, `arm` the first arm that enforces."""
        return cls.build(
            f"rule `{rule}` can {does}, so it cannot be sampled",
            span,
            "skips most of the texts",
            secondary=(Label(arm, "enforces"),),
            helps=("remove `sample`, add `later` or `shadow`, or use `enforce` to introduce the rule step by step",),
        )
