"""How numbers are written: expressions for digit groups with their separators, and what a candidate's grouping says."""

from __future__ import annotations

import re
from itertools import pairwise

from guardrail.validators.pii_kinds.kind import WEAK

DASH = "\\-\u2010-\u2014"
"""For inside a character class: hyphen-minus, hyphens, figure dash, en and em dash."""
SEPARATOR = f"[ .{DASH}]"
"""Space, dot, any dash; NFKC has already made no-break and thin spaces plain ones."""


def bounded(expression: str) -> str:
    """The expression with no ASCII letter, digit or underscore on either side.

    ASCII only, because Chinese, Japanese and Thai write numbers without blanks around them.
    """
    return f"(?<![0-9A-Za-z_])(?:{expression})(?![0-9A-Za-z_])"


def number(*sizes: int, separator: str = SEPARATOR) -> str:
    """Digit groups of these sizes, an optional separator between any two.

    >>> number(3, 2, separator="-")
    '(?<![0-9A-Za-z_])(?:[0-9]{3}-?[0-9]{2})(?![0-9A-Za-z_])'
    """
    return bounded(f"{separator}?".join(f"[0-9]{{{size}}}" for size in sizes))


def digits(text: str) -> str:
    """The ASCII digits alone.

    >>> digits("078-05 1120")
    '078051120'
    """
    return "".join(c for c in text if "0" <= c <= "9")


def letters_and_digits(text: str) -> str:
    """The ASCII letters and digits alone, upper case.

    >>> letters_and_digits("ab 12-3")
    'AB123'
    """
    return "".join(c for c in text if c.isascii() and c.isalnum()).upper()


def grouping(text: str) -> tuple[int, ...]:
    """The lengths of the letter-and-digit groups.

    >>> grouping("078-05-1120")
    (3, 2, 4)
    """
    return tuple(len(group) for group in re.findall(r"[0-9A-Za-z]+", text))


def separators(text: str) -> tuple[str, ...]:
    """What stands between the groups, dashes of any length as `-`.

    >>> separators("078-05–1120")
    ('-', '-')
    """
    plain = re.sub(f"[{DASH}]", "-", text)
    return tuple(re.findall(r"[^0-9A-Za-z]+", plain))


def graded(text: str, sizes: tuple[int, ...], grouped: float, bare: float) -> float:
    """A confidence by notation: `grouped` for the official groups with one separator throughout, `bare` for none.

    Groups of other sizes and mixed separators are a weak sign at best.

    >>> graded("078-05-1120", (3, 2, 4), 0.6, 0.1), graded("078051120", (3, 2, 4), 0.6, 0.1)
    (0.6, 0.1)
    """
    found = grouping(text)
    if len(found) == 1:
        return bare
    if found == sizes and len(set(separators(text))) == 1:
        return grouped
    return min(bare, WEAK)


def is_repeated(value: str) -> bool:
    """One character throughout, as in `000000000`."""
    return len(set(value)) <= 1


def is_placeholder(value: str) -> bool:
    """Digits that people write when they mean no number: one digit throughout, or counting up or down.

    >>> is_placeholder("123456789"), is_placeholder("0000"), is_placeholder("135724680")
    (True, True, False)
    """
    if is_repeated(value):
        return True
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(value)} if value.isdigit() else set()
    return steps in ({1}, {9})
