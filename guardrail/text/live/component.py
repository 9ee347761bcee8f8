"""What the live automaton is made of: components that follow the threads of one kind of match.

A thread is one way to go on with a match that has begun. A component says which threads a character begins and where
a thread goes on that character; it may follow more than can become a match, never less.
"""

from __future__ import annotations

from collections.abc import Hashable
from enum import Enum
from typing import Final, Protocol, TypeAlias

Thread: TypeAlias = Hashable
"""A thread as its own component knows it."""

NO_TAIL: Final = -1


class Rendering(Enum):
    """What a component is shown of a character: a view's rendering of it, or the character as it came."""

    FOLDED = 0
    CLEAN = 1
    RAW = 2


class Component(Protocol):
    """Follows the threads of one kind of match; immutable but for bounded memos."""

    @property
    def rendering(self) -> Rendering:
        """What it is shown."""

    @property
    def sensitive(self) -> bool:
        """Whether a mark that composes with a character may revive a thread that the bare character ended."""

    @property
    def tails(self) -> tuple[int, ...]:
        """For each number in an accept, how many characters a match waits for, the next one included."""

    def begin(self, before: int, character: str) -> tuple[Thread, ...]:
        """The threads of matches that begin with `character`, the flags of what stands before it given."""

    def go_on(self, thread: Thread, before: int, character: str) -> tuple[tuple[Thread, ...], int]:
        """Where a thread is behind `character`; and, where it was a whole match before it, the place of its tail."""
