"""The live automaton: all components in one, made deterministic state by state as texts ask for it.

A state holds the threads that are alive, in groups: the threads of one group belong to matches that began at the same
character, the groups stand in the order of their beginnings. So a step tells exactly where the earliest match that may
still become one has begun. A thread that several groups would hold belongs to the earliest.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

from guardrail.text.characters import is_ignorable
from guardrail.text.folding import clean, fold
from guardrail.text.live.component import NO_TAIL, Component, Rendering, Thread
from guardrail.text.live.kinds import AT_START, kind_of

MOST_EDGES: Final = 60_000
"""Steps that are remembered; when there are more, all are forgotten."""

NEW: Final = -1
"""In a change: the group of matches that begin with the character."""

CLEARED: Final = 0
FRESH: Final = 1
MOVED: Final = 2

Change: TypeAlias = tuple[int, tuple[int, ...], tuple[tuple[int, int], ...]]
"""What a step does to the beginnings: none are left (CLEARED), one new one (FRESH), or those at the given places of the
old ones (MOVED, NEW for the character's own); then the matches that were whole before it, as the place of their
beginning and the number of their tail."""

Edge: TypeAlias = "tuple[State, Change | None]"
Owned: TypeAlias = tuple[int, Thread]
"""A thread with the place of its component."""
Groups: TypeAlias = tuple[frozenset[Owned], ...]
Kinds: TypeAlias = tuple[int, ...]

RENDERINGS: Final = tuple(Rendering)


class State(dict[str, "Edge"]):
    """A state and the steps from it that were asked for: `state[character]`."""

    __slots__ = ("automaton", "groups", "kinds")

    def __init__(self, automaton: Automaton, groups: Groups, kinds: Kinds) -> None:
        super().__init__()
        self.automaton = automaton
        self.groups = groups
        self.kinds = kinds

    def __missing__(self, character: str) -> Edge:
        edge = self[character] = self.automaton.grow(self, character)
        return edge


class Automaton:
    """Immutable but for its memo, which is bounded; shared among streams and threads.

    >>> from guardrail.text.live.words import Words
    >>> automaton = Automaton([Words(["globex"], whole_words=True, plurals=False)])
    >>> state, change = automaton.start["G"]
    >>> len(state.groups), change
    (1, (1, (-1,), ()))
    """

    def __init__(self, components: Sequence[Component]) -> None:
        self.components = tuple(components)
        self.sensitive = any(component.sensitive for component in components)
        self.tails: tuple[int, ...] = ()
        self.closes: dict[int, int] = {}
        self._first_tail: list[int] = []
        for component in components:
            first = len(self.tails)
            self._first_tail.append(first)
            self.closes |= {first + a: first + b for a, b in getattr(component, "closes", {}).items()}
            self.tails += component.tails
        self._forget()

    def _forget(self) -> None:
        """Start with an empty memo; streams keep the states they stand in."""
        self._states: dict[tuple[Groups, Kinds], State] = {}
        self._begun: dict[tuple[int, int, str], tuple[Thread, ...]] = {}
        self._gone: dict[tuple[int, Thread, int, str], tuple[tuple[Thread, ...], int]] = {}
        self._edges = 0
        self.start = State(self, (), (AT_START,) * len(RENDERINGS))

    def grow(self, state: State, character: str) -> Edge:
        """Work out one step; threads that race work it out twice, equal."""
        self._edges += 1
        if self._edges > MOST_EDGES:
            self._forget()
        owners = {thread: place for place, group in enumerate(state.groups) for thread in group}
        further, accepts, kinds = self.advance(owners, state.kinds, renderings(character), len(state.groups))
        order = sorted(set(further.values()))
        groups = tuple(frozenset(t for t, owner in further.items() if owner == place) for place in order)
        mapping = tuple(NEW if place == len(state.groups) else place for place in order)
        told = tuple(sorted({(NEW if p == len(state.groups) else p, tail) for p, tail in accepts}))
        return self.state(groups, kinds), _change(mapping, told, len(state.groups))

    def state(self, groups: Groups, kinds: Kinds) -> State:
        """The state of these groups."""
        found = self._states.get((groups, kinds))
        if found is None:
            found = self._states.setdefault((groups, kinds), State(self, groups, kinds))
        return found

    def advance(
        self, threads: dict[Owned, int], kinds: Kinds, shown: Sequence[str], own: int
    ) -> tuple[dict[Owned, int], list[tuple[int, int]], Kinds]:
        """The threads behind what each rendering shows of a character, and those that had matched.

        `threads` maps each to the place (or the position) of its beginning, the smaller the earlier; new ones get
        `own`, which must be greater.
        """
        by_component: list[dict[Thread, int]] = [{} for _ in self.components]
        for (place, thread), owner in threads.items():
            by_component[place][thread] = owner
        further: dict[Owned, int] = {}
        accepts: list[tuple[int, int]] = []
        for place, component in enumerate(self.components):
            before = kinds[component.rendering.value]
            alive = by_component[place]
            for character in shown[component.rendering.value]:
                alive = self._step(place, alive, before, character, own, accepts)
                before = kind_of(character)
            for thread, owner in alive.items():
                further[place, thread] = owner
        return further, accepts, _kinds_behind(kinds, shown)

    def _step(
        self,
        place: int,
        alive: dict[Thread, int],
        before: int,
        character: str,
        own: int,
        accepts: list[tuple[int, int]],
    ) -> dict[Thread, int]:
        further: dict[Thread, int] = {}
        for thread, owner in alive.items():
            targets, tail = self._go_on(place, thread, before, character)
            if tail != NO_TAIL:
                accepts.append((owner, self._first_tail[place] + tail))
            for target in targets:
                if further.get(target, own) >= owner:
                    further[target] = owner
        for target in self._begin(place, before, character):
            further.setdefault(target, own)
        return further

    def _begin(self, place: int, before: int, character: str) -> tuple[Thread, ...]:
        key = place, before, character
        found = self._begun.get(key)
        if found is None:
            found = self._begun[key] = self.components[place].begin(before, character)
        return found

    def _go_on(self, place: int, thread: Thread, before: int, character: str) -> tuple[tuple[Thread, ...], int]:
        key = place, thread, before, character
        found = self._gone.get(key)
        if found is None:
            if len(self._gone) > MOST_EDGES:
                self._gone = {}
            found = self._gone[key] = self.components[place].go_on(thread, before, character)
        return found


def renderings(character: str) -> tuple[str, ...]:
    """What each rendering shows of a character, or of a cluster of them."""
    if character.isascii():
        return character.lower(), character, character
    if len(character) == 1 and is_ignorable(character):
        return "", "", character
    return fold(character), clean(character), character


def _kinds_behind(kinds: Kinds, shown: Sequence[str]) -> Kinds:
    return tuple(kind_of(text[-1]) if text else kind for text, kind in zip(shown, kinds, strict=True))


def _change(mapping: tuple[int, ...], accepts: tuple[tuple[int, int], ...], groups: int) -> Change | None:
    if not accepts:
        if mapping == tuple(range(groups)):
            return None
        if not mapping:
            return CLEARED, (), ()
        if mapping == (NEW,):
            return FRESH, mapping, ()
    return MOVED, mapping, accepts
