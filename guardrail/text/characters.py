"""What kind of character a code point is, as far as folding must know: ignorable, accent, follower, dash, quote."""

from __future__ import annotations

import unicodedata
from functools import cache

# Blank letters and marks that no general category gives away (UAX 44, Default_Ignorable_Code_Point, plus the
# empty Braille pattern).
_BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")

# Marks that only decorate a letter. Vowel signs of Indic scripts, Thai vowels and Japanese voicing marks are Mn as
# well, but a word is another word without them.
_ACCENT_BLOCKS = (
    (0x0300, 0x036F),
    (0x0483, 0x0489),
    (0x0591, 0x05C7),
    (0x0610, 0x061A),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06ED),
    (0x0711, 0x0711),
    (0x0730, 0x074A),
    (0x08CA, 0x08FF),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0x2DE0, 0x2DFF),
    (0x302A, 0x302F),
    (0xA66F, 0xA67D),
    (0xA69E, 0xA69F),
    (0xFB1E, 0xFB1E),
    (0xFE20, 0xFE2F),
)

# Characters of combining class 0 that canonical composition joins to the character before them (NFC_QC=Maybe).
_FOLLOWERS = frozenset(
    "\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dcf\u0ddf\u102e\u1b35"
    "\U00011127\U0001133e\U00011357\U000113b8\U000113bb\U000113c2\U000113c5\U000113c7\U000113c8\U000113c9"
    "\U000114b0\U000114ba\U000114bd\U000115af\U00011930\U0001611e\U0001611f\U00016120"
    "\U00016121\U00016122\U00016123\U00016124\U00016125\U00016126\U00016127\U00016128\U00016129\U00016d67\U00016d68"
    "\U00016d69\U00016d6a"
)


def is_variation_selector(character: str) -> bool:
    """Whether it is one of the 256 variation selectors (VS1 to VS16, VS17 to VS256)."""
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def is_ignorable(character: str) -> bool:
    """Whether the character shows nothing and is dropped from every view but the raw one.

    Format characters, C1 controls, private use and unassigned code points, variation selectors, Hangul and Khmer
    fillers, the empty Braille pattern. ASCII controls are kept (an ASCII text is its own clean view); NEL counts as a
    line break. Surrogates are kept.

    >>> [is_ignorable(c) for c in "\\u200b\\ufe0f\\u3164a\\n"]
    [True, True, True, False, False]
    """
    if character < "\x80":
        return False
    category = unicodedata.category(character)
    if category in ("Cf", "Co", "Cn"):
        return True
    if category == "Cc":
        return character != "\x85"
    return character in _BLANKS or is_variation_selector(character)


def is_accent(character: str) -> bool:
    """Whether it is a combining mark that decorates a letter and may be dropped without changing the word.

    >>> is_accent("\\u0301"), is_accent("\\u093f")
    (True, False)
    """
    if character < "\u0300" or unicodedata.category(character) not in ("Mn", "Me"):
        return False
    code = ord(character)
    return any(first <= code <= last for first, last in _ACCENT_BLOCKS) and character != "\u034f"


def is_follower(character: str) -> bool:
    """Whether canonical composition or reordering may join it to what stands before it (UAX 15, NFC_QC=Maybe)."""
    if character < "\u0300":
        return False
    if unicodedata.combining(character):
        return True
    return "\u1161" <= character <= "\u1175" or "\u11a8" <= character <= "\u11c2" or character in _FOLLOWERS


def past_marks(text: str, end: int, limit: int) -> int:
    """`end`, moved past the dropped marks that decorate the character before it, at most to `limit`.

    Zero-width characters between those marks are crossed; trailing ones are not.
    """
    last = end
    while end < limit:
        character = text[end]
        if is_accent(character) or is_variation_selector(character):
            last = end + 1
        elif not is_ignorable(character):
            break
        end += 1
    return last


@cache
def typographic() -> dict[int, str]:
    """Typographic quotes, dashes, spaces and line separators, each with its plain form."""
    table = dict.fromkeys(map(ord, "‘’‚‛′´ʹʻʼʽˈ"), "'")
    table |= dict.fromkeys(map(ord, "“”„‟″〝〞〟"), '"')
    table |= dict.fromkeys(map(ord, "‐‑‒–—―⁃−־﹘﹣"), "-")
    table |= dict.fromkeys(map(ord, "\x85\u2028\u2029"), "\n")
    table[0x1680] = " "
    return table


@cache
def stroked() -> dict[int, str]:
    """Letters with a stroke or without their dot, which no decomposition leads back to the plain letter."""
    pairs = "øo łl đd ħh ŧt ƀb ǥg ɨi ɉj ƶz ƚl ɍr ɏy ɇe ȼc ⱥa ⱦt ıi ȷj ꝁk ᵽp"
    return {ord(pair[0]): pair[1] for pair in pairs.split()}
