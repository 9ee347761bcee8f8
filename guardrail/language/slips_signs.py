"""Slips around signs: operators of other languages, `=` for `:`, commas and brackets too many or too few."""

from __future__ import annotations

from guardrail.diagnostics.codes.g001 import G001
from guardrail.diagnostics.codes.g001_foreign import ForeignSyntax
from guardrail.diagnostics.codes.g006 import G006
from guardrail.diagnostics.source import Span
from guardrail.language.automaton import Node
from guardrail.language.tokens import Token
from guardrail.language.trouble import Repair, Trouble
from guardrail.language.words import shorten

_OPERATORS = {
    "&&": ("and",),
    "&": ("and",),
    "||": ("or",),
    "|": ("or",),
    "!": ("not",),
    "==": ("=",),
    "===": ("==",),
    "!==": ("!=",),
    "<>": ("!=",),
    "≠": ("!=",),
    "=>": (">=",),
    "≥": (">=",),
    "=<": ("<=",),
    "≤": ("<=",),
    "=": ("==", ":", "from"),
    ":": ("=", "{", "extends"),
    ":=": ("=", ":"),
    "->": (":", "then"),
    ">=": ("=",),
    ">": ("=",),
    ";": (",",),
}
_FULL_WIDTH = range(0xFF01, 0xFF5F)
_CLOSING = {"LPAR": ")", "LSQB": "]"}
_OTHER_BRACKETS = {"LPAR": "RPAR", "LBRACE": "RBRACE"}
_VALUES = frozenset({"STRING", "NUMBER"})
_SURPLUS = frozenset({"COLON", "EQUAL", "COMMA", "DOT", "BAD_SIGN", "OPTIONAL", "RPAR", "RSQB"})


def operator(trouble: Trouble) -> Repair | None:
    """A sign of another language, or one that looks like a sign of this one."""
    token = trouble.token
    choices = _OPERATORS.get(token.text, ())
    if token.kind == "BAD_SIGN" and ord(token.text[0]) in _FULL_WIDTH:
        plain = chr(ord(token.text) - 0xFEE0)
        choices = (plain, *_OPERATORS.get(plain, ()))
    if token.kind == "COLON" and "LBRACE" in trouble.accepted and trouble.tokens[trouble.index + 1].first:
        # It ends a header; what the block holds may be wrong as well.
        return Repair(G001.operator(trouble.span, token.text, "{"), (trouble.word("{"),))
    # The next word may be wrong as well, which is no reason to leave a sign unexplained that nothing else explains.
    for ahead in (1, 0) if token.kind == "BAD_SIGN" else (1,):
        for proper in choices:
            replacement = (trouble.word(proper),)
            if trouble.automaton.terminal(replacement[0]) != "NAME" and trouble.fits(replacement, 1, ahead):
                return Repair(G001.operator(trouble.span, token.text, proper), replacement)
    return None


def bare_values(trouble: Trouble) -> Repair | None:
    """`list names = "Globex", "Initech"`, `in ("a", "b")`, `in {"a"}`: values without their brackets."""
    if "LSQB" not in trouble.accepted or "STRING" in trouble.accepted:
        return None
    closing = _OTHER_BRACKETS.get(trouble.token.kind)
    begin = trouble.index + (closing is not None)
    if trouble.tokens[begin].kind not in _VALUES:
        return None
    end = begin + 1
    while trouble.tokens[end].kind == "COMMA" and trouble.tokens[end + 1].kind in _VALUES:
        end += 2
    if closing is not None and trouble.tokens[end].kind != closing:
        return None
    values = trouble.tokens[begin:end]
    last = trouble.tokens[end - (closing is None)]
    written = f"[{', '.join(value.text for value in values[::2])}]"
    replacement = (trouble.word("["), *values, trouble.word("]", last))
    skip = end + (closing is not None) - trouble.index
    if not trouble.fits(replacement, skip, 0):
        return None
    span = Span(trouble.source.name, trouble.token.start, last.end)
    return Repair(ForeignSyntax.no_brackets(span, written), replacement, skip)


def compared_array(trouble: Trouble) -> Repair | None:
    """`request.channel == ["chat", "email"]`."""
    values, previous = trouble.automaton.values, trouble.previous
    if trouble.token.kind != "LSQB" or previous is None or previous.text not in ("==", "!=") or not values:
        return None
    proper = "in" if previous.text == "==" else "not in"
    words = tuple(trouble.word(word, previous) for word in proper.split())
    if not trouble.fits((*words, trouble.token), 1, height=len(values) - 1):
        return None
    diagnostic = G001.operator(trouble.span_of(previous), previous.text, proper)
    return Repair(diagnostic, (*words, trouble.token), 1, len(values) - 1)


def needless_brackets(trouble: Trouble) -> Repair | None:
    """`tags ["a", "b"]`, `expect block by [rule_name]`: several are written with commas alone."""
    tokens, index = trouble.tokens, trouble.index
    if trouble.token.kind != "LSQB" or trouble.token.first:
        return None
    end = index + 1
    while tokens[end].kind in ("STRING", "NAME", "COMMA"):
        end += 1
    inside = tokens[index + 1 : end]
    if tokens[end].kind != "RSQB" or not inside or not trouble.fits(inside, end + 1 - index):
        return None
    span = Span(trouble.source.name, trouble.token.start, tokens[end].end)
    written = trouble.source.text[inside[0].start : inside[-1].end]
    return Repair(ForeignSyntax.needless_brackets(span, written), tuple(inside), end + 1 - index)


def remark(trouble: Trouble) -> Repair | None:
    """A comment in the way of another language."""
    if trouble.token.kind != "BAD_REMARK":
        return None
    return Repair(G001.remark(trouble.span, trouble.token.text[:2]))


def surplus(trouble: Trouble) -> Repair | None:
    """A sign without which the rest makes sense."""
    token = trouble.token
    if token.kind not in _SURPLUS or not trouble.fits((), 1, 2):
        return None
    if token.kind in ("RPAR", "RSQB"):
        return Repair(G006.closes_nothing(trouble.span, token.text))
    helps = ("arms stand on their own lines, without a sign between them",) if token.text == ";" else ()
    return Repair(G001.superfluous(trouble.span, shorten(token.text), helps))


def trailing_comma(trouble: Trouble) -> Repair | None:
    """A comma after the last of several, outside brackets."""
    values = trouble.automaton.values
    comma = values[-1] if values else None
    if not isinstance(comma, Token) or comma.kind != "COMMA" or not trouble.fits((), 0, 1, len(values) - 1):
        return None
    diagnostic = G001.trailing_comma(trouble.span_of(comma), trouble.expected)
    return Repair(diagnostic, (), 0, len(values) - 1)


def open_bracket(trouble: Trouble) -> Repair | None:
    """A parenthesis or bracket that is still open where something else begins."""
    opening = _innermost_bracket(trouble.automaton.values)
    if opening is None:
        return None
    closing = _CLOSING[opening.kind]
    terminal = trouble.tables.marks[closing]
    previous = trouble.previous
    if terminal not in trouble.accepted or previous is None:
        return None
    inserted = Token(terminal, closing, previous.end, previous.end)
    diagnostic = G006.bracket_not_closed(trouble.span_of(opening), opening.text, closing, previous.end)
    wrong_partner = trouble.token.kind in ("RPAR", "RSQB")
    if trouble.fits((inserted,), 1 if wrong_partner else 0):
        return Repair(diagnostic, (inserted,), 1 if wrong_partner else 0)
    return None


def _innermost_bracket(values: list[Node | Token]) -> Token | None:
    for value in reversed(values):
        if isinstance(value, Token):
            if value.kind in _CLOSING:
                return value
            if value.kind == "LBRACE":
                return None
    return None
