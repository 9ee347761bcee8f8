"""Whether letters that spell an entry in the disguised view are that entry in disguise, or ordinary prose.

The disguised view shows letters alone, so that "the rapist" spells `therapist`, "fail" spells `fall` and Russian
"расе" spells `pace`. An occurrence counts when all of these hold:

1. Letters. Each original letter is the entry's own (in any case, accent or style), came out of a hidden channel,
   looks like it (another script, a symbol), or is leetspeak for it (a digit or one of `! | $ @`). A plain Latin
   letter stands for no other: only an inner capital `I` for `l`, an initial `l` for a capital `I`, and `O`, `I`,
   `l` for the digits `0` and `1`. A single `!` or `|` at an edge of the hit is punctuation, not a letter; so is
   a `$` or `@` that something parts from the rest.
2. Digits. Each word of the entry keeps one real letter at least; a word all in leetspeak ("70" for `to`) counts
   only where another word of the hit mixes letters and leetspeak. A number with a unit of one or two letters
   ("100k") is a number.
3. Look-alikes. A hit wholly in another script counts unless that script's own letters, those that look like no
   Latin one, stand within 60 characters: then it is that language.
4. Gaps. At most 8 characters between two letters, those that show nothing included, accents not counted; as many
   again for each character that the entry itself has there.
5. Inside a word. Nothing visible; or something between all letters ("G l o b e x", "G.l.o.b.e.x"), the same
   everywhere if it is a bracket or some letters are leetspeak; or, where blanks cut the word otherwise, four pieces or
   more of up to three letters ("G lo b ex"); or connecting punctuation ("Glo-bex",
   "Glo.bex", a hyphen at a line's end); or any punctuation but brackets and apostrophes beside a single letter
   ("G,lobex"). So "the rapist", "and/or" and "he'll" join to nothing.
6. Between words of the entry. Nothing, blanks, connecting punctuation without blanks, or what the entry has there;
   anything beside a word that is spelled out or cut twice. So "the lab. Dynamics" is not "Lab Dynamics".
7. Something must be disguised. A plain spelling that the folded look refused (`my_globex_id`) is no hit, but for
   Markdown emphasis (`_Globex_`).
8. Entries of fewer than four letters take look-alike, full-width, styled, hidden and zero-width letters alone; Greek
   letters with digits are a formula.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from guardrail.text.folding import fold
from guardrail.text.scanner.native import is_native_prose
from guardrail.text.scanner.trail import Reading, Trail
from guardrail.text.scanner.word_verify import is_word_character

LONGEST_GAP = 8
SHORT = 4

_CONNECTORS = frozenset("-_.~*+·•^`|\\=")
_CONNECTORS_OF_WORDS = _CONNECTORS | {"&"}
_BRACKETS = frozenset("'\"()[]{}<>")


class Letter(Enum):
    """What an original letter is to the entry's."""

    OWN = 1
    HIDDEN = 2
    LOOKALIKE = 3
    LEET = 4
    OTHER = 5


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Shape:
    """An entry as the disguised view shows it, an item for each letter of the view.

    `sources` are the entry's own characters, `folded` the same folded, `gaps` what the entry has before each (folded;
    empty inside a word and before the first). `words` are the letters of each word.
    """

    sources: str
    folded: tuple[str, ...]
    gaps: tuple[str, ...]
    words: tuple[range, ...]

    @staticmethod
    def of(trail: Trail) -> Shape:
        """The shape of an entry, from the trail over its own text."""
        reading = trail.read(0, len(trail))
        starts = [place for place, gap in enumerate(reading.gaps) if gap or not place]
        words = tuple(map(range, starts, [*starts[1:], len(trail)]))
        return Shape(reading.sources, tuple(map(fold, reading.sources)), reading.gaps, words)


def is_disguise(shape: Shape, trail: Trail, start: int) -> bool:
    """Whether the letters of `trail` from `start` are the entry of `shape` in disguise, by the rules above."""
    reading = trail.read(start, start + len(shape.sources))
    if any(
        width > LONGEST_GAP * (1 + len(own)) for width, own in zip(reading.widths, shape.gaps, strict=True) if width
    ):
        return False
    letters = [_letter(shape, reading, place) for place in range(len(shape.sources))]
    if Letter.OTHER in letters or not _is_foreign(letters, trail, start):
        return False
    own_gaps = all(_one_blank(gap) == _one_blank(own) for gap, own in zip(reading.gaps, shape.gaps, strict=True))
    plain = own_gaps and not reading.deletions and letters.count(Letter.OWN) == len(letters)
    if plain and trail.view.shows_as_it_is(start, start + len(letters)):
        return _is_emphasised(trail, start, start + len(letters))
    if len(letters) < SHORT:
        return own_gaps and Letter.LEET not in letters and not _is_formula(letters, reading.sources)
    return _leet_is_meant(shape, letters, reading) and _gaps_fit(shape, letters, reading.gaps)


def _is_emphasised(trail: Trail, start: int, end: int) -> bool:
    """Whether one underscore, and nothing else that belongs to a word, stands on either side."""
    first, last = trail.view.origin(start, end)
    left, right = trail.text[max(0, first - 2) : first], trail.text[last : last + 2]
    if not left.endswith("_") or not right.startswith("_"):
        return False
    return not any(map(is_word_character, left[:-1] + right[1:]))


# ------------------------------------------------------------------ letters


def _letter(shape: Shape, reading: Reading, place: int) -> Letter:
    if reading.hidden[place]:
        return Letter.HIDDEN
    folded, wanted = fold(reading.sources[place]), shape.folded[place]
    if folded == wanted or (len(folded) > 1 and wanted in folded) or (len(wanted) > 1 and folded in wanted):
        return Letter.OWN
    if len(folded) > 1 and any(map(str.isdigit, folded)):
        # A fraction is digits, though its stroke is no ASCII.
        return Letter.LEET if wanted.isalpha() else Letter.OTHER
    if not folded.isascii() or not wanted.isascii():
        return Letter.LOOKALIKE
    if folded.isalpha():
        return Letter.LOOKALIKE if _looks_the_same(shape.sources[place], reading, place) else Letter.OTHER
    return Letter.LEET if wanted.isalpha() else Letter.OTHER


def _looks_the_same(own: str, reading: Reading, place: int) -> bool:
    source = reading.sources[place]
    if own == "0":
        return source in "oO"
    if own == "1":
        return source in "Il"
    if source == "I" and own in "lL":
        return _is_inner_capital(reading, place)
    return source == "l" and own == "I" and place == 0


def _is_inner_capital(reading: Reading, place: int) -> bool:
    """Whether the letter stands inside a word, a small letter beside it."""
    sources, gaps = reading.sources, reading.gaps
    if place == 0 or gaps[place] or not sources[place - 1].isalpha():
        return False
    following = sources[place + 1] if place + 1 < len(sources) and not gaps[place + 1] else ""
    return sources[place - 1].islower() or following.islower()


def _is_punctuation(reading: Reading, place: int) -> bool:
    """Whether a leetspeak sign at an edge is punctuation: `!` and `|` are, `$` and `@` where something parts them."""
    last = len(reading.sources) - 1
    if place not in (0, last):
        return False
    apart = reading.gaps[place] if place else reading.gaps[1] if last else ""
    return reading.sources[place] in ("!|$@" if apart else "!|")


def _is_formula(letters: list[Letter], sources: str) -> bool:
    """Whether Greek letters and digits alone spell a short entry, as in `σ²` for `O2`."""
    own = (source for letter, source in zip(letters, sources, strict=True) if letter is not Letter.LOOKALIKE)
    alike = (source for letter, source in zip(letters, sources, strict=True) if letter is Letter.LOOKALIKE)
    return all(fold(source).isdigit() for source in own) and any(_is_greek(source) for source in alike)


def _is_greek(character: str) -> bool:
    return any("\u0370" <= c <= "\u03ff" for c in fold(character))


def _leet_is_meant(shape: Shape, letters: list[Letter], reading: Reading) -> bool:
    sources = reading.sources
    leet = [place for place, letter in enumerate(letters) if letter is Letter.LEET]
    if not leet:
        return True
    if len(leet) == 1 and _is_punctuation(reading, leet[0]):
        return False
    if len(leet) >= len(letters) - 2 and sources[: len(leet)].isdigit():
        return False
    mixed = whole = 0
    for word in shape.words:
        leets = letters[word.start : word.stop].count(Letter.LEET)
        whole += leets == len(word)
        mixed += 0 < leets < len(word)
    return not whole or mixed > 0


def _is_foreign(letters: list[Letter], trail: Trail, start: int) -> bool:
    """Whether look-alikes, if any, stand in foreign surroundings."""
    if Letter.LOOKALIKE not in letters or Letter.OWN in letters or Letter.HIDDEN in letters:
        return True
    return not is_native_prose(trail.text, *trail.view.origin(start, start + len(letters)))


# ------------------------------------------------------------------ gaps


def _one_blank(gap: str) -> str:
    """The gap with each run of white space as one blank."""
    return re.sub(r"\s+", " ", gap) if gap else ""


def _gaps_fit(shape: Shape, letters: list[Letter], gaps: tuple[str, ...]) -> bool:
    cut_before = False
    for word in shape.words:
        inside = gaps[word.start + 1 : word.stop]
        if not _fits_inside_word(inside, leet=Letter.LEET in letters[word.start : word.stop]):
            return False
        cut = bool(inside) and (all(inside) or len(inside) - inside.count("") >= 2)
        if word.start and not (cut or cut_before) and not _fits_between_words(gaps[word.start], shape.gaps[word.start]):
            return False
        cut_before = cut
    return True


def _fits_inside_word(gaps: tuple[str, ...], *, leet: bool) -> bool:
    """Rule 5; `gaps` are the visible gaps between the letters of one word, `leet` whether some are leetspeak."""
    shown = [gap for gap in gaps if gap]
    if not shown:
        return True
    bracketed = any(character in _BRACKETS for gap in shown for character in gap)
    if len(shown) == len(gaps):
        return not (leet or bracketed) or len(set(gaps)) == 1
    pieces = _pieces(gaps)
    if any(_has_blank(gap) and not _is_line_hyphen(gap) for gap in shown):
        return not leet and not bracketed and len(pieces) >= 4 and max(pieces) <= 3
    if all(_is_line_hyphen(gap) or _CONNECTORS.issuperset(gap) for gap in shown):
        return True
    return 1 in pieces and not leet and not bracketed


def _pieces(gaps: tuple[str, ...]) -> list[int]:
    """The lengths of the pieces that the visible gaps cut a word into."""
    lengths = [1]
    for gap in gaps:
        if gap:
            lengths.append(1)
        else:
            lengths[-1] += 1
    return lengths


def _fits_between_words(between: str, own: str) -> bool:
    """Rule 6, beside words that are not cut."""
    if not between or between.isspace() or _CONNECTORS_OF_WORDS.issuperset(between):
        return True
    return between.split() == own.split()


def _has_blank(gap: str) -> bool:
    return any(character.isspace() for character in gap)


def _is_line_hyphen(gap: str) -> bool:
    return gap[0] == "-" and gap[1:].strip() == "" and "\n" in gap
