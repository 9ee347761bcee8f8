"""G201: wrong type."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Fix, Label
from guardrail.diagnostics.source import Span
from guardrail.diagnostics.wording import suggestion_help

_QUOTED_NUMBER = re.compile(r'`"(-?[0-9]+(?:\.[0-9]+)?|true|false)"`')
"""A number or truth in quotes, as a message shows it."""


class G201(Code):
    """A value stands where one of another type belongs."""

    code: ClassVar[str] = "G201"
    title: ClassVar[str] = "wrong type"
    explanation: ClassVar[str] = """\
Something stands where a value of another type belongs: a score used as a condition, a check inside `when`, a string
compared with a number, a number where a list's name belongs.

Conditions are built from four things. Checks that find something (`pii(email)`) hold or do not. Checks that score
(`toxicity`) are compared: `toxicity >= likely`, or with a number between 0 and 1. Request facts (`request.channel`)
and tool facts (`tool.args.amount`) are compared with values of their declared type. `when` reads request facts only,
which is what makes it free and known before the first token.

Mend it as the help says.
"""
    example: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_toxicity {
      block if toxicity
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
    rule no_toxicity {
      block if toxicity >= likely
    }
  }
}
"""

    @classmethod
    def score_as_condition(cls, span: Span, check: str, written: str, levels: bool) -> Diagnostic:
        """A score stands where a condition belongs; `written` is the whole call, `levels` whether it has a card."""
        threshold = "likely" if levels else "0.5"
        return cls.build(
            f"`{check}` gives a score, not a yes or no",
            span,
            "a score",
            helps=(f"compare it: `{written} >= {threshold}`",),
            fixes=(Fix(Span(span.source, span.end, span.end), f" >= {threshold}"),),
        )

    @classmethod
    def not_a_condition(cls, span: Span, what: str, help_text: str) -> Diagnostic:
        """A string, number or other value stands where a condition belongs."""
        return cls.build(f"{what} is not a condition", span, "true or false belongs here", helps=(help_text,))

    @classmethod
    def check_in_when(cls, span: Span, name: str) -> Diagnostic:
        """`when` reads something that is not a request fact."""
        return cls.build(
            f"`when` cannot use `{name}`",
            span,
            "not a request fact",
            notes=("`when` is decided before the text is looked at, so it sees request facts only",),
            helps=("move this part into the `if` of the arms",),
        )

    @classmethod
    def compared_check(cls, span: Span, check: str, other: str, other_span: Span) -> Diagnostic:
        """A check that holds or does not is compared with something."""
        return cls.build(
            f"`{check}` holds or does not, so it cannot be compared with {other}",
            span,
            secondary=(Label(other_span, "remove this comparison"),) if other_span != span else (),
            helps=("write the check alone, or `not` before it",),
        )

    @classmethod
    def score_threshold(cls, span: Span, check: str, other: str, levels: bool, quoted: str | None = None) -> Diagnostic:
        """A score is compared with something that is no threshold; `quoted` is a level that stands in quotes."""
        if quoted is not None:
            helps = (f"a level stands without quotes: `{quoted}`",)
            return cls.build(
                f"`{check}` cannot be compared with {other}", span, "a text", helps=helps, fixes=(Fix(span, quoted),)
            )
        allowed = "`possible`, `likely`, `very_likely` or a number between 0 and 1" if levels else "a number in 0 to 1"
        return cls.build(
            f"`{check}` cannot be compared with {other}", span, "not a threshold", helps=(f"compare it with {allowed}",)
        )

    @classmethod
    def score_equality(cls, span: Span, check: str, operator: str) -> Diagnostic:
        """A score is tested for equality."""
        return cls.build(
            f"`{check}` cannot be compared by `{operator}`",
            span,
            notes=("two runs of a model practically never give the very same score",),
            helps=("compare a score by `>=`, `>`, `<` or `<=`",),
        )

    @classmethod
    def unlike(cls, span: Span, left: str, right: str) -> Diagnostic:
        """Two values that can never be equal or ordered; both sides as people read them."""
        quoted = next((found for side in (left, right) if (found := _QUOTED_NUMBER.fullmatch(side))), None)
        help = f"write `{quoted[1]}`, without quotes" if quoted else "compare values of one type"
        return cls.build(f"cannot compare {left} with {right}", span, helps=(help,))

    @classmethod
    def no_order(cls, span: Span, what: str, operator: str) -> Diagnostic:
        """An order is asked of values without one."""
        return cls.build(
            f"`{operator}` needs numbers, not {what}", span, helps=("use `==`, `!=` or `in`, or compare a number",)
        )

    @classmethod
    def not_comparable(cls, span: Span, what: str, help_text: str) -> Diagnostic:
        """Something that has no value in an expression."""
        return cls.build(f"{what} is not a value that can be compared", span, helps=(help_text,))

    @classmethod
    def level_alone(cls, span: Span, level: str) -> Diagnostic:
        """A level stands where there is no score to compare it with."""
        return cls.build(
            f"`{level}` is a level of a score, and there is no score here",
            span,
            helps=(f"compare a check that scores: `toxicity >= {level}`",),
        )

    @classmethod
    def member_item(cls, span: Span, what: str) -> Diagnostic:
        """The left of `in` is neither a request fact nor a tool fact."""
        return cls.build(
            f"{what} cannot stand before `in`",
            span,
            helps=("`in` asks a fact: `request.channel in […]`, `tool.name in some_list`",),
        )

    @classmethod
    def argument(
        cls, span: Span, check: str, parameter: str, wants: str, got: str, help_text: str, proper: str | None = None
    ) -> Diagnostic:
        """An argument of the wrong kind; `wants` and `got` with their article, `proper` what belongs in its place."""
        return cls.build(
            f"`{check}` wants {wants} as `{parameter}`, not {got}",
            span,
            f"not {wants}",
            helps=(help_text,),
            fixes=(Fix(span, proper),) if proper is not None else (),
        )

    @classmethod
    def missing_argument(cls, span: Span, check: str, parameter: str, wants: str, example: str) -> Diagnostic:
        """A required argument is not given; `example` is one as a policy writes it."""
        return cls.build(
            f"`{check}` needs its `{parameter}`",
            span,
            f"`{parameter}` is missing",
            helps=(f"give it {wants}: `{check}({example})`",),
        )

    @classmethod
    def field_type(cls, span: Span, field: str, name: str, suggestion: str | None, valid: Sequence[str]) -> Diagnostic:
        """A request field is declared with a type that does not exist."""
        return cls.build(
            f"request field `{field}` has the unknown type `{name}`",
            span,
            helps=suggestion_help(suggestion, valid, "types"),
        )

    @classmethod
    def field_domain(cls, span: Span, field: str, wants: str, got: str) -> Diagnostic:
        """A value in a field's `in [...]` is not of the field's type."""
        return cls.build(
            f"`{field}` holds {wants}, so its values cannot include {got}",
            span,
            helps=("write values of its type, or give the field another type",),
        )

    @classmethod
    def given_value(cls, span: Span, field: str, wants: str, got: str) -> Diagnostic:
        """A test gives a request fact a value of another type."""
        return cls.build(f"`request.{field}` holds {wants}, not {got}", span, helps=(f"give it {wants}",))

    @classmethod
    def assumed_value(cls, span: Span, check: str, wants: str, got: str) -> Diagnostic:
        """A test assumes an outcome that the check cannot have."""
        return cls.build(
            f"`{check}` gives {wants}, so it cannot be assumed to be {got}", span, helps=(f"assume {wants}",)
        )

    @classmethod
    def not_assumable(cls, span: Span, name: str) -> Diagnostic:
        """A test assumes the value of something that is no check."""
        return cls.build(
            f"`{name}` is not a check, so nothing can be assumed of it",
            span,
            helps=("give request facts with `given request { … }`, texts with `given`",),
        )

    @classmethod
    def needs_tools(cls, span: Span, check: str) -> Diagnostic:
        """A check of tool calls stands in a file that declares no tools."""
        return cls.build(
            f"`{check}` needs to know the tools, and this file declares none",
            span,
            helps=('declare them at the top of the file: `tools from "schemas/tools.json"`',),
        )

    @classmethod
    def bind_failed(cls, span: Span, check: str, kind: str) -> Diagnostic:
        """A validator refused its arguments without saying why; `kind` is the name of the exception."""
        return cls.build(
            f"`{check}` could not be prepared with these arguments",
            span,
            notes=(f"the validator failed with {kind}",),
            helps=("check the arguments and the files they name; if they are right, report the validator's fault",),
        )
