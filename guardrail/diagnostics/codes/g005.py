"""G005: unquoted text."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Fix
from guardrail.diagnostics.source import Span


class G005(Code):
    """A text stands without double quotes, or within other quotes."""

    code: ClassVar[str] = "G005"
    title: ClassVar[str] = "unquoted text"
    explanation: ClassVar[str] = """\
Text that is shown, matched or kept is written in double quotes: `say "Sorry, I cannot help with that."`.

Without quotes its words would be read as words of the language. Single quotes, typographic quotes and backticks are not
quotes of the language, because they look alike and an apostrophe would end the text.

Mend it by putting the text into straight double quotes. A name without quotes is the name of a text declared with
`text name = "…"`.
"""
    example: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_insults {
      block if toxicity >= likely
      say Sorry, let us stay friendly.
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
      say "Sorry, let us stay friendly."
    }
  }
}
"""

    @classmethod
    def unquoted(cls, span: Span, keyword: str, quoted: str) -> Diagnostic:
        """Words stand where a text belongs; `quoted` is the text as it should be written."""
        shown = quoted if len(quoted) <= 60 else quoted[:57] + '…"'
        return cls.build(
            "this text needs double quotes",
            span,
            helps=(f"write `{keyword} {shown}`" if keyword else f"write `{shown}`",),
            fixes=(Fix(span, quoted),),
        )

    @classmethod
    def wrong_quotes(cls, span: Span, quoted: str) -> Diagnostic:
        """A text stands in quotes of another kind."""
        return cls.build(
            "strings use double quotes", span, helps=(f"write `{quoted}`",), fixes=(Fix(span, quoted, safe=True),)
        )
