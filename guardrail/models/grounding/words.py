"""Words as evidence and features compare them: folded, stemmed, numbers in one spelling."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

_MEMO = 32_768
"""Stems that are remembered; English text has some 20,000 forms in daily use."""

_STOP_WORDS = """
a about after again all also am an and any are as at be because been before being below between both but by can could
did do does doing down during each either else ever few for from further had has have having he her here hers herself
him himself his how however i if in into is it its itself just may me might more most much must my myself no nor not of
off on once only or other ought our ours ourselves out over own per please same shall she should so some such than that
the their theirs them themselves then there these they this those through to too under until up upon us very was we
were what when where whether which while who whom whose why will with within without would you your yours yourself
yourselves s t re ve ll d m
"""

_NUMBER_WORDS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty
"""

_ENDINGS = (("ing", 3), ("ed", 2), ("ly", 3))
"""An ending, and how many letters must stand before it."""


@cache
def word_pattern() -> re.Pattern[str]:
    """A number with its separators, a letter of a script written without spaces, or a run of letters and digits."""
    unspaced = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff"
    return re.compile(rf"\d+(?:[.,]\d+)*(?![^\W_{unspaced}])|[{unspaced}]|[^\W_{unspaced}]+")


def words(text: str) -> list[str]:
    """The words of a text as they are written, in order.

    >>> words("It cost 1,200.50 in 2019; it's A4-sized.")
    ['It', 'cost', '1,200.50', 'in', '2019', 'it', 's', 'A4', 'sized']
    """
    return word_pattern().findall(text)


def stems(text: str) -> list[str]:
    """The stems of a text's words, in order, stop words included.

    >>> stems("The cities planned two Caf\u00e9s for 1,200 people")
    ['the', 'city', 'plan', '2', 'caf', 'for', '1200', 'peopl']
    """
    return [stem(word) for word in word_pattern().findall(text)]


@lru_cache(maxsize=_MEMO)
def stem(word: str) -> str:
    """A word without case, accents and its commonest English endings; a number word below 21 as digits."""
    folded = word.casefold()
    if not folded.isascii():
        folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    if folded[:1].isdecimal():
        return _number(folded)
    if folded in stop_words():
        return folded
    number = _small_numbers().get(folded)
    return number if number is not None else _strip(folded)


def is_content(stemmed: str) -> bool:
    """Whether a stem says something: not a stop word, not a single letter (of an alphabet)."""
    if len(stemmed) == 1:
        return stemmed.isdecimal() or stemmed > "\u0e00"
    return stemmed not in stop_words()


@cache
def stop_words() -> frozenset[str]:
    """English words that carry grammar alone."""
    return frozenset(_STOP_WORDS.split())


@cache
def _small_numbers() -> dict[str, str]:
    return {word: str(value) for value, word in enumerate(_NUMBER_WORDS.split())}


@cache
def _thousands() -> re.Pattern[str]:
    return re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")


def _number(written: str) -> str:
    """`1,200` as `1200`, `2.50` as `2.5`, `3.0` as `3`."""
    if _thousands().fullmatch(written):
        written = written.replace(",", "")
    if "." in written and written.replace(".", "", 1).isdecimal():
        written = written.rstrip("0").rstrip(".")
    return written


def _strip(word: str) -> str:
    word = _singular(word)
    for ending, before in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= before and not word.endswith("eed"):
            word = word[: -len(ending)]
            if word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    if len(word) > 2 and word.endswith("e"):
        return word[:-1]
    if len(word) > 2 and word.endswith("i"):
        return word[:-1] + "y"
    return word


def _singular(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    return word[:-1]
