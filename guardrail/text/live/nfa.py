"""A regular expression as a nondeterministic automaton that follows more paths than the expression, never fewer.

Lookarounds, atomic groups and possessive repeats are let pass, a backreference is its group's length of anything, and
a repeat that would take too many copies becomes an open one. Anchors are tested where both neighbours are known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from guardrail.text.live.kinds import AT_START, LINE, WORD
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
    Leaf,
    Look,
    Node,
    Repeat,
    Sequence,
)
from guardrail.text.scanner.regex_width import Width, group_widths, width_within

MOST_PLACES: Final = 4_000
"""Places of one expression's automaton; repeats beyond that are opened."""


@dataclass(slots=True)
class Place:
    """Where a path may stand: what it may consume there, where it may go without, and under which anchors."""

    leaf: Leaf | None = None
    after: int = -1
    free: list[int] = field(default_factory=list)
    anchored: list[tuple[At, int]] = field(default_factory=list)


@dataclass(slots=True)
class Graph:
    """The places of one expression; a path that reaches `end` has matched."""

    places: list[Place] = field(default_factory=list)
    start: int = 0
    end: int = 0

    def add(self) -> int:
        """A new place."""
        self.places.append(Place())
        return len(self.places) - 1


def build_graph(tree: Node) -> Graph:
    """The automaton of an expression.

    >>> from guardrail.text.scanner.regex_parse import parse
    >>> len(build_graph(parse("ab?")).places)
    6
    """
    graph = Graph()
    graph.start = graph.add()
    graph.end = _Builder(graph, group_widths(tree)).build(tree, graph.start)
    return graph


@dataclass(slots=True)
class _Builder:
    graph: Graph
    widths: Mapping[int, Width]

    def build(self, node: Node, start: int) -> int:
        """Add the paths of `node` from `start`; returns where they end."""
        match node:
            case Char() | CharClass() | AnyChar():
                return self._consume(node, start)
            case Anchor(at):
                end = self.graph.add()
                self.graph.places[start].anchored.append((at, end))
                return end
            case Sequence(items):
                for item in items:
                    start = self.build(item, start)
                return start
            case Choice(options):
                return self._either(options, start)
            case Conditional(_, yes, no):
                return self._either((yes, no), start)
            case Group(body, _) | Atomic(body):
                return self.build(body, start)
            case Look():
                return start
            case Backreference(number):
                low, high = self.widths[number]
                return self._repeat(AnyChar(newline=True), low, high, start)
            case Repeat(body, minimum, maximum):
                return self._repeat(body, minimum, maximum, start)

    def _consume(self, leaf: Leaf, start: int) -> int:
        place, end = self.graph.add(), self.graph.add()
        self.graph.places[start].free.append(place)
        self.graph.places[place].leaf, self.graph.places[place].after = leaf, end
        return end

    def _either(self, options: Iterable[Node], start: int) -> int:
        end = self.graph.add()
        for option in options:
            begin = self.graph.add()
            self.graph.places[start].free.append(begin)
            self.graph.places[self.build(option, begin)].free.append(end)
        return end

    def _repeat(self, body: Node, minimum: int, maximum: int | None, start: int) -> int:
        if max(minimum, maximum or 0) * _size(body) + len(self.graph.places) > MOST_PLACES:
            minimum, maximum = min(minimum, 1), None
        for _ in range(minimum):
            start = self.build(body, start)
        end = self.graph.add()
        self.graph.places[start].free.append(end)
        if maximum is None:
            self.graph.places[self.build(body, end)].free.append(end)
            return end
        for _ in range(maximum - minimum):
            start = self.build(body, start)
            self.graph.places[start].free.append(end)
        return end


def _size(node: Node) -> int:
    match node:
        case Repeat(body, minimum, maximum):
            return 1 + _size(body) * max(minimum, maximum or 1, 1)
        case Sequence(items) | Choice(items):
            return 2 + sum(map(_size, items))
        case Group(body, _) | Atomic(body):
            return _size(body)
        case Conditional(_, yes, no):
            return 2 + _size(yes) + _size(no)
        case _:
            return 2


def holds(at: At, before: int, character: str, kind: int) -> bool:
    """Whether an anchor may hold between what `before` describes and `character`, whose flags are `kind`."""
    match at:
        case At.TEXT_START:
            return bool(before & AT_START)
        case At.LINE_START:
            return bool(before & (AT_START | LINE))
        case At.TEXT_END:
            return False
        case At.LINE_END | At.LAST_LINE_END:
            return character == "\n"
        case At.BOUNDARY:
            return bool((before ^ kind) & WORD)
        case At.NOT_BOUNDARY:
            return not (before ^ kind) & WORD


def width_of(tree: Node) -> int | None:
    """The widest match, in characters; None where there is no bound."""
    return width_within(tree, group_widths(tree))[1]
