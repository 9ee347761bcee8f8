"""The way back from the disguised view, letter by letter: what stood for each letter, and what stands between."""

from __future__ import annotations

from dataclasses import dataclass

from guardrail.decision import Span
from guardrail.text.characters import is_accent, is_ignorable
from guardrail.text.disguised import DisguisedView
from guardrail.text.folding import fold


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Reading:
    """What stands behind a stretch of the disguised view, an item for each of its letters.

    `sources` are the characters behind the letters, hidden ones decoded. `gaps` are what shows before each letter,
    folded, and `widths` how many original characters that took; both are empty and 0 for the first.
    `hidden` says which letters came out of a hidden channel, `deletions` whether something was struck out.
    """

    sources: str
    gaps: tuple[str, ...]
    widths: tuple[int, ...]
    hidden: tuple[bool, ...]
    deletions: bool


class Trail:
    """Looks up what stands behind a disguised view's letters."""

    __slots__ = ("_ascii", "_gaps", "text", "view")

    def __init__(self, text: str, view: DisguisedView) -> None:
        self.text = text
        self.view = view
        self._ascii = text.isascii()
        self._gaps: dict[int, str] = {}

    def __len__(self) -> int:
        return len(self.view.text)

    def read(self, start: int, end: int) -> Reading:
        """All about the letters `[start, end)`."""
        gaps, widths = [""] * (end - start), [0] * (end - start)
        for gap in self.view.gaps(start, end):
            gaps[gap.before - start] = fold(_shown(gap.text))
            widths[gap.before - start] = gap.width
        first, last = self.view.origin(start, end)
        original = self.text[first:last]
        return Reading(
            self.view.sources(start, end),
            tuple(gaps),
            tuple(widths),
            (False,) * (end - start) if self._ascii else tuple(map(self.is_hidden, range(start, end))),
            "\b" in original or "\x7f" in original,
        )

    def span(self, place: int) -> Span:
        """The original span of one letter."""
        return self.view.origin(place, place + 1)

    def source(self, place: int) -> str:
        """The character behind one letter, a hidden one decoded."""
        return self.view.sources(place, place + 1)

    def is_hidden(self, place: int) -> bool:
        """Whether the letter came out of a hidden channel (tags, variation selectors, invisible bits)."""
        return not self._ascii and is_ignorable(self.text[self.span(place)[0]])

    def gap(self, place: int) -> str:
        """What a reader could see between the letter before `place` and the one there; empty at the text's edges."""
        gap = self._gaps.get(place)
        if gap is None:
            between = self.view.gaps(place - 1, place + 1) if 0 < place < len(self) else ()
            gap = self._gaps[place] = between[0].text if between else ""
        return gap

    def visible_gap(self, place: int) -> str:
        """The part of the gap that shows."""
        return _shown(self.gap(place))


def _shown(gap: str) -> str:
    """The characters that show: no ignorables, marks or controls."""
    return gap if gap.isascii() and gap.isprintable() else "".join(filter(_shows, gap))


def _shows(character: str) -> bool:
    if character < "\x80":
        return character.isprintable() or character.isspace()
    return not is_ignorable(character) and not is_accent(character)
