"""Folding: a character's clean, folded and disguised renderings, and the same for whole strings (list entries).

Every rendering is context-free but for canonical composition. The tables fill themselves, one character when it is
first seen, so they never hold more than the characters of Unicode.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from guardrail.text.characters import (
    is_accent,
    is_follower,
    is_ignorable,
    is_variation_selector,
    stroked,
    typographic,
)


class Table(dict[int, str]):
    """A `str.translate` table that asks `render` once for each character."""

    def __init__(self, render: Callable[[str], str]) -> None:
        super().__init__()
        self._render = render

    def __missing__(self, code: int) -> str:
        rendering = self[code] = self._render(chr(code))
        return rendering


def split_runs(text: str) -> list[str]:
    """The text cut into ASCII stretches and non-ASCII runs in turn; the odd places hold the runs.

    >>> split_runs("na\\u00efve caf\\u00e9")
    ['na', 'ï', 've caf', 'é', '']
    """
    # Written with a leading single character because `re` searches for one much faster than for a repeat.
    return _runs().split(text)


@cache
def _runs() -> re.Pattern[str]:
    return re.compile(r"([^\x00-\x7f][^\x00-\x7f]*)")


def translate_runs(runs: list[str], table: dict[int, str]) -> list[str]:
    """Each run through a table, in one call; the table must neither take nor give a NUL."""
    return "\0".join(runs).translate(table).split("\0") if runs else []


# ------------------------------------------------------------------ clean


@cache
def clean_table() -> Table:
    """Ignorable characters to nothing, everything else to itself: what is done before NFKC."""
    return Table(lambda character: "" if is_ignorable(character) else character)


def attach_marks(originals: list[str], renderings: list[str]) -> None:
    """Move the ASCII character before a run that begins with a mark into the run, in both lists of parts.

    A mark composes with it (`e` + U+0301), or at least belongs to it.
    """
    leads = "".join([run[0] for run in originals[1::2]]).translate(_lead_table())
    place = leads.find("m")
    while place >= 0:
        at = 2 * place + 1
        if originals[at - 1][-1:] not in ("", "\0") and _begins_with_mark(originals[at]):
            for parts in (originals, renderings):
                parts[at] = parts[at - 1][-1] + parts[at]
                parts[at - 1] = parts[at - 1][:-1]
        place = leads.find("m", place + 1)


@cache
def _lead_table() -> Table:
    return Table(lambda character: "m" if is_ignorable(character) or _begins_with_mark(character) else "b")


def _begins_with_mark(run: str) -> bool:
    for character in run:
        if is_follower(character) or is_accent(character) or is_variation_selector(character):
            return True
        if not is_ignorable(character):
            return False
    return False


def clean_runs(runs: list[str]) -> list[str]:
    """Each run with its ignorable characters dropped and NFKC applied."""
    if not runs:
        return []
    joined = unicodedata.normalize("NFKC", "\0".join(runs).translate(clean_table()))
    return joined.split("\0")


def clean_parts(text: str) -> tuple[list[str], list[str]]:
    """The parts of a text (see `split_runs`) and their clean renderings, marks attached to their ASCII letter."""
    originals = split_runs(text)
    attach_marks(originals, list(originals))
    renderings = list(originals)
    renderings[1::2] = clean_runs(originals[1::2])
    return originals, renderings


def clean(text: str) -> str:
    """NFKC with ignorable characters dropped, case kept.

    >>> clean("\\uff27lo\\u200bbex \\ufb01ne")
    'Globex fine'
    """
    return text if text.isascii() else "".join(clean_parts(text)[1])


# ------------------------------------------------------------------ folded


@cache
def folded_table() -> Table:
    """Each character to its folded rendering."""
    return Table(fold_character)


def fold_character(character: str) -> str:
    """The folded rendering of one character: plain quotes and dashes, NFKC, case folded, accents dropped.

    At most 18 characters (U+FDFA).

    >>> fold_character("\\u00c9"), fold_character("\\ufb01"), fold_character("\\u2019"), fold_character("\\u0301")
    ('e', 'fi', "'", '')
    """
    rendering = character.translate(typographic())
    for _ in range(3):
        rendering = unicodedata.normalize("NFKD", rendering).casefold()
        rendering = "".join(c for c in rendering if not (is_accent(c) or is_ignorable(c)))
        rendering = rendering.translate(typographic()).translate(stroked())
    return unicodedata.normalize("NFC", rendering)


def compose(rendering: str) -> str:
    """The rendering with Hangul jamo, Japanese voicing marks and Indic vowel parts composed (NFC)."""
    if unicodedata.is_normalized("NFC", rendering):
        return rendering
    return unicodedata.normalize("NFC", rendering)


def folded_parts(text: str) -> tuple[list[str], list[str]]:
    """The parts of a text (see `split_runs`) and their folded renderings."""
    originals = split_runs(text)
    renderings = list(originals)
    renderings[0::2] = map(str.lower, originals[0::2])
    if len(originals) > 1:
        renderings[1::2] = compose("\0".join(originals[1::2]).translate(folded_table())).split("\0")
    return originals, renderings


def fold(text: str, *, any_case: bool = True, any_accent: bool = True) -> str:
    """The text as the folded view shows it; without `any_case` case is kept, without `any_accent` accents are.

    Folding twice changes nothing.

    >>> fold("CAF\\u00c9 \\u201cDe\\u0301j\\u00e0\\u201d"), fold("CAF\\u00c9", any_accent=False)
    ('cafe "deja"', 'café')
    """
    if text.isascii():
        return text.lower() if any_case else text
    if any_case and any_accent:
        return "".join(folded_parts(text)[1])
    rendering = clean(text.translate(typographic())).translate(typographic())
    if any_case:
        rendering = unicodedata.normalize("NFKC", rendering.casefold())
    if any_accent:
        rendering = _without_accents(rendering)
    return rendering


def _without_accents(text: str) -> str:
    kept = (c for c in unicodedata.normalize("NFKD", text) if not (is_accent(c) or is_ignorable(c)))
    return unicodedata.normalize("NFC", "".join(kept)).translate(_stroked_both_cases())


@cache
def _stroked_both_cases() -> dict[int, str]:
    upper = {ord(chr(code).upper()): plain.upper() for code, plain in stroked().items() if len(chr(code).upper()) == 1}
    # The capital of a dotless i is the plain capital I, which must stay itself.
    return {code: plain for code, plain in upper.items() if code > 0x7F} | stroked()
