"""A text as a reader of its hidden parts sees it: payloads decoded where they stand, deletions applied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guardrail.decision import Span
from guardrail.text.characters import is_accent, is_ignorable, is_variation_selector
from guardrail.text.hidden import Payload, find_payloads, find_separated_payloads

PASSES = 3
"""What a payload or a deletion uncovers is looked at again, so often in all."""


def has_deletions(text: str) -> bool:
    """Whether the text holds a backspace or a delete character."""
    return "\b" in text or "\x7f" in text


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Revealed:
    """A text with its payloads decoded and its deletions applied.

    `spans[i]` is the original span behind `text[i]`; struck-out characters and their deletions belong to the character
    before them.
    """

    text: str
    spans: tuple[Span, ...]


def reveal(text: str) -> Revealed | None:
    """The text with hidden channels decoded where they stand and deletions applied; None where nothing changes.

    >>> reveal("Glx\\bobex").text
    'Globex'
    """
    revealed: Revealed | None = None
    for _ in range(PASSES):
        shown = text if revealed is None else revealed.text
        payloads = _payloads(shown)
        if not payloads and not has_deletions(shown):
            break
        revealed = _pass(shown, None if revealed is None else revealed.spans, payloads)
    return revealed


def _payloads(text: str) -> list[Payload]:
    if text.isascii():
        return []
    found = [payload for payload in find_payloads(text) if payload.decoded]
    return found or list(find_separated_payloads(text))


def _pass(text: str, spans: Sequence[Span] | None, payloads: list[Payload]) -> Revealed:
    """One look at `text`, whose characters stand behind `spans` in the original (None: at their own places)."""
    kept: list[tuple[str, Span]] = []
    for character, (start, end) in _symbols(text, payloads):
        origin = (start, end) if spans is None else (spans[start][0], spans[end - 1][1])
        if character in "\b\x7f":
            _strike(kept, origin[1])
        else:
            kept.append((character, origin))
    return Revealed("".join(character for character, _ in kept), tuple(span for _, span in kept))


def _symbols(text: str, payloads: list[Payload]) -> Iterator[tuple[str, Span]]:
    position = 0
    for payload in payloads:
        yield from ((text[i], (i, i + 1)) for i in range(position, payload.start))
        yield from zip(payload.decoded, payload.spans, strict=True)
        position = payload.end
    yield from ((text[i], (i, i + 1)) for i in range(position, len(text)))


def _strike(kept: list[tuple[str, Span]], end: int) -> None:
    """Take back the last character with the marks and ignorable characters after it; a line break stays."""
    while kept and _is_unseen(kept[-1][0]):
        kept.pop()
    if kept and kept[-1][0] != "\n":
        kept.pop()
    # What was struck out goes when the character before it does: nothing else would leave the text readable.
    while kept and _is_unseen(kept[-1][0]) and not _may_carry(kept[-1][0]):
        kept.pop()
    if kept:
        kept[-1] = (kept[-1][0], (kept[-1][1][0], end))


def _may_carry(character: str) -> bool:
    """Whether it may be a symbol of a payload that the deletions around it have cut up."""
    return is_variation_selector(character) or character in "\u2062\u2064"


def _is_unseen(character: str) -> bool:
    return is_ignorable(character) or is_accent(character)
