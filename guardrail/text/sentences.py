"""Sentences: an exact cover of a text, by punctuation, line breaks and a maximum length."""

from __future__ import annotations

import re
from functools import cache

from guardrail.decision import Span

MAX_SENTENCE = 400
"""Code points after which a sentence is cut, at white space where there is some."""

_CLOSERS = "\"')\\]}»”’›」』）】》"

# Written before a name or a number, or inside a sentence, in the larger European languages. Words that end sentences as
# well ("no.", "max.", "est.") are left out: nothing tells the two apart.
_ABBREVIATIONS = """
adm al approx apt art assn asst aug ave avg bd bldg blvd bros bsp bspw bzgl bzw ca cap capt cf cia cie co col corp
cmdr cpl dec dept dipl dir dr dra drs ed eds edn eg encl eq esp esq etc ev evtl exc ext feb fig figs fr
frl geb gen gov hon hr hrsg ibid ie inc incl ing inkl insp jan jr lat lt ltd mgr misc mlle mme
mr mrs ms mt mtg nat nn nos nov nr num oct ord orig pag ph pl pp prof pron prot pt ref reg resp
rev rs sec sen sep sept ser sgt sig sog sr sra srta st ste str tel univ usw vgl vol vols vs ver
vd zb zt zzt
"""


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text as spans that cover it exactly, each at most 400 code points long.

    A sentence ends after `.`, `!`, `?` or `…` before white space (not after an abbreviation, an initial or a list
    number, nor before a lower-case letter), after `。！？`, and at a line break. What follows up to the next sentence
    (closing quotes, white space) belongs to it. The empty text has none.

    >>> text = "Dr. Lee paid 3.50. Really? Yes"
    >>> [text[start:end] for start, end in sentences(text)]
    ['Dr. Lee paid 3.50. ', 'Really? ', 'Yes']
    """
    spans: list[Span] = []
    start = 0
    for match in _ends().finditer(text):
        if match.start() >= start and _is_end(text, start, match):
            _add(spans, text, start, match.end())
            start = match.end()
    _add(spans, text, start, len(text))
    return tuple(spans)


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(
        # The lookbehind keeps a long run of full stops from being tried at each of them.
        rf"(?P<latin>(?<![.!?…])[.!?…]++[{_CLOSERS}]*+(?=\s))\s*"
        rf"|[。！？｡．؟۔।॥]+[{_CLOSERS}]*\s*"
        r"|\n\s*"
    )


def _is_end(text: str, start: int, match: re.Match[str]) -> bool:
    mark = match["latin"]
    if mark is None or "\n" in match[0]:
        return True
    following = text[match.end() : match.end() + 1]
    if following.islower():
        return False
    return mark != "." or not _is_abbreviation(text, start, match.start())


def _is_abbreviation(text: str, start: int, dot: int) -> bool:
    """Whether the word before the full stop at `dot` is one that takes it anyway."""
    first = dot
    while first > start and dot - first < 12 and not text[first - 1].isspace():
        first -= 1
    word = text[first:dot].lstrip("\"'([{«“‘")
    if word.isdecimal():
        return first == start and len(word) <= 2
    letters = word.replace(".", "")
    if len(letters) == 1:
        # "I." ends a sentence more often than it is an initial.
        return letters.isalpha() and letters != "I"
    dotted = "." in word and all(len(part) == 1 for part in word.split("."))
    return dotted or letters.lower() in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(_ABBREVIATIONS.split())


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    """Add `[start, end)`, cut where it is longer than `MAX_SENTENCE`."""
    while end - start > MAX_SENTENCE:
        cut = start + MAX_SENTENCE
        for place in range(cut, start + MAX_SENTENCE // 2, -1):
            if text[place - 1].isspace():
                cut = place
                break
        spans.append((start, cut))
        start = cut
    if end > start:
        spans.append((start, end))
