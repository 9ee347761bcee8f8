"""Slips around actions: no condition, no `else`, a message behind the verb, what is hidden named before the `if`."""

from __future__ import annotations

from guardrail.diagnostics.codes.g001 import G001
from guardrail.diagnostics.codes.g001_foreign import ForeignSyntax
from guardrail.diagnostics.source import Span
from guardrail.language.blocks import CLAUSES, begins
from guardrail.language.tokens import Token
from guardrail.language.trouble import Repair, Trouble
from guardrail.language.words import shorten

ACTIONS = frozenset({"flag", "block", "permit", "redact", "append", "prepend", "replace", "reask"})
_TEXTS = frozenset({"STRING", "BAD_QUOTES"})
_MOST_WORDS = 3
_FARTHEST = 12


def permit_always(trouble: Trouble) -> Repair | None:
    """`permit always`: it would lift the default for every call."""
    previous = trouble.previous
    if previous is None or previous.text != "permit" or trouble.token.text != "always" or "IF" not in trouble.accepted:
        return None
    return Repair(ForeignSyntax.permit_always(Span(trouble.source.name, previous.start, trouble.token.end)), (), 0)


def then_for_else(trouble: Trouble) -> Repair | None:
    """`require contains(disclaimer) then block`."""
    if trouble.token.text != "then" or "ELSE" not in trouble.accepted:
        return None
    return Repair(ForeignSyntax.require_then(trouble.span), (trouble.word("else"),))


def unfinished_arm(trouble: Trouble) -> Repair | None:
    """`block` or `require …` where the rule ends or goes on with another clause."""
    token = trouble.token
    if token.kind != "RBRACE" and not begins(trouble.tokens, trouble.index, trouble.place.kind):
        return None
    if trouble.place.kind != "rule" or trouble.place.body is None:
        return None
    if "ELSE" in trouble.accepted and (first := _last_of(trouble, frozenset({"require"}))) is not None:
        return Repair(ForeignSyntax.no_otherwise(_from(trouble, first)), (), 0)
    if "IF" in trouble.accepted and (first := _last_of(trouble, ACTIONS)) is not None:
        span = _from(trouble, first)
        written = shorten(trouble.source.text[span.start : span.end])
        return Repair(ForeignSyntax.no_condition(span, written, trouble.tokens[first].text), (), 0)
    return None


def _last_of(trouble: Trouble, words: frozenset[str]) -> int | None:
    """The nearest place before the trouble at which one of `words` stands."""
    lowest = max(0, trouble.index - _FARTHEST)
    return next((at for at in range(trouble.index - 1, lowest, -1) if trouble.tokens[at].text in words), None)


def _from(trouble: Trouble, first: int) -> Span:
    return Span(trouble.source.name, trouble.tokens[first].start, trouble.tokens[trouble.index - 1].end)


def message_behind_verb(trouble: Trouble) -> Repair | None:
    """`block with "no" if …`, `block "no" if …`: what a user is told is a clause of its own."""
    previous, tokens, index = trouble.previous, trouble.tokens, trouble.index
    if previous is None or previous.text not in ("block", "flag", "permit") or "IF" not in trouble.accepted:
        return None
    if trouble.token.text in ("with", "say", "saying", "message", "because"):
        index += 1
        index += tokens[index].kind == "COLON"
    message = tokens[min(index, len(tokens) - 1)]
    if message.kind not in _TEXTS or message.first:
        return None
    diagnostic = ForeignSyntax.message_behind_verb(
        _span(trouble, trouble.token, message), previous.text, shorten(message.text)
    )
    skip = index + 1 - trouble.index
    return Repair(diagnostic, (), skip if trouble.fits((), skip) else 0)


def redact_what(trouble: Trouble) -> Repair | None:
    """`redact email addresses`, `replace rivals with "another"`: the condition says what is hidden."""
    previous, token = trouble.previous, trouble.token
    if previous is None or token.first:
        return None
    before = trouble.tokens[trouble.index - 2]
    if token.text in ("with", "by") and before.text == "replace" and previous.kind in ("NAME", "STRING"):
        name = previous.text if previous.kind == "NAME" else "names"
        label = trouble.tokens[trouble.index + 1]
        shown = shorten(label.text) if label.kind == "STRING" else '"…"'
        return Repair(ForeignSyntax.replace_part(_span(trouble, before, token), name, shown), (), 0)
    after = trouble.tokens[trouble.index + 1]
    if previous.text == "redact" and token.kind == "NAME" and after.kind not in (*_TEXTS, "LPAR", "COLON"):
        words = [token, *_words_after(trouble, trouble.index + 1)]
        if not trouble.fits((), len(words)) and token.text not in ("as", "if", "always"):
            return Repair(ForeignSyntax.redact_what(_span(trouble, token, words[-1])), (), 0)
    return None


def filler(trouble: Trouble) -> Repair | None:
    """Words of a sentence that the language has no use for: `block the answer if …`, `reask up to 2`."""
    if "AND" in trouble.accepted or trouble.place.kind != "rule" or trouble.token.kind not in ("NAME", "BAD_WORD"):
        return None
    if trouble.token.text in CLAUSES and (trouble.token.first or trouble.token.text in ACTIONS):
        return None
    words = [trouble.token, *_words_after(trouble, trouble.index + 1)][:_MOST_WORDS]
    for count in range(1, len(words) + 1):
        after = trouble.tokens[trouble.index + count]
        if not after.first and after.kind not in ("RBRACE", "$END") and trouble.fits((), count, 2):
            span = _span(trouble, trouble.token, words[count - 1])
            written = trouble.source.text[span.start : span.end]
            return Repair(G001.superfluous(span, shorten(written)), (), count)
    return None


def _words_after(trouble: Trouble, index: int) -> list[Token]:
    found: list[Token] = []
    while trouble.tokens[index].kind in ("NAME", "BAD_WORD") and not trouble.tokens[index].first:
        found.append(trouble.tokens[index])
        index += 1
    return found


def _span(trouble: Trouble, first: Token, last: Token) -> Span:
    return Span(trouble.source.name, first.start, last.end)


def needless_always(trouble: Trouble) -> Repair | None:
    """`block always if mentions(names)`."""
    previous = trouble.previous
    if trouble.token.text != "if" or trouble.token.first or previous is None or previous.text != "always":
        return None
    return Repair(ForeignSyntax.needless_always(trouble.span_of(previous)), (), 0)


def condition_first(trouble: Trouble) -> Repair | None:
    """`if a then block`, as other languages have it."""
    if trouble.place.kind != "rule" or trouble.token.text != "if" or "WHEN" not in trouble.accepted:
        return None
    return Repair(ForeignSyntax.condition_first(trouble.span, *_turned(trouble)), (), 0)


def _turned(trouble: Trouble) -> tuple[str, Span | None]:
    """The arm with its action in front, and the place it takes; of a line that cannot be turned an example."""
    tokens, index = trouble.tokens, trouble.index
    middle = index + 1
    while not tokens[middle].first and tokens[middle].text not in ("then", "{", ":", ","):
        middle += 1
    action = middle + 1
    last = action
    while tokens[last].kind not in ("$END", "RBRACE") and (last == action or not tokens[last].first):
        last += 1
    if tokens[middle].first or middle == index + 1 or tokens[min(action, last - 1)].text not in ACTIONS:
        return "block if …", None
    text = trouble.source.text
    condition = text[tokens[index + 1].start : tokens[middle - 1].end]
    written = f"{text[tokens[action].start : tokens[last - 1].end]} if {condition}"
    braced = tokens[middle].text == "{" and tokens[last].kind == "RBRACE"
    end = tokens[last].end if braced else tokens[last - 1].end
    return " ".join(written.split()), Span(trouble.source.name, trouble.token.start, end)
