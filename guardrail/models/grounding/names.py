"""Names: words with a capital inside a sentence, and whether some passages know them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from guardrail.models.grounding.words import is_content, stem, word_pattern

_ALIASES = """
us usa america american united-states
uk britain british united-kingdom england english scotland wales
eu europe european european-union
un united-nations
uae emirati united-arab-emirates
france french
netherland dutch holland
spain spanish
switzerland swiss
greece greek
denmark danish
poland polish
turkey turkish turkiye
germany german
ireland irish
wale welsh
"""
_DEMONYM = ("ian", "ean", "an", "ese", "ish", "i", "er")
"""Endings that make an inhabitant of a place, after whose name the passages may be looked through."""
_BEFORE_OPENING = frozenset(("", ".", "!", "?", ":", '"', "“"))
_OPENERS = frozenset(
    {
        "yesterday",
        "today",
        "tomorrow",
        "later",
        "earlier",
        "meanwhile",
        "currently",
        "originally",
        "recently",
        "finally",
    }
    | {
        "meet",
        "visit",
        "welcome",
        "see",
        "contact",
        "call",
        "like",
        "unlike",
        "according",
        "since",
        "including",
        "hello",
    }
)
"""Words that open a sentence before a name without being part of it, and that are no grammar."""


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words with its span, and the stems of those that are not grammar."""

    start: int
    end: int
    stems: tuple[str, ...]


def names(text: str) -> Iterator[Name]:
    """The names of a text in order; a single capitalised word that opens the sentence is none.

    >>> [n.stems for n in names("Yesterday the University of Oslo hired Ann Lee. NASA did not.")]
    [('university', 'oslo'), ('ann', 'le'), ('nasa',)]
    """
    for match in _name_pattern().finditer(text):
        opens = text[: match.start()].rstrip()[-1:] in _BEFORE_OPENING
        found = [word[0] for word in word_pattern().finditer(match[0]) if is_content(stem(word[0]))]
        start = match.start()
        if opens and found and found[0].lower() in _OPENERS:
            start = text.index(found[1], start) if len(found) > 1 else start
            found, opens = found[1:], False
        if not found or (opens and len(found) == 1 and not match[0][1:2].isupper()):
            continue
        yield Name(start, match.end(), tuple(map(stem, found)))


class NameIndex:
    """What the passages call things: their stems, and the initials of their names."""

    __slots__ = ("_initials", "_sorted", "_stems")

    def __init__(self, texts: Iterable[str], stems: frozenset[str]) -> None:
        self._stems = stems
        self._sorted = sorted(stems)
        self._initials = {initials for text in texts for initials in _all_initials(text)}

    def knows(self, name: Name) -> bool:
        """Whether every word of a name is known, under this name or under its initials, inhabitants or nickname."""
        if all(self._knows(word) for word in name.stems) or self._knows_initials(name):
            return True
        joined = stem("".join(name.stems)) in self._stems
        return joined or any(map(self._alias_known, _aliases().get("-".join(name.stems), ())))

    def _knows(self, word: str) -> bool:
        if word in self._stems or word in self._initials:
            return True
        if any(map(self._alias_known, _aliases().get(word, ()))):
            return True
        if any(self._begins(word.removesuffix(ending)) for ending in _DEMONYM if word.endswith(ending)):
            return True
        return any(known.endswith(_DEMONYM) for known in self._beginning(word.rstrip("aeiouy")))

    def _begins(self, root: str) -> bool:
        return next(self._beginning(root), None) is not None

    def _beginning(self, root: str) -> Iterator[str]:
        """The stems that begin with at least four letters."""
        place = bisect_left(self._sorted, root) if len(root) >= 4 else len(self._sorted)
        while place < len(self._sorted) and self._sorted[place].startswith(root):
            yield self._sorted[place]
            place += 1

    def _alias_known(self, alias: str) -> bool:
        return all(stem(part) in self._stems for part in alias.split("-"))

    def _knows_initials(self, name: Name) -> bool:
        return len(name.stems) > 1 and "".join(word[0] for word in name.stems) in self._stems


def _all_initials(text: str) -> Iterator[str]:
    """`who` for `World Health Organization`: what a name may be shortened to."""
    for match in _name_pattern().finditer(text):
        letters = [word[0][0].lower() for word in word_pattern().finditer(match[0]) if word[0][0].isupper()]
        if len(letters) > 1:
            yield "".join(letters)


@cache
def _aliases() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for line in _ALIASES.strip().splitlines():
        group = frozenset(line.split())
        table.update({"-".join(map(stem, name.split("-"))): group for name in group})
    return table


@cache
def _name_pattern() -> re.Pattern[str]:
    upper = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽΑ-ΩА-ЯЁ]"
    word = rf"(?:{upper}\.|(?:Mr|Mrs|Ms|Dr|St|Prof)\.|{upper}(?:[\w'’-]*\w)?)"
    link = (
        r"(?:(?:of|for)[ ](?:the[ ])?|de[ ](?:la[ ])?|van[ ](?:den?[ ]|der[ ])?|(?:and|da|di|del|la|le|von|bin|al)[ ])"
    )
    return re.compile(rf"(?<![\w'’]){word}(?:[ ]{link}?{word})*")
