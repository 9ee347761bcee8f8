"""Slips inside conditions: subscripts, checks without parentheses, comparisons in words, prefixes of strings."""

from __future__ import annotations

import re

from guardrail.diagnostics.codes.g001 import G001
from guardrail.diagnostics.codes.g001_foreign import ForeignSyntax
from guardrail.diagnostics.source import Span
from guardrail.language.automaton import Node
from guardrail.language.strings import encode_string
from guardrail.language.tokens import Token
from guardrail.language.trouble import Repair, Trouble

LEVELS = frozenset({"possible", "likely", "very_likely"})
_TEXTS = frozenset({"STRING", "BAD_QUOTES"})
_PREFIXES = frozenset({"r", "b", "f", "u", "rb"})
_COMPARISONS = {
    ("is", "not", "in"): "not in",
    ("is", "in"): "in",
    ("one", "of"): "in",
    ("is", "one", "of"): "in",
    ("is", "not"): "!=",
    ("isn", "'", "t"): "!=",
    ("not", "equals"): "!=",
    ("equal", "to"): "==",
    ("equals", "to"): "==",
    ("is", "equal", "to"): "==",
    ("equals",): "==",
    ("is",): "==",
    ("at", "least"): ">=",
    ("is", "at", "least"): ">=",
    ("reaches",): ">=",
    ("at", "most"): "<=",
    ("is", "at", "most"): "<=",
    ("greater", "than"): ">",
    ("more", "than"): ">",
    ("is", "greater", "than"): ">",
    ("is", "more", "than"): ">",
    ("is", "above"): ">",
    ("above",): ">",
    ("over",): ">",
    ("exceeds",): ">",
    ("gt",): ">",
    ("less", "than"): "<",
    ("is", "less", "than"): "<",
    ("is", "below"): "<",
    ("below",): "<",
    ("under",): "<",
    ("lt",): "<",
}
_LONGEST = 3
_JOINING = frozenset(
    {"and", "or", "not", "in", "if", "then", "else", "some", "any", "every", "all", "each", "xor", "but", "unless"}
)
_ABSENT = frozenset({"none", "null", "nil", "undefined"})


def comparison_in_words(trouble: Trouble) -> Repair | None:
    """`request.channel is not "chat"`, `toxicity above 0.8`."""
    if "CMP" not in trouble.accepted or trouble.token.kind not in ("NAME", "BAD_WORD") or trouble.token.first:
        return None
    following = trouble.tokens[trouble.index : trouble.index + _LONGEST]
    for size in range(min(_LONGEST, len(following)), 0, -1):
        sign = _COMPARISONS.get(tuple(token.text.lower() for token in following[:size]))
        after = trouble.tokens[min(trouble.index + size, len(trouble.tokens) - 1)]
        if sign in ("==", "!=") and after.text.lower() in _ABSENT:
            span = Span(trouble.source.name, trouble.token.start, after.end)
            return Repair(ForeignSyntax.absent_value(span, after.text), (), 0)
        if sign == "==" and after.text in LEVELS:
            sign = ">="
        replacement = tuple(trouble.word(word) for word in sign.split()) if sign else ()
        if sign and trouble.fits(replacement, size):
            span = Span(trouble.source.name, trouble.token.start, following[size - 1].end)
            written = trouble.source.text[span.start : span.end]
            return Repair(G001.operator(span, written, sign), replacement, size)
    return None


def missing_comparison(trouble: Trouble) -> Repair | None:
    """`toxicity likely`, `toxicity 0.8`, `likely toxicity`, `>= very likely`."""
    previous, token = trouble.previous, trouble.token
    if previous is None or token.first or "AND" not in trouble.accepted:
        return None
    whole = Span(trouble.source.name, previous.start, token.end)
    height = _bare_name(trouble)
    if height is not None and previous.text == "very" and token.text == "likely":
        joined = trouble.new("NAME", "very_likely", previous)
        return Repair(G001.misspelt(whole, "very likely", "very_likely"), (joined,), 1, height)
    if "CMP" not in trouble.accepted:
        return None
    if height is not None and previous.text in LEVELS and token.kind == "NAME":
        proper = f"{token.text} >= {previous.text}"
        replacement = (token, trouble.word(">="), trouble.word(previous.text))
        if trouble.fits(replacement, 1, height=height):
            return Repair(ForeignSyntax.no_comparison(whole, proper), replacement, 1, height)
    if token.text in LEVELS or token.kind == "NUMBER":
        inserted = (trouble.word(">="), token)
        at = Span(trouble.source.name, token.start, token.start)
        return Repair(ForeignSyntax.no_comparison(trouble.span, f">= {token.text}", at), inserted)
    return None


def bare_argument(trouble: Trouble) -> Repair | None:
    """`mentions rivals` without parentheses, and `output contains "Globex"` with the check in the middle."""
    token, height, previous = trouble.token, _bare_name(trouble), trouble.previous
    if height is None or previous is None or previous.text in _JOINING:
        return None
    if token.first or token.text in _JOINING or not {"LPAR", "AND"} <= trouble.accepted:
        return None
    after = trouble.tokens[trouble.index + 1]
    if token.kind == "NAME" and not after.first and after.kind in (*_TEXTS, "NAME") and after.text not in _JOINING:
        return _call(trouble, token, after, 2, height)
    return _call(trouble, previous, token, 1, height) if token.kind in (*_TEXTS, "NAME") else None


def _call(trouble: Trouble, check: Token, argument: Token, skip: int, height: int) -> Repair | None:
    text = argument.text if argument.kind != "BAD_QUOTES" else encode_string(argument.text[1:-1])
    given = trouble.new("NAME" if argument.kind == "NAME" else "STRING", text, argument)
    name = trouble.new("NAME", check.text, check)
    replacement = (name, trouble.new("LPAR", "(", check), given, trouble.new("RPAR", ")", argument))
    if not trouble.fits(replacement, skip, height=height):
        return None
    previous = trouble.previous
    assert previous is not None
    span = Span(trouble.source.name, previous.start, argument.end)
    return Repair(ForeignSyntax.no_parentheses(span, check.text, f"{check.text}({text})"), replacement, skip, height)


def array_of_names(trouble: Trouble) -> Repair | None:
    """`pii([email, phone])`: choices stand in the call one after the other."""
    values, tokens = trouble.automaton.values, trouble.tokens
    opening = [value.kind if isinstance(value, Token) else "" for value in values[-2:]]
    if trouble.token.kind != "NAME" or opening not in (["LPAR", "LSQB"], ["COMMA", "LSQB"]):
        return None
    end = trouble.index
    while tokens[end].kind in ("NAME", "COMMA"):
        end += 1
    inside = tokens[trouble.index : end]
    if tokens[end].kind != "RSQB" or not trouble.fits(inside, len(inside) + 1, height=len(values) - 1):
        return None
    begin = tokens[trouble.index - 1].start
    written = trouble.source.text[inside[0].start : inside[-1].end]
    diagnostic = ForeignSyntax.needless_brackets(Span(trouble.source.name, begin, tokens[end].end), written)
    return Repair(diagnostic, tuple(inside), len(inside) + 1, len(values) - 1)


def no_for_not(trouble: Trouble) -> Repair | None:
    """`require no mentions(names) else block`."""
    previous, height = trouble.previous, _bare_name(trouble)
    if previous is None or previous.text not in ("no", "without", "non") or height is None or trouble.token.first:
        return None
    negation = trouble.word("not", previous)
    if trouble.token.kind != "NAME" or not trouble.fits((negation, trouble.token), 1, height=height):
        return None
    diagnostic = G001.operator(trouble.span_of(previous), previous.text, "not")
    return Repair(diagnostic, (negation, trouble.token), 1, height)


def subscript(trouble: Trouble) -> Repair | None:
    """`tool.args["x"]`: a part of a value is named after a dot."""
    tokens, index = trouble.tokens, trouble.index
    if trouble.token.kind != "LSQB" or trouble.token.first or "DOT" not in trouble.accepted:
        return None
    key, closing = tokens[index + 1], tokens[min(index + 2, len(tokens) - 1)]
    if closing.kind != "RSQB" or key.kind not in (*_TEXTS, "NAME"):
        return None
    plain = key.text if key.kind == "NAME" else key.text[1:-1]
    is_name = re.fullmatch(r"[a-z][a-z0-9_]*", plain) is not None
    part = trouble.new("NAME", plain, key) if is_name else trouble.new("STRING", encode_string(plain), key)
    replacement = (trouble.new("DOT", "."), part)
    if not trouble.fits(replacement, 3):
        return None
    span = Span(trouble.source.name, trouble.token.start, closing.end)
    written = trouble.source.text[span.start : span.end]
    return Repair(ForeignSyntax.subscript(span, written, f".{part.text}"), replacement, 3)


def string_prefix(trouble: Trouble) -> Repair | None:
    """`matches(r"\\d+")`: strings have no prefix."""
    previous, token = trouble.previous, trouble.token
    if previous is None or token.kind != "STRING" or previous.end != token.start or previous.text not in _PREFIXES:
        return None
    height = _bare_name(trouble)
    if height is None or not trouble.fits((token,), 1, height=height):
        return None
    return Repair(ForeignSyntax.string_prefix(trouble.span_of(previous), previous.text), (token,), 1, height)


def _bare_name(trouble: Trouble) -> int | None:
    """The height of a name of one word that was read just before; None for anything else."""
    values, previous = trouble.automaton.values, trouble.previous
    top = values[-1] if values else None
    below = values[-2] if len(values) > 1 else None
    if isinstance(top, Node) or top is None or previous is None or top.start != previous.start or top.kind != "NAME":
        return None
    return None if isinstance(below, Token) and below.kind == "DOT" else len(values) - 1
