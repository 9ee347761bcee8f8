"""WordPiece: a text to the numbers of BERT's uncased vocabulary, with a memo of the words it has seen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias

from guardrail.models.wordpiece_characters import CharacterTable

PAD: Final = 0
UNK: Final = 100
CLS: Final = 101
SEP: Final = 102

_LONGEST_WORD: Final = 100
"""Characters, after normalisation; a longer word is one `UNK` (BERT's `max_input_chars_per_word`)."""

_MEMO_ENTRIES: Final = 50_000
_MEMO_CHARACTERS: Final = 32
"""Longer words are rare, and would let hostile texts fill the memory."""

# BERT drops them from within words.
_CONTROLS: Final = bytes((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F))

Word: TypeAlias = tuple[str, int, int]
"""A normalised word, and the span of code points it was made from."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """The ids of a text, and for each the half-open code-point span of the word it came from; three of one length."""

    ids: list[int]
    starts: list[int]
    ends: list[int]


class WordPiece:
    """Cuts texts into word pieces; safe to share among threads.

    Ids are those of the `tokenizers` library's uncased BERT, without special tokens: `[SEP]` in a text is text.
    Words that are cut are remembered, so a text costs a dictionary look-up a word.

    >>> words = WordPiece({"[UNK]": 100, "un": 5, "##aff": 6, "##able": 7, "!": 8})
    >>> words.encode("Unaffable!")
    [5, 6, 7, 8]
    >>> words.encode_words("so unaffable")
    Encoded(ids=[100, 5, 6, 7], starts=[0, 3, 3, 3], ends=[2, 12, 12, 12])
    """

    __slots__ = ("_longest_piece", "_memo", "_table", "_vocabulary")

    def __init__(self, vocabulary: dict[str, int]) -> None:
        self._vocabulary = vocabulary
        self._longest_piece = max(map(len, vocabulary), default=1)
        self._table = CharacterTable()
        self._memo: dict[str, tuple[int, ...]] = {}

    @classmethod
    def load(cls, path: Path) -> WordPiece:
        """The vocabulary of a file with one piece a line; a piece's id is its place. Raises OSError."""
        pieces = path.read_text("utf-8").split("\n")
        return cls({piece: place for place, piece in enumerate(pieces) if piece})

    def encode(self, text: str) -> list[int]:
        """The ids of a text, without special tokens."""
        words = _ascii_words().findall(text.lower()) if _is_plain(text) else text.translate(self._table).split()
        found = list(map(self._vocabulary.get, words))
        if None not in found:
            return found  # type: ignore[return-value]
        ids: list[int] = []
        for word, whole in zip(words, found, strict=True):
            if whole is None:
                ids += self._memo.get(word) or self._learn(word)
            else:
                ids.append(whole)
        return ids

    def encode_words(self, text: str) -> Encoded:
        """The ids of a text, each with the span in `text` of the word it came from."""
        encoded = Encoded([], [], [])
        for word, start, end in self._words(text):
            ids = self._memo.get(word) or self._learn(word)
            encoded.ids.extend(ids)
            encoded.starts.extend([start] * len(ids))
            encoded.ends.extend([end] * len(ids))
        return encoded

    def _learn(self, word: str) -> tuple[int, ...]:
        ids = tuple(self._pieces(word))
        if len(word) <= _MEMO_CHARACTERS:
            if len(self._memo) >= _MEMO_ENTRIES:
                self._memo.clear()
            self._memo[word] = ids
        return ids

    def _pieces(self, word: str) -> Sequence[int]:
        """The longest pieces from left to right; `UNK` alone for a word that no pieces make up."""
        vocabulary = self._vocabulary
        whole = vocabulary.get(word)
        if whole is not None:
            return (whole,)
        if len(word) > _LONGEST_WORD:
            return (UNK,)
        ids: list[int] = []
        start, prefix = 0, ""
        while start < len(word):
            end = min(len(word), start + self._longest_piece)
            while (found := vocabulary.get(prefix + word[start:end])) is None:
                end -= 1
                if end == start:
                    return (UNK,)
            ids.append(found)
            start, prefix = end, "##"
        return ids

    def _words(self, text: str) -> Iterator[Word]:
        """The normalised words with their spans; a mark on a word's last letter is part of it."""
        if _is_plain(text):
            for match in _ascii_words().finditer(text.lower()):
                yield match[0], match.start(), match.end()
            return
        table = self._table
        letters: list[str] = []
        start = end = 0
        for place, character in enumerate(text):
            rendering = table[ord(character)]
            if rendering and rendering[0] != " ":
                if not letters:
                    start = place
                letters.append(rendering)
                end = place + 1
            elif rendering:
                if letters:
                    yield "".join(letters), start, end
                    letters = []
                if rendering != " ":
                    yield rendering[1:-1], place, place + 1
            elif letters and end == place and unicodedata.category(character) == "Mn":
                end = place + 1
        if letters:
            yield "".join(letters), start, end


def _is_plain(text: str) -> bool:
    """Whether it is ASCII without characters that BERT drops."""
    if not text.isascii():
        return False
    # Deleting bytes and comparing lengths is ten times faster than a search by `re`.
    return len(text.encode().translate(None, _CONTROLS)) == len(text)


@cache
def _ascii_words() -> re.Pattern[str]:
    """The words of a lower-cased ASCII text: letters and digits together, every punctuation mark alone."""
    return re.compile(r"[0-9a-z]+|[!-/:-@\[-`{-~]")
