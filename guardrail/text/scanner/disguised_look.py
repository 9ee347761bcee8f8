"""Entries in the disguised view: one automaton over their bare letters, then the rules that tell a disguise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from guardrail.decision import Span
from guardrail.text.disguised import DisguisedView, fold_disguised
from guardrail.text.folding import fold
from guardrail.text.requests import PieceLike, ViewName, WordList
from guardrail.text.scanner.automaton import Finder, Occurrence, build_finder
from guardrail.text.scanner.disguise import SHORT, Shape, is_disguise
from guardrail.text.scanner.effort import Effort
from guardrail.text.scanner.entries import Entry, Found
from guardrail.text.scanner.prefixes import PrefixIndex
from guardrail.text.scanner.trail import Trail
from guardrail.text.scanner.word_verify import is_word_character

HEAD = 24
"""Letters of an entry that go into the automaton."""

FEW = 8
"""So many entries with one head are compared one by one; of more, an index tells which fit."""


class SameHead:
    """Many entries whose letters begin alike; immutable."""

    __slots__ = ("_by_letters", "_index")

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._by_letters: dict[str, list[Entry]] = {}
        for entry in entries:
            self._by_letters.setdefault(fold_disguised(entry.form), []).append(entry)
        self._index = PrefixIndex(self._by_letters)

    def at(self, letters: str, start: int) -> Iterator[Entry]:
        """The entries whose letters stand at `start`."""
        return (entry for key in self._index.longest_first(letters, start) for entry in self._by_letters[key])


class DisguisedLook:
    """Finds entries of the lists that ask for `disguised`; immutable.

    Case and accents are never insisted on here: a disguise changes them.
    """

    __slots__ = ("_entries", "_find", "_lists")

    def __init__(self, lists: Sequence[WordList], entries: Sequence[Entry]) -> None:
        by_head: dict[str, list[Entry]] = {}
        for entry in entries:
            if lists[entry.list].matching.disguised and (key := fold_disguised(entry.form)):
                by_head.setdefault(key[:HEAD], []).append(entry)
        self._find: Finder = build_finder(list(by_head))
        self._entries = tuple(tuple(own) if len(own) <= FEW else SameHead(own) for own in by_head.values())
        self._lists = tuple(words.matching for words in lists)

    def __bool__(self) -> bool:
        return bool(self._entries)

    def touched(self, piece: PieceLike) -> list[Span]:
        """The original spans of all heads of entries in the disguised view: every hit begins with one."""
        return [view.origin(start, end) for view in self._views(piece) for _, start, end in self._find(view.text)]

    def find(self, piece: PieceLike, seen: Sequence[Found]) -> list[Found]:
        """All confirmed hits that are not among those `seen` in the folded view.

        Raises `CheckFault` where entries that begin alike cannot be told apart in bounded time.
        """
        found: list[Found] = []
        known = {(one.entry.list, one.span) for one in seen}
        effort = Effort(len(piece.text))
        for view in self._views(piece):
            occurrences = self._find(view.text)
            if seen and occurrences and is_plain(piece.text):
                occurrences = self._unexplained(occurrences, seen)
            if occurrences:
                found += self._confirmed(Trail(piece.text, view), occurrences, known, effort)
        return found

    def _views(self, piece: PieceLike) -> Iterator[DisguisedView]:
        view = piece.view(ViewName.DISGUISED)
        assert isinstance(view, DisguisedView)
        yield view
        separated = without_separators(piece.text)
        if separated is not None:
            yield DisguisedView(separated)

    def _unexplained(self, occurrences: Sequence[Occurrence], seen: Sequence[Found]) -> list[Occurrence]:
        """The occurrences without those of literals that occur as often as their one entry was seen undisguised.

        In a plain text each such sighting is one occurrence, so there the costly way back tells nothing new.
        """
        counts = Counter(literal for literal, _, _ in occurrences)
        sightings = Counter(id(one.entry) for one in seen)
        news = set()
        for literal, count in counts.items():
            entries = self._entries[literal]
            if isinstance(entries, SameHead) or len(entries) > 1 or sightings[id(entries[0])] < count:
                news.add(literal)
        return [occurrence for occurrence in occurrences if occurrence[0] in news]

    def _confirmed(
        self, trail: Trail, occurrences: Sequence[Occurrence], known: set[tuple[int, Span]], effort: Effort
    ) -> list[Found]:
        plain = is_plain(trail.text)
        found: list[Found] = []
        ends: list[int] = []
        for literal, start, end in occurrences:
            if plain and end - start < SHORT:
                continue
            entries = self._entries[literal]
            for entry in entries.at(trail.view.text, start) if isinstance(entries, SameHead) else entries:
                hit = self._confirm(entry, trail, start, known, effort)
                if hit is not None:
                    found.append(hit)
                    ends.append(start + len(_shape(entry.form)[0]))
        return self._of_spelled_words(trail, found, ends)

    def _of_spelled_words(self, trail: Trail, found: list[Found], ends: list[int]) -> list[Found]:
        """The hits but those in the middle of a longer word that is spelled out; other hits are no part of such a word.

        `ends` are where the entries end, before a plural or possessive tail.
        """
        starts, stops = {hit.start for hit in found}, {hit.end for hit in found}
        return [
            hit
            for hit, end in zip(found, ends, strict=True)
            if not self._lists[hit.entry.list].whole_words
            or not (
                (hit.start not in stops and _goes_on_left(trail, hit.start, end))
                or (hit.end not in starts and _goes_on_right(trail, hit.start, end, hit.end))
            )
        ]

    def _confirm(
        self, entry: Entry, trail: Trail, start: int, known: set[tuple[int, Span]], effort: Effort
    ) -> Found | None:
        effort.spend(1)
        matching = self._lists[entry.list]
        if matching.whole_words and _is_inside_word(trail, start):
            return None
        key, shape = _shape(entry.form)
        if not trail.view.text.startswith(key, start):
            return None
        end = start + len(key)
        if matching.whole_words and not begins_word(trail, start):
            return None
        stop = _tail_end(trail, start, end) if matching.plurals else end
        if matching.whole_words and not ends_word(trail, stop):
            return None
        span = trail.view.origin(start, stop)
        if (entry.list, span) in known:
            return None
        effort.spend(len(key))
        if not is_disguise(shape, trail, start):
            return None
        return Found(entry, trail.view, start, stop, span)


@lru_cache(maxsize=4096)
def _shape(form: str) -> tuple[str, Shape]:
    key = fold_disguised(form)
    view = DisguisedView(form)
    if view.text != key:
        form = fold(form)
        view = DisguisedView(form)
    return key, Shape.of(Trail(form, view))


def without_separators(text: str) -> str | None:
    """The text with `!` and `|` between single letters made plain punctuation; None where there are none.

    The disguised view reads them as letters, which hides a name that is spelled out with them.

    >>> without_separators("G!l!o!b!e!x!"), without_separators("Hello!")
    ('G.l.o.b.e.x.', None)
    """
    changed = text
    for separator in "!|":
        if separator in changed and _spelled_with(separator).search(changed):
            changed = changed.replace(separator, ".")
    return None if changed is text else changed


@cache
def _spelled_with(separator: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(separator)}[^\W_]{re.escape(separator)}")


# ------------------------------------------------------------------ boundaries


def is_plain(text: str) -> bool:
    """Whether the text can hold neither look-alikes, nor hidden letters, nor deletions."""
    return text.isascii() and "\b" not in text and "\x7f" not in text


def _is_inside_word(trail: Trail, start: int) -> bool:
    """The commonest refusal told early: the letter at `start` follows a word character, both in plain sight."""
    first = trail.span(start)[0]
    text = trail.text
    return (
        first > 0 and is_word_character(text[first - 1]) and is_word_character(text[first]) and text[first - 1] != "_"
    )


def begins_word(trail: Trail, start: int) -> bool:
    """Whether no word reaches over the left edge of the letter at `start`, as the original text shows it."""
    return start == 0 or bool(trail.visible_gap(start)) or not _goes_on(trail, start - 1, start)


def ends_word(trail: Trail, end: int) -> bool:
    """Whether no word reaches over the right edge of the letter before `end`."""
    return end == len(trail) or bool(trail.visible_gap(end)) or not _goes_on(trail, end, end - 1)


def _goes_on(trail: Trail, neighbour: int, edge: int) -> bool:
    """Whether two adjacent letters belong to one word; a hidden letter never belongs to one that shows."""
    if trail.is_hidden(neighbour) != trail.is_hidden(edge):
        return False
    beside = trail.source(neighbour)
    if not beside.isascii():
        beside = trail.view.text[neighbour]
    return is_word_character(beside) and is_word_character(trail.view.text[edge])


def _tail_end(trail: Trail, start: int, end: int) -> int:
    """The end of a hit with its plural or possessive tail: an `s`, `es` or `'s` that ends the word."""
    text = trail.view.text
    inner = trail.gap(end - 1) if end - start > 1 else ""
    for tail in ("es", "s"):
        stop = end + len(tail)
        if text.startswith(tail, end) and ends_word(trail, stop):
            gaps = [trail.gap(place) for place in range(end, stop)]
            if all(gap == inner for gap in gaps) or (tail == "s" and _is_apostrophe(trail.visible_gap(end), inner)):
                return stop
    return end


def _is_apostrophe(gap: str, inner: str) -> bool:
    shown = gap if not inner else gap.replace(inner, "")
    return fold(shown) == "'"


_SPELLED_ON = 2
"""Single letters beside a hit that make it the middle of a longer word spelled out letter by letter.

So "t h e r a p i s t" holds no `rapist`; one single letter is let pass: "ask a G l o b e x shop".
"""


def _goes_on_left(trail: Trail, start: int, end: int) -> bool:
    gap = trail.gap(start + 1) if end - start > 1 and trail.visible_gap(start + 1) else ""
    if not gap or _begins_with_capital(trail, start):
        return False
    places = range(start - 1, start - 1 - _SPELLED_ON, -1)
    return places[-1] >= 0 and all(_stands_alone(trail, place, gap, left=True) for place in places)


def _goes_on_right(trail: Trail, start: int, end: int, stop: int) -> bool:
    gap = trail.gap(end - 1) if end - start > 1 and trail.visible_gap(end - 1) else ""
    if not gap or stop + _SPELLED_ON > len(trail) or _begins_with_capital(trail, stop):
        return False
    return all(_stands_alone(trail, place, gap, left=False) for place in range(stop, stop + _SPELLED_ON))


def _begins_with_capital(trail: Trail, place: int) -> bool:
    """Whether a capital follows a small letter there: a new word begins, however it is spelled."""
    return place > 0 and trail.source(place).isupper() and trail.source(place - 1).islower()


def _stands_alone(trail: Trail, place: int, gap: str, *, left: bool) -> bool:
    """Whether it is a piece of its own that `gap` separates from the side of the hit; a lone symbol (`€`) is none."""
    source = trail.source(place)
    inner, outer = (place + 1, place) if left else (place, place + 1)
    at_edge = place == 0 if left else place == len(trail) - 1
    if not (source.isascii() or source.isalnum()) or trail.gap(inner) != gap:
        return False
    return at_edge or bool(trail.visible_gap(outer))
