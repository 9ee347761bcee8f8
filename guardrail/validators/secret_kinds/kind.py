"""What a kind of secret is: how it is written, how it is confirmed, where that is documented."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from guardrail.validators.secret_kinds.placeholders import is_placeholder

SURE = 0.95
"""A prefix or a structure that nothing else has."""
LIKELY = 0.75
"""A shape beside a word that says what it is."""
POSSIBLE = 0.55
"""Randomness alone."""
REFUSED = 0.0

BEFORE = 48
"""How many characters before a value a `confirm` is shown, lower case."""


def confirm_real(value: str, before: str) -> float:
    """Sure, unless the value is what documentation writes where a real one belongs."""
    return REFUSED if is_placeholder(value) else SURE


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SecretKind:
    """One kind of secret, and all that its documentation says; `title` is also what a finding says.

    `patterns` are regular expressions over the CLEAN view; the first group of one, where it has any, is the secret
    itself. `confirm(value, before)` gives the confidence in [0, 1], 0 refuses. `extend(text, start, end)` finds
    the end of a secret of which the pattern sees only the beginning, at most `longest` characters on and, where it is
    found, behind what `closing` matches. `umbrella` kinds belong to `api_key`.
    """

    name: str
    title: str
    format: str
    source: str
    patterns: tuple[str, ...]
    confirm: Callable[[str, str], float] = confirm_real
    umbrella: bool = True
    extend: Callable[[str, int, int], int] | None = None
    longest: int = 0
    closing: str = ""


def token(body: str) -> str:
    """The expression with no letter or digit before it, and nothing that would make it longer behind it.

    >>> token("npm_[0-9A-Za-z]{36}")
    '(?<![0-9A-Za-z])(?:npm_[0-9A-Za-z]{36})(?![0-9A-Za-z_-])'
    """
    return f"(?<![0-9A-Za-z])(?:{body})(?![0-9A-Za-z_-])"


def assigned(names: str, value: str) -> str:
    """`name = value` in any of the notations of code, shells, YAML, JSON and headers; the value is the group.

    `names` is an expression for the end of the name; case does not matter in it, but does in the value.
    """
    gap = "[ \\t]{0,3}"
    between = f"[\"'`\\])]{{0,2}}{gap}(?:=>|:=|=|:|,){gap}[\"'`]?"
    return f"(?i:{names}){between}({value})(?![0-9A-Za-z_-])"


def beside(names: str, value: str) -> str:
    """The value (the group) on the line of one of these names, at most some 30 characters behind it.

    `names` is an expression in which case does not matter; between the two stand words, quotes, colons, equals signs.
    """
    return f"(?i:{names})[ \\t\"'`_:.=\\w-]{{0,24}}[\"' \\t:=>]{{1,6}}({value})(?![0-9A-Za-z_-])"
