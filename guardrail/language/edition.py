"""The first line of a file: `guard 1`, or what stands there instead."""

from __future__ import annotations

from guardrail.diagnostics.codes.g003 import G003
from guardrail.diagnostics.codes.g004 import G004
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Source, Span
from guardrail.language.tables import Tables
from guardrail.language.tokens import Token

_NUMBERS = frozenset({"NUMBER", "BAD_NUMBER", "DURATION", "PERCENT"})


def check_edition(source: Source, tables: Tables, tokens: list[Token]) -> tuple[list[Token], list[Diagnostic]]:
    """The tokens with `guard 1` in front whatever stands there, so that the rest can be read, and what is wrong."""
    first, second = tokens[0], tokens[min(1, len(tokens) - 1)]
    span = Span(source.name, first.start, first.end)
    guard = Token("NAME", "guard", first.start, first.start, True)
    one = Token("NUMBER", "1", first.start, first.start)
    numbered = second.kind in _NUMBERS and not second.first
    if first.text == "guard":
        if second.kind in ("COLON", "EQUAL") and len(tokens) > 3 and tokens[2].text == "1":
            signed = Span(source.name, second.start, tokens[2].end)
            return [first, *tokens[2:]], [G003.signed(signed)]
        if not numbered:
            return [first, one, *tokens[1:]], [G003.no_number(span)]
        if second.text == "1":
            return tokens, []
        if second.kind != "NUMBER":
            return [first, one, *tokens[2:]], [G003.no_number(span)]
        wrong = G004.unknown_edition(Span(source.name, second.start, second.end), second.text)
        return [first, Token("NUMBER", "1", second.start, second.end), *tokens[2:]], [wrong]
    if numbered and first.kind in ("NAME", "BAD_WORD") and first.text not in tables.keywords:
        return [guard, one, *tokens[2:]], [G003.misspelt(span, first.text)]
    return [guard, one, *tokens], [G003.missing(span)]
