"""The shared scanner of a stage: every check's lists in one word matcher, every check's patterns in one prefilter."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, TypeVar

from guardrail.decision import Span
from guardrail.text.requests import (
    Hit,
    Pattern,
    PieceLike,
    RequestHits,
    ScanRequest,
    UnescapedLike,
    WordList,
)
from guardrail.text.scanner.words import WordMatcher
from guardrail.text.subject import Piece

if TYPE_CHECKING:
    from guardrail.text.scanner.patterns import PatternMatcher

_Wanted = TypeVar("_Wanted", WordList, Pattern)

JOINED_CHARACTERS = 20_000
"""Short pieces are looked at in joined texts of at most so many characters."""

Target = tuple[int, int]
"""A request's place, and the index that its hits carry there."""


def build_scanner(requests: Sequence[ScanRequest]) -> SharedScanner:
    """A scanner over all that the requests ask for; equal lists and patterns of several requests are shared.

    >>> scanner = build_scanner([ScanRequest(lists=(WordList("rivals", ("Globex",)),)), ScanRequest()])
    >>> {request: [hit.span for hit in hits] for request, hits in (scanner.scan(Piece("ask Globex")) or {}).items()}
    {0: [(4, 10)]}
    """
    lists, list_targets = _shared((request.lists, 0) for request in requests)
    patterns, pattern_targets = _shared((request.patterns, len(request.lists)) for request in requests)
    matcher = _pattern_matcher(patterns) if patterns else None
    return SharedScanner(
        WordMatcher.build(lists) if lists else None,
        matcher,
        list_targets,
        pattern_targets,
        len(requests),
        matcher is not None and matcher.anchored,
    )


def _pattern_matcher(patterns: Sequence[Pattern]) -> PatternMatcher:
    from guardrail.text.scanner.patterns import PatternMatcher

    return PatternMatcher.build(patterns)


def _shared(
    requests: Iterable[tuple[tuple[_Wanted, ...], int]],
) -> tuple[list[_Wanted], tuple[tuple[Target, ...], ...]]:
    """The distinct things asked for, and for each the requests that get its hits."""
    targets: dict[_Wanted, list[Target]] = {}
    for number, (wanted, offset) in enumerate(requests):
        for index, thing in enumerate(wanted, offset):
            targets.setdefault(thing, []).append((number, index))
    return list(targets), tuple(map(tuple, targets.values()))


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SharedScanner:
    """Scans a piece once and gives every request its hits; immutable, shared among threads."""

    words: WordMatcher | None
    patterns: PatternMatcher | None
    list_targets: tuple[tuple[Target, ...], ...]
    pattern_targets: tuple[tuple[Target, ...], ...]
    requests: int
    anchored: bool

    def scan(self, piece: PieceLike) -> RequestHits | None:
        """Hits by request, ordered by where they stand in the original; None when there is none at all."""
        hits = self._scan(piece)
        return hits if piece.unescaped is None else self._with_unescaped(hits, piece.unescaped)

    def _with_unescaped(self, hits: RequestHits | None, unescaped: UnescapedLike) -> RequestHits | None:
        """The hits and those that only the text without escapes shows."""
        further = self._scan(unescaped.piece)
        if further is None:
            return hits
        joined = {request: list(own) for request, own in (hits or {}).items()}
        for request, own in further.items():
            seen = {hit.span for hit in joined.get(request, ())}
            views = [Hit(hit.index, unescaped.view(hit.view), hit.start, hit.end, hit.entry) for hit in own]
            joined.setdefault(request, []).extend(hit for hit in views if hit.span not in seen)
        return {request: _in_order(own) for request, own in joined.items() if own}

    def _scan(self, piece: PieceLike) -> dict[int, tuple[Hit, ...]] | None:
        words = None if self.words is None else self.words.find(piece)
        patterns = None if self.patterns is None else self.patterns.find(piece)
        if not words and not patterns:
            return None
        hits: dict[int, list[Hit]] = {}
        if words:
            _hand_out(words, self.list_targets, hits)
        if patterns:
            _hand_out(patterns, self.pattern_targets, hits)
        return {request: _in_order(own) for request, own in hits.items()}

    def scan_pieces(self, pieces: Sequence[PieceLike]) -> dict[int, RequestHits] | None:
        """What `scan` finds in each piece, by its place; pieces without hits are left out, None when all are.

        Short ASCII pieces are joined, line by line, and looked at together first: only those over which something
        stands are scanned. Pieces in which a deletion could reach into their neighbour are not joined, nor is any
        piece where a pattern looks at the edges of the text.
        """
        found = {}
        for place in self._touched(pieces):
            hits = self.scan(pieces[place])
            if hits is not None:
                found[place] = hits
        return found or None

    def _touched(self, pieces: Sequence[PieceLike]) -> list[int]:
        if len(pieces) == 1 or self.anchored:
            return list(range(len(pieces)))
        touched = {place for place, piece in enumerate(pieces) if not _may_be_joined(piece)}
        joinable = [place for place in range(len(pieces)) if place not in touched]
        for group in _groups(joinable, pieces):
            starts = list(accumulate((len(pieces[place].text) + 1 for place in group), initial=0))
            joined = Piece("\n".join(pieces[place].text for place in group))
            for start, end in self._spans(joined):
                first, last = bisect_right(starts, start) - 1, bisect_right(starts, max(start, end - 1)) - 1
                touched.update(group[first : last + 1])
        return sorted(touched)

    def _spans(self, joined: Piece) -> Iterator[Span]:
        if self.words is not None:
            yield from self.words.touched(joined) or ()
        if self.patterns is not None:
            for _, hit in self.patterns.find(joined) or ():
                yield hit.span


def _may_be_joined(piece: PieceLike) -> bool:
    text = piece.text
    if piece.unescaped is not None:
        return False
    return text.isascii() and len(text) < JOINED_CHARACTERS and "\b" not in text and "\x7f" not in text


def _groups(places: Sequence[int], pieces: Sequence[PieceLike]) -> Iterator[list[int]]:
    """The places in runs whose texts are not longer than a joined text may be."""
    group: list[int] = []
    length = 0
    for place in places:
        length += len(pieces[place].text) + 1
        if group and length > JOINED_CHARACTERS:
            yield group
            group, length = [], len(pieces[place].text) + 1
        group.append(place)
    if group:
        yield group


def _hand_out(
    found: Iterable[tuple[int, Hit]], targets: tuple[tuple[Target, ...], ...], hits: dict[int, list[Hit]]
) -> None:
    for place, hit in found:
        for request, index in targets[place]:
            own = hit if hit.index == index else Hit(index, hit.view, hit.start, hit.end, hit.entry)
            if request in hits:
                hits[request].append(own)
            else:
                hits[request] = [own]


def _in_order(hits: list[Hit]) -> tuple[Hit, ...]:
    return tuple(hits) if len(hits) == 1 else tuple(sorted(hits, key=lambda hit: hit.span))
