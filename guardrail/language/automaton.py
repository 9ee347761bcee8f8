"""The LALR automaton: a stack of states and what was built on it. It never raises: a token fits or it does not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from guardrail.language.tables import Tables
from guardrail.language.tokens import Token


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Node:
    """A node of the parse tree: named after its grammar rule, `start` and `end` are code-point offsets."""

    name: str
    children: list[Child]
    start: int
    end: int


Child: TypeAlias = Node | Token | None


class Automaton:
    """Reads tokens one at a time.

    A token that does not fit leaves the stack as it was after the last one that did, so recovery sees exactly what
    stands before the mistake.
    """

    __slots__ = ("_ends", "_starts", "_tables", "states", "values")

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self.states: list[int] = [tables.start]
        self.values: list[Node | Token] = []
        self._starts: list[int] = []
        self._ends: list[int] = []

    # ------------------------------------------------------------------ reading

    def feed(self, token: Token) -> bool:
        """Read `token` if it fits; after `$END` the finished tree is `values[0]`."""
        terminal = self.terminal(token)
        action = self._tables.states[self.states[-1]].get(terminal)
        if action is None:
            return False
        if action < 0 and not self._fits(self.states, terminal):
            return False
        while action is not None and action < 0:
            self._reduce(-1 - action)
            if terminal == "$END" and self.states[-1] == self._tables.end:
                return True
            action = self._tables.states[self.states[-1]].get(terminal)
        if action is None:
            return False
        self.states.append(action)
        self.values.append(token if token.kind == terminal else Token(terminal, token.text, token.start, token.end))
        self._starts.append(token.start)
        self._ends.append(token.end)
        return True

    def terminal(self, token: Token) -> str:
        """What `token` is here: a word is a keyword only where the stack has a use for it as one."""
        return self._terminal_on(self.states, token)

    def accepted(self) -> list[str]:
        """The terminals that would fit now, in name order, `$END` among them."""
        row = self._tables.states[self.states[-1]]
        terminals = (symbol for symbol in row if symbol.isupper())
        return sorted(terminal for terminal in terminals if self._fits(self.states, terminal))

    def accepts(self, terminal: str) -> bool:
        """Whether `terminal` would fit now."""
        return self._fits(self.states, terminal)

    def accepts_at(self, height: int, terminal: str) -> bool:
        """Whether `terminal` would fit if only the lowest `height` values were there."""
        return self._fits(self.states[: height + 1], terminal)

    def try_out(self, tokens: Iterable[Token], height: int | None = None) -> int:
        """How many of `tokens` would fit one after the other, from the stack cut to `height`."""
        states = self.states[:] if height is None else self.states[: height + 1]
        count = 0
        for token in tokens:
            terminal = self._terminal_on(states, token)
            if not self._fits(states, terminal):
                break
            self._advance(states, terminal)
            count += 1
        return count

    def settle(self) -> None:
        """Make nodes of what is complete whatever may follow, so that the stack shows only what is still open."""
        while True:
            actions = set(self._tables.states[self.states[-1]].values())
            action = actions.pop()
            if actions or action >= 0:
                return
            self._reduce(-1 - action)

    def cut(self, height: int) -> None:
        """Forget all but the lowest `height` values."""
        del self.states[height + 1 :]
        del self.values[height:]
        del self._starts[height:]
        del self._ends[height:]

    # ------------------------------------------------------------------ the machine

    def _terminal_on(self, states: list[int], token: Token) -> str:
        if token.kind != "NAME":
            return token.kind
        keyword = self._tables.keywords.get(token.text)
        row = self._tables.states[states[-1]]
        if keyword is None or "NAME" not in row:
            return keyword or "NAME"
        action = row.get(keyword)
        if action is None:
            return "NAME"
        # Where states were merged a keyword may be listed that cannot follow here, as `request` after a field's domain.
        return keyword if action >= 0 or self._fits(states, keyword) else "NAME"

    def _fits(self, states: list[int], terminal: str) -> bool:
        """Whether `terminal` is shifted after the reductions it asks for; a merged state may promise too much."""
        action = self._tables.states[states[-1]].get(terminal)
        if action is None or action >= 0:
            return action is not None
        return self._advance(states[:], terminal)

    def _advance(self, states: list[int], terminal: str) -> bool:
        while True:
            action = self._tables.states[states[-1]].get(terminal)
            if action is None:
                return False
            if action >= 0:
                states.append(action)
                return True
            rule = self._tables.rules[-1 - action]
            del states[-rule.size :]
            states.append(self._tables.states[states[-1]][rule.origin])
            if terminal == "$END" and states[-1] == self._tables.end:
                return True

    def _reduce(self, number: int) -> None:
        rule = self._tables.rules[number]
        size = rule.size
        values = self.values[-size:]
        start, end = self._starts[-size], self._ends[-1]
        self.cut(len(self.values) - size)
        self.states.append(self._tables.states[self.states[-1]][rule.origin])
        self.values.append(_shape(rule.name, rule.single, rule.children, values, start, end))
        self._starts.append(start)
        self._ends.append(end)


def _shape(
    name: str, single: bool, places: tuple[int | None, ...], values: list[Node | Token], start: int, end: int
) -> Node | Token:
    children: list[Child] = []
    for place in places:
        if place is None:
            children.append(None)
        elif place >= 0:
            children.append(values[place])
        else:
            inner = values[-1 - place]
            assert isinstance(inner, Node)
            # A list's node is its items so far and one more: taking its children over keeps long lists linear.
            if children:
                children.extend(inner.children)
            else:
                children = inner.children
    if single and len(children) == 1 and children[0] is not None:
        return children[0]
    return Node(name, children, start, end)
