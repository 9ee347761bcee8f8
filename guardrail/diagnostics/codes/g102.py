"""G102: unknown check."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Fix
from guardrail.diagnostics.source import Span
from guardrail.diagnostics.wording import suggestion_help


class G102(Code):
    """A condition calls a check that does not exist."""

    code: ClassVar[str] = "G102"
    title: ClassVar[str] = "unknown check"
    explanation: ClassVar[str] = """\
A condition names a check that does not exist.

A rule whose check is missing would never fire, so the policy is refused instead of being run without it.

Mend it by writing the check's name as the language reference lists it. If what you meant is something else, say so:
a request fact is written `request.channel`, a list is searched with `mentions(competitors)`.
"""
    example: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_mail {
      block if pi(email)
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
    rule no_mail {
      block if pii(email)
    }
  }
}
"""

    @classmethod
    def unknown(cls, span: Span, name: str, suggestion: str | None, valid: Sequence[str]) -> Diagnostic:
        """No check is called so; `span` begins with the name."""
        word = Span(span.source, span.start, span.start + len(name))
        fixes = (Fix(word, suggestion),) if suggestion else ()
        return cls.build(
            f"unknown check `{name}`",
            word,
            "no check has this name",
            helps=suggestion_help(suggestion, valid, "checks"),
            fixes=fixes,
        )

    @classmethod
    def something_else(cls, span: Span, name: str, what: str, written: str) -> Diagnostic:
        """The name is that of a list, a text or a request field; `written` is how it would be used."""
        is_fact = what == "request field"
        return cls.build(
            f"`{name}` is a {what}, which is read as `{written}`" if is_fact else f"`{name}` is a {what}, not a check",
            span,
            "" if is_fact else "a check belongs here",
            helps=(f"write `{written}`",),
            fixes=(Fix(span, written),),
        )

    @classmethod
    def counted(cls, span: Span, name: str, check: str) -> Diagnostic:
        """The findings of a check are counted, or looked into."""
        return cls.build(
            f"unknown check `{name}`",
            span,
            "no check has this name",
            notes=("a check holds as soon as it finds something: its findings are not counted",),
            helps=(f"write `{check}` alone",),
        )

    @classmethod
    def elsewhere(cls, span: Span, name: str, written: str) -> Diagnostic:
        """What the check is called in another language or product; `written` is an example of ours."""
        word = Span(span.source, span.start, span.start + len(name))
        return cls.build(
            f"unknown check `{name}`", word, "no check has this name", helps=(f"write `{written}`, or one like it",)
        )
