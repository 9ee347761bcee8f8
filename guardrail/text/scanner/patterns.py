"""Finds all matches of many regular expressions in one pass over a text.

One RE2 set says which patterns may match; for those alone, RE2 says where, and where it does not read a pattern as
Python does, an exact engine decides near the candidates. On texts without hits the whole cost is the set.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guardrail.text.requests import Hit, Pattern, PieceLike, View, ViewName
from guardrail.text.scanner.patterns_fault import PatternFault
from guardrail.text.scanner.patterns_prefilter import Prefilter, has_re2, literal_prefilter, re2_prefilter
from guardrail.text.scanner.patterns_single import SinglePattern

__all__ = ["PatternFault", "PatternMatcher"]

Found = tuple[int, Hit]

_AS_IT_COMES = frozenset({ViewName.RAW, ViewName.CLEAN})
"""The views that show an ASCII text unchanged."""


class PatternMatcher:
    """Many patterns at once; immutable to its users, and safe to share among threads."""

    __slots__ = ("_ascii", "_beyond", "_linear", "_patterns", "_single_view", "_views")

    def __init__(self, patterns: Sequence[SinglePattern], linear: bool) -> None:
        self._patterns = tuple(patterns)
        self._linear = linear
        self._views = _places_by_view(patterns)
        self._single_view = all(_AS_IT_COMES.issuperset(pattern.views) for pattern in patterns)
        self._ascii = self._prefilter(ascii_text=True)
        self._beyond: Prefilter | None = None

    @classmethod
    def build(cls, patterns: Sequence[Pattern], *, linear: bool | None = None) -> PatternMatcher:
        """Compile `patterns`; raises `RegexProblem` for one that is no regular expression.

        `linear` False does without RE2, as on platforms that lack it, with equal results.
        """
        with_re2 = has_re2() if linear is None else linear
        return cls([SinglePattern.build(pattern, linear=with_re2) for pattern in patterns], with_re2)

    @property
    def anchored(self) -> bool:
        """Whether a match of any pattern may change when the text is put between two line breaks."""
        return any(pattern.facts.on_edges for pattern in self._patterns)

    def find(self, piece: PieceLike) -> list[Found] | None:
        """Every match with its pattern's place, in the order of places; None when there is none.

        A hit's `index` is the place as well. A match is reported once where both views show it at the same place
        of the original. Raises `PatternFault` where a pattern cannot be decided in time.
        """
        text = piece.text
        if not self._single_view or not text.isascii():
            return self._find_in_views(piece) or None
        maybe = self._ascii(text)
        if maybe is None:
            return None
        view = piece.view(ViewName.RAW)
        return list(self._hits(view, text, sorted(maybe))) or None

    def try_out(self, text: str) -> None:
        """Run the prefilter alone over a text, for the states that it makes on the way."""
        (self._ascii if text.isascii() else self._beyond_ascii)(text)

    def _find_in_views(self, piece: PieceLike) -> list[Found]:
        raw = piece.text
        found: list[Found] = []
        unchanged: frozenset[int] | None = None
        for name, wanted in self._views:
            view = piece.view(name)
            if view.text != raw:
                found.extend(self._look(view, view.text, wanted))
            else:
                # Views with the same text are looked at as one.
                unchanged = wanted if unchanged is None else unchanged | wanted
        if unchanged is not None:
            found.extend(self._look(piece.view(ViewName.RAW), raw, unchanged))
        return _each_once(found) if found else found

    def _look(self, view: View, text: str, wanted: frozenset[int]) -> list[Found]:
        maybe = self._ascii(text) if text.isascii() else self._beyond_ascii(text)
        return list(self._hits(view, text, sorted(wanted.intersection(maybe)))) if maybe is not None else []

    def _hits(self, view: View, text: str, places: Sequence[int]) -> Iterator[Found]:
        ascii_text = text.isascii()
        data = text.encode() if self._linear else b""
        for place in places:
            for start, end in self._patterns[place].spans(text, data, ascii_text):
                yield place, Hit(place, view, start, end)

    def _beyond_ascii(self, text: str) -> Sequence[int] | None:
        if self._beyond is None:
            self._beyond = self._prefilter(ascii_text=False)
        try:
            return self._beyond(text)
        except UnicodeEncodeError:
            raise PatternFault("the text holds a lone surrogate") from None

    def _prefilter(self, *, ascii_text: bool) -> Prefilter:
        if not self._patterns:
            return _nothing
        if self._linear:
            facts = [pattern.facts for pattern in self._patterns]
            words = [place for place, known in enumerate(facts) if known.told_by_word]
            return re2_prefilter([known.ascii if ascii_text else known.beyond for known in facts], words)
        from guardrail.text.scanner.regex_literals import required_literal

        return literal_prefilter([required_literal(pattern.tree) for pattern in self._patterns])


def _places_by_view(patterns: Sequence[SinglePattern]) -> tuple[tuple[ViewName, frozenset[int]], ...]:
    places = ((name, [n for n, pattern in enumerate(patterns) if name in pattern.views]) for name in ViewName)
    return tuple((name, frozenset(numbers)) for name, numbers in places if numbers)


def _nothing(text: str) -> None:
    """No pattern, no match."""


def _each_once(found: list[Found]) -> list[Found]:
    """Hits in the order of places and of the original text, each original span once for a pattern."""
    seen = {(place, hit.span): (place, hit) for place, hit in found}
    return [seen[key] for key in sorted(seen)]
