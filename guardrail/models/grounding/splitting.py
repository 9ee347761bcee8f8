"""Texts in the pieces that are judged: an answer's sentences, a passage's sentences and rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from guardrail.models.grounding.records import records
from guardrail.text.requests import CheckFault
from guardrail.text.sentences import sentences

MAX_CHARACTERS = 400_000
"""Code points of all passages together, beyond which they are refused."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, list item or table row of an answer.

    `start`, `end` are its code-point offsets in the answer, markers and white space around it left out. `text` has
    the same length: Markdown signs, table bars and citations in it are blanks, so offsets in it are offsets in the
    answer. `lead` is the line that announces the list it stands in (`The shop sells:`), else empty; `heading` says
    that Markdown makes it a heading (`## Prices`, or a line in bold). Only the `text` of an answer that is JSON is
    worded anew (`price: 5`), row by row.
    """

    text: str
    start: int
    end: int
    lead: str = ""
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence or a row of a passage. `passage` is the passage's place; the offsets are in what was given for it."""

    text: str
    passage: int
    start: int
    end: int


def read(answer: str) -> tuple[Sentence, ...]:
    """The sentences of an answer in order; pieces without a letter or a digit are left out.

    >>> answer = "We sell:\\n- **tea** [1]\\n- coffee. And more!"
    >>> [(s.text, s.lead, answer[s.start : s.end]) for s in read(answer)]  # doctest: +NORMALIZE_WHITESPACE
    [('We sell:', '', 'We sell:'), ('tea', 'We sell:', 'tea'), ('coffee.', 'We sell:', 'coffee.'),
     ('And more!', 'We sell:', 'And more!')]
    """
    rows = records(answer)
    if rows is not None:
        return tuple(Sentence(row.text, row.start, row.end) for row in rows)
    plain = _without_markup(answer)
    found: list[Sentence] = []
    lead = ""
    item = False
    at_line_start = True
    for start, end in sentences(plain):
        if at_line_start:
            item = _item_pattern().match(plain, start, end) is not None
        at_line_start = "\n" in plain[start:end]
        sentence = _trimmed(plain, start, end)
        if sentence is None:
            continue
        if not item:
            lead = ""
        found.append(Sentence(plain[sentence[0] : sentence[1]], *sentence, lead, _is_heading(answer, *sentence)))
        if found[-1].text.endswith(":"):
            lead = found[-1].text
    numbered = [sentence for sentence in found if not _list_number().fullmatch(sentence.text)]
    return tuple(numbered or found)


def units(passages: str | Sequence[str]) -> tuple[Unit, ...]:
    """The sentences and rows of some passages, in order; the paragraphs of a single text count as passages.

    Raises `CheckFault` where there are more than 400,000 characters.

    >>> [(u.text, u.passage) for u in units("Tea is hot. Ice is not.\\n\\nIt rains.")]
    [('Tea is hot.', 0), ('Ice is not.', 0), ('It rains.', 1)]
    """
    if (len(passages) if isinstance(passages, str) else sum(map(len, passages))) > MAX_CHARACTERS:
        raise CheckFault(f"the passages have more than {MAX_CHARACTERS:,} characters together")
    found: list[Unit] = []
    if isinstance(passages, str):
        for place, (start, end) in enumerate(_paragraphs(passages)):
            found.extend(_passage_units(passages[start:end], place, start))
    else:
        for place, passage in enumerate(passages):
            found.extend(_passage_units(passage, place, 0))
    return tuple(found)


def _passage_units(passage: str, place: int, offset: int) -> list[Unit]:
    rows = records(passage)
    if rows is not None:
        return [Unit(row.text, place, offset + row.start, offset + row.end) for row in rows]
    found: list[Unit] = []
    for start, end in sentences(passage):
        trimmed = _trimmed(passage, start, end)
        if trimmed is not None:
            found.append(Unit(passage[trimmed[0] : trimmed[1]], place, offset + trimmed[0], offset + trimmed[1]))
    return found


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Stretches between blank lines; a text that is JSON as a whole is one."""
    if records(text) is not None:
        return [(0, len(text))]
    found: list[tuple[int, int]] = []
    start = 0
    for gap in _blank_lines().finditer(text):
        if gap.start() > start:
            found.append((start, gap.start()))
        start = gap.end()
    if start < len(text):
        found.append((start, len(text)))
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span without list marker, heading sign and white space; None where no letter or digit is left."""
    marker = _item_pattern().match(text, start, end)
    if marker is not None:
        start = marker.end()
    while start < end and (text[start].isspace() or text[start] in "#>"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if any(c.isalnum() for c in text[start:end]) else None


def _without_markup(answer: str) -> str:
    """The answer with Markdown emphasis, table bars, citations and links' addresses as blanks; the same length."""
    if not _has_markup().search(answer):
        return answer
    return _markup().sub(lambda match: " " * len(match[0]), answer)


@cache
def _item_pattern() -> re.Pattern[str]:
    return re.compile(r"[ \t]*(?:[-*+•▪◦‣·–][ \t]+|\(?\d{1,2}[.)][ \t]+|[a-zA-Z]\)[ \t]+)")


def _is_heading(answer: str, start: int, end: int) -> bool:
    """Whether the line around a sentence is a Markdown heading, or in bold as a whole."""
    line_start = answer.rfind("\n", 0, start) + 1
    line_end = answer.find("\n", end)
    return _heading().fullmatch(answer, line_start, line_end if line_end >= 0 else len(answer)) is not None


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(r"\s*(?:#{1,6}[ \t].{1,200}|\*\*[^*\n]{1,200}\*\*:?\s*|__[^_\n]{1,200}__:?\s*)")


@cache
def _list_number() -> re.Pattern[str]:
    """What is left of the number of an item that does not begin its line."""
    return re.compile(r"\(?\d{1,2}[.)]")


@cache
def _blank_lines() -> re.Pattern[str]:
    return re.compile(r"\n[ \t\r]*\n\s*")


@cache
def _has_markup() -> re.Pattern[str]:
    return re.compile(r"[*`|\[_~]")


@cache
def _markup() -> re.Pattern[str]:
    return re.compile(
        r"\*{2,3}|~~|`+|(?<!\w)__(?=\w)|(?<=[^\W_])__(?!\w)"
        r"|(?<!\w)[*_](?=\w)|(?<=[\w.,!?])[*_](?!\w)"
        r"|\|"
        r"|\[\^?\d{1,3}(?:[ ]?[,;–-][ ]?\d{1,3}){0,9}\]"
        r"|\]\([^()\s]{1,500}\)|(?<!\w)\[(?=\w)"
    )
