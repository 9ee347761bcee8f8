"""G502: pattern without a bound in a held stream."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Level
from guardrail.diagnostics.source import Span


class G502(Code):
    """A pattern that may go on over words holds a stream back without a bound."""

    code: ClassVar[str] = "G502"
    level: ClassVar[Level] = Level.WARNING
    title: ClassVar[str] = "pattern without a bound in a held stream"
    explanation: ClassVar[str] = """\
A stream is held from where a match may have begun until it has ended or failed. `BEGIN.*END` may go on to the end of
its line, `(?s)BEGIN.*END` to the end of the answer: everything behind the first `BEGIN` waits that long.

Mend it by saying what may stand in between and how much of it: `BEGIN[^\\n]{0,200}END`. Repeats of characters without
blanks, such as `\\w+` or `[a-z]*`, end with their word and are not reported.
"""
    example: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars hold word {
    rule no_notes {
      redact if matches("<note>.*</note>")
    }
  }
}
"""
    repaired: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars hold word {
    rule no_notes {
      redact if matches("<note>[^<>]{0,200}</note>")
    }
  }
}
"""

    @classmethod
    def unbounded(cls, span: Span, rule: str, pattern: str, *, lines: bool) -> Diagnostic:
        """A pattern of `rule` goes on to the end of its line; with `lines`, of the answer."""
        until = "answer" if lines else "line"
        return cls.build(
            f"a match of `{pattern}` may go on to the end of the {until}",
            span,
            f"rule `{rule}` holds a stream back from where one may have begun",
            helps=("bound what may stand in between, as in `[^\\n]{0,200}`",),
        )
