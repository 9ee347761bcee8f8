"""Slips in a `request` block: `?` in the wrong place, values in the place of a type, and types of other languages."""

from __future__ import annotations

from guardrail.diagnostics.codes.g001_foreign import ForeignSyntax
from guardrail.diagnostics.source import Span
from guardrail.language.tokens import Token
from guardrail.language.trouble import Repair, Trouble

_OPENING = {"LSQB": "RSQB", "LPAR": "RPAR"}
_BETWEEN = frozenset({",", "|", "or"})
_TYPES = frozenset({"string", "int", "number", "bool"})
_OPTIONAL = frozenset({"optional", "maybe", "nullable", "required"})
_VALUES = frozenset({"STRING", "NUMBER"})


def optional_place(trouble: Trouble) -> Repair | None:
    """`channel: string in ["a"] ?` and `channel?: string`: the sign stands right after the type."""
    if trouble.token.kind != "OPTIONAL" or trouble.place.kind != "request":
        return None
    tokens, index = trouble.tokens, trouble.index
    if tokens[index - 1].kind == "RSQB":
        domain = _start_of_domain(tokens, index)
        if domain is None:
            return None
        span = _between(trouble, domain, index)
        values = trouble.source.text[tokens[domain].start : tokens[index - 1].end]
        return Repair(ForeignSyntax.optional_place(trouble.span, span, f"? {values}"))
    if tokens[index + 1].kind == "COLON" and tokens[index + 2].kind == "NAME":
        span = _between(trouble, index, index + 2)
        return Repair(ForeignSyntax.optional_place(trouble.span, span, f": {tokens[index + 2].text} ?"))
    return None


def _start_of_domain(tokens: list[Token], index: int) -> int | None:
    """The `in` before the brackets that end in front of `index`."""
    for place in range(index - 1, 0, -1):
        if tokens[place].kind == "LSQB":
            return place - 1 if tokens[place - 1].text == "in" else None
    return None


def optional_type(trouble: Trouble) -> Repair | None:
    """`plan: optional string`, `plan: string | null`, `plan: string = "free"`: `?` says that a field may be missing."""
    tokens, index, previous = trouble.tokens, trouble.index, trouble.previous
    if trouble.place.kind != "request" or previous is None or index < 3:
        return None
    if tokens[index - 2].text in _OPTIONAL and tokens[index - 3].kind == "COLON" and previous.kind == "NAME":
        height = len(trouble.automaton.values) - 1
        diagnostic = ForeignSyntax.optional_type(_between(trouble, index - 2, index - 1), previous.text)
        return Repair(diagnostic, (trouble.token,), 1, height) if trouble.fits((trouble.token,), 1, 0, height) else None
    if previous.kind != "NAME" or tokens[index - 2].kind != "COLON" or tokens[index + 1].first:
        return None
    if trouble.token.text in ("=", "|", "or", ":="):
        return Repair(ForeignSyntax.optional_type(_between(trouble, index - 1, index + 1), previous.text), (), 2)
    return None


def field_values(trouble: Trouble) -> Repair | None:
    """`channel: ["a", "b"]`, `channel: enum["a"]`, `channel: "a" | "b"`: values where a type belongs."""
    place, previous = trouble.place, trouble.previous
    if place.kind != "request" or place.body is None or previous is None:
        return None
    typed = previous.kind == "NAME" and {"IN", "OPTIONAL"} <= trouble.accepted
    if previous.kind != "COLON" and not (typed and trouble.token.kind in _OPENING):
        return None
    values, end = _values(trouble)
    after = trouble.tokens[end]
    if not values or not (after.first or after.kind in ("RBRACE", "COMMA", "OPTIONAL")):
        return None
    height = len(trouble.automaton.values) - 1 if typed else None
    begin = trouble.index - 1 if typed else trouble.index
    if len(values) == 1 and values[0].text.strip('"') in _TYPES:
        # A type in quotes.
        name = trouble.word(values[0].text.strip('"'))
        diagnostic = ForeignSyntax.quoted_type(trouble.span, name.text)
        return Repair(diagnostic, (name,)) if trouble.fits((name,), 1) else None
    kind = "string" if values[0].kind == "STRING" else "number" if "." in values[0].text else "int"
    written = f"{kind} in [{', '.join(value.text for value in values)}]"
    replacement = [trouble.word(kind), trouble.word("in"), trouble.new("LSQB", "[")]
    for value in values:
        replacement += [value, trouble.new("COMMA", ",")]
    replacement[-1] = trouble.new("RSQB", "]")
    if not trouble.fits(replacement, end - trouble.index, height=height):
        return None
    diagnostic = ForeignSyntax.field_values(_between(trouble, begin, end - 1), written)
    return Repair(diagnostic, tuple(replacement), end - trouble.index, height)


def _values(trouble: Trouble) -> tuple[list[Token], int]:
    """The values from the present token on, and the place behind them; none if something else stands among them."""
    tokens, index = trouble.tokens, trouble.index
    closing = _OPENING.get(tokens[index].kind)
    index += closing is not None
    values: list[Token] = []
    while tokens[index].kind in _VALUES and (closing is not None or not tokens[index].first):
        values.append(tokens[index])
        index += 1
        if tokens[index].text in _BETWEEN:
            index += 1
    if closing is not None and tokens[index].kind != closing:
        return [], index
    return values, index + (closing is not None)


def _between(trouble: Trouble, first: int, last: int) -> Span:
    """From the token at `first` to the end of the one at `last`."""
    return Span(trouble.source.name, trouble.tokens[first].start, trouble.tokens[last].end)
