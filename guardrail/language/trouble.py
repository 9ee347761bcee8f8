"""A token that does not fit, with all that recovery looks at, and the repair that makes reading go on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Source, Span
from guardrail.language.automaton import Automaton, Node
from guardrail.language.tables import Tables
from guardrail.language.tokens import Token
from guardrail.language.words import describe_expected

PlaceKind: TypeAlias = Literal["file", "declaration", "request", "test", "policy", "stage", "rule"]
STAGES = frozenset({"INPUT", "OUTPUT", "RETRIEVAL", "TOOL_CALL", "TOOL_RESULT"})
_OPENERS: dict[str, PlaceKind] = {
    "RULE": "rule",
    "POLICY": "policy",
    "TEST": "test",
    "REQUEST": "request",
    "IMPORT": "declaration",
    "LIST": "declaration",
    "TEXT": "declaration",
    "TOOLS": "declaration",
}
# The same keywords inside other clauses: `drop rule x`, `given request {`, `expect text "…"`.
_NOT_AFTER = {"RULE": "DROP", "REQUEST": "GIVEN", "TEXT": "EXPECT"}


@dataclass(frozen=True, slots=True)
class Place:
    """The innermost block or declaration that is being read.

    `height` is how many values stand below its first word, `body` how many up to and with its `{` (None in front of
    it), `opening` the `{`.
    """

    kind: PlaceKind
    height: int
    start: int
    body: int | None = None
    opening: Token | None = None


@dataclass(frozen=True)
class Trouble:
    """What recovery knows: the tokens, where reading stopped, and the automaton as it was after the last good one."""

    source: Source
    tables: Tables
    automaton: Automaton
    tokens: list[Token]
    index: int
    place: Place

    @property
    def token(self) -> Token:
        """The token that does not fit."""
        return self.tokens[self.index]

    @property
    def previous(self) -> Token | None:
        """The token before it."""
        return self.tokens[self.index - 1] if self.index else None

    @property
    def span(self) -> Span:
        """Where the token stands."""
        return self.span_of(self.token)

    @cached_property
    def accepted(self) -> frozenset[str]:
        """The terminals that would fit."""
        return frozenset(self.automaton.accepted())

    @cached_property
    def expected(self) -> str:
        """The same in words."""
        return describe_expected(self.accepted, self.tables.keywords, self.tables.marks)

    @cached_property
    def keywords(self) -> tuple[str, ...]:
        """The keywords that would fit, as they are written."""
        return tuple(word for word, terminal in self.tables.keywords.items() if terminal in self.accepted)

    def span_of(self, token: Token) -> Span:
        """Where any token stands."""
        return Span(self.source.name, token.start, token.end)

    def new(self, kind: str, text: str, like: Token | None = None) -> Token:
        """A token that stands for `like`, by default for the one that does not fit."""
        like = like or self.token
        return Token(kind, text, like.start, like.end, like.first)

    def word(self, text: str, like: Token | None = None) -> Token:
        """A keyword, sign or name in the place of `like`."""
        comparison = text.strip("<>=!") == "" and text != "="
        kind = "CMP" if comparison else self.tables.marks.get(text, "NAME")
        return self.new(kind, text, like)

    def fits(self, replacement: Iterable[Token], skip: int, ahead: int = 1, height: int | None = None) -> bool:
        """Whether `replacement`, and `ahead` tokens after the `skip` ones that it replaces, could be read."""
        new = list(replacement)
        rest = self.tokens[self.index + skip : self.index + skip + ahead]
        return self.automaton.try_out([*new, *rest], height) == len(new) + len(rest)


@dataclass(frozen=True, slots=True)
class Repair:
    """Read `tokens` instead of the next `skip` ones, from a stack cut to `height`, and report `diagnostic`."""

    diagnostic: Diagnostic
    tokens: tuple[Token, ...] = ()
    skip: int = 1
    height: int | None = None


Slip: TypeAlias = Callable[[Trouble], Repair | None]
"""A kind of mistake: it knows whether this is one, and what was meant."""


def find_place(automaton: Automaton) -> Place:
    """The innermost block or declaration, read off the words on the stack that no rule has taken up yet."""
    values = automaton.values
    for height in range(len(values) - 1, -1, -1):
        value = values[height]
        if isinstance(value, Node):
            continue
        kind = _place_kind(values, height)
        if kind is None:
            continue
        body = next((h for h in range(height, len(values)) if _is(values[h], "LBRACE")), None)
        opening = values[body] if body is not None else None
        assert not isinstance(opening, Node)
        first = height
        while first and kind == "rule" and _is(values[first - 1], "OVERRIDE", "OVERRIDABLE"):
            first -= 1
        begin = values[first]
        return Place(kind, first, begin.start, None if body is None else body + 1, opening)
    return Place("file", 0, 0)


def _place_kind(values: list[Node | Token], height: int) -> PlaceKind | None:
    value = values[height]
    assert isinstance(value, Token)
    before = values[height - 1] if height else None
    if value.kind in _NOT_AFTER and isinstance(before, Token) and before.kind == _NOT_AFTER[value.kind]:
        return None
    if value.kind == "ON":
        after = values[height + 1] if height + 1 < len(values) else None
        staged = after.name == "stage_name" if isinstance(after, Node) else after is not None and after.kind in STAGES
        return "stage" if staged else None
    return _OPENERS.get(value.kind)


def _is(value: Node | Token, *kinds: str) -> bool:
    return isinstance(value, Token) and value.kind in kinds
