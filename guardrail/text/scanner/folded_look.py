"""Entries in the folded view: one automaton over all of them, then the options of each hit's list.

White space inside an entry matches any run of white space. The text's line breaks become blanks of the same
length, so that an entry written with single blanks is one literal; each blank of it also gives the literal "all up
to here and a second blank", and what follows that is compared word by word. Long entries are compared the same way
after their first characters, which keeps the automaton small.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guardrail.decision import Span
from guardrail.text.folding import fold
from guardrail.text.requests import Matching, PieceLike, View, ViewName, WordList
from guardrail.text.scanner.automaton import Finder, build_finder
from guardrail.text.scanner.entries import Entry, Found
from guardrail.text.scanner.word_verify import begins_word, end_of_words, ends_word, is_spelled, tail_end

HEAD = 24
"""Characters of an entry that go into the automaton."""

_BLANKS = "\n\t\r\v\f"


@dataclass(slots=True)
class _Payload:
    """What a literal stands for: entries it spells whole, and entries it only begins, with their folded words."""

    whole: list[Entry]
    begun: list[tuple[Entry, str]]


class FoldedLook:
    """Finds entries in the folded view; immutable."""

    __slots__ = ("_find", "_lists", "_payloads", "_phrases")

    def __init__(self, lists: Sequence[WordList], entries: Sequence[Entry]) -> None:
        payloads: dict[str, _Payload] = {}
        self._phrases = False
        for entry in entries:
            words = fold(entry.form).split()
            self._phrases |= len(words) > 1
            _add_literals(payloads, entry, " ".join(words))
        self._find: Finder = build_finder(list(payloads))
        self._payloads = tuple(payloads.values())
        self._lists = tuple(words.matching for words in lists)

    def touched(self, view: View) -> list[Span]:
        """The original spans of all literals in a folded view: every hit begins with one."""
        text = blanks_alike(view.text) if self._phrases else view.text
        return [view.origin(start, end) for _, start, end in self._find(text)]

    def find(self, piece: PieceLike) -> list[Found] | None:
        """All confirmed hits, overlapping ones included; None when there is none."""
        view = piece.view(ViewName.FOLDED)
        text = blanks_alike(view.text) if self._phrases else view.text
        occurrences = self._find(text)
        if not occurrences:
            return None
        found: list[Found] = []
        for literal, start, end in occurrences:
            payload = self._payloads[literal]
            for entry in payload.whole:
                self._confirm(found, piece, view, text, entry, start, end)
            for entry, folded in payload.begun:
                if self._lists[entry.list].whole_words and not begins_word(text, start):
                    continue
                # Most often an entry stands as it is written; otherwise its words are compared one by one.
                if text.startswith(folded, start):
                    stop = start + len(folded)
                else:
                    stop = end_of_words(text, start, folded.split(" "))
                if stop >= 0:
                    self._confirm(found, piece, view, text, entry, start, stop)
        return found or None

    def _confirm(
        self, found: list[Found], piece: PieceLike, view: View, text: str, entry: Entry, start: int, end: int
    ) -> None:
        """Add an occurrence that passes the tests its list asks for."""
        matching = self._lists[entry.list]
        if matching.whole_words and not begins_word(text, start):
            return
        stop = tail_end(text, start, end) if matching.plurals else end
        if matching.whole_words and not ends_word(text, stop):
            return
        if self._is_spelled(piece, view, (start, end), entry, matching):
            found.append(Found(entry, view, start, stop, view.origin(start, stop)))

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


def _add_literals(payloads: dict[str, _Payload], entry: Entry, folded: str) -> None:
    if not folded:
        return
    head = folded[:HEAD]
    payload = payloads.get(head)
    if payload is None:
        payload = payloads[head] = _Payload([], [])
    if head == folded:
        payload.whole.append(entry)
    else:
        payload.begun.append((entry, folded))
    gap = head.find(" ")
    while gap >= 0:
        payloads.setdefault(head[:gap] + "  ", _Payload([], [])).begun.append((entry, folded))
        gap = head.find(" ", gap + 1)
