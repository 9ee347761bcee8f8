"""G003: missing `guard 1`."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Fix
from guardrail.diagnostics.source import Span


class G003(Code):
    """A file does not say for which edition of the language it was written."""

    code: ClassVar[str] = "G003"
    title: ClassVar[str] = "missing `guard 1`"
    explanation: ClassVar[str] = """\
A policy file begins with `guard` and the edition of the language it is written in: `guard 1`.

The edition lets the language grow without changing what an older file means.

Mend it by writing `guard 1` before everything but comments.
"""
    example: ClassVar[str] = """\
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_insults {
      block if toxicity >= likely
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
    }
  }
}
"""

    @classmethod
    def missing(cls, span: Span) -> Diagnostic:
        """The file begins with something else, at `span`."""
        insertion = Fix(Span(span.source, span.start, span.start), "guard 1\n", safe=True)
        return cls.build(
            "the file does not begin with `guard 1`",
            span,
            "the edition belongs before this",
            helps=("write `guard 1` as the first line",),
            fixes=(insertion,),
        )

    @classmethod
    def no_number(cls, span: Span) -> Diagnostic:
        """There is `guard`, without a number after it."""
        insertion = Fix(Span(span.source, span.end, span.end), " 1", safe=True)
        return cls.build("`guard` does not say which edition", span, helps=("write `guard 1`",), fixes=(insertion,))

    @classmethod
    def signed(cls, span: Span) -> Diagnostic:
        """`guard: 1`: a sign stands between the word and the number."""
        return cls.build(
            "the edition is written without a sign",
            span,
            helps=("write `guard 1`",),
            fixes=(Fix(span, " 1", safe=True),),
        )

    @classmethod
    def misspelt(cls, span: Span, word: str) -> Diagnostic:
        """The first line says something close to `guard 1`."""
        return cls.build(
            f"the file begins with `{word}` instead of `guard 1`",
            span,
            helps=("write `guard 1` as the first line",),
            fixes=(Fix(span, "guard", safe=True),),
        )
