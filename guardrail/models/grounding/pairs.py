"""What the cross-encoder reads: `CLS claim SEP evidence SEP`, within a number of tokens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from guardrail.decision import Span
from guardrail.models.grounding.evidence import Evidence

CLS, SEP = 101, 102
LIMIT = 224
"""Tokens of a pair, the three marks included."""


class Pair(NamedTuple):
    """A row for the model: `ids` and `segments` (0 up to and with the first SEP, then 1), of one length.

    `word_spans` maps the place of each token of the claim to the code-point span of its word in the claim.
    """

    ids: list[int]
    segments: list[int]
    word_spans: dict[int, Span]


class EncodedWords(Protocol):
    """Token ids and the code-point span of the word each came from, three lists of one length."""

    @property
    def ids(self) -> Sequence[int]: ...
    @property
    def starts(self) -> Sequence[int]: ...
    @property
    def ends(self) -> Sequence[int]: ...


class WordPieces(Protocol):
    """What pairs need of `guardrail.models.wordpiece.WordPiece`."""

    def encode(self, text: str) -> Sequence[int]: ...
    def encode_words(self, text: str) -> EncodedWords: ...


def encode_pair(wordpiece: WordPieces, claim: str, evidence: Evidence | str, limit: int = LIMIT) -> Pair:
    """The tokens of a claim and its evidence, at most `limit` of them.

    Where they are too many the least useful pieces of the evidence go, whole; a single piece that is left, or a
    string, is cut at its end. A claim of more than two thirds of `limit` is cut at its end.
    """
    words = wordpiece.encode_words(claim)
    kept = min(len(words.ids), 2 * limit // 3)
    first = [CLS, *words.ids[:kept], SEP]
    second = [*_evidence_ids(wordpiece, evidence, limit - len(first) - 1), SEP]
    word_spans = {place + 1: (words.starts[place], words.ends[place]) for place in range(kept)}
    return Pair(first + second, [0] * len(first) + [1] * len(second), word_spans)


def _evidence_ids(wordpiece: WordPieces, evidence: Evidence | str, room: int) -> list[int]:
    if isinstance(evidence, str):
        return list(wordpiece.encode(evidence))[:room]
    encoded = [wordpiece.encode(piece.text) for piece in evidence.pieces]
    kept: dict[int, Sequence[int]] = {}
    for place in sorted(range(len(encoded)), key=lambda place: evidence.pieces[place].rank):
        if len(encoded[place]) <= room:
            kept[place] = encoded[place]
        elif not kept:
            kept[place] = encoded[place][:room]
        room -= len(kept.get(place, ()))
    return [token for place in sorted(kept) for token in kept[place]]
