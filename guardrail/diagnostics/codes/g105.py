"""G105: two things under one name."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Label
from guardrail.diagnostics.source import Span


class G105(Code):
    """A name is declared twice where it may be declared once."""

    code: ClassVar[str] = "G105"
    title: ClassVar[str] = "duplicate name"
    explanation: ClassVar[str] = """\
Two declarations bear one name: lists, texts and imports of a file share their names, policies are unique in a
file and in a folder, rules in their stage, request fields in their file, tests by their title.

If the later one quietly won, a rule could lose the list it was written for.

Mend it by renaming one of the two, or by removing it.
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
    rule no_mail {
      redact if pii(phone)
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
      redact if pii(email)
    }
    rule no_phone {
      redact if pii(phone)
    }
  }
}
"""

    @classmethod
    def declared_twice(cls, span: Span, what: str, name: str, first: Span, *, where: str = "") -> Diagnostic:
        """A second declaration of `name`; `what` is its kind, `where` the place that names are unique in."""
        place = f" {where}" if where else ""
        return cls.build(
            f"duplicate {what} `{name}`{place}",
            span,
            "declared again",
            secondary=(Label(first, "declared first"),),
            helps=("rename one of the two, or remove it",),
        )

    @classmethod
    def declared_as_other(cls, span: Span, what: str, name: str, first: Span, other: str) -> Diagnostic:
        """A name that another kind of declaration of the same file has taken."""
        return cls.build(
            f"{what} `{name}` has the name of {other}",
            span,
            "declared again",
            secondary=(Label(first, "declared first"),),
            helps=("rename one of the two: lists, texts and imports share their names",),
        )

    @classmethod
    def option_twice(cls, span: Span, name: str, first: Span) -> Diagnostic:
        """A matching option that a list names twice."""
        return cls.build(
            f"duplicate matching option `{name}`",
            span,
            "named again",
            secondary=(Label(first, "named first"),),
            helps=("remove one of the two",),
        )

    @classmethod
    def second_tools(cls, span: Span, first: Span) -> Diagnostic:
        """A second `tools from` in a file."""
        return cls.build(
            "a file declares its tools once",
            span,
            "declared again",
            secondary=(Label(first, "declared first"),),
            helps=("join both tools files into one",),
        )

    @classmethod
    def value_and_group(cls, span: Span, name: str, first: Span) -> Diagnostic:
        """A request field whose name is also the beginning of another one's."""
        return cls.build(
            f"request field `{name}` is a value and a group of fields",
            span,
            "a field of the group",
            secondary=(Label(first, "the value"),),
            helps=("rename one of the two",),
        )

    @classmethod
    def field_types_differ(cls, span: Span, name: str, here: str, there: str, first: Span) -> Diagnostic:
        """An inherited rule reads the same request field as another type."""
        return cls.build(
            f"request field `{name}` is `{here}` here and `{there}` in the policy it extends",
            span,
            secondary=(Label(first, f"`{there}` here"),),
            helps=("give both the same type, or rename the field of this file",),
        )

    @classmethod
    def field_domains_differ(cls, span: Span, name: str, first: Span) -> Diagnostic:
        """No value of a request field would satisfy both files."""
        return cls.build(
            f"request field `{name}` shares no value with the field of the policy it extends",
            span,
            secondary=(Label(first, "its other values"),),
            helps=("give both the same values, or rename the field of this file",),
        )
