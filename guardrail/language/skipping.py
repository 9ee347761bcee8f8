"""Skipping what cannot be read, as little as possible: to the next clause, rule or declaration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guardrail.language.blocks import SETTINGS, keep_clauses, opens, unnamed_stage
from guardrail.language.tokens import Token
from guardrail.language.trouble import Place, Trouble

if TYPE_CHECKING:
    from guardrail.language.recovery import Reader

_INSIDE = {"stage": "rule", "policy": "stage"}


def skip(reader: Reader, trouble: Trouble) -> None:
    """Move on from a token that no repair fits."""
    place = trouble.place
    if place.kind == "file":
        at_end = trouble.token.kind == "$END"
        reader.index = len(reader.tokens) if at_end else _next_opening(reader, reader.index + 1)
    elif place.kind == "declaration":
        if not reader.automaton.accepts("POLICY"):
            reader.automaton.cut(place.height)
        reader.index = _next_opening(reader, reader.index)
    elif place.body is None:
        _skip_header(reader, place)
    elif place.kind in ("rule", "test"):
        reader.damaged.append(trouble.token.start)
        depth = _open_braces(reader, place)
        keep_clauses(reader, place)
        reader.index = _block_end(reader, reader.index, depth)
    else:
        _skip_clause(reader, place)


def _next_opening(reader: Reader, index: int) -> int:
    """The next declaration, policy or test that begins a line, else the end."""
    while reader.tokens[index].kind != "$END" and opens(reader.tokens, index) in (None, "rule", "stage"):
        index += 1
    return index


def _block_end(reader: Reader, index: int, depth: int) -> int:
    """The brace that ends the present block, or what can only stand outside it; `depth` inner braces are open."""
    while reader.tokens[index].kind != "$END" and opens(reader.tokens, index) is None:
        kind = reader.tokens[index].kind
        if kind == "RBRACE":
            if not depth:
                return index
            depth -= 1
        depth += kind == "LBRACE"
        index += 1
    reader.assumed |= depth > 0
    return index


def _open_braces(reader: Reader, place: Place) -> int:
    """How many braces are open inside the block, as in `given request { a: { …`."""
    values = reader.automaton.values[place.body :]
    return sum(isinstance(value, Token) and value.kind == "LBRACE" for value in values)


def _skip_header(reader: Reader, place: Place) -> None:
    """Go on inside the block whose header is broken, so that what it holds is still read."""
    index = reader.index
    while reader.tokens[index].kind not in ("$END", "LBRACE", "RBRACE") and opens(reader.tokens, index) is None:
        index += 1
    found = reader.tokens[index]
    height = len(reader.automaton.values)
    while height > place.height and not reader.automaton.accepts_at(height, "LBRACE"):
        height -= 1
    if found.kind != "LBRACE" and opens(reader.tokens, index) == _INSIDE.get(place.kind) and height > place.height:
        # The brace went down with the rest of the header: what follows belongs into the block.
        reader.automaton.cut(height)
        reader.automaton.feed(Token("LBRACE", "{", found.start, found.start))
        reader.assumed = True
    elif found.kind != "LBRACE":
        reader.automaton.cut(place.height)
    elif height > place.height:
        reader.automaton.cut(height)
    else:
        reader.automaton.cut(place.height)
        _open_unnamed(reader, place, found)
    reader.index = index


def _open_unnamed(reader: Reader, place: Place, brace: Token) -> None:
    """Open a block that has no usable name: an empty one stands for it and tells the builders to leave it out."""
    at = place.start
    name = Token("STRING", '""', at, at) if place.kind == "test" else Token("NAME", "", at, at)
    reader.automaton.feed(Token("NAME", place.kind, at, at))
    reader.automaton.feed(name)
    reader.damaged.append(brace.start)


def _skip_clause(reader: Reader, place: Place) -> None:
    """To the next field, rule or setting of a request block, stage or policy."""
    depth = _open_braces(reader, place)
    keep_clauses(reader, place)
    index = reader.index
    if place.kind == "request" and opens(reader.tokens, index) is not None:
        # A stage or rule whose policy was lost: its words would all be read as fields.
        reader.index = _next_opening(reader, index + 1)
        reader.assumed = True
        return
    if not reader.automaton.try_out(reader.tokens[index : index + 1]):
        depth += reader.tokens[index].kind == "LBRACE"
        index += 1
    while reader.tokens[index].kind != "$END":
        token = reader.tokens[index]
        kind = opens(reader.tokens, index)
        if kind is not None or (not depth and (token.kind == "RBRACE" or _continues(place, token))):
            break
        depth += (token.kind == "LBRACE") - (token.kind == "RBRACE")
        index += 1
    reader.index = index
    reader.assumed |= depth > 0
    if depth and place.kind == "policy" and opens(reader.tokens, index) == "rule":
        # A stage whose name cannot be read: its rules can, in a stage that the tree will not show.
        for header in unnamed_stage(reader.tokens[index].start):
            reader.automaton.feed(header)


def _continues(place: Place, token: Token) -> bool:
    if not token.first:
        return False
    return place.kind == "request" or (place.kind == "policy" and token.text in SETTINGS)
