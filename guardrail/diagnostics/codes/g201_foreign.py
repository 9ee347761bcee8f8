"""G201 for conditions as other languages write them: these messages show how they are written here."""

from __future__ import annotations

from guardrail.diagnostics.codes.g201 import G201
from guardrail.diagnostics.record import Diagnostic, Fix
from guardrail.diagnostics.source import Span


class ForeignOperand(G201):
    """Messages of G201 about the habits of other languages."""

    @classmethod
    def unknown_level(cls, span: Span, check: str, word: str, suggestion: str | None, levels: bool) -> Diagnostic:
        """A word that is no level stands where the threshold of a score belongs."""
        if not levels:
            help_text = f"compare `{check}` with a number between 0 and 1"
        elif suggestion is not None:
            help_text = f"did you mean `{suggestion}`?"
        else:
            help_text = (
                "the levels are `possible`, `likely` and `very_likely`; a number between 0 and 1 will do as well"
            )
        fixes = (Fix(span, suggestion),) if suggestion is not None else ()
        return cls.build(f"`{word}` is not a level", span, "not a threshold", helps=(help_text,), fixes=fixes)

    @classmethod
    def threshold_argument(cls, span: Span, argument: Span, check: str, value: str, written: str) -> Diagnostic:
        """A threshold is given to a check; `span` is the whole call, `written` the comparison that was meant."""
        return cls.build(
            f"`{check}` is compared with `{value}`, not given it",
            argument,
            helps=(f"write `{written}`",),
            fixes=() if "…" in written else (Fix(span, written),),
        )

    @classmethod
    def word_as_value(cls, span: Span, word: str, proper: str) -> Diagnostic:
        """A word without quotes stands where a value belongs."""
        what = "a text" if proper.startswith('"') else "a value"
        return cls.build(
            f"`{word}` names nothing", span, f"not {what}", helps=(f"write `{proper}`",), fixes=(Fix(span, proper),)
        )

    @classmethod
    def absent_value(cls, span: Span, word: str) -> Diagnostic:
        """`none`, `null` and the like."""
        return cls.build(
            f"there is no `{word}`",
            span,
            notes=("an optional fact that is not given makes `==`, `<` and `in` false, and `!=` true",),
            helps=('compare with a value, such as `request.plan != "free"`',),
        )

    @classmethod
    def compared_list(cls, span: Span, name: str, other: str) -> Diagnostic:
        """A fact is compared with a whole list."""
        return cls.build(f"`{name}` is a list", span, "many values", helps=(f"write `{other} in {name}`",))

    @classmethod
    def repeated_comparison(cls, span: Span, proper: str, whole: Span | None) -> Diagnostic:
        """A second value of a comparison stands alone; `whole` is what `proper` would replace."""
        return cls.build(
            "this value is compared with nothing",
            span,
            "true or false belongs here",
            helps=(f"write `{proper}`",),
            fixes=(Fix(whole, proper),) if whole is not None else (),
        )

    @classmethod
    def searched_subject(cls, span: Span, subject: str, proper: str) -> Diagnostic:
        """`in` asks for something in the text that is judged."""
        return cls.build(
            f"`in` does not look into `{subject}`",
            span,
            helps=(f"a text is searched by a check: `{proper}`",),
            fixes=(Fix(span, proper),),
        )

    @classmethod
    def tool_fact(cls, span: Span, written: str, proper: str) -> Diagnostic:
        """A fact about a tool call that is read by another name."""
        return cls.build(
            f"`{written}` is not a value that can be compared",
            span,
            helps=(f"write `{proper}`",),
            fixes=() if "…" in proper else (Fix(span, proper),),
        )

    @classmethod
    def always(cls, span: Span) -> Diagnostic:
        """`always` where a condition belongs."""
        return cls.build(
            "`always` is not a condition",
            span,
            helps=("an action without a condition is `block always`, without `if`",),
        )

    @classmethod
    def compared_argument(cls, span: Span, check: str, proper: str) -> Diagnostic:
        """A check is compared with what it should be given: `language == "en"`."""
        return cls.build(
            f"`{check}` is given its text, not compared with it",
            span,
            helps=(f"write `{proper}`",),
            fixes=(Fix(span, proper),),
        )

    @classmethod
    def fact_as_argument(cls, span: Span, name: str, wanted: str) -> Diagnostic:
        """A fact about the request or the call is given where a declared name belongs; `wanted` with its article."""
        return cls.build(
            f"`{name}` is a fact, not {wanted}",
            span,
            helps=("name what the file declares: which words and texts a rule uses cannot depend on the request",),
        )

    @classmethod
    def subject_alone(cls, span: Span, subject: str) -> Diagnostic:
        """The text that is judged stands where a condition or value belongs."""
        return cls.build(
            f"`{subject}` is not a value that can be compared",
            span,
            helps=("checks judge the text of the stage by themselves: `mentions(names)`, `length(max: 500)`",),
        )

    @classmethod
    def subject_fact(cls, span: Span, written: str, subject: str, proper: str) -> Diagnostic:
        """A fact about the request is read as a part of the text; `proper` is how it is read."""
        return cls.build(
            f"`{written}` is unknown: `{subject}` has no parts",
            span,
            helps=(f"a fact about the request is read as `{proper}`",),
            fixes=(Fix(span, proper),),
        )

    @classmethod
    def subject_part(cls, span: Span, written: str, subject: str, proper: str | None) -> Diagnostic:
        """A property or method of the text that is judged; `proper` is the check that says the same."""
        help_text = (
            f"checks judge the text of the stage by themselves: write `{proper}`"
            if proper
            else "the text is judged by checks, such as `mentions(names)`; facts about the request are `request.…`"
        )
        return cls.build(f"`{written}` is unknown: `{subject}` has no parts", span, helps=(help_text,))
