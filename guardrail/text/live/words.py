"""Word lists as threads: how far each entry has been spelled in the folded view.

The entries stand in one sorted sequence; a thread is the range of those that share the characters seen so far, so
nothing is built per character, and a list of a hundred thousand names costs its sorting alone. A blank of an entry is
any run of white space.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Final, NamedTuple

from guardrail.text.folding import fold
from guardrail.text.live.component import NO_TAIL, Rendering, Thread
from guardrail.text.live.kinds import NAME, kind_of
from guardrail.text.requests import WordList
from guardrail.text.scanner.entries import plural_in_ies

_BLANKS: Final = frozenset(" \n\t\r\v\f")
_TAILS: Final = ("es'", "'s", "s'", "es", "s")
_BEGUN_TAILS: Final = frozenset(tail[:length] for tail in _TAILS for length in range(1, len(tail) + 1))
_LAST: Final = "\U0010ffff"
"""Sorts behind every character that a folded entry can hold."""


class Spelled(NamedTuple):
    """Entries `[low, high)` have been spelled up to `depth`."""

    low: int
    high: int
    depth: int


class Ended(NamedTuple):
    """An entry is whole, with what has been spelled of a plural or possessive tail."""

    tail: str


class Words:
    """The entries of all lists that ask for the same boundaries and tails.

    >>> words = Words(["lab", "lab dynamics"], whole_words=True, plurals=False)
    >>> words.begin(NAME, "l"), words.begin(0, "l")
    ((), (Spelled(low=0, high=2, depth=1),))
    """

    rendering = Rendering.FOLDED
    tails = (1,)

    def __init__(self, entries: Iterable[str], *, whole_words: bool, plurals: bool) -> None:
        self._entries = sorted(set(entries))
        self._whole_words = whole_words
        self._plurals = plurals
        self.sensitive = not all(map(str.isascii, self._entries))
        self.widest = max(map(len, self._entries), default=0) + (3 if plurals else 0)

    def begin(self, before: int, character: str) -> tuple[Thread, ...]:
        """The entries that begin with `character`, where a word may begin."""
        if self._whole_words and before & NAME and kind_of(character) & NAME:
            return ()
        return self._into(0, len(self._entries), 0, character)

    def go_on(self, thread: Thread, before: int, character: str) -> tuple[tuple[Thread, ...], int]:
        """The entries that go on with `character`; a whole one ends where no word reaches over its edge."""
        if isinstance(thread, Ended):
            ended = not (self._whole_words and before & NAME and kind_of(character) & NAME)
            tail = thread.tail + character
            further = (Ended(tail),) if self._plurals and tail in _BEGUN_TAILS else ()
            return further, 0 if ended else NO_TAIL
        assert isinstance(thread, Spelled)
        low, high, depth = thread
        if character in _BLANKS:
            if self._entries[low][depth - 1] == " ":
                return (thread,), NO_TAIL
            character = " "
        return self._into(low, high, depth, character), NO_TAIL

    def _into(self, low: int, high: int, depth: int, character: str) -> tuple[Thread, ...]:
        entries = self._entries
        spelled = entries[low][:depth] + character if low < high else character
        low = bisect_left(entries, spelled, low, high)
        high = bisect_left(entries, spelled + _LAST, low, high)
        if low == high:
            return ()
        whole = len(entries[low]) == depth + 1
        if whole and high - low == 1:
            return (Ended(""),)
        return (Spelled(low, high, depth + 1), Ended("")) if whole else (Spelled(low, high, depth + 1),)


def word_components(lists: Iterable[WordList]) -> list[Words]:
    """The components that follow the entries and exceptions of lists, as they are written."""
    groups: dict[tuple[bool, bool], set[str]] = {}
    for words in lists:
        group = groups.setdefault((words.matching.whole_words, words.matching.plurals), set())
        group.update(filter(None, (canonical(form) for form in forms_of(words))))
    return [Words(forms, whole_words=whole, plurals=plurals) for (whole, plurals), forms in groups.items() if forms]


def forms_of(words: WordList) -> Iterable[str]:
    """Every spelling that a list looks for: entries, their plurals in -ies, exceptions."""
    for form in words.entries:
        yield form
        if words.matching.plurals and (plural := plural_in_ies(form)):
            yield plural
    yield from words.exceptions


def canonical(form: str) -> str:
    """An entry as the folded view shows it, each run of white space one blank."""
    return " ".join(fold(form).split())
