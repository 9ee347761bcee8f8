"""G103: unknown parameter, label, option or name of something declared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Fix, Label
from guardrail.diagnostics.source import Span
from guardrail.diagnostics.wording import name_list, suggestion_help

_MOST_ALIKE = 5
_MOST_CHOICES = 12


class G103(Code):
    """An argument, choice, option or declared name is not known."""

    code: ClassVar[str] = "G103"
    title: ClassVar[str] = "unknown parameter, choice or name"
    explanation: ClassVar[str] = """\
A call gives an argument that its check does not take, a choice that its parameter does not know, or the name of a
list, text or rule that is declared nowhere.

An argument that is silently dropped changes what a rule protects: `pii(emial)` would look for nothing.

Mend it by taking one of the names that the help lists. Some parameters are given by name (`words: 8`), others by
their place; the language reference shows each check with its parameters.
"""
    example: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_mail {
      redact if pii(emial)
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
  }
}
"""

    @classmethod
    def parameter(cls, span: Span, check: str, name: str, suggestion: str | None, valid: Sequence[str]) -> Diagnostic:
        """A named argument that the check does not have."""
        return cls.build(
            f"`{check}` has no parameter `{name}`", span, helps=suggestion_help(suggestion, valid, "parameters")
        )

    @classmethod
    def choice(cls, span: Span, check: str, value: str, suggestion: str | None, valid: Sequence[str]) -> Diagnostic:
        """A choice that the parameter does not know."""
        fixes = (Fix(span, suggestion),) if suggestion else ()
        # `aws` for `aws_access_key`; where none has the whole word, `credit_card` for `card_number`.
        alike = [choice for choice in valid if value in choice.split("_")]
        words = {word for word in value.split("_") if len(word) > 2}
        alike = alike or [choice for choice in valid if not words.isdisjoint(choice.split("_"))]
        if suggestion is None and alike:
            helps: tuple[str, ...] = (f"did you mean {name_list(alike[:_MOST_ALIKE], 'or')}?",)
        elif suggestion is None and len(valid) > _MOST_CHOICES:
            shown = name_list(valid[:_MOST_CHOICES])
            helps = (f"choices are {shown}; the page on `{check}` lists all {len(valid)}",)
        else:
            helps = suggestion_help(suggestion, valid, "choices")
        return cls.build(f"`{check}` does not know `{value}`", span, helps=helps, fixes=fixes)

    @classmethod
    def no_format(cls, span: Span, value: str) -> Diagnostic:
        """A kind of personal data that has no format, such as names of persons."""
        return cls.build(
            f"`pii` does not know `{value}`",
            span,
            notes=("`pii` finds what has a format: addresses of mail, numbers of cards, identity numbers",),
            helps=("put the names to look for into a list, and write `mentions(names)`",),
        )

    @classmethod
    def option(cls, span: Span, name: str, suggestion: str | None, valid: Sequence[str]) -> Diagnostic:
        """A matching option of a list that does not exist."""
        fixes = (Fix(Span(span.source, span.start, span.start + len(name)), suggestion),) if suggestion else ()
        return cls.build(
            f"unknown matching option `{name}`",
            span,
            helps=suggestion_help(suggestion, valid, "options"),
            fixes=fixes,
        )

    @classmethod
    def declared_name(
        cls, span: Span, what: str, name: str, suggestion: str | None, valid: Sequence[str], near: Span | None = None
    ) -> Diagnostic:
        """A list or rule (`what`) that is declared nowhere in reach; `near` is where the suggested one is."""
        fixes = (Fix(span, suggestion),) if suggestion else ()
        return cls.build(
            f"unknown {what} `{name}`",
            span,
            secondary=(Label(near, "the one that was meant, or its name is wrong here"),) if near is not None else (),
            helps=suggestion_help(suggestion, valid, f"{what}s"),
            fixes=fixes,
        )

    @classmethod
    def text_name(cls, span: Span, name: str, suggestion: str | None, valid: Sequence[str]) -> Diagnostic:
        """A text that is declared nowhere in reach: perhaps the text itself, without its quotes."""
        helps = suggestion_help(suggestion, valid, "texts") if valid else ()
        fixes = (Fix(span, suggestion),) if suggestion else ()
        return cls.build(
            f"unknown text `{name}`",
            span,
            helps=(*helps, f'a text itself stands in double quotes; its name is declared by `text {name} = "…"`'),
            fixes=fixes,
        )

    @classmethod
    def other_kind(cls, span: Span, name: str, what: str, wanted: str, instead: str | None = None) -> Diagnostic:
        """The name is declared, as something else; `what` and `wanted` with their article, `instead` what to do."""
        return cls.build(f"`{name}` is {what}, not {wanted}", span, helps=(instead or f"name {wanted}",))

    @classmethod
    def subject_argument(cls, span: Span, check: str, subject: str, rest: str, whole: Span) -> Diagnostic:
        """The text that is judged is handed to a check; `rest` is the call without it, `whole` its place."""
        return cls.build(
            f"`{check}` judges the text of its stage without being given it",
            span,
            f"`{subject}` is not an argument",
            helps=(f"write `{rest}`",),
            fixes=() if "…" in rest else (Fix(whole, rest),),
        )

    @classmethod
    def too_many(cls, span: Span, check: str, most: int) -> Diagnostic:
        """More positional arguments than the check takes."""
        takes = {0: "no arguments", 1: "one argument"}.get(most, f"{most} arguments")
        return cls.build(f"`{check}` takes {takes}", span, "one too many", helps=("remove this argument",))

    @classmethod
    def must_be_named(cls, span: Span, check: str, parameters: Sequence[str]) -> Diagnostic:
        """A value was given by place where one of `parameters` was meant, which are given by name."""
        if len(parameters) > 1:
            # Which one was meant is for people to say: `allow:` and `deny:` are each other's contrary.
            choices = " or ".join(f"`{parameter}: …`" for parameter in parameters)
            return cls.build(
                f"`{check}` takes {name_list(parameters)} by name alone", span, helps=(f"write {choices}",)
            )
        return cls.build(
            f"`{check}` takes `{parameters[0]}` by name alone",
            span,
            helps=(f"write `{parameters[0]}: …`",),
            fixes=(Fix(Span(span.source, span.start, span.start), f"{parameters[0]}: ", safe=True),),
        )

    @classmethod
    def pattern_flags(cls, span: Span, check: str, name: str) -> Diagnostic:
        """Flags of a regular expression that are given beside it."""
        return cls.build(
            f"`{check}` has no parameter `{name}`", span, helps=("flags stand at the start of the pattern: `(?i)…`",)
        )

    @classmethod
    def must_be_positional(cls, span: Span, check: str, parameter: str) -> Diagnostic:
        """A parameter that takes any number of values was given by name."""
        return cls.build(
            f"`{check}` takes its `{parameter}` by place", span, helps=(f"remove `{parameter}:`, keep the value",)
        )

    @classmethod
    def given_twice(cls, span: Span, check: str, parameter: str) -> Diagnostic:
        """Two values for one parameter."""
        return cls.build(f"`{check}` is given `{parameter}` twice", span, helps=("keep one of the two",))
