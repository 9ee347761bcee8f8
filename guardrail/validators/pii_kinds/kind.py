"""What a kind of personal data is: its notation, its confirmation, the words that speak for it, its source."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

AFTER = 24
"""How many characters behind a candidate are read for words; what a stream must hold back behind one."""

CERTAIN = 0.95
"""A checksum of two digits or more, or a notation that nothing else uses."""
STRONG = 0.85
"""One check digit and a notation of its own."""
GOOD = 0.65
"""Above the default threshold without help."""
FAIR = 0.4
"""Below it: one check digit on a bare run of digits, which one in ten of such runs passes by chance."""
WEAK = 0.15
"""A shape that many things have; only words nearby make it a hit."""
REFUSED = 0.0


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PiiKind:
    """One kind of personal data, and all that its documentation says; `title` is also what a finding says.

    `patterns` are regular expressions for the scanner, over the CLEAN view. `confirm` turns a candidate into a
    confidence in [0, 1] without looking around it; 0 refuses it. `locate` finds the candidates in a stretch that
    starts at a pattern's match and goes on for up to `REACH` characters more, where the pattern alone cannot say
    where one ends; it yields `(start, end)`. `context` are words, lower case, that raise the confidence, up to
    `after` characters behind the candidate; `other` are words that say, directly before it, that it is something
    else. `numeric` kinds keep away from prices, decimals and longer numbers.
    """

    name: str
    title: str
    format: str
    source: str
    patterns: tuple[str, ...]
    confirm: Callable[[str], float]
    checksum: str = "none"
    country: str = ""
    context: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    numeric: bool = True
    after: int = AFTER
    locate: Callable[[str], Iterator[tuple[int, int]]] | None = None


REACH = 48
"""How many characters past a match `PiiKind.locate` is shown."""
