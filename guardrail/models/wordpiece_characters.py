"""What each character becomes before words are cut into pieces: BERT's uncased normalisation, by the character."""

from __future__ import annotations

import unicodedata
from functools import cache

# Marks, punctuation and format characters that Unicode has gained since version 8, on whose tables the `tokenizers`
# library is built: it keeps them like letters. Hexadecimal ranges, up to Unicode 18.
_KEPT = """
5c8-5c9 61d 7fd 890-891 897-89f 8ca-8e2 9fd-9fe a76 afa-aff b53-b55 c04 c3c c77 c84 d00 d3b-d3c d81 eba ece 180f
1885-1886 1abf-1af0 1b4e-1b4f 1b7d-1b7f 1df6-1dfb 2e43-2e4f 2e52-2e5d 2e60-2e63 a82c a8c5 a8ff a9bd 10d24-10d27
10d69-10d6e 10eab-10ead 10ecb-10ed0 10ef0-10eff 10f46-10f50 10f55-10f59 10f82-10f89 11070 11073-11074 110c2 110cd 111cf
1123e 11241 1133b 113bb-113c0 113ce 113d0 113d2 113d4-113d5 113d7-113d8 113e1-113e2 11438-1143f 11442-11444 11446
1144b-1144f 1145a-1145b 1145d-1145e 11660-1166c 116b9 1182f-11837 11839-1183b 1193b-1193c 1193e 11943-11946 119d4-119d7
119da-119db 119e0 119e2 11a01-11a0a 11a33-11a38 11a3b-11a47 11a51-11a56 11a59-11a5b 11a8a-11a9c 11a9e-11aa2 11b00-11b09
11b60 11b62-11b64 11b66 11be1 11c30-11c36 11c38-11c3d 11c3f 11c41-11c45 11c70-11c71 11c92-11ca7 11caa-11cb0 11cb2-11cb3
11cb5-11cb6 11d31-11d36 11d3a 11d3c-11d3d 11d3f-11d45 11d47 11d90-11d91 11d95 11d97 11df0 11ef3-11ef4 11ef7-11ef8
11f00-11f01 11f36-11f3a 11f40 11f42-11f4f 11f5a 11fff 12ff1-12ff2 13430-13440 13447-13455 1611e-16129 1612d-1612f
16d6d-16d6f 16e97-16e9a 16f4f 16fe2 16fe4 1cf00-1cf2d 1cf30-1cf46 1d127-1d128 1d25b-1d25c 1e000-1e006 1e008-1e018
1e01b-1e021 1e023-1e024 1e026-1e02a 1e08f 1e130-1e136 1e2ae 1e2ec-1e2ef 1e4ec-1e4ef 1e5ee-1e5ef 1e5ff 1e6e3 1e6e6
1e6ee-1e6ef 1e6f5 1e944-1e94a 1e95e-1e95f
"""

# Characters whose category has changed since: marks that now take room, a sign and a mark that were punctuation.
_DROPPED = frozenset("\u1734\U0001171e\ufffd\0")
_PUNCTUATION = frozenset("\u166d\U000111c9")

# The ideographs that BERT's authors list; each is a word.
_IDEOGRAPHS = (
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B81F),
    (0x2B920, 0x2CEAF),
    (0x2F800, 0x2FA1F),
)


class CharacterTable(dict[int, str]):
    """A `str.translate` table: after it, white space stands around every word and nowhere else.

    Fills itself, one character when it is first seen.

    >>> "Caf\\u00e9, na\\u00efve\\u4e2d".translate(CharacterTable()).split()
    ['cafe', ',', 'naive', '中']
    """

    def __missing__(self, code: int) -> str:
        rendering = self[code] = render(chr(code))
        return rendering


def render(character: str) -> str:
    """Lower case without accents; blanks around punctuation and ideographs; nothing for what shows nothing.

    The order of the steps is that of BERT's `BasicTokenizer`: clean, part ideographs, decompose, drop marks, lower.
    """
    if character in "\t\n\r":
        return " "
    if character in _PUNCTUATION:
        return f" {character} "
    newer = _is_newer(ord(character))
    category = unicodedata.category(character)
    if character in _DROPPED or (category in ("Cc", "Cf", "Co", "Cs") and not newer):
        return ""
    if character.isspace():
        return " "
    kept = [c for c in unicodedata.normalize("NFD", character) if newer or unicodedata.category(c) != "Mn"]
    word = "".join([c.lower() for c in kept])
    if _is_ideograph(ord(character)) or (_is_punctuation(word) and not newer):
        return f" {word} "
    return word


def _is_punctuation(character: str) -> bool:
    if len(character) != 1:
        return False
    if character < "\x80":
        return not character.isalnum()
    return unicodedata.category(character)[0] == "P"


def _is_ideograph(code: int) -> bool:
    return code >= 0x3400 and any(first <= code <= last for first, last in _IDEOGRAPHS)


def _is_newer(code: int) -> bool:
    return code >= 0x5C8 and code in _newer()


@cache
def _newer() -> frozenset[int]:
    codes: set[int] = set()
    for written in _KEPT.split():
        first, _, last = written.partition("-")
        codes.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(codes)
