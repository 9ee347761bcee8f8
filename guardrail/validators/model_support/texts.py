"""The texts of a subject that a classifier is asked about, each with its way back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from guardrail.decision import Span
from guardrail.text.requests import PieceLike, ViewName
from guardrail.text.reveal import reveal

if TYPE_CHECKING:
    from guardrail.text.subject import Subject

Origin: TypeAlias = Callable[[int, int], Span]


@dataclass(frozen=True, slots=True)
class Asked:
    """A text to be judged. `at` is its piece's, `origin` maps its offsets to those of the piece."""

    text: str
    at: str | int | None
    origin: Origin


def texts_of(subject: Subject) -> list[Asked]:
    """Every piece of the subject that has a letter, escapes decoded.

    A piece that hides text in invisible characters is asked about twice: as it is, and with what it hides.
    """
    return [asked for piece in subject.pieces for asked in _of_piece(piece)]


def _of_piece(piece: PieceLike) -> Iterator[Asked]:
    unescaped = piece.unescaped
    shown = piece if unescaped is None else unescaped.piece
    if not any(map(str.isalpha, shown.text)) and shown.text.isascii():
        return
    view = shown.view(ViewName.RAW)
    to_piece: Origin = view.origin if unescaped is None else unescaped.view(view).origin
    yield Asked(shown.text, piece.at, to_piece)
    revealed = reveal(shown.text)
    if revealed is not None and revealed.text:
        yield Asked(revealed.text, piece.at, _through(revealed.spans, to_piece))


def _through(spans: tuple[Span, ...], to_piece: Origin) -> Origin:
    def origin(start: int, end: int) -> Span:
        if end <= start:
            first = spans[start][0] if start < len(spans) else spans[-1][1]
            return to_piece(first, first)
        # A payload's characters need not stand in the order of the text.
        inside = spans[start:end]
        return to_piece(min(first for first, _ in inside), max(last for _, last in inside))

    return origin
