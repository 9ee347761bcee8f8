"""The disguised view: what a reader makes of a text whose words are dressed up, squashed to letters and digits."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import compress

from guardrail.text.characters import is_accent, is_ignorable, past_marks
from guardrail.text.confusables import look_alike
from guardrail.text.folding import Table, fold_character, split_runs, translate_runs
from guardrail.text.reveal import Revealed, reveal

_LEET = dict(zip("4@31!|l05$789", "aaeiiiiosstbg", strict=True))


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands between two neighbouring characters of the view.

    `before` is the view offset of the second one. `text` is what stands there after hidden text was decoded, ignorable
    characters as they are, and `width` its length. Struck-out characters are in neither.
    """

    before: int
    text: str
    width: int


class DisguisedView:
    """The folded view with look-alikes and leetspeak folded, hidden channels decoded and deletions applied.

    Only letters and digits are left (vowel signs and other marks that make a word count as letters); `l`, `1`, `!`
    and `|` all are `i`. Use `fold_disguised` for what is looked up in it.
    """

    __slots__ = ("_original", "_places", "_revealed", "text")

    def __init__(self, original: str) -> None:
        self._original = original
        self._revealed: Revealed | None = reveal(original)
        self.text = squash(self._symbols)
        self._places: list[int] | None = None

    @property
    def _symbols(self) -> str:
        return self._original if self._revealed is None else self._revealed.text

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The original span of `[start, end)`, with the marks on its last character.

        Characters of a hidden payload map to the invisible characters that carry them.
        """
        if start >= end:
            first = self._span(start)[0] if start < len(self.text) else len(self._original)
            return first, first
        first, last = self._span(start)[0], self._span(end - 1)[1]
        limit = self._span(end)[0] if end < len(self.text) else len(self._original)
        return first, past_marks(self._original, last, max(limit, last))

    def gaps(self, start: int, end: int) -> tuple[Gap, ...]:
        """Where the characters of `[start, end)` do not touch in the original: one `Gap` each, in order.

        Dropped marks belong to the character they stand on and are in no gap.
        """
        symbols, found = self._symbols, []
        places = self._places_of_text()
        for before in range(start + 1, end):
            right = places[before]
            left = past_marks(symbols, min(places[before - 1] + 1, right), right)
            if left < right:
                found.append(Gap(before, symbols[left:right], right - left))
        return tuple(found)

    def shows_as_it_is(self, start: int, end: int) -> bool:
        """Whether `[start, end)` and what stands in between came out of no hidden channel."""
        if self._revealed is None:
            return True
        places = self._places_of_text()
        first, last = places[start], places[end - 1] + 1
        return all(
            character == self._original[span[0]]
            for character, span in zip(self._revealed.text[first:last], self._revealed.spans[first:last], strict=True)
        )

    def neighbours(self, start: int, end: int) -> tuple[str, str]:
        """The characters a reader sees directly before and after `[start, end)`, empty at the edges of the text.

        Ignorable characters and marks are skipped, struck-out ones are gone, hidden text is decoded: this is where
        the boundary of a word is tested.
        """
        symbols, places = self._symbols, self._places_of_text()
        before = places[start] - 1
        while before >= 0 and _is_unseen(symbols[before]):
            before -= 1
        after = places[end - 1] + 1
        while after < len(symbols) and _is_unseen(symbols[after]):
            after += 1
        return symbols[before : before + 1] if before >= 0 else "", symbols[after : after + 1]

    def sources(self, start: int, end: int) -> str:
        """The character behind each character of `[start, end)`, before folding (hidden ones decoded)."""
        symbols, places = self._symbols, self._places_of_text()
        return "".join(symbols[place] for place in places[start:end])

    def _span(self, offset: int) -> tuple[int, int]:
        return self._span_of(self._places_of_text()[offset])

    def _span_of(self, place: int) -> tuple[int, int]:
        return (place, place + 1) if self._revealed is None else self._revealed.spans[place]

    def _places_of_text(self) -> list[int]:
        if self._places is None:
            self._places = _places(self._symbols)
        return self._places


def squash(text: str) -> str:
    """The text's letters and digits, disguises folded: the disguised view without hidden text and deletions.

    >>> squash("G.L.0.8.3.X and \\u0430\\uff43me")
    'giobexandacme'
    """
    if not text.isascii():
        parts = split_runs(text)
        parts[1::2] = translate_runs(parts[1::2], disguised_table())
        text = "".join(parts)
    # In UTF-8 every byte of a non-ASCII character is above 0x7F, so the byte table leaves those alone.
    table, dropped = _ascii_tables()
    return text.encode("utf-8", "surrogatepass").translate(table, dropped).decode("utf-8", "surrogatepass")


def fold_disguised(text: str) -> str:
    """A list entry as the disguised view shows it.

    >>> fold_disguised("Globex Corp.")
    'giobexcorp'
    """
    return squash(unicodedata.normalize("NFC", text))


@cache
def disguised_table() -> Table:
    """Each non-ASCII character to the letters and digits it is read as; ASCII ones are left to the byte table."""
    return Table(_disguised_character)


def _disguised_character(character: str) -> str:
    if character < "\x80":
        return character
    folded = look_alike(character) or fold_character(character)
    letters = (look_alike(c) or c for c in folded)
    return "".join(letter for letter in letters if letter < "\x80" or is_word_part(letter))


def _is_unseen(character: str) -> bool:
    return is_ignorable(character) or is_accent(character)


def is_word_part(character: str) -> bool:
    """Whether it is a letter, a digit, or a mark that a word needs (a vowel sign, not an accent)."""
    if character.isalnum():
        return True
    return is_vowel_sign(character)


def is_vowel_sign(character: str) -> bool:
    """Whether it is a combining mark other than an accent."""
    return character >= "\u0300" and unicodedata.category(character) in ("Mn", "Mc") and not is_accent(character)


@cache
def _ascii_tables() -> tuple[bytes, bytes]:
    table = bytearray(range(256))
    for code in range(65, 91):
        table[code] = code + 32
    table[ord("L")] = ord("i")
    for character, letter in _LEET.items():
        table[ord(character)] = ord(letter)
    dropped = bytes(code for code in range(128) if not (chr(code).isalnum() or chr(code) in _LEET))
    return bytes(table), dropped


def _places(text: str) -> list[int]:
    """For each character of the squashed text, the place of the one it came from."""
    if text.isascii():
        return list(compress(range(len(text)), text.encode("ascii").translate(_ascii_kept())))
    widths = text.translate(_width_table()).encode("ascii")
    kept = list(compress(range(len(text)), widths))
    if max(widths, default=0) > 1:
        return [place for place in kept for _ in range(widths[place])]
    return kept


@cache
def _ascii_kept() -> bytes:
    dropped = _ascii_tables()[1]
    return bytes(code not in dropped for code in range(256))


@cache
def _width_table() -> Table:
    return Table(lambda character: chr(len(squash(character))))
