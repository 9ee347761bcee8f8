"""Slips around texts: no closing quote, other quotes, no quotes at all."""

from __future__ import annotations

from guardrail.diagnostics.codes.g002 import G002
from guardrail.diagnostics.codes.g005 import G005
from guardrail.diagnostics.source import Span
from guardrail.language.automaton import Node
from guardrail.language.strings import encode_string
from guardrail.language.tokens import Token
from guardrail.language.trouble import STAGES, Repair, Trouble

_CLOSERS = " \t)]},"
# After these words a text is meant, whatever stands there; and the words that end it when its quotes are missing.
_ACTION_ENDS = frozenset({"then", "if", "always", "else"})
_TEXT_ENDS = {
    "SAY": frozenset[str](),
    "BECAUSE": frozenset[str](),
    "OWNER": frozenset[str](),
    "TAGS": frozenset({","}),
    "HINT": frozenset[str](),
    "TEXT": frozenset[str](),
    "EQUAL": frozenset[str](),
    "WITH": _ACTION_ENDS,
    "AS": _ACTION_ENDS,
    "APPEND": _ACTION_ENDS,
    "PREPEND": _ACTION_ENDS,
    "REPLACE": _ACTION_ENDS,
    "FROM": frozenset({"column", "matching", "except"}),
    "COLUMN": frozenset({"matching", "except"}),
    "IMPORT": frozenset({"as"}),
    "TEST": frozenset({"for", "{"}),
}
_NODE_ENDS = {"expect_what": frozenset[str](), "given_what": frozenset({"{"})}


def open_string(trouble: Trouble) -> Repair | None:
    """A text without its closing quote: it is taken to end with the line, or before the brackets that end the line."""
    token = trouble.token
    if token.kind != "BAD_STRING":
        return None
    text = token.text.rstrip()
    short = text.rstrip(_CLOSERS)
    choices: list[tuple[Token, ...]] = [(_string(token, text),)]
    if short != text:
        end = token.start + len(short)
        tail = [
            Token(trouble.tables.marks[mark], mark, at, at + 1)
            for at, mark in enumerate(text[len(short) :], end)
            if mark in trouble.tables.marks
        ]
        choices.append((_string(token, short), *tail))
    read = [trouble.automaton.try_out([*choice, *trouble.tokens[trouble.index + 1 :][:1]]) for choice in choices]
    best = choices[read.index(max(read))] if max(read) else choices[0]
    closing = best[0].end if "STRING" in trouble.accepted else None
    diagnostic = G002.unterminated(trouble.span, closing)
    if "STRING" not in trouble.accepted or not trouble.fits(best, 1, 0):
        return Repair(diagnostic, (), 0)
    return Repair(diagnostic, best)


def _string(token: Token, text: str) -> Token:
    """A closed string that ends where `text` does; an odd backslash at its end would eat the quote."""
    body = text[1:]
    if (len(body) - len(body.rstrip("\\"))) % 2:
        body = body[:-1]
    return Token("STRING", f'"{body}"', token.start, token.start + len(text), token.first)


def wrong_quotes(trouble: Trouble) -> Repair | None:
    """A text in single, typographic or other quotes."""
    token = trouble.token
    if token.kind != "BAD_QUOTES" or "STRING" not in trouble.accepted:
        return None
    quoted = encode_string(token.text[1:-1])
    return Repair(G005.wrong_quotes(trouble.span, quoted), (trouble.new("STRING", quoted),))


def unquoted(trouble: Trouble) -> Repair | None:
    """Words where a text belongs: all of them up to the end of the line, or to a word that ends the action."""
    found = _text_keyword(trouble)
    if trouble.token.kind in ("EQUAL", "COLON") and trouble.tokens[trouble.index + 1].kind == "STRING":
        # `say = "no"`: the text has its quotes, the sign is too many.
        return None
    if found is None or trouble.token.kind in ("$END", "RBRACE", "LBRACE", "BAD_STRING"):
        return None
    height, ends = found
    first = trouble.index - (len(trouble.automaton.values) - height)
    last = trouble.index
    while not _ends_text(trouble, last, ends):
        last += 1
    if last == first or trouble.tokens[first].first:
        return None
    tokens = trouble.tokens
    start, end = tokens[first].start, tokens[last - 1].end
    quoted = encode_string(trouble.source.text[start:end])
    keyword = tokens[first - 1].text if first else ""
    diagnostic = G005.unquoted(Span(trouble.source.name, start, end), keyword, quoted)
    string = Token("STRING", quoted, start, end, tokens[first].first)
    return Repair(diagnostic, (string,), last - trouble.index, height)


def unquoted_entry(trouble: Trouble) -> Repair | None:
    """A word without quotes in an array: `["Globex", Acme Inc]`."""
    values = trouble.automaton.values
    top = values[-1] if values else None
    inside = isinstance(top, Token) and top.kind in ("LSQB", "COMMA")
    if not inside or "STRING" not in trouble.accepted or trouble.token.kind not in ("NAME", "BAD_WORD"):
        return None
    last = trouble.index
    while not _ends_text(trouble, last, frozenset({",", "]"})) or last == trouble.index:
        last += 1
    span = Span(trouble.source.name, trouble.token.start, trouble.tokens[last - 1].end)
    quoted = encode_string(trouble.source.text[span.start : span.end])
    string = Token("STRING", quoted, span.start, span.end, trouble.token.first)
    repair = Repair(G005.unquoted(span, "", quoted), (string,), last - trouble.index)
    return repair if trouble.fits((string,), repair.skip) else None


def _text_keyword(trouble: Trouble) -> tuple[int, frozenset[str]] | None:
    """The height above the word that wants a text, directly below or one name away, and what ends that text."""
    values = trouble.automaton.values
    for distance in range(1, min(len(values), 3) + 1):
        height = len(values) - distance
        value = values[height]
        before = values[height - 1] if height else None
        ends = _ends_after_node(value) if isinstance(value, Node) else _ends_after(value, before)
        if ends is not None and trouble.automaton.accepts_at(height + 1, "STRING"):
            return height + 1, ends
        if not isinstance(value, Token) or value.kind not in ("NAME", "DOT"):
            return None
    return None


def _ends_after_node(node: Node) -> frozenset[str] | None:
    ends = _NODE_ENDS.get(node.name)
    first = node.children[0] if node.children else None
    is_tool = isinstance(first, Token) and first.kind in ("TOOL_CALL", "TOOL_RESULT")
    return ends | {"("} if ends is not None and is_tool else ends


def _ends_after(value: Token, before: Node | Token | None) -> frozenset[str] | None:
    if value.kind in STAGES | {"CONTEXT", "QUESTION"} and isinstance(before, Token) and before.kind == "GIVEN":
        # A tool is written like a call by many, and its name ends there.
        return _NODE_ENDS["given_what"] | ({"("} if value.kind in ("TOOL_CALL", "TOOL_RESULT") else frozenset())
    return _TEXT_ENDS.get(value.kind)


def _ends_text(trouble: Trouble, index: int, ends: frozenset[str]) -> bool:
    token = trouble.tokens[index]
    if token.kind == "$END" or token.first or token.text in ends:
        return True
    # A brace that ends the line closes the block: `rule x { block always say no }`.
    return token.kind == "RBRACE" and trouble.tokens[index + 1].first
