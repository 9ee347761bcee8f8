"""The texts of one provider's stream, each with a session of its own."""

from __future__ import annotations

from collections.abc import Callable, Generator, Hashable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from guardrail.decision import Action, Decision
from guardrail.engine.needs import Answers, Need
from guardrail.engine.stream.session import Session

Key = TypeVar("Key", bound=Hashable)


@dataclass(slots=True)
class Channel:
    """One text: its session, and the last chunk that carried a piece of it."""

    session: Session
    last: Any


class Channels(Generic[Key]):
    """Texts by a key whose index `index_of` tells; decisions about tool calls stand beside theirs."""

    __slots__ = ("_index_of", "_make", "found", "tools")

    def __init__(self, make: Callable[[], Session], index_of: Callable[[Key], int]) -> None:
        self._make = make
        self._index_of = index_of
        self.found: dict[Key, Channel] = {}
        self.tools: dict[Hashable, Decision] = {}

    def take(self, key: Key, text: str, chunk: Any) -> Generator[Need, Answers, str]:
        """Lead a piece of text through its session; gives what may be shown."""
        channel = self.found.get(key)
        if channel is None:
            channel = self.found[key] = Channel(self._make(), chunk)
        channel.last = chunk
        given = channel.session.accept(text)
        return given + (yield from channel.session.judge()) if channel.session.is_due else given

    def end(self, key: Key) -> Generator[Need, Answers, str]:
        """A text has ended; gives the rest of it."""
        return (yield from self.found[key].session.conclude())

    def is_cut(self, key: Key) -> bool:
        """Whether a text was blocked."""
        channel = self.found.get(key)
        decision = None if channel is None else channel.session.decision
        return decision is not None and decision.action >= Action.REASK

    @property
    def decisions(self) -> Mapping[int, Decision]:
        """The strictest decision about the texts and tool calls of each index."""
        made: dict[int, Decision] = {}
        for key, channel in self.found.items():
            if channel.session.decision is not None:
                _keep_strictest(made, self._index_of(key), channel.session.decision)
        return made

    @property
    def decision(self) -> Decision | None:
        """The strictest decision, once all texts have ended."""
        made = [channel.session.decision for channel in self.found.values()]
        known = [decision for decision in made if decision is not None]
        if len(known) < len(made):
            return None
        return max((*known, *self.tools.values()), key=lambda decision: decision.action.rank, default=None)

    @property
    def are_all_cut(self) -> bool:
        """Whether every text so far was blocked."""
        return bool(self.found) and all(map(self.is_cut, self.found))


def _keep_strictest(made: dict[int, Decision], index: int, decision: Decision) -> None:
    if index not in made or made[index].action < decision.action:
        made[index] = decision
