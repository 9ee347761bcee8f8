"""A looser expression for the set of all patterns, which asks whether there is a match, not where.

The automaton of a set has a state for every combination of counters that are running. Three things keep them few.
A pattern with a telling word in it (`ghp_`) is looked for by that word alone. What stands before and after a match
is asked for by consuming it, so that attempts start at few places: without the lookbehind of `(?<!\\w)\\d{16}` a set
would start counting at every digit. And long counts become open ones.
"""

from __future__ import annotations

from dataclasses import replace

from guardrail.text.scanner.regex_core import required_core
from guardrail.text.scanner.regex_tree import (
    Anchor,
    AnyChar,
    At,
    Atomic,
    Backreference,
    Char,
    CharClass,
    Choice,
    Conditional,
    Group,
    Look,
    Node,
    Range,
    Repeat,
    Sequence,
    walk,
)

LONG_COUNT = 8
"""Counts above this one are open: `a{20}` is looked for as `a{8,}`."""


def loosen(node: Node) -> Node:
    """An expression that matches somewhere in every text that `node` matches somewhere in.

    >>> from guardrail.text.scanner.regex_parse import parse
    >>> from guardrail.text.scanner.regex_spell import spell_tree
    >>> spell_tree(loosen(parse("(?<!a)[b-z]{9}(?=c)")))
    '(?:\\\\A|[^a])(?:[b-z]){8,}c'
    """
    if any(isinstance(found, Backreference | Conditional) for found in walk(node)):
        return node
    core = required_core(node)
    return core if core is not None else _open_counts(_at_end(_at_start(node)))


def _at_start(node: Node) -> Node:
    """Turn a lookbehind at the start into characters before the match."""
    match node:
        case Look(ahead=False):
            return _neighbour(node, At.TEXT_START) or Sequence(())
        case Group() | Atomic():
            return replace(node, body=_at_start(node.body))
        case Choice(options):
            return Choice(tuple(_at_start(option) for option in options))
        case Sequence(items) if items:
            run = _zero_width_run(items)
            for place, item in enumerate(items[:run]):
                before = _neighbour(item, At.TEXT_START) if isinstance(item, Look) and not item.ahead else None
                if before is not None:
                    return Sequence((before, *items[:place], *items[place + 1 :]))
            return node if run else Sequence((_at_start(items[0]), *items[1:]))
        case _:
            return node


def _at_end(node: Node) -> Node:
    """Turn a lookahead at the end into characters after the match."""
    match node:
        case Look(ahead=True):
            return _neighbour(node, At.TEXT_END) or Sequence(())
        case Group() | Atomic():
            return replace(node, body=_at_end(node.body))
        case Choice(options):
            return Choice(tuple(_at_end(option) for option in options))
        case Sequence(items) if items:
            run = len(items) - _zero_width_run(items[::-1])
            for place in range(len(items) - 1, run - 1, -1):
                item = items[place]
                after = _neighbour(item, At.TEXT_END) if isinstance(item, Look) and item.ahead else None
                if after is not None:
                    return Sequence((*items[:place], *items[place + 1 :], after))
            return node if run < len(items) else Sequence((*items[:-1], _at_end(items[-1])))
        case _:
            return node


def _zero_width_run(items: tuple[Node, ...]) -> int:
    """How many of the first items consume nothing."""
    for place, item in enumerate(items):
        if not isinstance(item, Look | Anchor):
            return place
    return len(items)


def _neighbour(look: Look, edge: At) -> Node | None:
    """The characters that a lookaround at the edge of a match asks for; None where they cannot be written down."""
    if not look.negated:
        return look.body
    other = _other_than(look.body)
    return None if other is None else Choice((Anchor(edge), other))


def _other_than(leaf: Node) -> Node | None:
    """A leaf for every character that `leaf` does not match."""
    match leaf:
        case Char(char, folding):
            return CharClass((Range(ord(char), ord(char)),), True, folding)
        case CharClass():
            return replace(leaf, negated=not leaf.negated)
        case Group(body, _):
            return _other_than(body)
        case _:
            return None


def _open_counts(node: Node) -> Node:
    match node:
        case Repeat(body, minimum, maximum, _):
            longest = None if maximum is None or maximum > LONG_COUNT else maximum
            return replace(node, body=_open_counts(body), minimum=min(minimum, LONG_COUNT), maximum=longest)
        case Group() | Atomic() | Look():
            return replace(node, body=_open_counts(node.body))
        case Sequence(items):
            return Sequence(tuple(_open_counts(item) for item in items))
        case Choice(options):
            return Choice(tuple(_open_counts(option) for option in options))
        case Char() | CharClass() | AnyChar() | Anchor() | Backreference() | Conditional():
            return node
