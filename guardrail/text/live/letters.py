"""Disguised entries as threads: how many of an entry's letters have been spelled, whatever stands between them.

The character itself is shown: what the disguised view makes of it is a letter, several, or nothing. A `!` or `|` is
read both as a letter and as something between letters, since the disguised view does so, too.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Final, NamedTuple

from guardrail.text.characters import is_accent, is_ignorable
from guardrail.text.disguised import fold_disguised, squash
from guardrail.text.live.component import NO_TAIL, Rendering, Thread
from guardrail.text.live.kinds import NAME, UNDERSCORE, kind_of
from guardrail.text.live.words import forms_of
from guardrail.text.requests import WordList
from guardrail.text.scanner.disguise import LONGEST_GAP
from guardrail.text.scanner.native import REACH

_LAST: Final = "\U0010ffff"
_AFTER: Final = 5 * (LONGEST_GAP + 1)
"""Characters behind a hit: two letters of a tail, two of a word that is spelled on, and the next, with their gaps."""


class Begun(NamedTuple):
    """Keys `[low, high)` share `depth` letters; `gap` characters stand behind the last; `odd`: some is not ASCII."""

    low: int
    high: int
    depth: int
    gap: int
    odd: bool


class Whole(NamedTuple):
    """All letters of a key are there."""

    odd: bool


class Letters:
    """The letters of all disguised entries that ask for the same boundaries.

    >>> letters = Letters(["Globex"], whole_words=True)
    >>> letters.begin(0, "6"), letters.begin(0, "G")
    ((), (Begun(low=0, high=1, depth=1, gap=0, odd=False),))
    """

    rendering = Rendering.RAW
    sensitive = False
    tails = (_AFTER, _AFTER + REACH)

    def __init__(self, forms: Iterable[str], *, whole_words: bool) -> None:
        given = list(forms)
        self._keys = sorted({key for key in map(fold_disguised, given) if key})
        self._whole_words = whole_words
        own = max((len(form) - len(fold_disguised(form)) for form in given), default=0)
        self._gap = LONGEST_GAP * (1 + min(own, 8))
        self.widest = max(map(len, self._keys), default=0) * (1 + LONGEST_GAP) + own * LONGEST_GAP

    def begin(self, before: int, character: str) -> tuple[Thread, ...]:
        """The keys that begin with the first letter of `character`, where a word may begin."""
        inside = before & NAME and not before & UNDERSCORE and kind_of(character) & NAME
        if self._whole_words and inside:
            return ()
        letters = squash(character)
        found: list[Thread] = []
        for place in range(len(letters)):
            found += self._spell([Begun(0, len(self._keys), 0, 0, False)], letters[place:], not character.isascii())
        return tuple(dict.fromkeys(found))

    def go_on(self, thread: Thread, before: int, character: str) -> tuple[tuple[Thread, ...], int]:
        """The keys that go on with the letters of `character`, or wait behind it."""
        if isinstance(thread, Whole):
            return (), int(thread.odd)
        assert isinstance(thread, Begun)
        letters = squash(character)
        found: list[Thread] = []
        if not letters or character in "!|":
            found += self._wait(thread, character)
        if letters:
            found += self._spell([thread], letters, not character.isascii())
        return tuple(dict.fromkeys(found)), NO_TAIL

    def _wait(self, thread: Begun, character: str) -> list[Thread]:
        if is_accent(character):
            return [thread]
        gap = thread.gap + 1
        odd = thread.odd or is_ignorable(character)
        return [thread._replace(gap=gap, odd=odd)] if gap <= self._gap else []

    def _spell(self, threads: list[Begun], letters: str, odd: bool) -> list[Thread]:
        found: list[Thread] = []
        for letter in letters:
            further: list[Begun] = []
            for thread in threads:
                self._into(thread, letter, odd, further, found)
            threads = further
        return [*found, *threads]

    def _into(self, thread: Begun, letter: str, odd: bool, further: list[Begun], whole: list[Thread]) -> None:
        keys, (low, high, depth, _, was_odd) = self._keys, thread
        spelled = keys[low][:depth] + letter if low < high else letter
        low = bisect_left(keys, spelled, low, high)
        high = bisect_left(keys, spelled + _LAST, low, high)
        if low == high:
            return
        ends = len(keys[low]) == depth + 1
        if ends:
            whole.append(Whole(odd or was_odd))
        if not ends or high - low > 1:
            further.append(Begun(low, high, depth + 1, 0, odd or was_odd))


def letter_components(lists: Iterable[WordList]) -> list[Letters]:
    """The components that follow the entries of the lists that ask for `disguised`."""
    groups: dict[bool, set[str]] = {}
    for words in lists:
        if words.matching.disguised:
            groups.setdefault(words.matching.whole_words, set()).update(forms_of(words))
    return [Letters(forms, whole_words=whole) for whole, forms in groups.items()]
