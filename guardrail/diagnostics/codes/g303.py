"""G303: fails open."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Label, Level
from guardrail.diagnostics.source import Span


class G303(Code):
    """A rule that protects lets texts through when its checks fail."""

    code: ClassVar[str] = "G303"
    title: ClassVar[str] = "fails open"
    explanation: ClassVar[str] = """\
The rule blocks, edits or asks again, yet `on error allow` (its own, or the policy's) means that a text passes
unchanged whenever a check of the rule cannot run: whoever can make the check fail switches the rule off. `on error
flag` lets it pass as well but leaves a trace, which is a warning.

Mend it with `on error block`, on the rule or the policy. Rules that only watch (`flag`, `later`, `shadow`) may keep
`on error flag` or `allow`. If passing is really wanted, say so beside the rule:
`# guardrail: allow G303 because …` silences the warning for `on error flag`.
"""
    example: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_toxicity {
      block if toxicity >= likely
      on error allow
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
      on error block
    }
  }
}
"""

    @classmethod
    def on_error(cls, span: Span, rule: str, outcome: str, does: str, setting: Span | None) -> Diagnostic:
        """`does` is what the rule can do; `setting` is the policy's clause where the rule has none of its own."""
        passes = "unchanged" if outcome == "allow" else "with no more than a flag"
        return cls.build(
            f"rule `{rule}` fails open: its text passes {passes} when a check fails",
            span,
            f"can {does}, but `on error {outcome}`",
            secondary=(Label(setting, "the policy's setting, which holds for this rule"),) if setting else (),
            helps=("write `on error block` in the rule",),
            level=Level.ERROR if outcome == "allow" else Level.WARNING,
        )
