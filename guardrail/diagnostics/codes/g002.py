"""G002: unterminated string."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Fix
from guardrail.diagnostics.source import Span


class G002(Code):
    """A text has an opening quote and no closing one on its line."""

    code: ClassVar[str] = "G002"
    title: ClassVar[str] = "unterminated string"
    explanation: ClassVar[str] = """\
A text in double quotes must end on the line it begins on. This one has no closing quote, so everything up to the end of
the line would belong to it.

A text that could run on over several lines would swallow whole rules when one quote is forgotten, and the policy would
still look complete.

Mend it by closing the quote. Write `\\n` for a line break inside a text, `\\"` for a double quote; a long text can
live in a file of its own: `text disclaimer from "texts/disclaimer.md"`.
"""
    example: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_insults {
      block if toxicity >= likely
      say "Let us stay friendly.
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
    def unterminated(cls, span: Span, closing: int | None) -> Diagnostic:
        """The text at `span`; `closing` is where its closing quote most likely belongs."""
        quote = Span(span.source, span.start, span.start + 1)
        fixes = () if closing is None else (Fix(Span(span.source, closing, closing), '"'),)
        return cls.build(
            "this text has no closing quote",
            quote,
            "opened here",
            helps=('close it with `"` on the same line; a line break inside a text is written `\\n`',),
            fixes=fixes,
        )
