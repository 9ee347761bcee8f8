"""G001 for what other languages write in another way: these messages show how it is written here."""

from __future__ import annotations

from guardrail.diagnostics.codes.g001 import G001
from guardrail.diagnostics.record import Diagnostic, Fix
from guardrail.diagnostics.source import Span


class ForeignSyntax(G001):
    """Messages of G001 about the habits of other languages."""

    @classmethod
    def optional_place(cls, span: Span, whole: Span, proper: str) -> Diagnostic:
        """`?` does not stand after the type of a request field; `proper` is what belongs in the place of `whole`."""
        return cls.build(
            "`?` stands right after the type of a field",
            span,
            helps=(f"write `{proper}`",),
            fixes=(Fix(whole, proper, safe=True),),
        )

    @classmethod
    def optional_type(cls, span: Span, name: str) -> Diagnostic:
        """A type with `optional`, `null` or a default beside it; `name` is the type."""
        return cls.build(
            "a type of a request field is one word",
            span,
            helps=(f"write `{name}`, or `{name} ?` for a field that may be missing; there are no defaults",),
            fixes=(Fix(span, f"{name} ?"),),
        )

    @classmethod
    def nested(cls, span: Span, word: str, block: str) -> Diagnostic:
        """A declaration, test or request block inside a policy."""
        return cls.build(
            f"`{word}` stands inside a {block}",
            span,
            helps=("move it out of the policy: lists, texts, request facts and tests stand in the file itself",),
        )

    @classmethod
    def no_alias(cls, span: Span, name: str) -> Diagnostic:
        """An import without its name; `span` is the path, `name` one that would do."""
        after = Span(span.source, span.end, span.end)
        return cls.build(
            "an import needs a name",
            span,
            helps=(f"add `as {name}`: its lists and policies are then written `{name}.…`",),
            fixes=(Fix(after, f" as {name}"),),
        )

    @classmethod
    def needless_kind(cls, span: Span, word: str, name: str) -> Diagnostic:
        """The kind of a thing before its name, as in `by rule no_mail`."""
        return cls.build(
            f"`{word}` does not belong here",
            span,
            helps=(f"the name alone will do: `{name}`",),
            fixes=(Fix(span, "", safe=True),),
        )

    @classmethod
    def quoted_type(cls, span: Span, name: str) -> Diagnostic:
        """The type of a request field in quotes."""
        return cls.build(
            "a type stands without quotes", span, helps=(f"write `{name}`",), fixes=(Fix(span, name, safe=True),)
        )

    @classmethod
    def needless_always(cls, span: Span) -> Diagnostic:
        """`block always if …`."""
        return cls.build(
            "`always` and a condition exclude each other",
            span,
            helps=("remove `always`, or the condition",),
            fixes=(Fix(span, ""),),
        )

    @classmethod
    def field_values(cls, span: Span, proper: str) -> Diagnostic:
        """A request field lists its values where its type belongs."""
        return cls.build(
            "the values of a field stand behind its type",
            span,
            helps=(f"write `{proper}`",),
            fixes=(Fix(span, proper),),
        )

    @classmethod
    def absent_value(cls, span: Span, word: str) -> Diagnostic:
        """A comparison with `None` or `null`."""
        return cls.build(
            f"there is no `{word}`",
            span,
            notes=("an optional fact that is not given makes `==`, `<` and `in` false, and `!=` true",),
            helps=("compare with a value, such as `tool.args.amount > 0`",),
        )

    @classmethod
    def no_comparison(cls, span: Span, proper: str, at: Span | None = None) -> Diagnostic:
        """A score and its threshold without a sign between them; the fix goes to `at`, else replaces `span`."""
        fix = Fix(span, proper) if at is None else Fix(at, ">= ")
        return cls.build("a score is compared with its threshold", span, helps=(f"write `{proper}`",), fixes=(fix,))

    @classmethod
    def no_parentheses(cls, span: Span, check: str, proper: str) -> Diagnostic:
        """An argument that stands beside its check."""
        return cls.build(
            f"the arguments of `{check}` stand in parentheses",
            span,
            helps=(f"write `{proper}`",),
            fixes=(Fix(span, proper),),
        )

    @classmethod
    def subscript(cls, span: Span, written: str, proper: str) -> Diagnostic:
        """A part of a value is named in brackets."""
        return cls.build(
            f"unexpected `{written}`",
            span,
            helps=(f"a part is named after a dot: `{proper}`",),
            fixes=(Fix(span, proper, safe=True),),
        )

    @classmethod
    def string_prefix(cls, span: Span, prefix: str) -> Diagnostic:
        """A letter before the quotes, as Python has it."""
        return cls.build(
            f"`{prefix}` stands before a text",
            span,
            helps=("remove it: in `matches` a backslash stands for itself anyway",),
            fixes=(Fix(span, "", safe=True),),
        )

    @classmethod
    def permit_always(cls, span: Span) -> Diagnostic:
        """`permit always` would undo the stage's default for every call."""
        return cls.build(
            "`permit` needs a condition",
            span,
            helps=("write `permit if tool.name in […]`; to permit everything, remove the stage's `default block`",),
        )

    @classmethod
    def require_then(cls, span: Span) -> Diagnostic:
        """`then` in the place of the `else` that belongs to `require`."""
        return cls.build(
            "`require` goes with `else`",
            span,
            helps=(
                "`require … else block` acts when the condition does not hold; write `block if …` for when it does",
            ),
        )

    @classmethod
    def no_otherwise(cls, span: Span) -> Diagnostic:
        """`require` without what happens when the condition does not hold."""
        after = Span(span.source, span.end, span.end)
        return cls.build(
            "`require` does not say what happens otherwise",
            span,
            helps=("add `else` and an action: `require … else block`",),
            fixes=(Fix(after, " else block"),),
        )

    @classmethod
    def no_condition(cls, span: Span, written: str, action: str) -> Diagnostic:
        """An action that does not say when; `written` is the whole of it, `action` its first word."""
        helps = {
            "redact": "write `redact if …` with a check that finds what to hide, such as `pii(email)`",
            "permit": "write `permit if …`",
        }
        help_text = helps.get(action, f"write `{written} if …`, or `{written} always`")
        return cls.build(f"`{action}` does not say when", span, helps=(help_text,))

    @classmethod
    def message_behind_verb(cls, span: Span, verb: str, message: str) -> Diagnostic:
        """A message to the user behind `block`; `message` with its quotes."""
        return cls.build(
            f"`{verb}` takes no text",
            span,
            helps=(f"what the user is told is a clause of its own: `say {message}`",),
        )

    @classmethod
    def redact_what(cls, span: Span) -> Diagnostic:
        """What is to be hidden stands behind `redact`."""
        return cls.build(
            "what to hide is found by a check",
            span,
            helps=("write `redact if pii(email)`, or `redact if mentions(names)`",),
        )

    @classmethod
    def replace_part(cls, span: Span, name: str, label: str) -> Diagnostic:
        """`replace x with "y"`, meant for a part of the text; `name` is the list to look for."""
        return cls.build(
            "`replace` puts one text in the place of the whole",
            span,
            helps=(f"to replace what is found, write `redact as {label} if mentions({name})`",),
        )

    @classmethod
    def condition_first(cls, span: Span, proper: str, whole: Span | None) -> Diagnostic:
        """`if … then …`; `proper` is the arm turned around, which belongs in the place of `whole`."""
        return cls.build(
            "an arm says what to do before it says when",
            span,
            helps=(f"write `{proper}`",),
            fixes=(Fix(whole, proper),) if whole is not None else (),
        )

    @classmethod
    def no_brackets(cls, span: Span, proper: str) -> Diagnostic:
        """One or several values without the brackets around them."""
        return cls.build(
            "these values need brackets around them", span, helps=(f"write `{proper}`",), fixes=(Fix(span, proper),)
        )

    @classmethod
    def needless_brackets(cls, span: Span, proper: str) -> Diagnostic:
        """Brackets around what is written without them."""
        return cls.build(
            "no brackets belong here", span, helps=(f"write `{proper}`",), fixes=(Fix(span, proper, safe=True),)
        )

    @classmethod
    def turned_field(cls, span: Span, proper: str) -> Diagnostic:
        """A request field that does not begin with its name."""
        return cls.build(
            "a request field begins with its name",
            span,
            helps=(f"write `{proper}`",),
            fixes=(Fix(span, proper, safe=True),),
        )

    @classmethod
    def no_else(cls, span: Span, word: str) -> Diagnostic:
        """An `else` branch, which arms do not have."""
        return cls.build(
            f"an arm has no `{word}`",
            span,
            helps=(
                "write a second arm: `flag if …`; the strongest arm that holds decides, in whatever order they stand",
            ),
        )
