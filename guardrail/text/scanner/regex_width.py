"""How long a match can be, and how much of the text an engine may look at to decide it.

All bounds hold for every path that an engine may try, not for the successful ones alone: that is what makes a
window of the text as good as the whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

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
    Folding,
    Group,
    Leaf,
    Look,
    Node,
    Repeat,
    Sequence,
    children,
    walk,
)

Width = tuple[int, int | None]

_LOOKS_RIGHT = {At.TEXT_END: 1, At.LAST_LINE_END: 2, At.LINE_END: 1, At.BOUNDARY: 1, At.NOT_BOUNDARY: 1}
_LOOKS_LEFT = {At.LINE_START: 1, At.BOUNDARY: 1, At.NOT_BOUNDARY: 1}


@dataclass(frozen=True, slots=True)
class Reach:
    """What an engine may look at from the start of a match on.

    At most `bounded + beyond` characters that no leaf in `loops` matches, and any number that one does: `loops`
    are the leaves inside of unbounded repeats. `beyond` is what lookaheads and anchors see past the match.
    """

    bounded: int = 0
    beyond: int = 0
    loops: frozenset[Leaf] = frozenset()


def width(node: Node, groups: Mapping[int, Width] | None = None) -> Width:
    """The fewest and the most characters a match consumes; a most of None is unbounded.

    `groups` are the widths of capturing groups outside of `node` that it refers to.

    >>> from guardrail.text.scanner.regex_parse import parse
    >>> width(parse("ab?(c|def)")), width(parse("a+(?!b)"))
    ((2, 5), (1, None))
    """
    return width_within(node, group_widths(node, groups))


def group_widths(node: Node, outside: Mapping[int, Width] | None = None) -> dict[int, Width]:
    """The widths of all capturing groups of `node` by number, and those in `outside`."""
    known = dict(outside or {})
    for group in _groups(node):
        known[group.number] = width_within(group.body, known)
    return known


def width_within(node: Node, groups: Mapping[int, Width]) -> Width:
    """The width of `node`, the widths of all groups being known."""
    match node:
        case Char() | CharClass() | AnyChar():
            return 1, 1
        case Anchor() | Look():
            return 0, 0
        case Backreference():
            return groups[node.number]
        case Repeat():
            low, high = width_within(node.body, groups)
            if high == 0:
                return 0, 0
            return low * node.minimum, None if high is None or node.maximum is None else high * node.maximum
        case Choice() | Conditional():
            widths = [width_within(child, groups) for child in children(node)]
            return min(low for low, _ in widths), _fold(max, (high for _, high in widths))
        case Sequence() | Group() | Atomic():
            widths = [width_within(child, groups) for child in children(node)]
            return sum(low for low, _ in widths), _fold(sum, (high for _, high in widths))


def reach(node: Node) -> Reach:
    """How far right an engine may look, from the start of a match on."""
    known: dict[int, Reach] = {}
    for group in _groups(node):
        known[group.number] = _reach(group.body, known)
    return _reach(node, known)


def looks_left(node: Node) -> int:
    """How many characters before a match decide about it: lookbehinds, boundaries, line starts."""
    if isinstance(node, Anchor):
        return _LOOKS_LEFT.get(node.at, 0)
    inner = max((looks_left(child) for child in children(node)), default=0)
    return inner + node.width if isinstance(node, Look) and not node.ahead else inner


def looks_right(node: Node) -> int | None:
    """How many characters after a match decide about it; None is unbounded."""
    most = 0
    for found in walk(node):
        if isinstance(found, Anchor):
            most = max(most, _LOOKS_RIGHT.get(found.at, 0))
        elif isinstance(found, Look) and found.ahead:
            seen = reach(found.body) if not _refers(found.body) else None
            if seen is None or seen.loops:
                return None
            most = max(most, seen.bounded + seen.beyond)
    return most


def _groups(node: Node) -> list[Group]:
    """All capturing groups, each after those inside of it and before those that may refer to it."""
    found: list[Group] = []
    _collect_groups(node, found)
    return found


def _collect_groups(node: Node, found: list[Group]) -> None:
    for child in children(node):
        if not isinstance(child, Char | CharClass):
            _collect_groups(child, found)
    if isinstance(node, Group):
        found.append(node)


def _refers(node: Node) -> bool:
    return any(isinstance(found, Backreference) for found in walk(node))


def _fold(combine: Callable[[list[int]], int], bounds: Iterable[int | None]) -> int | None:
    known = list(bounds)
    finite = [bound for bound in known if bound is not None]
    return combine(finite) if len(finite) == len(known) else None


def _reach(node: Node, groups: Mapping[int, Reach]) -> Reach:
    match node:
        case Char() | CharClass() | AnyChar():
            return Reach(bounded=1)
        case Anchor():
            return Reach(beyond=_LOOKS_RIGHT.get(node.at, 0))
        case Look():
            seen = _reach(node.body, groups)
            return Reach(0, seen.beyond + (seen.bounded if node.ahead else 0), seen.loops)
        case Backreference():
            return _reach_again(node, groups[node.number])
        case Repeat():
            seen = _reach(node.body, groups)
            if node.maximum is None:
                return Reach(0, seen.beyond, seen.loops | frozenset(_consumed(node.body)))
            return Reach(seen.bounded * node.maximum, seen.beyond, seen.loops)
        case Choice() | Conditional():
            return _joined(max, [_reach(child, groups) for child in children(node)])
        case Sequence() | Group() | Atomic():
            return _joined(sum, [_reach(child, groups) for child in children(node)])


def _joined(combine: Callable[[list[int]], int], parts: list[Reach]) -> Reach:
    bounded = combine([part.bounded for part in parts])
    return Reach(
        bounded,
        max((part.beyond for part in parts), default=0),
        frozenset[Leaf]().union(*(part.loops for part in parts)),
    )


def _reach_again(node: Backreference, group: Reach) -> Reach:
    """A group's text once more; in another letter case it may leave the loops that made it."""
    if group.loops and node.folding is not Folding.NONE:
        return Reach(group.bounded, 0, frozenset({AnyChar(newline=True)}))
    return Reach(group.bounded)


def _consumed(node: Node) -> Iterator[Leaf]:
    """Leaves that match every character which `node` may consume; lookarounds consume none."""
    match node:
        case Char() | CharClass() | AnyChar():
            yield node
        case Backreference():
            yield AnyChar(newline=True)
        case Look():
            return
        case _:
            for child in children(node):
                yield from _consumed(child)
