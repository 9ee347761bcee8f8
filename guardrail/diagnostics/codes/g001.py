"""G001: unexpected word."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Fix
from guardrail.diagnostics.source import Span


class G001(Code):
    """Something stands where the language has no use for it."""

    code: ClassVar[str] = "G001"
    title: ClassVar[str] = "unexpected word"
    explanation: ClassVar[str] = """\
A word or sign stands where the language has no use for it: a misspelt keyword, a word that is missing or too many, a
clause in the wrong place.

The message says what was found and what could stand there. At most one such error is reported for each rule, since the
rest of a rule with a mistake in it can hardly be judged; mend it and check again.

Names and keywords are lower-case letters, digits and `_`. Texts are written in double quotes. An arm says what to do
before it says when: `block if toxicity >= likely`.
"""
    example: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_insults {
      blok if toxicity >= likely
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
    def unexpected(cls, span: Span, found: str, expected: str, helps: tuple[str, ...] = ()) -> Diagnostic:
        """`found` and `expected` are phrases ready to print."""
        return cls.build(f"unexpected {found}", span, f"expected {expected}" if expected else "", helps=helps)

    @classmethod
    def misspelt(cls, span: Span, word: str, proper: str) -> Diagnostic:
        """A word that is close to a keyword which could stand here, or commonly used for it."""
        return cls.build(
            f"unexpected word `{word}`", span, helps=(f"did you mean `{proper}`?",), fixes=(Fix(span, proper),)
        )

    @classmethod
    def wrong_case(cls, span: Span, word: str, proper: str) -> Diagnostic:
        """A keyword or name with capital letters."""
        return cls.build(
            f"`{word}` must be written in lower case",
            span,
            helps=(f"write `{proper}`: keywords and names are lower case",),
            fixes=(Fix(span, proper, safe=True),),
        )

    @classmethod
    def bad_name(cls, span: Span, written: str, proper: str) -> Diagnostic:
        """Something that is no name stands where one belongs."""
        return cls.build(
            f"`{written}` is not a name",
            span,
            helps=(f"names are lower-case letters, digits and `_`, without quotes: `{proper}`",),
            fixes=(Fix(span, proper),),
        )

    @classmethod
    def operator(cls, span: Span, written: str, proper: str) -> Diagnostic:
        """A sign of another language, or a look-alike, that has its own word or sign here."""
        return cls.build(
            f"unexpected `{written}`", span, helps=(f"write `{proper}`",), fixes=(Fix(span, proper, safe=True),)
        )

    @classmethod
    def missing(cls, span: Span, missing: str, found: str) -> Diagnostic:
        """One word or sign is missing before `span`; `found` is a phrase for what stands there."""
        space = "" if missing in (",", ":") else " "
        return cls.build(
            f"`{missing}` is missing before {found}",
            span,
            helps=(f"add `{missing}`",),
            fixes=(Fix(Span(span.source, span.start, span.start), missing + space),),
        )

    @classmethod
    def superfluous(cls, span: Span, written: str, helps: tuple[str, ...] = ()) -> Diagnostic:
        """A sign that is one too many."""
        return cls.build(
            f"`{written}` does not belong here", span, helps=helps or ("remove it",), fixes=(Fix(span, "", safe=True),)
        )

    @classmethod
    def trailing_comma(cls, span: Span, expected: str) -> Diagnostic:
        """A comma after which nothing follows, outside brackets."""
        return cls.build(
            "nothing follows this comma",
            span,
            f"expected {expected} after it",
            helps=("remove the comma",),
            fixes=(Fix(span, ""),),
        )

    @classmethod
    def bad_amount(cls, span: Span, written: str, proper: str, why: str) -> Diagnostic:
        """A number whose unit is missing, unknown or set apart."""
        return cls.build(f"`{written}` is not {why}", span, helps=(f"write `{proper}`",), fixes=(Fix(span, proper),))

    @classmethod
    def remark(cls, span: Span, written: str) -> Diagnostic:
        """A comment in the way of another language."""
        return cls.build(f"`{written}` does not begin a comment", span, helps=("comments begin with `#`",))

    @classmethod
    def misplaced(cls, span: Span, word: str, belongs: str, help_text: str) -> Diagnostic:
        """A clause or block outside the block it belongs into."""
        return cls.build(f"`{word}` stands outside {belongs}", span, helps=(help_text,))

    @classmethod
    def second_edition(cls, span: Span) -> Diagnostic:
        """`guard 1` in the middle of a file."""
        return cls.build("`guard` stands once, at the top of a file", span, helps=("remove this line",))

    @classmethod
    def fence(cls, span: Span) -> Diagnostic:
        """A Markdown fence around the policy, as copied from a chat."""
        return cls.build(
            "a Markdown fence is not part of a policy",
            span,
            helps=("remove the lines with backticks and the text outside them",),
        )

    @classmethod
    def stray_space(cls, span: Span, what: str, count: int) -> Diagnostic:
        """White space or formatting characters that the language does not know; `count` places in all."""
        notes = (f"there are {count} such places in this file",) if count > 1 else ()
        return cls.build(
            f"{what} stands outside a text",
            span,
            notes=notes,
            helps=("replace it by a plain space",),
            fixes=(Fix(span, " ", safe=True),),
        )

    @classmethod
    def control_character(cls, span: Span, what: str, count: int) -> Diagnostic:
        """A control character or half of a surrogate pair; `count` of them in all."""
        notes = (f"there are {count} such characters in this file",) if count > 1 else ()
        return cls.build(
            f"{what} cannot stand in a policy file",
            span,
            notes=notes,
            helps=("remove it; in a text it can be written as `\\u{…}`",),
        )

    @classmethod
    def too_deep(cls, span: Span, limit: int) -> Diagnostic:
        """More brackets, parentheses, braces and `not` are open than any policy needs."""
        return cls.build(
            f"this is nested more than {limit} levels deep",
            span,
            helps=("write it flatter: split the condition into several arms or rules",),
        )

    @classmethod
    def too_large(cls, span: Span, limit: int) -> Diagnostic:
        """The file is larger than any policy needs; `limit` in bytes."""
        return cls.build(
            f"the file is larger than {limit // 1024} KiB",
            span,
            helps=('move long lists and texts into files of their own: `list names from "names.csv"`',),
        )

    @classmethod
    def too_long_number(cls, span: Span, limit: int) -> Diagnostic:
        """A number of more digits than any policy needs."""
        return cls.build(f"this number has more than {limit} digits", span, helps=("write a shorter one",))

    @classmethod
    def too_many(cls, span: Span) -> Diagnostic:
        """Reading was given up after very many errors."""
        return cls.build(
            "too many syntax errors, the rest of the file was not read", span, helps=("mend the errors above first",)
        )
