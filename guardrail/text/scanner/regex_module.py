"""The spelling for the `regex` module (version 0 behaviour), which must read an expression as `re` does.

Categories are written out by Unicode property: they agree with `re` but for code points that are younger than the
interpreter's Unicode tables.
"""

from __future__ import annotations

from functools import cache

from guardrail.text.scanner.regex_chars import SPACES, ascii_members, beyond_ascii, joined
from guardrail.text.scanner.regex_spell import Spelling, spell_range
from guardrail.text.scanner.regex_tree import Anchor, At, Category, Char, CharClass


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
    if isinstance(node, Char):
        return f"[{_characters(node)}]" if _characters(node) else "(?!)"
    plain = tuple(item for item in node.items if not isinstance(item, Category))
    options = [f"[{'^' * item.negated}{_category(item)}]" for item in node.items if isinstance(item, Category)]
    if plain:
        written_out = CharClass(plain, False, node.folding)
        options.append(f"[{_characters(written_out)}]")
        options.extend(f"(?i:[{spell_range(low, high)}])" for low, high in beyond_ascii(written_out).folded)
    any_of = options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"
    return f"(?:(?!{any_of})(?s:.))" if node.negated else any_of


def _characters(leaf: Char | CharClass) -> str:
    """The inside of a class with every letter case written out: the module folds some letters otherwise than `re`."""
    ranges = [(ord(char), ord(char)) for char in ascii_members(leaf)]
    return "".join(spell_range(low, high) for low, high in joined([*ranges, *beyond_ascii(leaf).ranges]))


def _category(item: Category) -> str:
    if item.kind == "d":
        return "0-9" if item.ascii else "\\p{Nd}"
    if item.kind == "w":
        return "0-9A-Za-z_" if item.ascii else "\\p{L}\\p{N}_"
    blanks = "\\x09-\\x0d\\x20"
    return blanks if item.ascii else f"{blanks}\\x1c-\\x1f" + "".join(spell_range(*pair) for pair in SPACES)
