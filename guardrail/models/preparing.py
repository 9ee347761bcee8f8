"""What every classifier sees of a text, in training and at run time alike: disguises undone, emoji written as words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Final

from guardrail.models.rewriting import RewrittenView, Step, rewrite
from guardrail.text.characters import typographic
from guardrail.text.confusables import look_alike
from guardrail.text.folding import clean
from guardrail.text.requests import View
from guardrail.text.views import IdentityView, clean_view

_SEPARATORS: Final = r"[ \t]{1,3}|[\n._*~+/|-]"


def prepare(text: str) -> str:
    """The text as classifiers see it.

    NFKC, ignorable characters dropped, quotes and dashes plain; letters of other alphabets read as the Latin ones they
    look like where a word mixes alphabets; three or more single letters written apart joined; floods of one character
    cut to three; emoji written as words, without skin tones. Digits are never cut. ASCII without letters apart or
    floods comes back as it is.

    >>> prepare("I h a t e it sooooo much\\u200b \\U0001f44d\\U0001f3ff")
    'Ihate it sooo much  thumbs up sign '
    """
    if text.isascii():
        return rewrite(text, _plain_steps()) if _is_disguised(text) else text
    return rewrite(clean(text).translate(typographic()), _all_steps())


def prepare_view(text: str) -> View:
    """`prepare` with the way back: `text` is what it gives, `origin` maps its offsets to those of the original.

    >>> view = prepare_view("so h a t e d")
    >>> view.text, view.origin(3, 8)
    ('so hated', (3, 12))
    """
    if text.isascii():
        plain = IdentityView(text)
        return RewrittenView(plain, _plain_steps()) if _is_disguised(text) else plain
    return RewrittenView(_PlainMarks(clean_view(text)), _all_steps())


class _PlainMarks:
    """A view with its typographic quotes, dashes and separators made plain, one character for one."""

    __slots__ = ("_base", "text")

    def __init__(self, base: View) -> None:
        self._base = base
        self.text = base.text.translate(typographic())

    def origin(self, start: int, end: int) -> tuple[int, int]:
        return self._base.origin(start, end)


def _is_disguised(text: str) -> bool:
    return _two_apart().search(text) is not None or _flood().search(text) is not None


@cache
def _two_apart() -> re.Pattern[str]:
    """Two letters in a row that stand alone: three times faster to look for than three."""
    return re.compile(rf"(?:{_SEPARATORS})[A-Za-z](?:{_SEPARATORS})[A-Za-z](?![A-Za-z0-9])")


@cache
def _flood() -> re.Pattern[str]:
    return re.compile(r"([^\d\s])\1\1\1+")


@cache
def _plain_steps() -> Sequence[Step]:
    apart = re.compile(rf"(?<![^\W_])[^\W\d_]({_SEPARATORS})[^\W\d_](?![^\W_])(?:\1[^\W\d_](?![^\W_]))+")
    return (
        (apart, lambda match: match[0].replace(match[1], "")),
        (_flood(), lambda match: match[1] * 3),
    )


@cache
def _all_steps() -> Sequence[Step]:
    return (
        (re.compile("[\U0001f3fb-\U0001f3ff]+"), lambda match: ""),
        (re.compile("[\U0001f1e6-\U0001f1ff]+"), lambda match: f" {_letters(match[0])} "),
        (re.compile("[\U0001f150-\U0001f169\U0001f170-\U0001f189]+"), lambda match: _letters(match[0])),
        (re.compile(r"[^\W_]*[^\x00-\u024f\W][^\W_]*"), lambda match: _in_one_alphabet(match[0])),
        *_plain_steps(),
        (_emoji(), lambda match: _named(match[0])),
    )


def _letters(symbols: str) -> str:
    return "".join(map(look_alike, symbols))


def _in_one_alphabet(word: str) -> str:
    """A word of mixed alphabets in Latin letters, where each of the others looks like one; any other as it is.

    Phonetic letters and small capitals count as another alphabet, also in a word of nothing else.

    >>> _in_one_alphabet("h\\u0430te"), _in_one_alphabet("\\u0445\\u043e\\u0440"), _in_one_alphabet("\\u03c0r")
    ('hate', 'хор', 'πr')
    """
    foreign = {c: look_alike(c) for c in set(word) if c > "\u024f" and not _is_composed(c)}
    if not all(foreign.values()):
        return word
    latin = any("a" <= c <= "z" for c in word.lower())
    if not latin and not all(_is_phonetic(c) for c in foreign):
        return word
    return "".join([foreign.get(c, c) for c in word])


def _is_composed(letter: str) -> bool:
    """Whether it is an ASCII letter with marks."""
    return unicodedata.normalize("NFD", letter)[0] < "\x80"


def _is_phonetic(letter: str) -> bool:
    return "\u0250" <= letter <= "\u02af" or "\u1d00" <= letter <= "\u1dbf" or "\ua720" <= letter <= "\ua7ff"


@cache
def _emoji() -> re.Pattern[str]:
    return re.compile(
        "[\u231a\u231b\u23e9-\u23f3\u23f8-\u23fa\u2600-\u2793\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55"
        "\U0001f004\U0001f0cf\U0001f300-\U0001f6ff\U0001f7e0-\U0001f7f0\U0001f900-\U0001faff]"
    )


def _named(emoji: str) -> str:
    """Its Unicode name as words.

    The older symbols' names say how they are printed, not what colour they have: a red heart is a `heavy black heart`.
    """
    words = unicodedata.name(emoji, "").lower().split()
    if emoji < "\U0001f000":
        words = [word for word in words if word not in ("black", "white", "heavy")]
    return f" {' '.join(words)} " if words else emoji
