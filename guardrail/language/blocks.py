"""Braces too few and too many: a rule inside a rule, a stage after its policy, a file that ends too early."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guardrail.diagnostics.codes.g001 import G001
from guardrail.diagnostics.codes.g006 import G006
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Source
from guardrail.language.automaton import Node
from guardrail.language.shapes import shape_help
from guardrail.language.tokens import Token
from guardrail.language.trouble import STAGES, Place, PlaceKind, Trouble, find_place

if TYPE_CHECKING:
    from guardrail.language.recovery import Reader

_STRINGS = frozenset({"STRING", "BAD_QUOTES", "BAD_STRING"})
_NAMES = frozenset({"NAME", "BAD_WORD", "STRING", "BAD_QUOTES"})
CLAUSES = frozenset(
    {"when", "flag", "block", "redact", "append", "prepend", "replace", "reask", "permit", "require", "say", "because"}
    | {"owner", "tags", "sample", "later", "shadow", "enforce", "hold", "on"}
)
SETTINGS = frozenset({"on", "because", "keep", "drop"})
_DEPTH: dict[PlaceKind, int] = {
    "file": 0,
    "declaration": 1,
    "request": 1,
    "test": 1,
    "policy": 1,
    "stage": 2,
    "rule": 3,
}
_HOME: dict[PlaceKind, PlaceKind] = {"rule": "stage", "stage": "policy"}
"""Where a block belongs; everything else stands in the file itself."""


def opens(tokens: list[Token], index: int) -> PlaceKind | None:
    """What block or declaration begins at the start of a line, judged by its first words."""
    token = tokens[index]
    after_brace = index > 0 and tokens[index - 1].kind == "RBRACE"
    if token.kind != "NAME" or not (token.first or after_brace):
        return None
    after = tokens[index + 1]
    if after.first:
        return None
    match token.text:
        case "rule" | "override" | "overridable" if after.kind in _NAMES and _has_block(tokens, index):
            return "rule"
        case "on" if after.text.upper() in STAGES:
            return "stage"
        case "policy" if after.kind in _NAMES and _has_block(tokens, index):
            return "policy"
        case "test" if after.kind in _STRINGS:
            return "test"
        case "request" if after.kind == "LBRACE":
            return "request"
        case "import" if after.kind in _STRINGS:
            return "declaration"
        case "list" | "text" if after.kind == "NAME" and tokens[index + 2].text in ("=", "from"):
            return "declaration"
        case "tools" if after.text == "from":
            return "declaration"
    return None


def _has_block(tokens: list[Token], index: int) -> bool:
    """Whether a brace stands on the same line, or a colon at its end, or nothing but the name."""
    rest = tokens[index + 1 : index + 8]
    line = next((position for position, token in enumerate(rest) if token.first), len(rest))
    if line < 2 or rest[line - 1].kind == "COLON":
        return True
    return any(token.kind == "LBRACE" for token in rest[:line])


def begins(tokens: list[Token], index: int, place: PlaceKind) -> bool:
    """Whether a block begins at `index`, or, in a rule or test, a clause that starts a line."""
    token = tokens[index]
    if place == "rule" and token.first and token.text in CLAUSES:
        return True
    if place == "test" and token.first and token.text in ("given", "assume", "expect"):
        return True
    return opens(tokens, index) is not None


def close_blocks(reader: Reader, trouble: Trouble) -> bool:
    """Close what is still open where a block begins that belongs further out, or where the file ends."""
    token, place = trouble.token, trouble.place
    kind = opens(trouble.tokens, trouble.index)
    if token.kind == "$END":
        home: PlaceKind = "file"
    elif kind is not None:
        home = _HOME.get(kind, "file")
    else:
        return False
    if place.kind == "declaration" or _DEPTH[place.kind] <= _DEPTH[home]:
        return False
    if (
        kind == "request"
        and place.opening is not None
        and indentation(trouble.source, token) > indentation(trouble.source, place.opening)
    ):
        # Indented into a test it is `given request` without its first word.
        return False
    at_end = token.kind == "$END"
    report = reader.report_end if at_end else reader.report
    if place.body is None:
        report(place, G001.unexpected(trouble.span, _found(trouble), trouble.expected, shape_help(trouble)))
    elif not reader.assumed:
        report(place, _not_closed(trouble, at_end=at_end))
    while _DEPTH[place.kind] > _DEPTH[home]:
        _close(reader, place, token)
        place = find_place(reader.automaton)
    return True


def _found(trouble: Trouble) -> str:
    return "end of the file" if trouble.token.kind == "$END" else f"word `{trouble.token.text}`"


def _close(reader: Reader, place: Place, before: Token) -> None:
    """End a block with a brace that nobody wrote; a declaration or header without its block is forgotten."""
    if place.body is None:
        reader.automaton.cut(place.height)
        return
    lost = keep_clauses(reader, place)
    brace = Token("RBRACE", "}", before.start, before.start)
    if lost and place.kind in ("rule", "test"):
        reader.damaged.append(before.start - 1)
    reader.automaton.feed(brace)
    reader.automaton.settle()


def keep_clauses(reader: Reader, place: Place) -> bool:
    """Cut the stack to the whole clauses of a block; True when that lost something."""
    assert place.body is not None
    values = reader.automaton.values
    whole = place.body
    if len(values) > whole and isinstance(values[whole], Node) and reader.automaton.accepts_at(whole + 1, "RBRACE"):
        whole += 1
    lost = len(values) > whole
    reader.automaton.cut(whole)
    return lost


def _not_closed(trouble: Trouble, *, at_end: bool) -> Diagnostic:
    """Point at the block whose end is missing: the one closed out of line with its indentation, or the innermost."""
    opening = trouble.place.opening
    assert opening is not None
    pairs, still_open = _brace_pairs(trouble)
    for partner, closing in pairs:
        # Only blocks inside the open one can have taken its brace.
        if partner.start > opening.start and _misaligned(trouble.source, partner, closing):
            return G006.closed_by_another(trouble.span_of(partner), trouble.span_of(closing))
    around = tuple(trouble.span_of(token) for token in reversed(still_open) if token.start < opening.start)
    return G006.not_closed(trouble.span_of(opening), None if at_end else trouble.span, around if at_end else ())


def _suspect(trouble: Trouble) -> Token | None:
    """The first brace whose indentation is not that of the block it closes: the likeliest to be one too many."""
    pairs, _ = _brace_pairs(trouble)
    return next((closing for opening, closing in pairs if _misaligned(trouble.source, opening, closing)), None)


def _brace_pairs(trouble: Trouble) -> tuple[list[tuple[Token, Token]], list[Token]]:
    """All closed blocks before the trouble, by where they end, and the braces that are still open."""
    pairs: list[tuple[Token, Token]] = []
    still_open: list[Token] = []
    for token in trouble.tokens[: trouble.index]:
        if token.kind == "LBRACE":
            still_open.append(token)
        elif token.kind == "RBRACE" and still_open:
            pairs.append((still_open.pop(), token))
    return pairs, still_open


def _misaligned(source: Source, opening: Token, closing: Token) -> bool:
    return closing.first and indentation(source, opening) != indentation(source, closing)


def indentation(source: Source, token: Token) -> int:
    """How many characters of white space begin the line of a token."""
    begin = source.text.rfind("\n", 0, token.start) + 1
    line = source.text[begin : token.end]
    return len(line) - len(line.lstrip())


def unnamed_stage(at: int) -> tuple[Token, ...]:
    """The header of a stage that nobody wrote; without a name it is left out of the tree."""
    return Token("NAME", "on", at, at), Token("OUTPUT", "", at, at), Token("LBRACE", "{", at, at)


def unnamed_rule(at: int) -> tuple[Token, ...]:
    """The header of a rule that nobody wrote; without a name it is left out of the tree."""
    return Token("NAME", "rule", at, at), Token("NAME", "", at, at), Token("LBRACE", "{", at, at)


def reopen_blocks(reader: Reader, trouble: Trouble) -> bool:
    """Where a rule or stage follows the end of its stage or policy, a brace was too many: read on inside."""
    token, place = trouble.token, trouble.place
    if token.kind == "RBRACE" and place.kind == "file":
        if not reader.assumed and not reader.braces_blamed:
            reader.add(G006.closes_nothing(trouble.span_of(_suspect(trouble) or token)))
        del reader.tokens[reader.index]
        return True
    kind = opens(trouble.tokens, trouble.index)
    if kind not in ("rule", "stage") or place.kind not in ("file", "policy") or _DEPTH[place.kind] >= _DEPTH[kind] - 1:
        return False
    inserted = _headers(trouble, kind)
    previous = trouble.previous
    if inserted is None or previous is None or previous.kind != "RBRACE":
        return False
    if not reader.assumed:
        reader.add(G006.closes_too_early(trouble.span_of(previous), _HOME[kind], trouble.span))
    reader.tokens[reader.index : reader.index] = inserted
    return True


def _headers(trouble: Trouble, kind: PlaceKind) -> list[Token] | None:
    """The words that open the last policy and stage again, as far as they are closed; None if there was none."""
    last = _last_block(trouble.automaton.values[-1])
    at = Token("NAME", "", trouble.token.start, trouble.token.start)
    words: list[str] = []
    if trouble.place.kind == "file":
        if last is None or last.name != "policy":
            return None
        name = last.children[0]
        assert isinstance(name, Token)
        words += ["policy", name.text, "{"]
        last = _last_block(last)
    if kind == "rule":
        if last is None or last.name != "stage":
            return None
        stage = last.children[0]
        assert isinstance(stage, Node)
        chosen = stage.children[0]
        assert isinstance(chosen, Token)
        words += ["on", chosen.text, "{"]
    return [trouble.word(word, at) for word in words]


def _last_block(value: Node | Token) -> Node | None:
    last = value.children[-1] if isinstance(value, Node) and value.children else None
    return last if isinstance(last, Node) else None
