"""Variation selectors where no variation is defined (Unicode StandardizedVariants, UTS 37, UTS 51)."""

from __future__ import annotations

import unicodedata


def is_misplaced_selector(text: str, place: int) -> bool:
    """Whether the character at `place` is a variation selector on a base that has no variants.

    Emoji and text presentation (VS15, VS16) go on symbols, digits and punctuation; VS1 to VS14 on mathematical
    operators, digits and letters without case; VS17 to VS256 on ideographs; the Mongolian ones on Mongolian letters.

    >>> is_misplaced_selector("\\u2764\\ufe0f", 1), is_misplaced_selector("a\\ufe0f", 1)
    (False, True)
    """
    selector = text[place]
    base = text[place - 1] if place else ""
    if selector in "\ufe0e\ufe0f":
        return base.isalpha() and base != "\u2139"
    if "\ufe00" <= selector <= "\ufe0d":
        return base == "" or base.isspace() or _is_cased(base) or base >= "\U0001f000"
    if "\U000e0100" <= selector <= "\U000e01ef":
        return not unicodedata.name(base, "").startswith("CJK ") if base else True
    if selector in "\u180b\u180c\u180d\u180f":
        return not "\u1800" <= base <= "\u18af"
    return False


def _is_cased(character: str) -> bool:
    return unicodedata.category(character) in ("Lu", "Ll", "Lt")
