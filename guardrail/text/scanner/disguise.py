"""Whether letters that spell an entry in the disguised view are that entry in disguise, or ordinary prose.

The disguised view shows letters alone, so that "the rapist" spells `therapist`, "fail" spells `fall` and Russian
"расе" spells `pace`. An occurrence counts when all of these hold:

1. Letters. Each original letter is the entry's own (in any case, accent or style), came out of a hidden channel,
   looks like it (another script, a symbol), or is leetspeak for it (a digit or one of `! | $ @`). A plain Latin
   letter stands for no other: only an inner capital `I` for `l`, an initial `l` for a capital `I`, and `O`, `I`,
   `l` for the digits `0` and `1`. A single `!` or `|` at an edge of the hit is punctuation, not a letter.
2. Digits. Each word of the entry keeps one real letter at least; a word all in leetspeak ("70" for `to`) counts
   only where another word of the hit mixes letters and leetspeak.
3. Look-alikes. A hit wholly in another script counts unless that script's own letters, those that look like no
   Latin one, stand within 60 characters: then it is that language.
4. Gaps. At most 8 characters between two letters, those that show nothing included, accents not counted; as many
   again for each character that the entry itself has there.
5. Inside a word. Nothing visible; or something between all letters ("G l o b e x", "G.l.o.b.e.x"); or, where blanks
   cut it otherwise, pieces of one or two letters, half of them single ("G lo b e x"); or connecting punctuation
   ("Glo-bex", "Glo_bex", a hyphen at a line's end); or any punctuation but an apostrophe beside a single letter
   ("G.lobex"). So "the rapist", "and/or", "he'll" and "word.Next" join to nothing.
6. Between words of the entry. Nothing, blanks, connecting punctuation without blanks, or what the entry has there;
   anything up to 8 beside a word that is spelled out letter by letter. So "the lab. Dynamics" is not "Lab Dynamics".
7. Something must be disguised. A plain spelling that the folded look refused (`my_globex_id`) is no hit, but for
   Markdown emphasis (`_Globex_`).
8. Entries of fewer than four letters take look-alike, full-width, styled, hidden and zero-width letters alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from guardrail.text.folding import fold
from guardrail.text.scanner.native import is_native_prose
from guardrail.text.scanner.trail import Trail
from guardrail.text.scanner.word_verify import is_word_character

LONGEST_GAP = 8
SHORT = 4

_CONNECTORS = frozenset("-_~*+·•^`|\\=")
_CONNECTORS_OF_WORDS = _CONNECTORS | {".", "&"}
_BRACKETS = frozenset("'\"()[]{}<>")


class Letter(Enum):
    """What an original letter is to the entry's."""

    OWN = 1
    HIDDEN = 2
    LOOKALIKE = 3
    LEET = 4
    OTHER = 5


@dataclass(frozen=True, slots=True)
class Shape:
    """An entry as the disguised view shows it.

    `letters` are the entry's own characters, one for each letter of the view; `gaps` what the entry has before
    each (folded, empty inside a word and before the first).
    """

    letters: tuple[str, ...]
    gaps: tuple[str, ...]

    @staticmethod
    def of(trail: Trail) -> Shape:
        """The shape of an entry, from the trail over its own text."""
        places = range(len(trail))
        gaps = tuple(fold(trail.visible_gap(place)) if place else "" for place in places)
        return Shape(tuple(trail.source(place) for place in places), gaps)

    def words(self) -> Iterator[range]:
        """The letters of each word."""
        start = 0
        for place in range(1, len(self.letters) + 1):
            if place == len(self.letters) or self.gaps[place]:
                yield range(start, place)
                start = place


def is_disguise(shape: Shape, trail: Trail, start: int) -> bool:
    """Whether the letters of `trail` from `start` are the entry of `shape` in disguise, by the rules above."""
    if not _gaps_are_short(shape, trail, start):
        return False
    letters = [_letter(shape, trail, start, place) for place in range(len(shape.letters))]
    if Letter.OTHER in letters or not _is_foreign(letters, trail, start):
        return False
    if _is_plain(shape, letters, trail, start) and not _is_emphasised(trail, start, start + len(letters)):
        return False
    if len(letters) < SHORT:
        return Letter.LEET not in letters and _gaps_are_own(shape, trail, start)
    return _leet_is_meant(shape, letters, trail, start) and _gaps_fit(shape, letters, trail, start)


def _is_plain(shape: Shape, letters: list[Letter], trail: Trail, start: int) -> bool:
    """Whether the entry stands there undisguised, and without a deletion, which the folded view does not apply."""
    if any(letter is not Letter.OWN for letter in letters) or not _gaps_are_own(shape, trail, start):
        return False
    return not any(trail.has_deletion(start + place) for place in range(1, len(letters)))


def _is_emphasised(trail: Trail, start: int, end: int) -> bool:
    """Whether one underscore, and nothing else that belongs to a word, stands on either side."""
    first, last = trail.span(start)[0], trail.span(end - 1)[1]
    left, right = trail.text[max(0, first - 2) : first], trail.text[last : last + 2]
    if not left.endswith("_") or not right.startswith("_"):
        return False
    return not any(map(is_word_character, left[:-1] + right[1:]))


# ------------------------------------------------------------------ letters


def _letter(shape: Shape, trail: Trail, start: int, place: int) -> Letter:
    source, own = trail.source(start + place), shape.letters[place]
    if trail.is_hidden(start + place):
        return Letter.HIDDEN
    folded, wanted = fold(source), fold(own)
    if folded == wanted or (len(folded) > 1 and wanted in folded) or (len(wanted) > 1 and folded in wanted):
        return Letter.OWN
    if not folded.isascii() or not wanted.isascii():
        return Letter.LOOKALIKE
    if folded.isalpha():
        return Letter.LOOKALIKE if _looks_the_same(source, own, trail, start + place, place) else Letter.OTHER
    return Letter.LEET if wanted.isalpha() else Letter.OTHER


def _looks_the_same(source: str, own: str, trail: Trail, at: int, place: int) -> bool:
    if own == "0":
        return source in "oO"
    if own == "1":
        return source in "Il"
    if source == "I" and own in "lL":
        return _is_inner_capital(trail, at)
    return source == "l" and own == "I" and place == 0


def _is_inner_capital(trail: Trail, at: int) -> bool:
    """Whether the letter stands inside a word, a small letter beside it."""
    if at == 0 or trail.gap(at) or not trail.source(at - 1).isalpha():
        return False
    following = trail.source(at + 1) if at + 1 < len(trail) and not trail.gap(at + 1) else ""
    return trail.source(at - 1).islower() or following.islower()


def _leet_is_meant(shape: Shape, letters: list[Letter], trail: Trail, start: int) -> bool:
    leet = [place for place, letter in enumerate(letters) if letter is Letter.LEET]
    if not leet:
        return True
    sources = trail.view.sources(start, start + len(letters))
    if len(leet) == 1 and leet[0] in (0, len(letters) - 1) and sources[leet[0]] in "!|":
        return False
    if len(leet) >= len(letters) - 2 and sources[: len(leet)].isdigit():
        return False
    mixed = whole = 0
    for word in shape.words():
        leets = sum(letters[place] is Letter.LEET for place in word)
        whole += leets == len(word)
        mixed += 0 < leets < len(word)
    return not whole or mixed > 0


def _is_foreign(letters: list[Letter], trail: Trail, start: int) -> bool:
    """Whether look-alikes, if any, stand in foreign surroundings."""
    if Letter.LOOKALIKE not in letters or Letter.OWN in letters or Letter.HIDDEN in letters:
        return True
    first, last = trail.span(start)[0], trail.span(start + len(letters) - 1)[1]
    return not is_native_prose(trail.text, first, last)


# ------------------------------------------------------------------ gaps


def _gaps_are_short(shape: Shape, trail: Trail, start: int) -> bool:
    return all(
        trail.gap_width(start + place) <= LONGEST_GAP * (1 + len(shape.gaps[place]))
        for place in range(1, len(shape.letters))
    )


def _gaps_are_own(shape: Shape, trail: Trail, start: int) -> bool:
    return all(
        _one_blank(fold(trail.visible_gap(start + place))) == _one_blank(shape.gaps[place])
        for place in range(1, len(shape.letters))
    )


def _one_blank(gap: str) -> str:
    """The gap with white space at its edges or inside as one blank each."""
    return re.sub(r"\s+", " ", gap)


def _gaps_fit(shape: Shape, letters: list[Letter], trail: Trail, start: int) -> bool:
    spelled_before = False
    for word in shape.words():
        gaps = [fold(trail.visible_gap(start + place)) for place in word][1:]
        if not _fits_inside_word(gaps, leet=Letter.LEET in letters[word.start : word.stop]):
            return False
        spelled = bool(gaps) and all(gaps)
        if word.start and not (spelled or spelled_before):
            between = fold(trail.visible_gap(start + word.start))
            if not _fits_between_words(between, shape.gaps[word.start]):
                return False
        spelled_before = spelled
    return True


def _fits_inside_word(gaps: list[str], *, leet: bool) -> bool:
    """Rule 5; `gaps` are the visible gaps between the letters of one word, `leet` whether some are leetspeak."""
    shown = [gap for gap in gaps if gap]
    if not shown:
        return True
    bracketed = any(character in _BRACKETS for gap in shown for character in gap)
    if len(shown) == len(gaps):
        return not (leet or bracketed) or len(set(gaps)) == 1
    pieces = _pieces(gaps)
    singles = pieces.count(1)
    if any(_has_blank(gap) and not _is_line_hyphen(gap) for gap in shown):
        return not leet and max(pieces) <= 2 and singles >= 3 and singles * 2 >= len(pieces)
    if all(_is_line_hyphen(gap) or _CONNECTORS.issuperset(gap) for gap in shown):
        return True
    return singles > 0 and not leet and not bracketed


def _pieces(gaps: list[str]) -> list[int]:
    """The lengths of the pieces that the visible gaps cut a word into."""
    lengths = [1]
    for gap in gaps:
        if gap:
            lengths.append(1)
        else:
            lengths[-1] += 1
    return lengths


def _fits_between_words(between: str, own: str) -> bool:
    """Rule 6, beside words that are not spelled out."""
    if not between or between.isspace() or _CONNECTORS_OF_WORDS.issuperset(between):
        return True
    return between.split() == own.split()


def _has_blank(gap: str) -> bool:
    return any(character.isspace() for character in gap)


def _is_line_hyphen(gap: str) -> bool:
    return gap[0] == "-" and gap[1:].strip() == "" and "\n" in gap
