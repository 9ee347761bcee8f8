"""Whether a match depends on where the text begins or ends."""

from __future__ import annotations

from guardrail.text.scanner.regex_chars import ascii_members
from guardrail.text.scanner.regex_tree import (
    Anchor,
    AnyChar,
    At,
    Atomic,
    Backreference,
    Char,
    CharClass,
    Look,
    Mode,
    Node,
    Repeat,
    walk,
)

_TEXT_ANCHORS = frozenset({At.TEXT_START, At.TEXT_END, At.LAST_LINE_END})


def depends_on_edges(node: Node) -> bool:
    """Whether `node` may match a text otherwise than the same text between two line breaks.

    Anchors do. So may what a line break can defeat and an edge cannot: a negated lookaround that sees it, and an
    atomic part that takes it.

    >>> from guardrail.text.scanner.regex_parse import parse
    >>> [depends_on_edges(parse(text)) for text in (r"a$", r"(?m)^a", r"a(?!\\s)", r"a(?!b)")]
    [True, False, True, False]
    """
    return any(_depends(found) for found in walk(node))


def _depends(node: Node) -> bool:
    match node:
        case Anchor():
            return node.at in _TEXT_ANCHORS
        case Look(negated=True) | Atomic():
            return _takes_line_break(node.body)
        case Repeat(mode=Mode.POSSESSIVE):
            return _takes_line_break(node.body)
        case _:
            return False


def _takes_line_break(node: Node) -> bool:
    return any(
        isinstance(found, Backreference)
        or (isinstance(found, Char | CharClass | AnyChar) and "\n" in ascii_members(found))
        for found in walk(node)
    )
