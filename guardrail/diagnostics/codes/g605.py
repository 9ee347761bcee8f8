"""G605: keyword as a name."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Level
from guardrail.diagnostics.source import Span


class G605(Code):
    """Something is declared under a word of the language."""

    code: ClassVar[str] = "G605"
    level: ClassVar[Level] = Level.NOTE
    title: ClassVar[str] = "keyword as a name"
    explanation: ClassVar[str] = """\
A list, text, import, policy or rule is called like a word of the language: `list block`, `rule say`. It works, since
a word is a keyword only where one can stand.

Yet `redact if mentions(block)` makes a reader stop, and a slip beside such a name is harder to explain.

Mend it by choosing a name that says what it is: `blocked_names`.
"""
    example: ClassVar[str] = """\
guard 1
list block = ["Globex", "Initech"]
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_competitors {
      redact if mentions(block)
    }
  }
}
"""
    repaired: ClassVar[str] = """\
guard 1
list competitors = ["Globex", "Initech"]
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
    def keyword(cls, span: Span, what: str, name: str) -> Diagnostic:
        """`what` is the kind of thing that is called `name`."""
        return cls.build(
            f"{what} `{name}` is called like a word of the language",
            span,
            helps=("choose a name that says what it is for, so that the rules read without a stop",),
        )
