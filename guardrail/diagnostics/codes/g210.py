"""G210: value out of range."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Span


class G210(Code):
    """A number (or another value) lies outside what its clause or parameter can mean."""

    code: ClassVar[str] = "G210"
    title: ClassVar[str] = "value out of range"
    explanation: ClassVar[str] = """\
A clause or an argument has a value that cannot mean anything: `sample 200%`, `within 0ms`, `reask 0`, `limit 1.5
chars`, a regular expression that is not one.

Mend it by writing a value in the range that the help gives.
"""
    example: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule watch_mail {
      flag if pii(email)
      sample 200%
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
    rule watch_mail {
      flag if pii(email)
      sample 20%
    }
  }
}
"""

    @classmethod
    def out_of_range(cls, span: Span, written: str, allowed: str) -> Diagnostic:
        """`written` is the clause as the policy has it, `allowed` its range with its unit."""
        return cls.build(f"`{written}` is out of range", span, helps=(f"write {allowed}",))

    @classmethod
    def argument(cls, span: Span, check: str, parameter: str, shown: str, allowed: str) -> Diagnostic:
        """An argument of a check is out of its range."""
        return cls.build(
            f"`{check}` cannot take {shown} as `{parameter}`", span, "out of range", helps=(f"give it {allowed}",)
        )

    @classmethod
    def empty_label(cls, span: Span) -> Diagnostic:
        """`redact as ""` would remove text without a trace."""
        return cls.build(
            "a redaction needs a visible label",
            span,
            notes=("text that vanishes without a trace changes what the rest says",),
            helps=("write what stands in its place, or leave `as` out for `[redacted]`",),
        )
