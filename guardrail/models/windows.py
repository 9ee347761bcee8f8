"""Windows: a text of any length in stretches that the encoder takes, cut at sentence ends, nothing left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from guardrail.decision import Span
from guardrail.models.wordpiece import CLS, SEP, WordPiece
from guardrail.text.sentences import sentences

MAX_TOKENS: Final = 256
"""Of a window, with the two special tokens."""

_BLOCK: Final = 16_384
_OVERLAP: Final = 4
"""A window begins with the last sentence of the one before it, where that is at most this part of a window long."""


@dataclass(frozen=True, slots=True)
class Window:
    """What the encoder sees at once: `ids` with the special tokens, from the `sentences` of the text, in order.

    A sentence too long for a window is cut into stretches, which then stand for sentences.
    """

    ids: list[int]
    sentences: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """From the first sentence to the end of the last."""
        return self.sentences[0][0], self.sentences[-1][1]


def windows(text: str, words: WordPiece, max_tokens: int = MAX_TOKENS) -> Iterator[Window]:
    """The windows of a prepared text, made one by one: together they hold every token of it, in order.

    Each but the first repeats one sentence, so that what two sentences say together is seen together. A text without
    a word has none.
    """
    room = max_tokens - 2
    ids: list[int] = []
    spans: list[Span] = []
    last: list[int] = []
    for span, own in _stretches(text, words, room):
        if len(ids) + len(own) > room:
            yield _window(ids, spans)
            repeats = len(spans) > 1 and len(last) * _OVERLAP <= room and len(last) + len(own) <= room
            ids, spans = (list(last), [spans[-1]]) if repeats else ([], [])
        ids += own
        spans.append(span)
        last = own
    if ids:
        yield _window(ids, spans)


def sentence_spans(text: str) -> Iterator[Span]:
    """The sentences of a text of any length, made block by block.

    >>> list(sentence_spans("One. Two."))
    [(0, 5), (5, 9)]
    """
    start = 0
    while len(text) - start > _BLOCK:
        # The last sentence of a block may go on in the next one.
        *whole, unfinished = sentences(text[start : start + _BLOCK])
        for first, end in whole:
            yield start + first, start + end
        start += unfinished[0]
    for first, end in sentences(text[start:]):
        yield start + first, start + end


def _window(ids: list[int], spans: list[Span]) -> Window:
    return Window([CLS, *ids, SEP], tuple(spans))


def _stretches(text: str, words: WordPiece, room: int) -> Iterator[tuple[Span, list[int]]]:
    """The sentences with their ids, blank ones left out, those longer than `room` cut."""
    for start, end in sentence_spans(text):
        sentence = text[start:end]
        ids = words.encode(sentence)
        if len(ids) <= room:
            if ids:
                yield (start, end), ids
            continue
        encoded = words.encode_words(sentence)
        for first in range(0, len(ids), room):
            past = min(first + room, len(ids))
            until = end if past == len(ids) else start + encoded.ends[past - 1]
            yield (start + (encoded.starts[first] if first else 0), until), encoded.ids[first:past]
