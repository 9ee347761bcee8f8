"""G104: unknown request field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Fix
from guardrail.diagnostics.source import Span
from guardrail.diagnostics.wording import suggestion_help


class G104(Code):
    """A rule or test reads a request fact that no `request` block declares."""

    code: ClassVar[str] = "G104"
    title: ClassVar[str] = "unknown request field"
    explanation: ClassVar[str] = """\
A rule reads `request.…`, or a test gives it, yet the file's `request` block declares no such field.

What the caller must say about a request is part of the policy: an undeclared field would be absent in every
request, and the rule would silently never (or always) apply.

Mend it by correcting the name, or by declaring the field with its type: `channel: string in ["chat", "email"]`.
A field that callers may leave out ends in `?`. `request.attempt` and `request.id` are always there.
"""
    example: ClassVar[str] = """\
guard 1
request {
  channel: string in ["chat", "email"]
}
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_mail {
      when request.chanel == "chat"
      redact if pii(email)
    }
  }
}
"""
    repaired: ClassVar[str] = """\
guard 1
request {
  channel: string in ["chat", "email"]
}
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_mail {
      when request.channel == "chat"
      redact if pii(email)
    }
  }
}
"""

    @classmethod
    def unknown(cls, span: Span, name: str, suggestion: str | None, valid: Sequence[str]) -> Diagnostic:
        """No field is called so; `name` goes without its `request.`, and so do `valid` ones."""
        fixes = (Fix(span, f"request.{suggestion}"),) if suggestion else ()
        helps = suggestion_help(suggestion, valid, "fields")
        if suggestion is None:
            helps = (*helps, f"or declare it: `request {{ {name}: string }}`")
        return cls.build(f"unknown request field `{name}`", span, "not declared", helps=helps, fixes=fixes)

    @classmethod
    def bare(cls, span: Span, name: str, suggestion: str | None, kind: str) -> Diagnostic:
        """A word where a fact belongs that is neither declared nor written as one; `kind` is the type to declare."""
        if suggestion is not None:
            helps = (f"did you mean `request.{suggestion}`?",)
            return cls.build(
                f"`{name}` is not a request fact",
                span,
                "not declared",
                helps=helps,
                fixes=(Fix(span, f"request.{suggestion}"),),
            )
        return cls.build(
            f"`{name}` is not a request fact",
            span,
            "not declared",
            helps=(f"declare it, as in `request {{ {name}: {kind} }}`, and read it as `request.{name}`",),
        )

    @classmethod
    def declared_elsewhere(cls, span: Span, name: str, alias: str) -> Diagnostic:
        """An imported file declares it, this one does not."""
        return cls.build(
            f"unknown request field `{name}`",
            span,
            "not declared in this file",
            notes=(f"the file imported as `{alias}` declares it; a file sees its own fields alone",),
            helps=("declare it in the `request` block of this file too, with the same type",),
        )

    @classmethod
    def given(cls, span: Span, name: str, suggestion: str | None, valid: Sequence[str]) -> Diagnostic:
        """A test gives a fact that no field stands for."""
        return cls.build(
            f"unknown request field `{name}`",
            span,
            "not declared",
            helps=suggestion_help(suggestion, valid, "fields"),
        )

    @classmethod
    def no_field(cls, span: Span) -> Diagnostic:
        """`request` alone, or a tool fact that does not exist."""
        return cls.build("`request` alone is no fact", span, helps=("name a field: `request.channel`",))
