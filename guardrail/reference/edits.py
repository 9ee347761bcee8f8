"""All edits of a decision, applied at once to the original text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from guardrail.reference.values import Hit, Place, Text

SEPARATOR = "\n\n"
Fragments: TypeAlias = list[tuple[str, bool]]
"""Stretches of an edited text, each with whether the policy has put it there."""
Inserted: TypeAlias = Mapping[Place, Sequence[bool]]
"""For each piece of an edited text, which of its characters the policy has put there."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What one rule wants done: `text` is the label of a redaction of `hits`, or the words of any other edit."""

    rule: str
    kind: Literal["redact", "append", "prepend", "replace"]
    text: str
    hits: tuple[Hit, ...] = field(default=())


def apply(text: Text, edits: Sequence[Edit]) -> tuple[Text, Inserted]:
    """The edited text; the order of `edits` does not matter."""
    redacted = {place: _redacted(piece, place, edits) for place, piece in text.pieces.items()}
    body = redacted.get(None) or [(text.write({place: _joined(parts) for place, parts in redacted.items()}), False)]
    replacements = _texts(edits, "replace")
    if replacements:
        body = [(replacements[0], True)]
    blocks: list[Fragments] = [[(words, True)] for words in _texts(edits, "prepend")]
    blocks += [body] if _joined(body) else []
    blocks += [[(words, True)] for words in _texts(edits, "append")]
    fragments = [one for block in blocks for one in [(SEPARATOR, True), *block]][1:]
    again = text.read(_joined(fragments))
    if replacements:
        return again, {place: [True] * len(piece) for place, piece in again.pieces.items()}
    return again, {**{place: _flags(parts) for place, parts in redacted.items()}, None: _flags(fragments)}


def unplaced(text: Text, edits: Sequence[Edit]) -> list[str]:
    """The rules that would redact JSON text itself, which is never spliced; a replacement makes that moot."""
    if _texts(edits, "replace"):
        return []
    hits = [(edit.rule, hit) for edit in edits if edit.kind == "redact" for hit in edit.hits]
    return sorted({rule for rule, hit in hits if hit.at not in text.pieces and hit.start < hit.end})


def is_inserted(hit: Hit, inserted: Inserted) -> bool:
    """Whether a hit lies wholly inside what the policy has put there; one without extent does not."""
    return hit.end > hit.start and all(inserted.get(hit.at, [False] * hit.end)[hit.start : hit.end])


def _texts(edits: Iterable[Edit], kind: str) -> list[str]:
    return [text for _, text in sorted({(edit.rule, edit.text) for edit in edits if edit.kind == kind})]


def _redacted(piece: str, place: Place, edits: Iterable[Edit]) -> Fragments:
    """The piece with each cluster of overlapping spans replaced by one label: that of the first rule by name."""
    spans = {
        (hit.start, hit.end, edit.rule, edit.text)
        for edit in edits
        if edit.kind == "redact"
        for hit in edit.hits
        if hit.at == place and hit.end > hit.start
    }
    fragments: Fragments = []
    position = 0
    while spans:
        cluster = {min(spans)}
        # Whatever overlaps the cluster joins it, and so makes it reach further.
        while joining := {one for one in spans - cluster if any(_overlap(one, other) for other in cluster)}:
            cluster |= joining
        fragments.append((piece[position : min(start for start, *_ in cluster)], False))
        fragments.append((min((rule, label) for _, _, rule, label in cluster)[1], True))
        position = max(end for _, end, *_ in cluster)
        spans -= cluster
    return [*fragments, (piece[position:], False)]


def _overlap(one: tuple[int, int, str, str], other: tuple[int, int, str, str]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _joined(fragments: Fragments) -> str:
    return "".join(text for text, _ in fragments)


def _flags(fragments: Fragments) -> list[bool]:
    return [inserted for text, inserted in fragments for _ in text]
