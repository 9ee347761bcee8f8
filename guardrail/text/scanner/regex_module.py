"""The spelling for the `regex` module (version 0 behaviour), which must read an expression as `re` does.

Categories are written out by Unicode property: they agree with `re` but for code points that are younger than the
interpreter's Unicode tables.
"""

from __future__ import annotations

from functools import cache

from guardrail.text.scanner.regex_case import variants
from guardrail.text.scanner.regex_chars import SPACES, ascii_members, beyond_ascii
from guardrail.text.scanner.regex_spell import Spelling, spell_range
from guardrail.text.scanner.regex_tree import Anchor, At, Category, Char, CharClass, Folding


@cache
def regex_spelling() -> Spelling:
    """How the `regex` module is told."""
    return Spelling(_leaf, _boundary)


def _boundary(node: Anchor) -> str:
    word = f"[{_category(Category('w', False, node.ascii))}]"
    if node.at is At.BOUNDARY:
        return f"(?:(?<={word})(?!{word})|(?<!{word})(?={word}))"
    return f"(?:(?<={word})(?={word})|(?<!{word})(?!{word}))"


def _leaf(node: Char | CharClass) -> str:
    if isinstance(node, Char) and node.folding is Folding.NONE:
        return spell_range(ord(node.char), ord(node.char))
    if isinstance(node, Char) or node.folding is Folding.ASCII:
        return _explicit(node)
    inside, options = "", []
    for item in node.items:
        if not isinstance(item, Category):
            inside += spell_range(item.low, item.high)
        elif item.negated:
            # A negated category cannot stand in a class beside others there.
            options.append(f"[^{_category(item)}]")
        else:
            inside += _category(item)
    if inside:
        options.append(f"(?i:[{inside}])" if node.folding is Folding.UNICODE else f"[{inside}]")
    any_of = options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"
    return f"(?:(?!{any_of})(?s:.))" if node.negated else any_of


def _explicit(node: Char | CharClass) -> str:
    """Character by character: the module has no ASCII-only folding for a part of an expression."""
    if isinstance(node, Char) and node.folding is Folding.UNICODE:
        members = variants(node.char)
    else:
        members = frozenset(ascii_members(node))
    inside = "".join(spell_range(ord(char), ord(char)) for char in sorted(members))
    if node.folding is Folding.ASCII:
        inside += "".join(spell_range(low, high) for low, high in beyond_ascii(node).ranges)
    return f"[{inside}]" if inside else "(?!)"


def _category(item: Category) -> str:
    if item.kind == "d":
        return "0-9" if item.ascii else "\\p{Nd}"
    if item.kind == "w":
        return "0-9A-Za-z_" if item.ascii else "\\p{L}\\p{N}_"
    blanks = "\\x09-\\x0d\\x20"
    return blanks if item.ascii else f"{blanks}\\x1c-\\x1f" + "".join(spell_range(*pair) for pair in SPACES)
