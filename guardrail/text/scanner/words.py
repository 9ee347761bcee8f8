"""Word lists: all lists of a stage in one matcher, which says what occurs, where, after every option is applied.

Every list gets the folded look; lists with `disguised` the disguised one as well, lists with `typos` the one for
misspelt words. The three report overlapping hits that passed their boundary tests; only then, list by list, hits
inside an exception phrase are dropped and of overlapping ones the leftmost, then longest, is kept.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from guardrail.decision import Span
from guardrail.text.requests import Hit, PieceLike, ViewName, WordList
from guardrail.text.scanner.entries import EXCEPTION, Found, entries_of
from guardrail.text.scanner.folded_look import FoldedLook

if TYPE_CHECKING:
    from guardrail.text.scanner.disguised_look import DisguisedLook
    from guardrail.text.scanner.typos import TypoLook


class WordMatcher:
    """Finds the entries of word lists; immutable but for bounded memos, safe to share among threads.

    >>> from guardrail.text.subject import Piece
    >>> matcher = WordMatcher.build([WordList("rivals", ("Globex", "Lab Dynamics"))])
    >>> [(place, hit.span) for place, hit in matcher.find(Piece("GLOBEX, or lab\\n dynamics")) or ()]
    [(0, (0, 6)), (0, (11, 24))]
    """

    __slots__ = ("_disguised", "_folded", "_typos")

    def __init__(self, folded: FoldedLook, disguised: DisguisedLook | None, typos: TypoLook | None) -> None:
        self._folded = folded
        self._disguised = disguised
        self._typos = typos

    @classmethod
    def build(cls, lists: Sequence[WordList]) -> WordMatcher:
        """A matcher over the lists; hits name a list by its place."""
        entries = tuple(entries_of(lists))
        disguised: DisguisedLook | None = None
        typos: TypoLook | None = None
        # Most lists ask for neither: each look is imported where one does.
        if any(words.matching.disguised for words in lists):
            from guardrail.text.scanner.disguised_look import DisguisedLook

            disguised = DisguisedLook(lists, entries)
        if any(words.matching.typos for words in lists):
            from guardrail.text.scanner.typos import TypoLook

            typos = TypoLook(lists, entries)
        return cls(FoldedLook(lists, entries), disguised, typos)

    def find(self, piece: PieceLike) -> list[tuple[int, Hit]] | None:
        """Each hit with the place of its list, ordered by list and start; None when there is none (the fast path)."""
        found = self._folded.find(piece)
        if self._disguised is not None or self._typos is not None:
            found = found or []
            if self._disguised is not None:
                found = found + self._disguised.find(piece, found)
            if self._typos is not None:
                found = found + self._typos.find(piece)
        return _resolve(found) or None if found else None

    def touched(self, piece: PieceLike) -> list[Span] | None:
        """Spans of the original, a superset: every hit in any stretch of the text lies over one of them.

        A cheap first look at many short texts joined into one; None when no stretch holds a hit.
        """
        view = piece.view(ViewName.FOLDED)
        spans = self._folded.touched(view)
        if self._disguised is not None:
            spans += self._disguised.touched(piece)
        if self._typos is not None:
            spans += self._typos.touched(view)
        return spans or None


def _resolve(found: list[Found]) -> list[tuple[int, Hit]]:
    """The hits that stand: outside exceptions, leftmost-longest within each list."""
    if len(found) == 1:
        only = found[0]
        if only.entry.place == EXCEPTION:
            return []
        return [(only.entry.list, Hit(only.entry.list, only.view, only.start, only.end, only.entry.place))]
    by_list: dict[int, list[Found]] = {}
    for one in found:
        by_list.setdefault(one.entry.list, []).append(one)
    hits: list[tuple[int, Hit]] = []
    for number in sorted(by_list):
        hits += [
            (number, Hit(number, one.view, one.start, one.end, one.entry.place))
            for one in leftmost_longest(_without_exceptions(by_list[number]))
        ]
    return hits


def _without_exceptions(found: list[Found]) -> list[Found]:
    exceptions = sorted(one.span for one in found if one.entry.place == EXCEPTION)
    if not exceptions:
        return found
    starts = [start for start, _ in exceptions]
    furthest = list(accumulate((end for _, end in exceptions), max))
    kept = []
    for one in found:
        before = bisect_right(starts, one.span[0])
        inside = before > 0 and furthest[before - 1] >= one.span[1]
        if one.entry.place != EXCEPTION and not inside:
            kept.append(one)
    return kept


def leftmost_longest(found: list[Found]) -> list[Found]:
    """Of overlapping hits the leftmost, of those the longest, of those the first in the list."""
    if len(found) < 2:
        return found
    kept: list[Found] = []
    reached = -1
    for one in sorted(found, key=lambda one: (one.span[0], -one.span[1], one.entry.place)):
        if one.span[0] >= reached:
            kept.append(one)
            reached = one.span[1]
    return kept
