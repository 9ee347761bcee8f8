"""Applies all edits of a decision at once, on the original: spans first, then a replacement, then what is put around.

Overlapping spans become one with the label of the alphabetically first rule. A replacement beats redactions.
Prepended and appended texts stand in rule-name order, parted from the rest by an empty line. Where the subject is
JSON, strings are replaced in the document and it is written anew: nothing is ever spliced into JSON text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from guardrail.compiler.plan import EditAction, RedactAction
from guardrail.decision import Span
from guardrail.engine.contributions import Contribution
from guardrail.text.document import dump_json, replace_strings
from guardrail.text.subject import Subject

SEPARATOR: Final = "\n\n"
"""Between a text and what is put before or after it."""

Place: TypeAlias = str | int | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Redaction:
    """A span to be replaced by `label`, asked for by `rule`."""

    start: int
    end: int
    label: str
    rule: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Edited:
    """The edited subject; `inserted` tells, by place, which spans of it came from the policy and not the text.

    `args` are the arguments of a tool call. `unplaced` names the rules whose redaction has no place that can be
    edited: spans of JSON text as a whole, which is never spliced.
    """

    subject: Subject
    inserted: Mapping[Place, tuple[Span, ...]] = field(default_factory=dict)
    args: Mapping[str, Any] | None = None
    unplaced: tuple[str, ...] = ()


def apply_edits(subject: Subject, contributions: Iterable[Contribution], *, arguments: bool = False) -> Edited:
    """The subject after the edits of `contributions`; `arguments` for the arguments of a tool call."""
    fixes = [c for c in contributions if c.edit is not None]
    redactions = _redactions(fixes)
    if arguments:
        return _edit_arguments(subject, redactions)
    texts = {kind: _texts(fixes, kind) for kind in ("replace", "prepend", "append")}
    inserted: dict[Place, tuple[Span, ...]]
    if texts["replace"]:
        body = texts["replace"][0]
        inserted = {None: ((0, len(body)),)}
    elif subject.document is None:
        body, spans = splice(subject.text, redactions.get(None, []))
        inserted = {None: spans}
    else:
        body, inserted = _edit_document(subject, redactions)
    body, inserted = _surround(body, inserted, texts["prepend"], texts["append"])
    again = Subject.of_text(body) if subject.document is None else Subject.of_json_text(body)
    return Edited(again, inserted, None, () if texts["replace"] else _unplaced(subject, redactions))


def _unplaced(subject: Subject, redactions: dict[Place, list[Redaction]]) -> tuple[str, ...]:
    """The rules that would redact JSON text itself, not a string in it."""
    document = subject.document
    if document is None:
        return ()
    inside = (r for r in redactions.get(None, []) if r.start < document.end and r.end > document.start)
    return tuple(sorted({r.rule for r in inside}))


def _redactions(fixes: list[Contribution]) -> dict[Place, list[Redaction]]:
    found: dict[Place, list[Redaction]] = {}
    for fix in fixes:
        if isinstance(fix.edit, RedactAction):
            for match in fix.matches:
                found.setdefault(match.at, []).append(Redaction(match.start, match.end, fix.edit.label, fix.rule))
    return found


def _texts(fixes: list[Contribution], kind: str) -> list[str]:
    """In rule-name order; within a rule by the text itself, so that the order of arms never matters."""
    asked = {(c.rule, c.edit.text) for c in fixes if isinstance(c.edit, EditAction) and c.edit.kind == kind}
    return [text for _, text in sorted(asked)]


def splice(text: str, redactions: Iterable[Redaction]) -> tuple[str, tuple[Span, ...]]:
    """The text with every span replaced by its label, and where the labels stand.

    >>> splice("call Ann or Bob", [Redaction(5, 8, "[name]", "a"), Redaction(12, 15, "[name]", "a")])
    ('call [name] or [name]', ((5, 11), (15, 21)))
    """
    parts: list[str] = []
    inserted: list[Span] = []
    position = length = 0
    for start, end, label in merged(redactions):
        parts += (text[position:start], label)
        length += start - position
        inserted.append((length, length + len(label)))
        length += len(label)
        position = end
    parts.append(text[position:])
    return "".join(parts), tuple(inserted)


def merged(redactions: Iterable[Redaction]) -> list[tuple[int, int, str]]:
    """Disjoint spans in order; overlapping ones are one, with the label of the alphabetically first rule.

    >>> merged([Redaction(0, 5, "[b]", "b"), Redaction(3, 8, "[a]", "a"), Redaction(8, 9, "[c]", "c")])
    [(0, 8, '[a]'), (8, 9, '[c]')]
    """
    spans: list[tuple[int, int, tuple[str, str]]] = []
    for one in sorted(redactions, key=lambda r: (r.start, r.end, r.rule, r.label)):
        if one.end == one.start:
            continue
        if spans and one.start < spans[-1][1]:
            start, end, name = spans[-1]
            spans[-1] = (start, max(end, one.end), min(name, (one.rule, one.label)))
        else:
            spans.append((one.start, one.end, (one.rule, one.label)))
    return [(start, end, label) for start, end, (_, label) in spans]


def _edit_strings(
    subject: Subject, redactions: dict[Place, list[Redaction]]
) -> tuple[Any, dict[Place, tuple[Span, ...]]]:
    """The document with its strings redacted, and what was inserted where."""
    assert subject.document is not None
    replaced: dict[str, str] = {}
    inserted: dict[Place, tuple[Span, ...]] = {}
    texts = {piece.at: piece.text for piece in subject.pieces}
    for place, spans in redactions.items():
        if isinstance(place, str):
            replaced[place], inserted[place] = splice(texts[place], spans)
    return replace_strings(subject.document.value, replaced), inserted


def _edit_arguments(subject: Subject, redactions: dict[Place, list[Redaction]]) -> Edited:
    value, inserted = _edit_strings(subject, redactions)
    return Edited(Subject.of_arguments(value), inserted, value, _unplaced(subject, redactions))


def _edit_document(
    subject: Subject, redactions: dict[Place, list[Redaction]]
) -> tuple[str, dict[Place, tuple[Span, ...]]]:
    """JSON with prose around it: strings are replaced inside the document, spans spliced outside of it."""
    document = subject.document
    assert document is not None
    value, inserted = _edit_strings(subject, redactions)
    start, end = document.start, document.end
    outside = redactions.get(None, [])
    written = subject.text[start:end] if not inserted else dump_json(value)
    before, first = splice(subject.text[:start], [r for r in outside if r.end <= start])
    tail = [Redaction(r.start - end, r.end - end, r.label, r.rule) for r in outside if r.start >= end]
    after, last = splice(subject.text[end:], tail)
    shift = len(before) + len(written)
    inserted[None] = (*first, *((s + shift, e + shift) for s, e in last))
    return before + written + after, inserted


def _surround(
    body: str, inserted: dict[Place, tuple[Span, ...]], before: list[str], after: list[str]
) -> tuple[str, dict[Place, tuple[Span, ...]]]:
    """The body with texts before and after it; the empty lines between them came from the policy, too."""
    if not before and not after:
        return body, inserted
    if not body:
        text = SEPARATOR.join((*before, *after))
        return text, {**inserted, None: ((0, len(text)),)}
    head = "".join(part + SEPARATOR for part in before)
    tail = "".join(SEPARATOR + part for part in after)
    start, end = len(head), len(head) + len(body)
    spans = [(s + start, e + start) for s, e in inserted.get(None, ())]
    spans = [(0, start), *spans, (end, end + len(tail))]
    return head + body + tail, {**inserted, None: tuple(span for span in spans if span[0] < span[1])}
