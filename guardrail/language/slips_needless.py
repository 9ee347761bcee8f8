"""Slips of one thing too many, or two in the wrong order: `shadow: true`, `append(note)`, `from file "x.txt"`."""

from __future__ import annotations

from guardrail.diagnostics.codes.g001 import G001
from guardrail.diagnostics.codes.g001_foreign import ForeignSyntax
from guardrail.diagnostics.source import Span
from guardrail.language.trouble import Repair, Trouble
from guardrail.language.words import shorten

_LONE_WORDS = frozenset({"shadow", "later"})
_YES = frozenset({"true", "yes", "on"})
_WORDS = frozenset({"NAME", "BAD_WORD", "CMP", "EQUAL"})
_MOST_WORDS = 3
_PARTIAL = frozenset({"contains", "includes", "matches", "like", "has", "startswith", "endswith", "not", "!="})
_TYPES = frozenset({"string", "int", "number", "bool"})
_OPTIONAL = frozenset({"optional", "maybe", "nullable"})
_OPTIONS = {
    ("any", "case"): "any_case",
    ("any", "accent"): "any_accent",
    ("any", "accents"): "any_accent",
    ("whole", "words"): "whole_words",
    ("whole", "word"): "whole_words",
}


def needless_value(trouble: Trouble) -> Repair | None:
    """`shadow: true`, `later true`: the word alone says it."""
    previous, tokens, index = trouble.previous, trouble.tokens, trouble.index
    if previous is None or previous.text not in _LONE_WORDS or trouble.token.first or trouble.place.kind != "rule":
        return None
    index += tokens[index].kind in ("COLON", "EQUAL")
    if tokens[index].text not in _YES or tokens[index].first:
        return None
    span = Span(trouble.source.name, trouble.token.start, tokens[index].end)
    written = trouble.source.text[span.start : span.end]
    diagnostic = G001.superfluous(span, written, (f"write `{previous.text}` alone",))
    return Repair(diagnostic, (), index + 1 - trouble.index)


def needless_parentheses(trouble: Trouble) -> Repair | None:
    """`append(note) if …`: an action is no call."""
    tokens, index = trouble.tokens, trouble.index
    if trouble.token.kind != "LPAR" or "STRING" not in trouble.accepted or "LPAR" in trouble.accepted:
        return None
    inside, closing = tokens[index + 1], tokens[min(index + 2, len(tokens) - 1)]
    if inside.kind not in ("NAME", "STRING") or closing.kind != "RPAR" or not trouble.fits((inside,), 3):
        return None
    span = Span(trouble.source.name, trouble.token.start, closing.end)
    return Repair(ForeignSyntax.needless_brackets(span, inside.text), (inside,), 3)


def words_before_text(trouble: Trouble) -> Repair | None:
    """`from file "x.txt"`, `expect text contains "x"`: words between a keyword and the text that it wants."""
    tokens, index, previous = trouble.tokens, trouble.index, trouble.previous
    if "STRING" not in trouble.accepted or previous is None or trouble.token.kind not in _WORDS:
        return None
    end = index
    while tokens[end].kind in _WORDS and not tokens[end].first and end - index < _MOST_WORDS:
        end += 1
    if end == index or tokens[end].kind != "STRING" or tokens[end].first or not trouble.fits((), end - index):
        return None
    span = Span(trouble.source.name, trouble.token.start, tokens[end - 1].end)
    written = shorten(trouble.source.text[span.start : span.end])
    if _PARTIAL.isdisjoint(token.text.lower() for token in tokens[index:end]):
        return Repair(G001.superfluous(span, written), (), end - index)
    helps = (f"`{previous.text}` is followed by the whole text: write all of it in double quotes",)
    return Repair(G001.superfluous(span, written, helps), (), end - index)


def split_option(trouble: Trouble) -> Repair | None:
    """`matching any case`: an option is one word."""
    previous = trouble.previous
    option = _OPTIONS.get((previous.text, trouble.token.text)) if previous is not None else None
    if previous is None or option is None or trouble.place.kind != "declaration":
        return None
    span = Span(trouble.source.name, previous.start, trouble.token.end)
    joined = trouble.new("NAME", option, previous)
    height = len(trouble.automaton.values) - 1
    if not trouble.fits((joined,), 1, height=height):
        return None
    return Repair(G001.misspelt(span, f"{previous.text} {trouble.token.text}", option), (joined,), 1, height)


def turned_field(trouble: Trouble) -> Repair | None:
    """`string channel`, `optional channel: string`: a field begins with its name."""
    previous, token, tokens = trouble.previous, trouble.token, trouble.tokens
    if trouble.place.kind != "request" or previous is None or token.kind != "NAME" or token.first:
        return None
    colon, kind = tokens[trouble.index + 1], tokens[min(trouble.index + 2, len(tokens) - 1)]
    if previous.text in _TYPES and colon.kind != "COLON":
        written, skip, type_name, last = f"{token.text}: {previous.text}", 1, previous.text, token
    elif previous.text in _OPTIONAL and colon.kind == "COLON" and kind.kind == "NAME":
        written, skip, type_name, last = f"{token.text}: {kind.text} ?", 3, kind.text, kind
    else:
        return None
    words = [token, trouble.new("COLON", ":"), trouble.new("NAME", type_name)]
    if skip == 3:
        words.append(trouble.new("OPTIONAL", "?"))
    height = len(trouble.automaton.values) - 1
    if not trouble.fits(words, skip, height=height):
        return None
    span = Span(trouble.source.name, previous.start, last.end)
    return Repair(ForeignSyntax.turned_field(span, written), tuple(words), skip, height)
