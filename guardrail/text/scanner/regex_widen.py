"""The expression that RE2 gets: equal to Python's meaning where that can be had, else a superset of it.

A superset finds every text with a match, and one candidate around each; the exact engine then decides. What RE2
lacks is widened: lookarounds vanish, a backreference becomes its group once more, long repeats become unbounded,
and on texts beyond ASCII boundaries vanish too, because RE2's `\\b` knows ASCII letters alone.
Syntax: RE2's own page, "Syntax".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from guardrail.text.scanner.regex_chars import Ranges, ascii_members, beyond_ascii, joined
from guardrail.text.scanner.regex_spell import spell_counts
from guardrail.text.scanner.regex_tree import (
    Anchor,
    AnyChar,
    At,
    Atomic,
    Backreference,
    Char,
    CharClass,
    Choice,
    Conditional,
    Folding,
    Group,
    Leaf,
    Look,
    Mode,
    Node,
    Repeat,
    Sequence,
)
from guardrail.text.scanner.regex_width import Width, group_widths, width_within

MAX_COUNT = 1000
"""RE2's bound on a counted repeat, nested ones multiplied."""

_LONGEST_COPY = 400
_NOTHING = "[^\\x00-\\x{10FFFF}]"
_ANYTHING = "(?s:.*)"
_CATEGORIES = {"d": "\\p{Nd}", "w": "\\p{L}\\p{N}"}
# RE2's tables may be older than the interpreter's: what they do not know may be any letter or digit.
_UNASSIGNED = "[^\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}\\p{Z}\\p{C}]"
_ANCHORS = {At.TEXT_START: "\\A", At.TEXT_END: "\\z", At.LINE_START: "(?m:^)", At.LINE_END: "(?m:$)"}


@dataclass(frozen=True, slots=True)
class Translation:
    """`prefilter` matches wherever Python does, and maybe elsewhere.

    `decisive`, where there is one, matches exactly as Python does, on texts that do not end with a newline or,
    with `any_ending`, on all.
    """

    prefilter: str
    decisive: str | None
    any_ending: bool = True


def translate(node: Node, *, ascii_text: bool) -> Translation:
    """RE2's expressions for texts that are ASCII, or for any text.

    >>> from guardrail.text.scanner.regex_parse import parse
    >>> translate(parse("(?<!x)a{2}$"), ascii_text=True)
    Translation(prefilter='(?:[a]){2,2}(?m:$)', decisive=None, any_ending=True)
    """
    wide = _Translator(ascii_text, group_widths(node))
    prefilter = wide.spell(node, MAX_COUNT)
    if not wide.exact:
        return Translation(prefilter, None)
    if not wide.last_line_end:
        return Translation(prefilter, prefilter)
    exact = _Translator(ascii_text, wide.widths, text_end="\\z")
    return Translation(prefilter, exact.spell(node, MAX_COUNT), any_ending=False)


@dataclass(slots=True)
class _Translator:
    ascii_text: bool
    widths: dict[int, Width]
    text_end: str = "(?m:$)"
    """How `$` is written: before any newline is a superset of before the last one."""
    exact: bool = True
    last_line_end: bool = False
    copies: dict[int, str] = field(default_factory=dict)

    def spell(self, node: Node, counts: int) -> str:
        """`node` in RE2's syntax; `counts` is how often a counted repeat here may still repeat."""
        match node:
            case Char() | CharClass() | AnyChar():
                return self.leaf(node)
            case Anchor():
                return self.anchor(node)
            case Sequence(items):
                return "".join(self.grouped(item, counts) for item in items)
            case Choice(options):
                return "|".join(self.spell(option, counts) for option in options)
            case Repeat():
                return self.repeat(node, counts)
            case Group(body, number):
                self.copies[number] = self.grouped(body, counts)
                return self.copies[number]
            case Atomic(body):
                self.exact = False
                return self.grouped(body, counts)
            case Look(body):
                self.exact = False
                self.spell(body, counts)
                return ""
            case Backreference(number, folding):
                self.exact = False
                copy = self.copies.get(number, _ANYTHING)
                return copy if folding is Folding.NONE and len(copy) <= _LONGEST_COPY else _ANYTHING
            case Conditional(_, yes, no):
                self.exact = False
                return f"(?:{self.spell(yes, counts)}|{self.spell(no, counts)})"

    def grouped(self, node: Node, counts: int) -> str:
        spelled = self.spell(node, counts)
        return f"(?:{spelled})" if isinstance(node, Choice) else spelled

    def repeat(self, node: Repeat, counts: int) -> str:
        count = max(node.minimum, node.maximum or 0)
        # Python and RE2 part ways where a repeated body can match nothing.
        nullable = width_within(node.body, self.widths)[0] == 0
        if node.mode is Mode.POSSESSIVE or (nullable and node.maximum not in (0, 1)):
            self.exact = False
        if count > counts:
            self.exact = False
            return f"(?:{self.spell(node.body, counts)}){'+' if node.minimum else '*'}"
        lazy = Mode.LAZY.value if node.mode is Mode.LAZY else ""
        return f"(?:{self.spell(node.body, counts // max(count, 1))}){_counts(node)}{lazy}"

    def anchor(self, node: Anchor) -> str:
        if node.at is At.LAST_LINE_END:
            self.last_line_end = True
            return self.text_end
        if node.at not in (At.BOUNDARY, At.NOT_BOUNDARY):
            return _ANCHORS[node.at]
        if self.ascii_text or node.ascii:
            return "\\b" if node.at is At.BOUNDARY else "\\B"
        self.exact = False
        return ""

    def leaf(self, leaf: Leaf) -> str:
        if isinstance(leaf, AnyChar):
            return "(?s:.)" if leaf.newline else "[^\\n]"
        inside = _ascii_inside(leaf)
        if self.ascii_text:
            return f"[{inside}]" if inside else _NOTHING
        beyond = beyond_ascii(leaf)
        self.exact = self.exact and beyond.exact
        inside += _inside(beyond.ranges) + "".join(_CATEGORIES[kind] for kind in sorted(beyond.categories))
        options = [f"[{inside}]"] if inside else []
        if beyond.folded:
            options.append(f"(?i:[{_inside(beyond.folded)}])")
        if beyond.categories:
            options.append(_UNASSIGNED)
        return f"(?:{'|'.join(options)})" if len(options) > 1 else (options or [_NOTHING])[0]


def _counts(node: Repeat) -> str:
    simple = {(0, None): "*", (1, None): "+", (0, 1): "?"}
    return simple.get((node.minimum, node.maximum)) or spell_counts(node.minimum, node.maximum)


@lru_cache(maxsize=2048)
def _ascii_inside(leaf: Leaf) -> str:
    return _inside(joined((ord(char), ord(char)) for char in ascii_members(leaf)))


def _inside(ranges: Ranges) -> str:
    return "".join(_code(low) if low == high else f"{_code(low)}-{_code(high)}" for low, high in ranges)


def _code(code: int) -> str:
    return chr(code) if chr(code).isascii() and chr(code).isalnum() else f"\\x{{{code:x}}}"
