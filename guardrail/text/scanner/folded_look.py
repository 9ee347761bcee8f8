"""Entries in the folded view: one automaton over all of them, then the options of each hit's list.

White space inside an entry matches any run of white space. The text's line breaks become blanks of the same
length, so that an entry written with single blanks is one literal; each blank of it also gives the literal "all up
to here and a second blank", and what follows that is compared word by word. Long entries are compared the same way
after their first characters, which keeps the automaton small.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from guardrail.decision import Span
from guardrail.text.folding import fold
from guardrail.text.requests import Matching, PieceLike, View, ViewName, WordList
from guardrail.text.scanner.automaton import Finder, Occurrence, build_finder
from guardrail.text.scanner.begun import BegunEntries, FoldedText
from guardrail.text.scanner.effort import Effort
from guardrail.text.scanner.entries import Entry, Found
from guardrail.text.scanner.word_verify import begins_word, ends_word, is_spelled, tail_end

HEAD = 24
"""Characters of an entry that go into the automaton."""

CROWD = 256
"""With more occurrences than these, only the longest entry of each list is looked for at each place: of overlapping
hits nothing else can stand in the end."""

_BLANKS = "\n\t\r\v\f"

# Asking an enumeration for a member takes as long as making an object, and this one is asked for on every call.
_FOLDED = ViewName.FOLDED


@dataclass(slots=True)
class _Spelling:
    """What a literal stands for while the automaton is built: entries it spells whole, and entries it begins."""

    whole: list[Entry] = field(default_factory=list)
    begun: list[tuple[Entry, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Look:
    """One look at one text: what is looked at, and what it may still cost."""

    piece: PieceLike
    view: View
    text: FoldedText
    effort: Effort


class FoldedLook:
    """Finds entries in the folded view; immutable."""

    __slots__ = ("_find", "_lists", "_payloads", "_phrases", "_whole_words")

    def __init__(self, lists: Sequence[WordList], entries: Sequence[Entry]) -> None:
        spellings: dict[str, _Spelling] = {}
        self._phrases = False
        for entry in entries:
            words = fold(entry.form).split()
            self._phrases |= len(words) > 1
            _add_literals(spellings, entry, " ".join(words))
        self._find: Finder = build_finder(list(spellings))
        self._payloads = tuple(
            (tuple(spelling.whole), BegunEntries(spelling.begun) if spelling.begun else None)
            for spelling in spellings.values()
        )
        self._lists = tuple(words.matching for words in lists)
        self._whole_words = all(matching.whole_words for matching in self._lists)

    def touched(self, view: View) -> list[Span]:
        """The original spans of all literals in a folded view, joined where they overlap: every hit begins in one."""
        text = blanks_alike(view.text) if self._phrases else view.text
        return [view.origin(start, end) for start, end in _joined(self._find(text))]

    def find(self, piece: PieceLike) -> list[Found] | None:
        """All confirmed hits, overlapping ones included (but see `CROWD`); None when there is none.

        Raises `CheckFault` where entries that begin alike cannot be told apart in bounded time.
        """
        view = piece.view(_FOLDED)
        text = blanks_alike(view.text) if self._phrases else view.text
        occurrences = self._find(text)
        if not occurrences:
            return None
        look = _Look(piece, view, FoldedText(text), Effort(len(text)))
        if len(occurrences) > CROWD:
            return [one for place in _by_place(occurrences) for one in self._longest(look, place)] or None
        found: list[Found] = []
        for literal, start, end in occurrences:
            whole, begun = self._payloads[literal]
            for entry in whole:
                found += self._confirmed(look, entry, start, end)
            if begun is not None and self._may_begin(text, start):
                for entries, stop in begun.at(look.text, start):
                    look.effort.spend(len(entries))
                    for entry in entries:
                        found += self._confirmed(look, entry, start, stop)
        return found or None

    def _may_begin(self, text: str, start: int) -> bool:
        return not self._whole_words or begins_word(text, start)

    def _longest(self, look: _Look, occurrences: Sequence[Occurrence]) -> Iterator[Found]:
        """Of each list, and of its exceptions, the longest confirmed entry among the occurrences at one place."""
        start = occurrences[0][1]
        if not self._may_begin(look.text.text, start):
            return
        settled: set[tuple[int, bool]] = set()
        for literal, _, end in occurrences:
            whole, begun = self._payloads[literal]
            if begun is not None and not begun.kinds <= settled:
                for entries, stop in begun.at(look.text, start):
                    yield from self._settle(look, entries, start, stop, settled)
                    if begun.kinds <= settled:
                        break
            yield from self._settle(look, whole, start, end, settled)

    def _settle(
        self, look: _Look, entries: Sequence[Entry], start: int, end: int, settled: set[tuple[int, bool]]
    ) -> Iterator[Found]:
        """The confirmed entries of lists that have none at this place yet."""
        look.effort.spend(1)
        for entry in entries:
            if entry.kind not in settled and (found := self._confirmed(look, entry, start, end)):
                settled.add(entry.kind)
                yield from found

    def _confirmed(self, look: _Look, entry: Entry, start: int, end: int) -> tuple[Found, ...]:
        """The hit of an entry that stands there, if it passes the tests its list asks for."""
        text, matching = look.text.text, self._lists[entry.list]
        if matching.whole_words and not begins_word(text, start):
            return ()
        stop = tail_end(text, start, end) if matching.plurals else end
        if matching.whole_words and not ends_word(text, stop):
            return ()
        if not self._is_spelled(look.piece, look.view, (start, end), entry, matching):
            return ()
        return (Found(entry, look.view, start, stop, look.view.origin(start, stop)),)

    def _is_spelled(
        self, piece: PieceLike, view: View, span: tuple[int, int], entry: Entry, matching: Matching
    ) -> bool:
        if matching.any_case and matching.any_accent:
            return True
        start, end = view.origin(*span)
        return is_spelled(piece.text[start:end], entry.form, matching)


def blanks_alike(text: str) -> str:
    """Every kind of white space as a blank; the length stays."""
    for blank in _BLANKS:
        if blank in text:
            text = text.replace(blank, " ")
    return text


def _by_place(occurrences: Sequence[Occurrence]) -> Iterator[list[Occurrence]]:
    """The occurrences that begin at one place together, the longest first."""
    places: dict[int, list[Occurrence]] = {}
    for one in occurrences:
        places.setdefault(one[1], []).append(one)
    for own in places.values():
        own.sort(key=lambda one: -one[2])
        yield own


def _joined(occurrences: Sequence[Occurrence]) -> list[tuple[int, int]]:
    """The stretches that occurrences cover, in order."""
    stretches: list[tuple[int, int]] = []
    for start, end in sorted({(start, end) for _, start, end in occurrences}):
        if stretches and start < stretches[-1][1]:
            stretches[-1] = stretches[-1][0], max(end, stretches[-1][1])
        else:
            stretches.append((start, end))
    return stretches


def _add_literals(payloads: dict[str, _Spelling], entry: Entry, folded: str) -> None:
    if not folded:
        return
    head = folded[:HEAD]
    payload = payloads.get(head)
    if payload is None:
        payload = payloads[head] = _Spelling()
    if head == folded:
        payload.whole.append(entry)
    else:
        payload.begun.append((entry, folded))
    gap = head.find(" ")
    while gap >= 0:
        payloads.setdefault(head[:gap] + "  ", _Spelling()).begun.append((entry, folded))
        gap = head.find(" ", gap + 1)
