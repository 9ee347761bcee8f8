"""A text that every match must contain: the prefilter of platforms without RE2."""

from __future__ import annotations

from guardrail.text.scanner.regex_tree import (
    Atomic,
    Char,
    Folding,
    Group,
    Node,
    Repeat,
    Sequence,
)


def required_literal(node: Node) -> str:
    """The longest text that each match of `node` contains as it stands; empty when none is certain.

    >>> from guardrail.text.scanner.regex_parse import parse
    >>> required_literal(parse(r"\\bAKIA[0-9A-Z]{16}\\b")), required_literal(parse("a|b"))
    ('AKIA', '')
    """
    best = ""
    run = ""
    for item in _certain(node):
        run = run + item if item else ""
        best = max(best, run, key=len)
    return best


def _certain(node: Node) -> list[str]:
    """The characters that every match has, in order; an empty string where anything may stand between."""
    match node:
        case Char(char, Folding.NONE):
            return [char]
        case Sequence(items):
            return [part for item in items for part in _certain(item)]
        case Group(body, _) | Atomic(body):
            return _certain(body)
        case Repeat(body, minimum, maximum, _) if 0 < minimum <= 100:
            once = _certain(body)
            return once if minimum == maximum == 1 else [*once, ""]
        case _:
            return [""]
