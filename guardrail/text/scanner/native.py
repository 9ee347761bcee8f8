"""Whether letters that look Latin stand in a text of their own script."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from guardrail.text.disguised import fold_disguised

REACH = 60
"""How many characters on either side are looked at."""


def is_native_prose(text: str, start: int, end: int) -> bool:
    """Whether a script of `text[start:end]` also shows, nearby, a letter that looks like no Latin one.

    >>> is_native_prose("и в этой расе много", 9, 13), is_native_prose("running at расе now", 11, 15)
    (True, False)
    """
    scripts = {script for character in text[start:end] if (script := _script(character))}
    around = text[max(0, start - REACH) : start] + text[end : end + REACH]
    return any(_is_own_letter(character) and _script(character) in scripts for character in around)


def _is_own_letter(character: str) -> bool:
    return character > "\x7f" and character.isalpha() and not fold_disguised(character).isascii()


@lru_cache(maxsize=1024)
def _script(character: str) -> str:
    """The first word of the character's name (`CYRILLIC`); empty for what is no letter, and for Latin."""
    if character < "\x80" or not character.isalpha():
        return ""
    script = unicodedata.name(character, "").partition(" ")[0]
    return "" if script in ("LATIN", "FULLWIDTH", "MATHEMATICAL") else script
