"""`hidden_text`: text that people do not see and models do, and characters that part words for no reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guardrail.text.invisible import KINDS, InvisibleKind, find_invisible
from guardrail.validators.contract import (
    QUIET,
    Arguments,
    Cost,
    DirectCheck,
    Facts,
    Kind,
    Match,
    Outcome,
    Parameter,
    Returns,
    Signature,
    Stream,
    Watching,
)

if TYPE_CHECKING:
    from guardrail.text.subject import Subject

_MESSAGES: dict[InvisibleKind, str] = {
    "zero_width": "an invisible character inside a word",
    "bidi": "a control that changes the reading order",
    "tags": "text hidden in Unicode tag characters",
    "variation_selectors": "variation selectors that vary nothing",
    "sneaky_bits": "text hidden in zero-width characters",
    "fillers": "a filler character where none belongs",
    "deletions": "characters that are struck out by backspace or delete",
    "long_runs": "a long run of invisible characters",
}


class HiddenTextCheck(DirectCheck):
    """Reports each trace of one of `kinds`, with its kind as label and never with what was hidden."""

    __slots__ = ("kinds",)

    def __init__(self, kinds: frozenset[str]) -> None:
        super().__init__()
        self.kinds = kinds

    def run(self, subject: Subject, facts: Facts) -> Outcome:
        """Look at every piece; ASCII ones can hold deletions alone."""
        matches = tuple(
            Match(trace.start, trace.end, _MESSAGES[trace.kind], label=trace.kind, at=piece.at)
            for piece in subject.pieces
            for trace in find_invisible(piece.text)
            if trace.kind in self.kinds
        )
        return Outcome(True, matches=matches) if matches else QUIET

    def watching(self, facts: Facts) -> Watching:
        """A line that holds invisible characters is held from the first of them."""
        from guardrail.text.live.invisible import InvisibleWatch

        return Watching(InvisibleWatch(), before=64)


class HiddenText:
    """The validator."""

    signature = Signature(
        name="hidden_text",
        summary="Invisible characters that hide text or part words, and text that is struck out",
        returns=Returns.FINDINGS,
        stream=Stream.PREFIX,
        cost=Cost.C1,
        spans=True,
        parameters=(
            Parameter(
                "kinds",
                Kind.CHOICE,
                "What to look for; everything when none is named",
                variadic=True,
                choices=KINDS,
                default=(),
            ),
        ),
        examples=(
            ("hidden_text", "Please ask Glo\u200bbex.", True),
            ("hidden_text", "Les goûts et les couleurs 👩‍👩‍👧 ne se discutent pas ❤️", False),
            ("hidden_text(tags)", "Please ask Glo\u200bbex.", False),
        ),
    )

    def bind(self, arguments: Arguments) -> HiddenTextCheck:
        """A check for the named kinds, for all when none is named."""
        kinds: tuple[str, ...] = arguments["kinds"] if "kinds" in arguments.values else ()
        return HiddenTextCheck(frozenset(kinds or KINDS))


VALIDATOR = HiddenText()
