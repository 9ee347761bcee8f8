"""The way back from the disguised view, letter by letter: what stood for each letter, and what stands between."""

from __future__ import annotations

from guardrail.decision import Span
from guardrail.text.characters import is_accent, is_ignorable
from guardrail.text.disguised import DisguisedView, Gap

_NO_GAP = Gap(0, "", 0)


class Trail:
    """Looks up what stands behind a disguised view's letters, each at most once."""

    __slots__ = ("_gaps", "_spans", "text", "view")

    def __init__(self, text: str, view: DisguisedView) -> None:
        self.text = text
        self.view = view
        self._spans: dict[int, Span] = {}
        self._gaps: dict[int, Gap] = {}

    def __len__(self) -> int:
        return len(self.view.text)

    def span(self, place: int) -> Span:
        """The original span of one letter."""
        span = self._spans.get(place)
        if span is None:
            span = self._spans[place] = self.view.origin(place, place + 1)
        return span

    def source(self, place: int) -> str:
        """The character behind one letter, a hidden one decoded."""
        return self.view.sources(place, place + 1)

    def is_hidden(self, place: int) -> bool:
        """Whether the letter came out of a hidden channel (tags, variation selectors, invisible bits)."""
        return is_ignorable(self.text[self.span(place)[0]])

    def gap(self, place: int) -> str:
        """What a reader could see between the letter before `place` and the one there; empty at the text's edges."""
        return self._gap(place).text

    def visible_gap(self, place: int) -> str:
        """The part of the gap that shows."""
        gap = self._gap(place).text
        return "".join(filter(_shows, gap)) if gap else ""

    def gap_width(self, place: int) -> int:
        """The number of original characters in the gap, accents not counted."""
        gap = self._gap(place)
        return gap.width - sum(map(is_accent, gap.text)) if gap.width else 0

    def has_deletion(self, place: int) -> bool:
        """Whether something was struck out, with its backspaces, between the letter before `place` and its end."""
        between = self.text[self.span(place - 1)[0] : self.span(place)[1]]
        return "\b" in between or "\x7f" in between

    def _gap(self, place: int) -> Gap:
        gap = self._gaps.get(place)
        if gap is None:
            between = self.view.gaps(place - 1, place + 1) if 0 < place < len(self) else ()
            gap = self._gaps[place] = between[0] if between else _NO_GAP
        return gap


def _shows(character: str) -> bool:
    if character < "\x80":
        return character.isprintable() or character.isspace()
    return not is_ignorable(character) and not is_accent(character)
