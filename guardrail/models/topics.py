"""Topics: how close a text comes to example phrases, and how much closer to phrases that only sound like them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from guardrail.models.allowance import Allowance
from guardrail.models.cards import Card, card
from guardrail.models.encoder import Encoder, shared_encoder
from guardrail.models.problems import ModelMissing
from guardrail.models.topic_embeddings import embedded

if TYPE_CHECKING:
    from numpy.typing import NDArray

STRETCH_TOKENS: Final = 64
"""Longer texts are also looked at in stretches of it: an example phrase is one sentence, and so is most of a topic."""

_NEAR: Final = ".near.txt"


@dataclass(frozen=True, slots=True)
class Weighing:
    """The figures of the topic score, from the `options` of its card.

    `nearest`: how many of the most similar phrases count. `contrast` and `margin`: a near miss lowers the similarity by
    `contrast` times what it comes closer, after a head start of `margin`.
    """

    nearest: int = 3
    contrast: float = 1.0
    margin: float = 0.0

    @classmethod
    def of(cls, own: Card) -> Weighing:
        """What the card says, the figures above where it says nothing."""
        options = own.options
        return cls(
            max(1, int(options.get("nearest", cls().nearest))),
            options.get("contrast", cls().contrast),
            options.get("margin", cls().margin),
        )


def similarity(
    text: NDArray[Any], phrases: NDArray[Any], near_misses: NDArray[Any] | None = None, weighing: Weighing | None = None
) -> float:
    """How close a text comes to a topic's phrases, in [-1, 1] but for what near misses take away.

    All three are embeddings of unit length, a row each: `[stretches, size]`, and `[phrases, size]` twice. Of every
    stretch the mean cosine with its nearest phrases counts, lowered where near misses are nearer; of all stretches the
    highest. -1 where there is no stretch or no phrase.

    >>> import numpy
    >>> rows = numpy.eye(3)
    >>> similarity(rows[:1], rows[:2], weighing=Weighing(nearest=1)), similarity(rows[:1], rows[1:2], rows[:1])
    (1.0, -1.0)
    """
    if not len(text) or not len(phrases):
        return -1.0
    weighing = weighing or Weighing()
    close = _nearest(text, phrases, weighing.nearest)
    if near_misses is not None and len(near_misses):
        ahead = _nearest(text, near_misses, weighing.nearest) - close + weighing.margin
        close = close - weighing.contrast * ahead.clip(min=0)
    return float(close.max())


def _nearest(text: NDArray[Any], phrases: NDArray[Any], count: int) -> NDArray[Any]:
    """Of each row of `text`, the mean cosine with its `count` nearest phrases (all where there are fewer)."""
    import numpy

    cosines = text @ phrases.T
    count = min(count, len(phrases))
    nearest: NDArray[Any] = numpy.partition(cosines, len(phrases) - count, axis=1)[:, len(phrases) - count :].mean(
        axis=1
    )
    return nearest


class Topic:
    """A topic given by phrases; immutable and safe to share among threads.

    `scale` is the card whose levels thresholds come from; `own` is that of a shipped topic, else the same.
    """

    __slots__ = ("_card", "_encoder", "_near_misses", "_phrases", "_scale", "_weighing")

    def __init__(self, encoder: Encoder, phrases: Sequence[str], near_misses: Sequence[str], own: Card, scale: Card):
        self._encoder = encoder
        self._phrases = embedded(encoder, phrases)
        self._near_misses = embedded(encoder, near_misses) if near_misses else None
        self._card = own
        self._scale = scale
        self._weighing = Weighing.of(own)

    def scores(self, texts: Sequence[str]) -> list[float]:
        """The score in [0, 1] of each text: calibrated; 0 for a text without a word."""
        return [self._score(rows) if len(rows) else 0.0 for rows in stretches(self._encoder, texts)]

    def scores_within(self, texts: Sequence[str], allowance: Allowance | None) -> list[tuple[float, float]]:
        """The score of each text as far as the allowance goes, and the share of it that was looked at.

        The score of all of it can only be higher.
        """
        return [
            (self._score(rows) if len(rows) else 0.0, covered)
            for rows, covered in stretches_within(self._encoder, texts, allowance)
        ]

    def _score(self, rows: NDArray[Any]) -> float:
        value = similarity(rows, self._phrases, self._near_misses, self._weighing)
        return self._card.score_on(self._scale, value)


def stretches(encoder: Encoder, texts: Sequence[str]) -> list[NDArray[Any]]:
    """The embeddings of each text, `[stretches, size]`: its windows, and where it is longer its short stretches.

    The windows are those that the classifiers look at, so they cost nothing where one of those has run.
    """
    return [rows for rows, _ in stretches_within(encoder, texts, None)]


def stretches_within(
    encoder: Encoder, texts: Sequence[str], allowance: Allowance | None
) -> list[tuple[NDArray[Any], float]]:
    """The `stretches` that the allowance admits, and the share of each text that was looked at in both ways."""
    import numpy

    whole = encoder.read_within(texts, allowance)
    long = [text for text, own in zip(texts, whole, strict=True) if any(len(one.sentences) > 1 for one in own.seen)]
    short = dict(zip(long, encoder.read_within(long, allowance, STRETCH_TOKENS), strict=True))
    found = []
    for text, own in zip(texts, whole, strict=True):
        parts = short.get(text, own)
        rows = [one.embedding for one in (*own.seen, *(parts.seen if parts is not own else ()))]
        stacked = numpy.stack(rows) if rows else numpy.zeros((0, 0))
        found.append((stacked, min(own.covered, parts.covered)))
    return found


def topic(phrases: Sequence[str]) -> Topic:
    """The topic that a list of phrases stands for; a shipped list brings its near misses and its own card.

    Raises `ModelMissing` where weights or card are absent, `ModelProblem`.
    """
    encoder, scale = shared_encoder(), card("topic")
    name = shipped_name(tuple(phrases))
    if name is None:
        return Topic(encoder, phrases, (), scale, scale)
    return Topic(encoder, phrases, _lines(folder() / f"{name}{_NEAR}"), _own_card(name, scale), scale)


def folder() -> Path:
    """Where the shipped topics lie: package data of an installed wheel, else the checkout's `policies/topics`."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "policies"
    return (installed if installed.is_dir() else package.parent / "policies") / "topics"


def shipped_name(phrases: tuple[str, ...]) -> str | None:
    """The name of the shipped topic with just these phrases, or None."""
    for path in sorted(folder().glob("*.txt")):
        if not path.name.endswith(_NEAR) and set(_lines(path)) == set(phrases):
            return path.stem
    return None


def _own_card(name: str, scale: Card) -> Card:
    try:
        return card(f"topic_{name}")
    except ModelMissing:
        return scale


def _lines(path: Path) -> tuple[str, ...]:
    """The phrases of a shipped list, one a line, without blank lines and comments; none where there is no file."""
    try:
        lines = [line.strip() for line in path.read_text("utf-8").splitlines()]
    except FileNotFoundError:
        return ()
    return tuple(line for line in lines if line and not line.startswith("#"))
