"""What is wrong with a text as a whole: size, nesting, characters that belong in no policy, Markdown around it."""

from __future__ import annotations

import re

from guardrail.diagnostics.codes.g001 import G001
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Source, Span
from guardrail.language.tokens import MAX_DEPTH, UNFIT, Scan, Token
from guardrail.language.words import code_points


def too_large(source: Source, limit: int) -> Diagnostic:
    """Why a text is not looked at: it has more than `limit` bytes."""
    return G001.too_large(Span(source.name, 0, 0), limit)


def too_deep(source: Source, scanned: Scan) -> Diagnostic | None:
    """Why a scanned text is not parsed: it nests too deeply."""
    token = scanned.too_deep
    return None if token is None else G001.too_deep(Span(source.name, token.start, token.end), MAX_DEPTH)


def stray_characters(source: Source, scanned: Scan) -> list[Diagnostic]:
    """One diagnostic for all control characters, one for all foreign white space outside texts."""
    found: list[Diagnostic] = []
    control = list(re.finditer(UNFIT, source.text))
    if control:
        at = Span(source.name, control[0].start(), control[0].end())
        found.append(G001.control_character(at, _name(control[0].group()), len(control)))
    spaces = [token for token in scanned.strays if not re.match(UNFIT, token.text)]
    if spaces:
        at = Span(source.name, spaces[0].start, spaces[0].end)
        found.append(G001.stray_space(at, _name(spaces[0].text), len(spaces)))
    return found


def _name(character: str) -> str:
    number = ord(character[0])
    if number == 0xA0:
        return "a no-break space (U+00A0)"
    if 0xD800 <= number <= 0xDFFF:
        return f"half of a surrogate pair ({code_points(character)})"
    kind = "control character" if number < 0xA0 else "invisible character or foreign space"
    return f"the {kind} {code_points(character)}"


def unwrap(source: Source, tokens: list[Token]) -> tuple[list[Token], list[Diagnostic]]:
    """Take a policy out of Markdown fences, and the prose around them away."""
    fences = [index for index, token in enumerate(tokens) if token.kind == "BAD_FENCE"]
    if not fences:
        return tokens, []
    first = fences[0]
    diagnostic = G001.fence(Span(source.name, tokens[first].start, tokens[first].end))
    if any(token.text == "guard" and token.first for token in tokens[:first]):
        return [*tokens[:first], tokens[-1]], [diagnostic]
    end = fences[1] if len(fences) > 1 else len(tokens) - 1
    return [*tokens[first + 1 : end], tokens[-1]], [diagnostic]
