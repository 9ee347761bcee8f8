"""What makes an expression slow or risky for an engine that tries one path after the other."""

from __future__ import annotations

from math import prod

from guardrail.text.scanner.regex_tree import (
    Atomic,
    Backreference,
    Choice,
    Conditional,
    Look,
    Mode,
    Node,
    Repeat,
    children,
    walk,
)

MANY_PATHS = 256
"""More ways than this to try one place of a text are too many for an engine without a time limit."""


def needs_backtracking(node: Node) -> tuple[str, ...]:
    """The constructs in `node` that no linear-time engine takes, in words, each once.

    >>> from guardrail.text.scanner.regex_parse import parse
    >>> needs_backtracking(parse(r"(?<!\\d)(a)\\1"))
    ('a lookbehind', 'a backreference')
    """
    return tuple(dict.fromkeys(word for word in map(_construct, walk(node)) if word))


def nests_loops(node: Node) -> bool:
    """Whether an unbounded repeat stands inside of another: `(a+)+`, the usual shape of a pattern that explodes."""
    loops = (found for found in walk(node) if isinstance(found, Repeat) and found.maximum is None)
    return any(isinstance(inner, Repeat) and inner.maximum is None for loop in loops for inner in walk(loop.body))


def largest_count(node: Node) -> int:
    """The largest product of nested counted repeats: how often a part of the expression is written out."""
    below = max((largest_count(child) for child in children(node)), default=1)
    if not isinstance(node, Repeat):
        return below
    return max(node.minimum, node.maximum or 0, 1) * below


def is_cheap(node: Node) -> bool:
    """Whether a backtracking engine has few ways to try one place, whatever the text."""
    return _paths(node) <= MANY_PATHS


def _construct(node: Node) -> str:
    match node:
        case Look():
            return "a lookahead" if node.ahead else "a lookbehind"
        case Backreference():
            return "a backreference"
        case Conditional():
            return "a conditional"
        case Atomic():
            return "an atomic group"
        case Repeat(mode=Mode.POSSESSIVE):
            return "a possessive repeat"
        case _:
            return ""


def _paths(node: Node) -> int:
    """How many ways there are to go through `node`, counted up to a little over `MANY_PATHS`."""
    ways = [_paths(child) for child in children(node)]
    match node:
        case Choice() | Conditional():
            return min(sum(ways), MANY_PATHS + 1)
        case Repeat():
            return _repeated(ways[0], node.minimum, node.maximum)
        case _:
            return min(prod(ways), MANY_PATHS + 1)


def _repeated(ways: int, minimum: int, maximum: int | None) -> int:
    if maximum is None:
        return MANY_PATHS + 1
    if ways == 1:
        return min(maximum - minimum + 1, MANY_PATHS + 1)
    # Two ways or more double with every round, so a handful of rounds is past the bound.
    rounds = range(minimum, min(maximum, minimum + 12) + 1)
    return min(sum(int(ways ** min(count, 12)) for count in rounds), MANY_PATHS + 1)
