"""G410: an entry of a list that never matches."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Label, Level
from guardrail.diagnostics.source import Span

_MOST_PLACES = 5


class G410(Code):
    """A list that `mentions` looks for has an entry that cannot be found, or an exception that excepts nothing."""

    code: ClassVar[str] = "G410"
    level: ClassVar[Level] = Level.WARNING
    title: ClassVar[str] = "list entry that never matches"
    explanation: ClassVar[str] = """\
`mentions` looks for the entries of a list as the list's options say: without letter case, accents and characters
that do not show, unless it insists on them. After that an entry may be nothing at all (a zero-width space, a lone
accent), or the same as an earlier one (`Café` and `cafe`), so that every hit is counted for the earlier one. An entry
that is also an exception is excepted wherever it stands. One with half of a surrogate pair stands in no text that can
be judged.

The rule still works for all other entries. It is told because such an entry is most often a slip: an export that lost
its characters, a name that was pasted twice, an `except` that says more than was meant. An exception in which no entry
stands excepts nothing, which is a slip as well.

Mend it by removing the entry, or by writing what was meant. Where letter case or accents are to tell two entries
apart, leave `any_case` or `any_accent` out of `matching`.
"""
    example: ClassVar[str] = """\
guard 1
list rivals = ["Globex", "Initech", "GLOBEX"]
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_rivals {
      block if mentions(rivals)
    }
  }
}
"""
    repaired: ClassVar[str] = """\
guard 1
list rivals = ["Globex", "Initech"]
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_rivals {
      block if mentions(rivals)
    }
  }
}
"""

    @classmethod
    def nothing(cls, span: Span, where: str) -> Diagnostic:
        """An entry of characters that are not looked at; `where` says where it stands in a file, else it is empty."""
        return cls.build(
            f"{_subject(where)} never matches: nothing of it shows",
            span,
            helps=("remove it, or write what was meant",),
        )

    @classmethod
    def surrogate(cls, span: Span, where: str) -> Diagnostic:
        """An entry with half a character."""
        return cls.build(
            f"{_subject(where)} never matches: it has half of a surrogate pair, which no sound text has",
            span,
            helps=("write the whole character",),
        )

    @classmethod
    def excepted(cls, span: Span, where: str, exception: Span) -> Diagnostic:
        """An entry that is an exception as well."""
        return cls.build(
            f"{_subject(where)} never matches: it is an exception of the same list",
            span,
            secondary=(Label(exception, "excepted here"),),
            helps=("remove it from the list, or from `except`",),
        )

    @classmethod
    def repeated(cls, span: Span, first: Span, ignored: str, options: str) -> Diagnostic:
        """An entry of a list in the policy that says the same as an earlier one.

        `ignored` is what tells the two apart, `options` what the list would say to keep them apart (both may be empty).
        """
        return cls.build(
            f"this entry never matches: {_same(ignored)} an earlier one",
            span,
            secondary=(Label(first, "the earlier one"),),
            helps=("remove one of the two", *_kept_apart(ignored, options)),
        )

    @classmethod
    def repeated_in_file(
        cls, span: Span, name: str, places: list[tuple[str, str]], ignored: str, options: str
    ) -> Diagnostic:
        """Entries of a list file, each with where it stands and where the earlier one does (` on line 3`)."""
        count = len(places)
        shown = [f"the one{where} repeats the one{earlier}" for where, earlier in places[:_MOST_PLACES]]
        more = (f"and {count - _MOST_PLACES:,} more",) if count > _MOST_PLACES else ()
        what = "1 entry" if count == 1 else f"{count:,} entries"
        verb, subject = ("matches", "it is") if count == 1 else ("match", "they are")
        return cls.build(
            f"{what} of `{name}` never {verb}: {_same(ignored, subject)} an earlier one",
            span,
            notes=(*shown, *more),
            helps=("remove the later ones", *_kept_apart(ignored, options)),
        )

    @classmethod
    def useless_exception(cls, span: Span, name: str) -> Diagnostic:
        """An exception in which no entry stands."""
        return cls.build(
            f"this exception excepts nothing: no entry of `{name}` stands in it",
            span,
            helps=("an exception is a longer phrase around an entry: check its spelling, or remove it",),
        )


def _subject(where: str) -> str:
    return f"the entry{where}" if where else "this entry"


def _same(ignored: str, subject: str = "it is") -> str:
    return f"{subject} the same as" if not ignored else f"{ignored} apart, {subject} the same as"


def _kept_apart(ignored: str, options: str) -> tuple[str, ...]:
    return (f"where both are meant, write `matching {options}`: it minds {ignored}",) if options else ()
