"""Misspelt entries: one insertion, deletion, replacement or swap of neighbouring letters away from an entry.

Only lists with `typos 1`, and of those only entries of six letters or more. The first letter and all digits must be
right; the words are looked at alone, whatever stands between them. A word that is common English (see
`common_words`) is nobody's misspelt name unless it has a capital in the middle of a sentence, or another word of the
entry stands beside it that is not common. A missing or added blank is no typo.

Each word of the text is looked up once in a memo; a new one goes through an index of word halves (of two words one
edit apart, one half at least is unchanged, or the two letters at the middle are swapped), then through the
optimal string alignment distance.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from guardrail.decision import Span
from guardrail.text.folding import fold
from guardrail.text.requests import PieceLike, View, ViewName, WordList
from guardrail.text.scanner.common_words import is_common
from guardrail.text.scanner.entries import EXCEPTION, Entry, Found
from guardrail.text.scanner.word_verify import tail_end

LEAST_LETTERS = 6
_MEMO_SIZE = 100_000


@dataclass(frozen=True, slots=True)
class _Phrase:
    """An entry's words, and which of them it is looked up by."""

    entry: Entry
    words: tuple[str, ...]
    key: int

    @property
    def joined(self) -> str:
        return " ".join(self.words)


class TypoLook:
    """Finds misspelt entries; immutable but for its memo of words, which is bounded and safe to share."""

    __slots__ = ("_index", "_lists", "_memo", "_phrases")

    def __init__(self, lists: Sequence[WordList], entries: Sequence[Entry]) -> None:
        split = [
            (entry, tuple(_word().findall(fold(entry.form))))
            for entry in entries
            if lists[entry.list].matching.typos and entry.place != EXCEPTION
        ]
        split = [(entry, words) for entry, words in split if sum(map(len, words)) >= LEAST_LETTERS]
        counts = Counter(word for _, words in split for word in words)
        self._phrases: dict[str, list[_Phrase]] = {}
        for entry, words in split:
            key = min(
                range(len(words)), key=lambda place: (len(words[place]) < 4, counts[words[place]], -len(words[place]))
            )
            self._phrases.setdefault(words[key], []).append(_Phrase(entry, words, key))
        self._index = HalfIndex(self._phrases)
        self._lists = tuple(words.matching for words in lists)
        self._memo: dict[str, tuple[str, ...]] = {}

    def __bool__(self) -> bool:
        return bool(self._phrases)

    def suspects(self, text: str) -> set[str]:
        """The words of a folded text that may belong to a misspelt entry."""
        words = set(_words(text))
        memo = self._memo
        unseen = words.difference(memo)
        if unseen:
            if len(memo) + len(unseen) > _MEMO_SIZE:
                memo.clear()
            memo.update((word, self._keys_near(word)) for word in unseen)
        return {word for word in words if memo.get(word, (word,))}

    def find(self, piece: PieceLike) -> list[Found]:
        """All misspelt entries, overlapping ones included."""
        view = piece.view(ViewName.FOLDED)
        suspects = self.suspects(view.text)
        if not suspects:
            return []
        places = [match.span() for match in _word().finditer(view.text)]
        words = [view.text[start:end] for start, end in places]
        return [
            found
            for place, word in enumerate(words)
            if word in suspects
            for found in self._confirm(piece, view, words, places, place)
        ]

    def touched(self, view: View) -> list[Span]:
        """The original spans of all suspect words."""
        suspects = self.suspects(view.text)
        if not suspects:
            return []
        return [view.origin(*match.span()) for match in _word().finditer(view.text) if match[0] in suspects]

    def _confirm(
        self, piece: PieceLike, view: View, words: list[str], places: list[tuple[int, int]], place: int
    ) -> Iterator[Found]:
        for key in self._memo.get(words[place]) or self._keys_near(words[place]):
            for phrase in self._phrases[key]:
                first, last = place - phrase.key, place - phrase.key + len(phrase.words)
                if first < 0 or last > len(words):
                    continue
                start, end = places[first][0], places[last - 1][1]
                window = words[first:last]
                matching = self._lists[phrase.entry.list]
                wrong = _misspelt_word(window, phrase, plurals=matching.plurals)
                if wrong is None or not (
                    _has_uncommon_word(window, wrong) or _may_be_name(piece, view, places[first + wrong])
                ):
                    continue
                stop = tail_end(view.text, start, end) if matching.plurals else end
                yield Found(phrase.entry, view, start, stop, view.origin(start, stop))

    def _keys_near(self, word: str) -> tuple[str, ...]:
        near = set(self._index.near(word))
        for tail in ("es", "s"):
            if word.endswith(tail):
                near.update(self._index.near(word[: -len(tail)]))
        return tuple(sorted(near))


class HalfIndex:
    """Finds the words of a vocabulary at most one edit away from a word; immutable.

    >>> sorted(HalfIndex(["globex", "initech"]).near("golbex"))
    ['globex']
    """

    __slots__ = ("_distance", "_halves", "_swapped", "_words")

    def __init__(self, words: Iterable[str]) -> None:
        from rapidfuzz.distance import OSA

        self._distance: Callable[..., int] = OSA.distance
        self._words = frozenset(words)
        self._halves: dict[tuple[int, str], list[str]] = {}
        self._swapped: dict[str, list[str]] = {}
        for word in self._words:
            half = len(word) // 2
            self._halves.setdefault((len(word), word[:half]), []).append(word)
            self._halves.setdefault((-len(word), word[half:]), []).append(word)
            if half:
                middle = word[half] + word[half - 1]
                self._swapped.setdefault(word[: half - 1] + middle + word[half + 1 :], []).append(word)

    def near(self, word: str) -> Iterator[str]:
        """The words at most one edit away, some of them twice."""
        if word in self._words:
            yield word
        yield from self._swapped.get(word, ())
        candidates: set[str] = set()
        for length in (len(word) - 1, len(word), len(word) + 1):
            half = length // 2
            candidates.update(self._halves.get((length, word[:half]), ()))
            candidates.update(self._halves.get((-length, word[len(word) - (length - half) :]), ()))
        for candidate in candidates:
            if self._distance(word, candidate, score_cutoff=1) <= 1:
                yield candidate


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+")


def _words(text: str) -> list[str]:
    if not text.isascii():
        return _word().findall(text)
    return text.encode("ascii").translate(_word_bytes()).decode("ascii").split()


@cache
def _word_bytes() -> bytes:
    """Letters and digits to themselves, all else to a blank: splits an ASCII text four times faster than `re`."""
    return bytes(code if code < 128 and chr(code).isalnum() else 32 for code in range(256))


def _misspelt_word(window: list[str], phrase: _Phrase, *, plurals: bool) -> int | None:
    """The place of the one word of `window` that is one edit away from the entry's, the others being equal."""
    wrong = [place for place, word in enumerate(window) if word != phrase.words[place]]
    if len(wrong) != 1:
        return None
    place = wrong[0]
    found, wanted = window[place], phrase.words[place]
    if phrase.words[0][0] != window[0][0]:
        return None
    if _is_one_edit(found, wanted):
        return place
    if plurals and place == len(window) - 1:
        for tail in ("es", "s"):
            if found.endswith(tail) and _is_one_edit(found[: -len(tail)], wanted):
                return place
    return None


def _is_one_edit(found: str, wanted: str) -> bool:
    from rapidfuzz.distance import OSA

    if OSA.distance(found, wanted, score_cutoff=1) != 1:
        return False
    return _digits(found) == _digits(wanted)


def _digits(word: str) -> str:
    return "".join(character for character in word if character.isdigit())


def _has_uncommon_word(window: list[str], wrong: int) -> bool:
    """Whether a word beside the misspelt one already tells that a name is meant."""
    return any(not is_common(word) for place, word in enumerate(window) if place != wrong)


def _may_be_name(piece: PieceLike, view: View, place: tuple[int, int]) -> bool:
    """Whether a word is uncommon, or has a capital though no sentence begins with it."""
    word = view.text[place[0] : place[1]]
    if not is_common(word):
        return True
    start = view.origin(*place)[0]
    if not piece.text[start].isupper():
        return False
    before = piece.text[max(0, start - 8) : start].rstrip(" \"'“‘(*_")
    return bool(before) and before[-1] not in ".!?:;\n\r>-•"
