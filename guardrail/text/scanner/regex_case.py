"""Which characters `(?i)` takes for one another."""

from __future__ import annotations

import re
from functools import lru_cache

from guardrail.text.scanner.regex_spell import spell

# Letters that fold to another one without being its upper or lower case: Kelvin and Angstrom signs, long s, final
# sigma, dotted and dotless i, Greek and Cyrillic variants (Unicode, CaseFolding.txt, and `re`'s own exceptions).
_FAMILIES = (
    "iI\u0130\u0131",
    "kK\u212a",
    "sS\u017f",
    "\u00b5\u039c\u03bc",
    "\u00c5\u00e5\u212b",
    "\u00df\u1e9e",
    "\u0345\u0399\u03b9\u1fbe",
    "\u0390\u1fd3",
    "\u0392\u03b2\u03d0",
    "\u0395\u03b5\u03f5",
    "\u0398\u03b8\u03d1\u03f4",
    "\u039a\u03ba\u03f0",
    "\u03a0\u03c0\u03d6",
    "\u03a1\u03c1\u03f1",
    "\u03a3\u03c2\u03c3",
    "\u03a6\u03c6\u03d5",
    "\u03a9\u03c9\u2126",
    "\u03b0\u1fe3",
    "\u0412\u0432\u1c80",
    "\u0414\u0434\u1c81",
    "\u041e\u043e\u1c82",
    "\u0421\u0441\u1c83",
    "\u0422\u0442\u1c84\u1c85",
    "\u042a\u044a\u1c86",
    "\u0462\u0463\u1c87",
    "\u1c88\ua64a\ua64b",
    "\u1e60\u1e61\u1e9b",
    "\ufb05\ufb06",
)


@lru_cache(maxsize=4096)
def variants(char: str) -> frozenset[str]:
    """All characters that Python's `(?i)` takes for `char`, itself among them.

    >>> sorted(variants("k")), sorted(variants("-"))
    (['K', 'k', '\\u212a'], ['-'])
    """
    found = {char}
    waiting = [char]
    while waiting:
        for other in _neighbours(waiting.pop()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    if len(found) == 1:
        return frozenset(found)
    same = re.compile(f"(?i:{spell(ord(char))})")
    return frozenset(other for other in found if same.fullmatch(other))


def case_families() -> tuple[str, ...]:
    """Letters that `(?i)` takes for one another though neither is the other's upper or lower case."""
    return _FAMILIES


def _neighbours(char: str) -> list[str]:
    forms = [char.lower(), char.upper(), char.title(), char.casefold()]
    forms.extend(other for family in _FAMILIES if char in family for other in family)
    return [form for form in forms if len(form) == 1]
