"""G612: a test that asserts nothing."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Level
from guardrail.diagnostics.source import Span


class G612(Code):
    """A test says what is given and not what is expected."""

    code: ClassVar[str] = "G612"
    level: ClassVar[Level] = Level.WARNING
    title: ClassVar[str] = "test that asserts nothing"
    explanation: ClassVar[str] = """\
A test without `expect` looks at nothing: it would pass whatever the policy decides, so `guardrail test` counts it as
failed.

Mend it by saying what is expected: an outcome, with the rules it comes from (`expect block by no_mail`), or the text
that may be passed on (`expect text "…"`).
"""
    example: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_mail {
      redact if pii(email)
    }
  }
}
test "an address is hidden" for support {
  given output "Write to ann@example.com."
}
"""
    repaired: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_mail {
      redact if pii(email)
    }
  }
}
test "an address is hidden" for support {
  given output "Write to ann@example.com."
  expect redact by no_mail
}
"""

    @classmethod
    def no_expectation(cls, span: Span) -> Diagnostic:
        """`span` is the whole test; its first line is pointed at."""
        first = Span(span.source, span.start, min(span.end, span.start + len("test")))
        return cls.build(
            "this test asserts nothing",
            first,
            helps=('add what is expected: `expect block by rule_name`, or `expect text "…"`',),
        )
