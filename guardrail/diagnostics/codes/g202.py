"""G202: threshold outside 0..1."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Fix
from guardrail.diagnostics.source import Span
from guardrail.diagnostics.wording import show_value


class G202(Code):
    """A score is compared with a number that no score can reach."""

    code: ClassVar[str] = "G202"
    title: ClassVar[str] = "threshold outside 0 to 1"
    explanation: ClassVar[str] = """\
Scores lie between 0 and 1. A threshold outside that range makes the comparison always true or always false, so the
rule would fire on everything or never.

Mend it by writing a number in the range (`0.8`, not `80`), or better a level: `possible`, `likely` and `very_likely`
stand for false-alarm rates of 5 %, 1 % and 0.1 % and survive a change of the model.
"""
    example: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_toxicity {
      block if toxicity >= 80
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
      block if toxicity >= 0.8
    }
  }
}
"""

    @classmethod
    def outside(cls, span: Span, check: str, value: int | float) -> Diagnostic:
        """The threshold `value` of `check` is below 0 or above 1."""
        fixes: tuple[Fix, ...]
        if 10 <= value <= 100:
            meant = show_value(value / 100)
            help_text, fixes = f"did you mean `{meant}`?", (Fix(span, meant),)
        else:
            help_text, fixes = "write a number between 0 and 1, or a level such as `likely`", ()
        return cls.build(
            f"the threshold {show_value(value)} is outside 0 to 1",
            span,
            f"the score of `{check}` never gets there",
            helps=(help_text,),
            fixes=fixes,
        )
