"""A regular expression as a tree. Flags are resolved: every leaf says itself how it treats case and Unicode.

The syntax is that of Python's `re` for `str` patterns (library reference, "Regular Expression Syntax").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Literal, TypeAlias


class RegexProblem(Exception):
    """An expression that cannot be used: what is wrong in our words, and the offset (from 0) where."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.message, self.position = message, position


class Folding(Enum):
    """How a leaf treats letter case: `(?i)` folds over all of Unicode, `(?ai)` over ASCII."""

    NONE = "none"
    ASCII = "ascii"
    UNICODE = "unicode"


class At(Enum):
    """Where an anchor holds."""

    TEXT_START = "text start"
    TEXT_END = "text end"
    LAST_LINE_END = "last line end"
    """The end of the text, or before its final newline: what `$` means without `(?m)`."""
    LINE_START = "line start"
    LINE_END = "line end"
    BOUNDARY = "boundary"
    NOT_BOUNDARY = "not boundary"


class Mode(Enum):
    """What a repeat tries first, and whether it gives back."""

    GREEDY = ""
    LAZY = "?"
    POSSESSIVE = "+"


@dataclass(frozen=True, slots=True)
class Range:
    """Code points `low` to `high`, both included."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Category:
    """`\\d`, `\\s`, `\\w` or, negated, `\\D`, `\\S`, `\\W`; `ascii` under `(?a)`."""

    kind: Literal["d", "s", "w"]
    negated: bool
    ascii: bool


ClassItem: TypeAlias = Range | Category


@dataclass(frozen=True, slots=True)
class Char:
    """One literal character."""

    char: str
    folding: Folding


@dataclass(frozen=True, slots=True)
class CharClass:
    """`[...]`, or a category on its own."""

    items: tuple[ClassItem, ...]
    negated: bool
    folding: Folding


@dataclass(frozen=True, slots=True)
class AnyChar:
    """`.`; `newline` under `(?s)`."""

    newline: bool


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place between characters; `ascii` says how a boundary reads `\\w`."""

    at: At
    ascii: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """One after the other; empty for the empty expression."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """`a|b`, tried in order."""

    options: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """`body{minimum,maximum}`; a maximum of None is unbounded."""

    body: Node
    minimum: int
    maximum: int | None
    mode: Mode = Mode.GREEDY


@dataclass(frozen=True, slots=True)
class Group:
    """A capturing group; numbers start at 1."""

    body: Node
    number: int


@dataclass(frozen=True, slots=True)
class Atomic:
    """`(?>...)`."""

    body: Node


@dataclass(frozen=True, slots=True)
class Look:
    """`(?=...)`, `(?!...)`, `(?<=...)`, `(?<!...)`; `width` is the fixed width of a lookbehind."""

    body: Node
    ahead: bool
    negated: bool
    width: int = 0


@dataclass(frozen=True, slots=True)
class Backreference:
    """`\\1` or `(?P=name)`: the text of group `number` again."""

    number: int
    folding: Folding


@dataclass(frozen=True, slots=True)
class Conditional:
    """`(?(1)yes|no)`."""

    number: int
    yes: Node
    no: Node


Leaf: TypeAlias = Char | CharClass | AnyChar
Node: TypeAlias = (
    Char
    | CharClass
    | AnyChar
    | Anchor
    | Sequence
    | Choice
    | Repeat
    | Group
    | Atomic
    | Look
    | Backreference
    | Conditional
)


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly below `node`."""
    match node:
        case Sequence(items):
            return items
        case Choice(options):
            return options
        case Repeat() | Group() | Atomic() | Look():
            return (node.body,)
        case Conditional():
            return (node.yes, node.no)
        case _:
            return ()


def walk(node: Node) -> Iterator[Node]:
    """`node` and every node below it."""
    yield node
    for child in children(node):
        yield from walk(child)
