"""The most telling part of an expression: characters that every match has, in a row."""

from __future__ import annotations

from collections.abc import Iterator
from math import log2

from guardrail.text.scanner.regex_chars import ascii_members, beyond_ascii
from guardrail.text.scanner.regex_tree import (
    AnyChar,
    Atomic,
    Char,
    CharClass,
    Choice,
    Group,
    Look,
    Node,
    Repeat,
    Sequence,
)

ENOUGH_BITS = 24.0
"""As telling as four letters in any case: rare in texts, if not always a find."""

_MOST_MEMBERS = 4
_MOST_COPIES = 8


def required_core(node: Node) -> Node | None:
    """The most telling run of characters that each match contains; None where none tells enough.

    >>> from guardrail.text.scanner.regex_parse import parse
    >>> from guardrail.text.scanner.regex_spell import spell_tree
    >>> spell_tree(required_core(parse("[a-z]+(?:ghp_|gho_)[a-z]{9}")))
    '(?:ghp\\\\x5f|gho\\\\x5f)'
    """
    best: tuple[Node, ...] = ()
    best_bits = ENOUGH_BITS
    run: list[Node] = []
    bits = 0.0
    for item in [*_row(node), None]:
        told = _bits(item) if item is not None else None
        if item is not None and told is not None:
            run.append(item)
            bits += told
            continue
        if bits >= best_bits:
            best, best_bits = tuple(run), bits
        run, bits = [], 0.0
    return Sequence(best) if best else None


def _row(node: Node) -> Iterator[Node | None]:
    """What every match has, in order; None where anything may stand between."""
    match node:
        case Sequence(items):
            for item in items:
                yield from _row(item)
        case Group(body, _) | Atomic(body):
            yield from _row(body)
        case Repeat(body, minimum, maximum, _) if minimum > 0 and _bits(body) is not None:
            yield from [body] * min(minimum, _MOST_COPIES)
            if minimum != maximum or minimum > _MOST_COPIES:
                yield None
        case Char() | CharClass() | Choice():
            yield node
        case _:
            yield None


def _bits(node: Node) -> float | None:
    """How much it tells that `node` matches; None where it is not a row of few characters."""
    match node:
        case Char() | CharClass():
            return _leaf_bits(node)
        case Group(body, _):
            return _bits(body)
        case Sequence(items):
            told = [_bits(item) for item in items]
            return None if None in told else sum(bits for bits in told if bits is not None)
        case Choice(options):
            told = [_bits(option) for option in options]
            if None in told:
                return None
            return max(min(bits for bits in told if bits is not None) - log2(len(options)), 0.0)
        case Repeat(body, minimum, maximum, _) if minimum == maximum and 0 < minimum <= _MOST_COPIES:
            once = _bits(body)
            return None if once is None else once * minimum
        case AnyChar() | Look() | _:
            return None


def _leaf_bits(leaf: Char | CharClass) -> float | None:
    """A class beyond ASCII with more than its letters' other cases is not told apart here."""
    if isinstance(leaf, Char):
        return 7.0 - log2(max(len(ascii_members(leaf)), 1))
    members = len(ascii_members(leaf))
    beyond = beyond_ascii(leaf)
    if not 0 < members <= _MOST_MEMBERS or beyond.categories or beyond.folded or len(beyond.ranges) > _MOST_MEMBERS:
        return None
    return 7.0 - log2(members)
