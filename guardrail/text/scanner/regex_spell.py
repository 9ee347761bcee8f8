"""Spells a tree as an expression again.

Why not hand the author's expression on: the `regex` module reads some of it otherwise (`{e<=1}` is a fuzzy match
there, `[[:alpha:]]` a POSIX class, `\\w` takes combining marks), and `re` warns about brackets in classes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from guardrail.text.scanner.regex_tree import (
    Anchor,
    AnyChar,
    At,
    Atomic,
    Backreference,
    Category,
    Char,
    CharClass,
    Choice,
    ClassItem,
    Conditional,
    Folding,
    Group,
    Look,
    Node,
    Repeat,
    Sequence,
)

_ANCHORS = {
    At.TEXT_START: "\\A",
    At.TEXT_END: "\\Z",
    At.LAST_LINE_END: "$",
    At.LINE_START: "(?m:^)",
    At.LINE_END: "(?m:$)",
}
_LOOKS = {(True, False): "(?=", (True, True): "(?!", (False, False): "(?<=", (False, True): "(?<!"}
_FLAGS = {Folding.NONE: "", Folding.ASCII: "ai", Folding.UNICODE: "i"}


@dataclass(frozen=True, slots=True)
class Spelling:
    """What differs between engines: how characters and classes are written, and word boundaries."""

    leaf: Callable[[Char | CharClass], str]
    boundary: Callable[[Anchor], str]


def spell(code: int) -> str:
    """One code point, safe inside and outside of a class.

    >>> spell(ord("a")), spell(ord("]"))
    ('a', '\\\\x5d')
    """
    if chr(code).isascii() and chr(code).isalnum():
        return chr(code)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def spell_range(low: int, high: int) -> str:
    """A range as it stands in a class."""
    return spell(low) if low == high else f"{spell(low)}-{spell(high)}"


def spell_counts(minimum: int, maximum: int | None) -> str:
    """`{minimum,maximum}`."""
    return f"{{{minimum},{'' if maximum is None else maximum}}}"


def spell_tree(node: Node, spelling: Spelling | None = None) -> str:
    """An expression that matches what `node` does, for Python's `re` unless told otherwise.

    >>> from guardrail.text.scanner.regex_parse import parse
    >>> spell_tree(parse("(?x) a | [^-z]  # either"))
    'a|[^\\\\x2dz]'
    """
    how = spelling or Spelling(_leaf, _boundary)
    match node:
        case Char() | CharClass():
            return how.leaf(node)
        case AnyChar(newline):
            return "(?s:.)" if newline else "."
        case Anchor():
            return _ANCHORS[node.at] if node.at in _ANCHORS else how.boundary(node)
        case Sequence(items):
            return "".join(_grouped(item, how) for item in items)
        case Choice(options):
            return "|".join(spell_tree(option, how) for option in options)
        case Repeat(body, minimum, maximum, mode):
            return f"(?:{spell_tree(body, how)}){spell_counts(minimum, maximum)}{mode.value}"
        case Group(body, _):
            return f"({spell_tree(body, how)})"
        case Atomic(body):
            return f"(?>{spell_tree(body, how)})"
        case Look(body, ahead, negated, _):
            return f"{_LOOKS[ahead, negated]}{spell_tree(body, how)})"
        case Backreference(number, folding):
            return f"(?{_FLAGS[folding]}:(?:\\{number}))"
        case Conditional(number, yes, no):
            return f"(?({number}){_grouped(yes, how)}|{_grouped(no, how)})"


def _grouped(node: Node, how: Spelling) -> str:
    spelled = spell_tree(node, how)
    return f"(?:{spelled})" if isinstance(node, Choice) else spelled


def _boundary(node: Anchor) -> str:
    letter = "b" if node.at is At.BOUNDARY else "B"
    return f"(?a:\\{letter})" if node.ascii else f"\\{letter}"


def _leaf(node: Char | CharClass) -> str:
    if isinstance(node, Char):
        return _flagged(_FLAGS[node.folding], spell(ord(node.char)))
    ascii_only = node.folding is Folding.ASCII or any(isinstance(i, Category) and i.ascii for i in node.items)
    flags = "a" * ascii_only + "i" * (node.folding is not Folding.NONE)
    return _flagged(flags, f"[{'^' * node.negated}{''.join(_item(item) for item in node.items)}]")


def _flagged(flags: str, spelled: str) -> str:
    return f"(?{flags}:{spelled})" if flags else spelled


def _item(item: ClassItem) -> str:
    if isinstance(item, Category):
        return f"\\{item.kind.upper() if item.negated else item.kind}"
    return spell_range(item.low, item.high)
