"""What came of one entry, small enough to be handed from a worker process to the reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

from guardrail.cli.validation.entries import Place, Unread
from guardrail.decision import Decision, Span

_BEFORE: Final = 120
_AFTER: Final = 240


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of one line of a judged text around a span.

    `line` and `column` count from 1 in the text that `at` names, as in `Finding.at`. `text[first:last]` is the
    span as far as it stands on the line; `cut_before` and `cut_after` tell that the line goes on.
    """

    at: str | int | None
    line: int
    column: int
    text: str
    first: int
    last: int
    cut_before: bool = False
    cut_after: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """A decision about an entry.

    `excerpts` has a tuple for each finding. `missing` are required request fields that were not given. `length`
    is that of the text in characters. `record` is the line for the decision log, where there is one.
    """

    number: int
    place: Place
    decision: Decision
    excerpts: tuple[tuple[Excerpt, ...], ...] = ()
    missing: tuple[str, ...] = ()
    length: int = 0
    record: str | None = None


Result: TypeAlias = Judged | Unread


def excerpt(text: str, at: str | int | None, span: Span) -> Excerpt:
    """The line that a span begins on, cut to what stands around it.

    >>> excerpt("one\\nask Globex now", None, (8, 14))
    Excerpt(at=None, line=2, column=5, text='ask Globex now', first=4, last=10, cut_before=False, cut_after=False)
    """
    start, end = span
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    first, last = max(line_start, start - _BEFORE), min(line_end, start + _AFTER)
    return Excerpt(
        at,
        text.count("\n", 0, start) + 1,
        start - line_start + 1,
        text[first:last],
        start - first,
        max(start, min(end, last)) - first,
        first > line_start,
        last < line_end,
    )
