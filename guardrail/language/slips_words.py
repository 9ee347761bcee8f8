"""Slips around words: misspelt, capitalised, of another language, missing, or no name."""

from __future__ import annotations

import re

from guardrail.diagnostics.codes.g001 import G001
from guardrail.diagnostics.codes.g001_foreign import ForeignSyntax
from guardrail.diagnostics.source import Span
from guardrail.language.tokens import Token
from guardrail.language.trouble import STAGES, Repair, Trouble
from guardrail.language.words import SYNONYMS, describe_found, nearest, shorten

# What may be inserted to make sense of the rest, the likeliest first.
_INSERTABLE = (
    "if",
    "else",
    "then",
    ":",
    "=",
    "{",
    "chars",
    "as",
    "from",
    ",",
    "block",
    "error",
    "given",
    "or",
    "on",
    "with",
)
_UNITS = {
    "microseconds": "us",
    "µs": "us",
    "msec": "ms",
    "millis": "ms",
    "milliseconds": "ms",
    "millisecond": "ms",
    "sec": "s",
    "secs": "s",
    "second": "s",
    "seconds": "s",
}
_MINUTES = {"min": 60, "mins": 60, "minute": 60, "minutes": 60, "m": 60, "h": 3600, "hour": 3600, "hours": 3600}
_KINDS = frozenset({"rule", "rules", "list", "text", "policy", "check", "action", "validator"})
_AMOUNT = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*(\D*)")


def misspelt(trouble: Trouble) -> Repair | None:
    """A word close to a keyword that would fit, or another language's word for it."""
    token = trouble.token
    if token.kind not in ("NAME", "BAD_WORD"):
        return None
    word = token.text.lower().replace("-", "_")
    if word == "xor":
        # One letter from `or`, and something else.
        return None
    if word == "unless" and "IF" in trouble.accepted:
        return Repair(G001.misspelt(trouble.span, token.text, "if not"), (trouble.word("if"), trouble.word("not")))
    if token.text != word and word in trouble.keywords:
        return Repair(G001.wrong_case(trouble.span, token.text, word), (trouble.word(word),))
    candidates = list(SYNONYMS.get(word, ()))
    close = nearest(word, trouble.keywords)
    if close is not None:
        candidates.append(close)
    for candidate in candidates:
        replacement = (trouble.word(candidate),)
        if trouble.automaton.terminal(replacement[0]) != "NAME" and trouble.fits(replacement, 1):
            return Repair(G001.misspelt(trouble.span, token.text, candidate), replacement)
    return None


def joined_words(trouble: Trouble) -> Repair | None:
    """`on_error block`, `default-block`, `onTimeout: block`: two keywords written as one word."""
    token = trouble.token
    if token.kind not in ("NAME", "BAD_WORD"):
        return None
    parts = re.sub(r"(?<=[a-z])(?=[A-Z])|-", "_", token.text).lower().split("_")
    if len(parts) < 2 or parts[0] not in trouble.keywords:
        return None
    after = trouble.tokens[trouble.index + 1]
    skip = 2 if after.kind in ("COLON", "EQUAL") else 1
    choices = [parts, [parts[0], "_".join(parts[1:])]]
    for choice in choices:
        words = tuple(trouble.word(part) for part in choice)
        if trouble.fits(words, skip):
            end = after.end if skip == 2 else token.end
            span = Span(trouble.source.name, token.start, end)
            written = trouble.source.text[span.start : span.end]
            return Repair(G001.misspelt(span, written, " ".join(choice)), words, skip)
    return None


def needless_kind(trouble: Trouble) -> Repair | None:
    """`expect block by rule no_mail`, `mentions(list names)`: what something is stands before its name."""
    previous, token, values = trouble.previous, trouble.token, trouble.automaton.values
    top = values[-1] if values else None
    if previous is None or previous.text not in _KINDS or token.kind != "NAME" or token.first:
        return None
    if not isinstance(top, Token) or top.kind != "NAME" or top.start != previous.start:
        return None
    height = len(values) - 1
    if not trouble.fits((token,), 1, height=height):
        return None
    diagnostic = ForeignSyntax.needless_kind(trouble.span_of(previous), previous.text, token.text)
    return Repair(diagnostic, (token,), 1, height)


def bad_name(trouble: Trouble) -> Repair | None:
    """A name with capitals, hyphens or quotes."""
    token = trouble.token
    if token.kind not in ("BAD_WORD", "STRING", "BAD_QUOTES") or "NAME" not in trouble.accepted:
        return None
    if token.kind != "BAD_WORD" and "STRING" in trouble.accepted:
        return None
    plain = token.text if token.kind == "BAD_WORD" else token.text[1:-1]
    name = re.sub(r"[^a-z0-9]+", "_", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", plain).lower()).strip("_")
    if not re.match(r"[a-z]", name):
        return None
    replacement = (trouble.new("NAME", name),)
    if not trouble.fits(replacement, 1):
        return None
    if name == token.text.lower():
        return Repair(G001.wrong_case(trouble.span, token.text, name), replacement)
    return Repair(G001.bad_name(trouble.span, shorten(token.text), name), replacement)


def amount(trouble: Trouble) -> Repair | None:
    """A time, share or count whose unit is missing, unknown, or set apart by a space."""
    token = trouble.token
    previous = trouble.previous
    after = trouble.tokens[trouble.index + 1] if token.kind != "$END" else token
    joined = (
        token.kind == "NUMBER"
        and not after.first
        and (after.text in _UNITS or after.text in _MINUTES or after.text in ("us", "ms", "s", "%"))
    )
    written = trouble.source.text[token.start : after.end] if joined else token.text
    found = _AMOUNT.fullmatch(written)
    if found is None or token.kind not in ("NUMBER", "BAD_NUMBER", "DURATION", "PERCENT"):
        return None
    digits, unit = found.groups()
    skip = 2 if joined else 1
    span = Span(trouble.source.name, token.start, after.end if joined else token.end)
    if "DURATION" in trouble.accepted:
        if unit.lower() in _MINUTES:
            digits, unit = f"{float(digits) * _MINUTES[unit.lower()]:.10g}", "s"
        proper = digits + _UNITS.get(unit.lower(), unit if unit in ("us", "ms", "s") else "ms")
        return Repair(G001.bad_amount(span, written, proper, "a time"), (trouble.new("DURATION", proper),), skip)
    if "PERCENT" in trouble.accepted:
        share = f"{float(digits) * 100:.10g}%" if "." in digits and not unit and float(digits) <= 1 else f"{digits}%"
        return Repair(G001.bad_amount(span, written, share, "a share"), (trouble.new("PERCENT", share),), skip)
    if "NUMBER" in trouble.accepted and unit == "%" and previous is not None and previous.kind in ("CMP", "COLON"):
        part = f"{float(digits) / 100:.10g}"
        return Repair(G001.bad_amount(span, written, part, "a number"), (trouble.new("NUMBER", part),), skip)
    if "NUMBER" in trouble.accepted and unit:
        if unit in ("k", "K"):
            digits = f"{float(digits) * 1000:.10g}"
        tokens = [trouble.new("NUMBER", digits)]
        proper = digits
        limit = previous is not None and previous.text == "limit"
        if limit and (unit.isalpha() and not (after.text == "chars" and not after.first)):
            tokens.append(trouble.word("chars"))
            proper = f"{digits} chars"
        return Repair(G001.bad_amount(span, written, proper, "a number"), tuple(tokens), skip)
    return None


def grouped_number(trouble: Trouble) -> Repair | None:
    """`limit 4,000 chars`: numbers are written without signs between their digits."""
    previous, after = trouble.previous, trouble.tokens[min(trouble.index + 1, len(trouble.tokens) - 1)]
    values = trouble.automaton.values
    if previous is None or previous.kind != "NUMBER" or trouble.token.text not in (",", "'") or not values:
        return None
    if after.kind != "NUMBER" or len(after.text) != 3 or not after.text.isdigit() or after.start != trouble.token.end:
        return None
    whole = trouble.new("NUMBER", previous.text + after.text, previous)
    height = len(values) - 1
    if not trouble.fits((whole,), 2, height=height):
        return None
    span = Span(trouble.source.name, previous.start, after.end)
    written = trouble.source.text[span.start : span.end]
    return Repair(G001.bad_amount(span, written, whole.text, "a number"), (whole,), 2, height)


def missing_word(trouble: Trouble) -> Repair | None:
    """One word or sign without which the rest makes sense."""
    if trouble.token.kind in ("$END", "RBRACE"):
        return None
    for text in _INSERTABLE:
        inserted = _insert(trouble, text)
        terminal = trouble.automaton.terminal(inserted)
        # Where only a name fits, a keyword would be read as one.
        if text == "or" and trouble.token.text != "near":
            continue
        if terminal == "NAME" or terminal not in trouble.accepted or _across_lines(trouble, text):
            continue
        if text == "on" and trouble.token.text.upper() not in STAGES:
            continue
        if trouble.fits((inserted,), 0, 2):
            return Repair(G001.missing(trouble.span, text, describe_found(trouble.token)), (inserted,), 0)
    return None


def _insert(trouble: Trouble, text: str) -> Token:
    word = trouble.word(text)
    return Token(word.kind, text, trouble.token.start, trouble.token.start)


def _across_lines(trouble: Trouble, text: str) -> bool:
    """A word at the start of a line begins something new; only a brace or a comma is forgotten before it."""
    return trouble.token.first and text not in ("{", ",", "given", "on")
