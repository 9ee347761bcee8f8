"""The tests that a literal's occurrence must pass to be a hit: word boundaries, plural tails, exact spelling."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from guardrail.text.characters import is_ignorable
from guardrail.text.folding import fold
from guardrail.text.requests import Matching

# Scripts written without blanks between words (UAX 29 leaves them to dictionaries): Thai to Tibetan, Myanmar,
# Khmer, Tai scripts, kana, Bopomofo, Han. A name begins and ends anywhere in them.
_UNSPACED = (
    (0x0E00, 0x0FFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x1950, 0x19DF),
    (0x1A20, 0x1AAF),
    (0x3005, 0x3007),
    (0x3040, 0x312F),
    (0x31A0, 0x31BF),
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xA9E0, 0xA9FF),
    (0xAA60, 0xAADF),
    (0xF900, 0xFAFF),
    (0xFF66, 0xFF9F),
    (0x16FE0, 0x18DFF),
    (0x1AFF0, 0x1B16F),
    (0x20000, 0x323AF),
)

_TAILS = ("es'", "'s", "s'", "es", "s")


def is_word_character(character: str) -> bool:
    """Whether a word goes on there: a letter, digit, underscore or combining mark of a script that spaces words.

    >>> [is_word_character(c) for c in "a7_\\u0301-\\u6f22"]
    [True, True, True, True, False, False]
    """
    if character < "\x80":
        return character.isalnum() or character == "_"
    return _is_word_character(character)


@lru_cache(maxsize=4096)
def _is_word_character(character: str) -> bool:
    if not character.isalnum() and (unicodedata.category(character)[0] != "M" or is_ignorable(character)):
        return False
    code = ord(character)
    return not any(first <= code <= last for first, last in _UNSPACED)


def begins_word(text: str, start: int) -> bool:
    """Whether no word reaches over `start` from the left; punctuation at an entry's edge needs no boundary."""
    return start == 0 or not is_word_character(text[start - 1]) or not is_word_character(text[start])


def ends_word(text: str, end: int) -> bool:
    """Whether no word reaches over `end` to the right."""
    return end == len(text) or not is_word_character(text[end]) or not is_word_character(text[end - 1])


def tail_end(text: str, start: int, end: int) -> int:
    """The end of a folded hit with the plural or possessive tail (`s`, `es`, `'s`, `s'`, `es'`) that follows it.

    A closing quote is no tail: a hit that follows an opening `'` takes none with a final apostrophe.

    >>> tail_end("two globexes' plans", 4, 10), tail_end("globexity", 0, 6)
    (13, 6)
    """
    if end == len(text) or text[end] not in "es'":
        return end
    quoted = start > 0 and text[start - 1] == "'"
    for tail in _TAILS:
        stop = end + len(tail)
        if text.startswith(tail, end) and ends_word(text, stop) and not (quoted and tail[-1] == "'"):
            return stop
    return end


def end_of_words(text: str, start: int, words: Sequence[str]) -> int:
    """Where the words end that stand one after the other from `start`, any run of blanks between them; else -1.

    >>> end_of_words("lab   dynamics", 0, ["lab", "dynamics"]), end_of_words("lab", 0, ["lab", "dynamics"])
    (14, -1)
    """
    position = start
    for number, word in enumerate(words):
        if number:
            begin = position
            while text.startswith(" ", position):
                position += 1
            if position == begin:
                return -1
        if not text.startswith(word, position):
            return -1
        position += len(word)
    return position


def is_spelled(original: str, form: str, matching: Matching) -> bool:
    """Whether a folded hit's original text also has the letter case and accents that the list insists on.

    >>> is_spelled("globex", "Globex", Matching()), is_spelled("Globex", "Globex", Matching())
    (False, True)
    """
    return _spelling(original, matching) == _spelling(form, matching)


def _spelling(text: str, matching: Matching) -> str:
    return " ".join(fold(text, any_case=matching.any_case, any_accent=matching.any_accent).split())
