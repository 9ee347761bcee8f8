"""G407: suspicious regular expression."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Fix, Level
from guardrail.diagnostics.source import Span


class G407(Code):
    """A regular expression that is valid and hardly means what it says."""

    code: ClassVar[str] = "G407"
    level: ClassVar[Level] = Level.WARNING
    title: ClassVar[str] = "suspicious regular expression"
    explanation: ClassVar[str] = r"""
The expression can be run, and says something else than it seems to:

| written | matches | meant is |
|---|---|---|
| `matches("\\d+")` | a backslash, then letters `d` | `matches("\d+")`: in `matches` a backslash stands for itself |
| `matches("[error]")` | one of the letters e, r, o | `matches("error")`, `matches("(error|warning)")` |
| `matches("evil.com")` | `evilxcom` as well | `matches("evil\.com")`, or `links(deny: ["evil.com"])` |
| `matches("abort", "i")` | every text with an `i` | `matches("(?i)abort")` |
| `matches("id=\d+[\s$]")` | a dollar sign | `matches("id=\d+(\s|$)")` |

Such a rule looks like protection and finds something else, or nothing.

Mend it as the help says. A dollar sign that is meant stands first in its class: `[$\s]`.
"""
    example: ClassVar[str] = r"""
guard 1
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_order_numbers {
      redact if matches("ORD-\\d{6}")
    }
  }
}
"""
    repaired: ClassVar[str] = r"""
guard 1
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_order_numbers {
      redact if matches("ORD-\d{6}")
    }
  }
}
"""

    @classmethod
    def doubled_backslash(cls, span: Span, written: str, fixes: tuple[Fix, ...]) -> Diagnostic:
        """A backslash that is escaped as in other languages; `written` is the first one with its letter."""
        proper = written[1:]
        return cls.build(
            f"`{written}` matches a backslash and then `{written[2:]}`",
            span,
            notes=("in `matches` a backslash stands for itself",),
            helps=(f"write `{proper}`",),
            fixes=fixes,
        )

    @classmethod
    def word_in_class(cls, span: Span, written: str, word: str) -> Diagnostic:
        """A word in square brackets; `word` is what stands inside."""
        proper = f"({word})" if "|" in word else word
        return cls.build(
            f"`{written}` matches one of these characters, not the word",
            span,
            helps=(f"write `{proper}`",),
            fixes=(Fix(span, proper),),
        )

    @classmethod
    def open_dot(cls, span: Span, written: str, other: str) -> Diagnostic:
        """A dot of a host name or address that is not escaped; `other` is something else that matches."""
        proper = written.replace(".", r"\.")
        return cls.build(
            f"`.` matches any character: `{other}` as well",
            span,
            helps=(f"write `{proper}`",),
            fixes=(Fix(span, proper),),
        )

    @classmethod
    def flags_argument(cls, span: Span, written: str, flags: str) -> Diagnostic:
        """Flags that are given as a pattern of their own, as in other languages."""
        return cls.build(
            f"`{written}` is a pattern of its own here: it matches every text with this letter",
            span,
            helps=(f"flags stand at the start of the pattern: `(?{flags})…`",),
        )

    @classmethod
    def dollar_in_class(cls, span: Span, written: str, proper: str) -> Diagnostic:
        """`$` at the end of a class; `written` is the class, `proper` the same with an end of the text."""
        return cls.build(
            f"`$` in `{written}` is a dollar sign, not the end of the text",
            span,
            helps=(f"write `{proper}`; a dollar sign that is meant stands first: `[$…]`",),
            fixes=(Fix(span, proper),),
        )
