"""G204: value not in the field's domain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Fix, Label
from guardrail.diagnostics.source import Span
from guardrail.diagnostics.wording import show_value, shown


class G204(Code):
    """A request fact is compared with a value that it can never have."""

    code: ClassVar[str] = "G204"
    title: ClassVar[str] = "value not in the field's domain"
    explanation: ClassVar[str] = """\
The `request` block says which values a field can have (`channel: string in ["chat", "email"]`), and a rule or a test
uses another one. The comparison could never hold, so the rule would silently be dead.

Mend it by correcting the value, or by adding it to the field's values if callers do send it.
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
      when request.channel == "mail"
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
      when request.channel == "email"
      redact if pii(email)
    }
  }
}
"""

    @classmethod
    def value(
        cls,
        span: Span,
        field: str,
        value: str | int | float | bool,
        suggestion: str | None,
        domain: Sequence[str | int | float | bool],
        declared: Span | None = None,
    ) -> Diagnostic:
        """`value` is none of the field's values, which are listed at `declared`."""
        values = ", ".join(shown(item) for item in domain[:12])
        more = f" and {len(domain) - 12} more" if len(domain) > 12 else ""
        if suggestion is not None:
            helps: tuple[str, ...] = (f"did you mean `{show_value(suggestion)}`?",)
            fixes: tuple[Fix, ...] = (Fix(span, show_value(suggestion)),)
        else:
            helps, fixes = ("write one of its values, or add this one where they are listed",), ()
        return cls.build(
            f"`{field}` is never {shown(value)}",
            span,
            "not one of its values",
            secondary=(Label(declared, "its values"),) if declared is not None else (),
            notes=(f"its values are {values}{more}",),
            helps=helps,
            fixes=fixes,
        )

    @classmethod
    def not_whole(cls, span: Span, field: str, value: float) -> Diagnostic:
        """A whole-number field is tested for equality with a fraction."""
        return cls.build(
            f"`{field}` is a whole number, so it is never `{show_value(value)}`",
            span,
            helps=("compare it with a whole number, or by `<`, `<=`, `>` or `>=`",),
        )
