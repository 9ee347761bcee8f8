"""G007: unknown escape."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Fix
from guardrail.diagnostics.source import Span


class G007(Code):
    """A backslash in a text is followed by something that has no meaning."""

    code: ClassVar[str] = "G007"
    title: ClassVar[str] = "unknown escape"
    explanation: ClassVar[str] = """\
Inside a text a backslash introduces an escape. There are five: `\\\\`, `\\"`, `\\n`, `\\t` and `\\u{…}` with the
hexadecimal number of a Unicode character.

Anything else is refused, because a regular expression written where a plain text belongs would silently lose its
backslashes. Inside `matches("…")` a backslash stands for itself.

Mend it by doubling the backslash, or by removing it.
"""
    example: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_insults {
      block if toxicity >= likely
      say "Please be friendly \\o/"
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
      say "Please be friendly \\\\o/"
    }
  }
}
"""

    @classmethod
    def unknown_escape(cls, span: Span, escape: str) -> Diagnostic:
        """The escape at `span` does not exist, or names no character."""
        if escape.startswith("\\u{"):
            return cls.build(f"`{escape}` is not a character", span, helps=("write a number up to `\\u{10ffff}`",))
        shown = escape if escape.isprintable() else "\\"
        return cls.build(
            f"unknown escape `{shown}`",
            span,
            helps=('escapes are `\\\\`, `\\"`, `\\n`, `\\t` and `\\u{…}`; write `\\\\` for a backslash',),
            fixes=(Fix(Span(span.source, span.start, span.start), "\\"),),
        )
