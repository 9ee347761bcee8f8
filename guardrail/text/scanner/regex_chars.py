"""Which characters a leaf matches, as ranges of code points.

The ASCII half is asked of Python's own `re`, so it is right by construction. The other half is computed, and says
whether it is exact or only wide enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from guardrail.text.scanner.regex_case import case_families, variants
from guardrail.text.scanner.regex_spell import spell_tree
from guardrail.text.scanner.regex_tree import AnyChar, Char, CharClass, Folding, Leaf, Range

Ranges = tuple[tuple[int, int], ...]

MAX_CODE = 0x10FFFF
BEYOND_ASCII: Ranges = ((0x80, MAX_CODE),)

# Where Python's `\s` holds beyond ASCII: `str.isspace` of the Unicode White_Space characters.
SPACES: Ranges = (
    (0x85, 0x85),
    (0xA0, 0xA0),
    (0x1680, 0x1680),
    (0x2000, 0x200A),
    (0x2028, 0x2029),
    (0x202F, 0x202F),
    (0x205F, 0x205F),
    (0x3000, 0x3000),
)
# A range longer than this is folded as a whole by the engine, not letter by letter.
_FOLD_EACH = 256


@dataclass(frozen=True, slots=True)
class Beyond:
    """The characters beyond ASCII that a leaf matches.

    `ranges` and those of the Unicode categories `d` and `w` in `categories`; `folded` are ranges to be taken in
    any letter case. Wide enough always; exact where `exact` says so.
    """

    ranges: Ranges = ()
    categories: frozenset[str] = frozenset()
    folded: Ranges = ()
    exact: bool = True


@lru_cache(maxsize=2048)
def ascii_members(leaf: Leaf) -> str:
    """The ASCII characters that `leaf` matches, in order.

    >>> from guardrail.text.scanner.regex_parse import parse
    >>> ascii_members(parse(r"[0-2\\s]"))
    '\\t\\n\\x0b\\x0c\\r\\x1c\\x1d\\x1e\\x1f 012'
    """
    if isinstance(leaf, Char) and leaf.folding is Folding.NONE:
        return leaf.char if leaf.char.isascii() else ""
    return "".join(re.findall(spell_tree(leaf), _all_ascii()))


@cache
def _all_ascii() -> str:
    return "".join(map(chr, range(128)))


def beyond_ascii(leaf: Leaf) -> Beyond:
    """The characters beyond ASCII that `leaf` matches."""
    match leaf:
        case AnyChar():
            return Beyond(BEYOND_ASCII)
        case Char(char, folding):
            codes = [ord(other) for other in (variants(char) if folding is Folding.UNICODE else char)]
            return Beyond(joined((code, code) for code in codes if code > 127))
        case CharClass():
            inside = _inside(leaf)
            return _complement(inside) if leaf.negated else inside


def _inside(leaf: CharClass) -> Beyond:
    ranges: list[tuple[int, int]] = []
    folded: list[tuple[int, int]] = []
    categories: set[str] = set()
    exact = True
    for item in leaf.items:
        if isinstance(item, Range):
            ranges.append((item.low, item.high))
            if leaf.folding is Folding.UNICODE:
                _fold(item, ranges, folded)
        elif item.negated:
            ranges.extend(BEYOND_ASCII if item.ascii or item.kind != "s" else complement(SPACES))
            exact = exact and (item.ascii or item.kind == "s")
        elif not item.ascii and item.kind == "s":
            ranges.extend(SPACES)
        elif not item.ascii:
            categories.add(item.kind)
    clipped = joined((max(low, 128), high) for low, high in ranges if high > 127)
    return Beyond(clipped, frozenset(categories), joined(folded), exact and not categories and not folded)


def _fold(item: Range, ranges: list[tuple[int, int]], folded: list[tuple[int, int]]) -> None:
    """Add the other letter cases of a range."""
    if item.high - item.low < _FOLD_EACH:
        for code in range(item.low, item.high + 1):
            ranges.extend((ord(other), ord(other)) for other in variants(chr(code)))
        return
    folded.append((item.low, item.high))
    for family in case_families():
        if any(item.low <= ord(char) <= item.high for char in family):
            ranges.extend((ord(char), ord(char)) for char in family)


def _complement(inside: Beyond) -> Beyond:
    """Everything but what is surely inside."""
    return Beyond(complement(inside.ranges), exact=inside.exact)


def complement(ranges: Ranges) -> Ranges:
    """The code points beyond ASCII that are in none of `ranges` (sorted, disjoint)."""
    gaps = []
    start = 128
    for low, high in ranges:
        if low > start:
            gaps.append((start, low - 1))
        start = high + 1
    if start <= MAX_CODE:
        gaps.append((start, MAX_CODE))
    return tuple(gaps)


def joined(ranges: Iterable[tuple[int, int]]) -> Ranges:
    """The same code points as sorted, disjoint ranges.

    >>> joined([(5, 6), (1, 2), (3, 4), (9, 9)])
    ((1, 6), (9, 9))
    """
    merged: list[tuple[int, int]] = []
    for low, high in sorted(ranges):
        if merged and low <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return tuple(merged)
