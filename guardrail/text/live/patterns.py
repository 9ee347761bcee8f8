"""Regular expressions as threads: where in each of them a match that has begun may stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from guardrail.text.live.component import NO_TAIL, Rendering, Thread
from guardrail.text.live.kinds import kind_of
from guardrail.text.live.nfa import Graph, build_graph, holds, width_of
from guardrail.text.requests import ViewName
from guardrail.text.scanner.regex_chars import ascii_members, beyond_ascii
from guardrail.text.scanner.regex_parse import parse
from guardrail.text.scanner.regex_spell import spell_tree
from guardrail.text.scanner.regex_tree import (
    Anchor,
    AnyChar,
    Backreference,
    Char,
    CharClass,
    Folding,
    Leaf,
    Look,
    Node,
    Sequence,
    walk,
)
from guardrail.text.scanner.regex_tree import At as Anchored
from guardrail.text.scanner.regex_width import looks_left, reach

_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


@dataclass(frozen=True, slots=True)
class Watched:
    """An expression to follow, in one view. `after`: how many characters behind its match its check looks at.

    `tail` is an expression for what may stand behind it and decide as well, `closing` one that ends the waiting.
    """

    expression: str
    view: ViewName
    after: int = 1
    tail: str = ""
    closing: str = ""

    @property
    def tree(self) -> Node:
        """The expression with its tail."""
        tree = parse(self.expression)
        return Sequence((tree, parse(self.tail))) if self.tail else tree


_PLACES: Final = 1 << 16
"""More than any expression has: a path of expression `n` at place `p` is the thread `n * _PLACES + p`."""


class Patterns:
    """All expressions over one view.

    >>> patterns = Patterns([Watched("ab?", ViewName.RAW)], Rendering.RAW)
    >>> [thread] = patterns.begin(0, "a")
    >>> patterns.go_on(thread, 0, "x")
    ((), 0)
    """

    sensitive: bool

    def __init__(self, watched: Iterable[Watched], rendering: Rendering) -> None:
        self.rendering = rendering
        watched = tuple(watched)
        trees = [one.tree for one in watched]
        self._graphs = list(map(build_graph, trees))
        self.tails = tuple(max(one.after, looks_right(tree)) for one, tree in zip(watched, trees, strict=True))
        self.closes: dict[int, int] = {}
        for number, one in enumerate(watched):
            if one.closing:
                closing = parse(one.closing)
                self.closes[len(self._graphs)] = number
                self._graphs.append(build_graph(closing))
                self.tails += (looks_right(closing),)
        self.sensitive = rendering is not Rendering.RAW and any(map(_is_sensitive, trees))
        self.on_text_start = any(_on_text_start(graph) for graph in self._graphs)
        self.before = max(map(looks_left, trees), default=0)
        self._exits: dict[int, _Exits] = {}

    def begin(self, before: int, character: str) -> tuple[Thread, ...]:
        """Where each expression may stand behind its first character."""
        found: list[Thread] = []
        for number, graph in enumerate(self._graphs):
            found += self._exits_of(number * _PLACES + graph.start).through(before, character)[0]
        return tuple(found)

    def go_on(self, thread: Thread, before: int, character: str) -> tuple[tuple[Thread, ...], int]:
        """Where one path may stand behind `character`, and whether it had matched before it."""
        assert isinstance(thread, int)
        further, matched = self._exits_of(thread).through(before, character)
        return further, thread // _PLACES if matched else NO_TAIL

    def _exits_of(self, thread: int) -> _Exits:
        found = self._exits.get(thread)
        if found is None:
            number, place = divmod(thread, _PLACES)
            found = self._exits[thread] = _Exits.of(self._graphs[number], number * _PLACES, place)
        return found


class Members(dict[str, bool]):
    """Which characters a leaf takes, each worked out when it is first asked for."""

    __slots__ = ("leaf",)

    def __init__(self, leaf: Leaf) -> None:
        super().__init__()
        self.leaf = leaf

    def __missing__(self, character: str) -> bool:
        taken = self[character] = takes(self.leaf, character)
        return taken


@lru_cache(maxsize=8_192)
def members_of(leaf: Leaf) -> Members:
    """The members of a leaf, shared by all places that consume it."""
    return Members(leaf)


@dataclass(slots=True)
class _Exits:
    """What a path at one place may do, the places it reaches freely included; `first` is its expression's thread 0.

    `literal` are moves on one character, `others` those on a class; `guarded` where some lie behind an anchor.
    """

    graph: Graph
    first: int
    place: int
    guarded: bool
    literal: dict[str, list[int]]
    others: list[tuple[Members, int]]
    matched: bool

    @classmethod
    def of(cls, graph: Graph, first: int, place: int) -> _Exits:
        """The exits of a place."""
        literal: dict[str, list[int]] = {}
        others: list[tuple[Members, int]] = []
        guarded = matched = False
        for reached in _closure(graph, place, None):
            known = graph.places[reached]
            guarded = guarded or bool(known.anchored)
            matched = matched or reached == graph.end
            if isinstance(known.leaf, Char) and known.leaf.folding is Folding.NONE:
                literal.setdefault(known.leaf.char, []).append(first + known.after)
            elif known.leaf is not None:
                others.append((members_of(known.leaf), first + known.after))
        return cls(graph, first, place, guarded, literal, others, matched)

    def through(self, before: int, character: str) -> tuple[tuple[Thread, ...], bool]:
        """The paths behind `character`, and whether the path had matched before it."""
        if self.guarded:
            return self._guarded_through(before, character)
        further: list[Thread] = [*self.literal.get(character, ())]
        further += [thread for members, thread in self.others if members[character]]
        return tuple(further), self.matched

    def _guarded_through(self, before: int, character: str) -> tuple[tuple[Thread, ...], bool]:
        found: list[Thread] = []
        matched = False
        for reached in _closure(self.graph, self.place, (before, character)):
            known = self.graph.places[reached]
            matched = matched or reached == self.graph.end
            if known.leaf is not None and members_of(known.leaf)[character]:
                found.append(self.first + known.after)
        return tuple(found), matched


def _closure(graph: Graph, place: int, between: tuple[int, str] | None) -> Iterator[int]:
    """The places reached without consuming; behind anchors only where `between` lets them hold."""
    seen = {place}
    waiting = [place]
    while waiting:
        reached = waiting.pop()
        yield reached
        known = graph.places[reached]
        ways = list(known.free)
        if between is not None:
            before, character = between
            ways += [way for at, way in known.anchored if holds(at, before, character, kind_of(character))]
        for way in ways:
            if way not in seen:
                seen.add(way)
                waiting.append(way)


def takes(leaf: Leaf, character: str) -> bool:
    """Whether a leaf matches a character, as Python's `re` decides."""
    if isinstance(leaf, AnyChar):
        return leaf.newline or character != "\n"
    if isinstance(leaf, Char) and leaf.folding is Folding.NONE:
        return leaf.char == character
    return _compiled(leaf).fullmatch(character) is not None


@lru_cache(maxsize=2_048)
def _compiled(leaf: Leaf) -> re.Pattern[str]:
    return re.compile(spell_tree(leaf))


def looks_right(tree: Node) -> int:
    """How many characters behind a match its lookaheads see; 1 at least, since a mark may join its last character.

    A lookahead without a bound counts as one of 8,192 characters.
    """
    most = 1
    for node in walk(tree):
        if isinstance(node, Anchor) and node.at is Anchored.LAST_LINE_END:
            # `$` holds before a line break that ends the text: what follows that tells.
            most = max(most, 2)
        if isinstance(node, Look) and node.ahead:
            seen = reach(tree) if _refers(node) else reach(node.body)
            most = max(most, UNBOUNDED if seen.loops else seen.bounded + seen.beyond)
    return most


UNBOUNDED: Final = 8_192
"""What a stream waits for at most where no bound is known."""


def _refers(node: Node) -> bool:
    return any(isinstance(found, Backreference) for found in walk(node))


def _on_text_start(graph: Graph) -> bool:
    return any(at is Anchored.TEXT_START for place in graph.places for at, _ in place.anchored)


def _is_sensitive(tree: Node) -> bool:
    """Whether some leaf takes a letter with a mark that it does not take without."""
    for leaf in walk(tree):
        if isinstance(leaf, Char | CharClass) and not _LETTERS.issubset(ascii_members(leaf)):
            beyond = beyond_ascii(leaf)
            composed = beyond.folded or "w" in beyond.categories or any(high >= 0xC0 for _, high in beyond.ranges)
            if composed and not _only_case_variants(leaf):
                return True
    return False


def _only_case_variants(leaf: Char | CharClass) -> bool:
    """Whether all it takes beyond ASCII are other cases of ASCII letters, as `(?i)k` takes the Kelvin sign."""
    ranges = beyond_ascii(leaf).ranges
    variants = {0x130, 0x131, 0x17F, 0x212A}
    return leaf.folding is not Folding.NONE and all(low == high and low in variants for low, high in ranges)


def pattern_components(watched: Iterable[Watched]) -> list[Patterns]:
    """A component for each view that some expression looks at."""
    by_view: dict[Rendering, list[Watched]] = {}
    for one in watched:
        rendering = Rendering.RAW if one.view is ViewName.RAW else Rendering.CLEAN
        group = by_view.setdefault(rendering, [])
        if one not in group:
            group.append(one)
    return [Patterns(group, rendering) for rendering, group in by_view.items()]


def widest(watched: Watched) -> int | None:
    """How many characters a match and what it waits for take at most; None without a bound."""
    tree = watched.tree
    width = width_of(tree)
    if watched.closing:
        return watched.after
    return None if width is None else width + max(watched.after, looks_right(tree))
