"""Topics: whether a text is closer to example phrases than to phrases that only sound like them, or are ordinary."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
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

_STRETCH_CHARACTERS: Final = 280
_MOST_STRETCHES: Final = 7
"""Of 2,000 characters, the longest texts that the cards were measured on."""

_NEAR: Final = ".near.txt"
_ORDINARY: Final = f"ordinary{_NEAR}"
"""What people say about anything: every topic is told apart from it."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """The figures of the topic score, from the `options` of its card.

    `concentration`: how fast a phrase's weight falls off with its distance. `ordinary`: the share of ordinary phrases
    in what a topic is told apart from; near misses are the rest. `chance`: what is taken off per log of a text's
    length in stretches, since the more there are, the higher the highest is by chance.
    """

    concentration: float = 12.0
    ordinary: float = 0.2
    chance: float = 0.2

    @classmethod
    def of(cls, own: Card) -> Weighing:
        """What the card says, the figures above where it says nothing."""
        usual, options = cls(), own.options
        return cls(
            options.get("concentration", usual.concentration),
            min(max(options.get("ordinary", usual.ordinary), 0.01), 0.99),
            options.get("chance", usual.chance),
        )


def similarity(
    text: NDArray[Any],
    phrases: NDArray[Any],
    near_misses: NDArray[Any] | None = None,
    ordinary: NDArray[Any] | None = None,
    weighing: Weighing | None = None,
) -> float:
    """How much more likely a text is among a topic's phrases than among near misses and ordinary ones, as log odds.

    All are embeddings of unit length, a row each: `[stretches, size]` and `[phrases, size]`. Densities are estimated
    with a von Mises-Fisher kernel around every phrase (Hall, Watson and Cabrera, Kernel density estimation with
    spherical data, 1987). Of all stretches the highest counts. Without near misses and ordinary phrases the text is
    compared with one at right angles to all phrases. Minus infinity where there is no stretch or no phrase.

    >>> import numpy
    >>> rows = numpy.eye(3)
    >>> similarity(rows[:1], rows[:1]), similarity(rows[:1], rows[1:2], rows[:1], weighing=Weighing(10.0))
    (12.0, -10.0)
    """
    if not len(text) or not len(phrases):
        return -math.inf
    weighing = weighing or Weighing()
    odds = _log_density(text, phrases, weighing) - _log_density_elsewhere(text, near_misses, ordinary, weighing)
    return float(odds.max())


def _log_density_elsewhere(
    text: NDArray[Any], near_misses: NDArray[Any] | None, ordinary: NDArray[Any] | None, weighing: Weighing
) -> NDArray[Any]:
    """Of each row, the log density of what is not the topic, in the units of `_log_density`."""
    import numpy

    near = None if near_misses is None or not len(near_misses) else _log_density(text, near_misses, weighing)
    common = None if ordinary is None or not len(ordinary) else _log_density(text, ordinary, weighing)
    if near is not None and common is not None:
        share = weighing.ordinary
        mixed: NDArray[Any] = numpy.logaddexp(near + math.log1p(-share), common + math.log(share))
        return mixed
    if near is not None:
        return near
    return numpy.zeros(len(text)) if common is None else common


def _log_density(text: NDArray[Any], phrases: NDArray[Any], weighing: Weighing) -> NDArray[Any]:
    """Of each row, the log of its density around the phrases, but for a constant that all densities share."""
    import numpy

    found: NDArray[Any] = numpy.log(numpy.exp(weighing.concentration * (text @ phrases.T)).mean(axis=1))
    return found


class Topic:
    """A topic given by phrases; immutable and safe to share among threads.

    `scale` is the card whose levels thresholds come from; `own` is that of a shipped topic, else the same.
    """

    __slots__ = ("_card", "_encoder", "_near_misses", "_ordinary", "_phrases", "_scale", "_weighing")

    def __init__(self, encoder: Encoder, phrases: Sequence[str], near_misses: Sequence[str], own: Card, scale: Card):
        self._encoder = encoder
        self._phrases = embedded(encoder, phrases)
        self._near_misses = embedded(encoder, near_misses)
        self._ordinary = embedded(encoder, ordinary_phrases())
        self._card = own
        self._scale = scale
        self._weighing = Weighing.of(own)

    def scores(self, texts: Sequence[str]) -> list[float]:
        """The score in [0, 1] of each text: calibrated; 0 for a text without a word."""
        return [score for score, _ in self.scores_within(texts, None)]

    def scores_within(self, texts: Sequence[str], allowance: Allowance | None) -> list[tuple[float, float]]:
        """The score of each text as far as the allowance goes, and the share of it that was looked at.

        The score of all of it can only be higher.
        """
        seen = stretches_within(self._encoder, texts, allowance)
        return [
            (self._card.score_on(self._scale, self.value(text, rows)), covered)
            for text, (rows, covered) in zip(texts, seen, strict=True)
        ]

    def value(self, text: str, rows: NDArray[Any]) -> float:
        """What the card turns into a score: of a text, given its `stretches` or some of them, `[stretches, size]`.

        What is taken off for length depends on the text alone, so that more stretches never lower it. Minus infinity
        where there is no stretch.
        """
        number = min(max(len(text) / _STRETCH_CHARACTERS, 1.0), _MOST_STRETCHES)
        odds = similarity(rows, self._phrases, self._near_misses, self._ordinary, self._weighing)
        return odds - self._weighing.chance * math.log(number)


def stretches(encoder: Encoder, texts: Sequence[str]) -> list[NDArray[Any]]:
    """The embeddings of each text, `[stretches, size]`: its windows, and where it is longer its short stretches.

    The windows are those that the classifiers look at, so they cost nothing where one of those has run.
    """
    return [rows for rows, _ in stretches_within(encoder, texts, None)]


def stretches_within(
    encoder: Encoder, texts: Sequence[str], allowance: Allowance | None
) -> list[tuple[NDArray[Any], float]]:
    """The `stretches` that the allowance admits, and the share of each text looked at: both ways count half."""
    import numpy

    whole = encoder.read_within(texts, allowance)
    long = [text for text, own in zip(texts, whole, strict=True) if any(len(one.sentences) > 1 for one in own.seen)]
    short = dict(zip(long, encoder.read_within(long, allowance, STRETCH_TOKENS), strict=True))
    found = []
    for text, own in zip(texts, whole, strict=True):
        parts = short.get(text, own)
        rows = [one.embedding for one in (*own.seen, *(parts.seen if parts is not own else ()))]
        stacked = numpy.stack(rows) if rows else numpy.zeros((0, 0))
        found.append((stacked, (own.covered + parts.covered) / 2))
    return found


def topic(phrases: Sequence[str]) -> Topic:
    """The topic that a list of phrases stands for; a shipped list brings its near misses and its own card.

    Raises `ModelMissing` where weights or card are absent, `ModelProblem`.
    """
    encoder, scale = shared_encoder(), card("topic")
    name = shipped_name(tuple(phrases))
    if name is None:
        return Topic(encoder, phrases, (), scale, scale)
    return Topic(encoder, phrases, near_misses(name), _own_card(name, scale), scale)


def folder() -> Path:
    """Where the shipped topics lie: package data of an installed wheel, else the checkout's `policies/topics`."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "policies"
    return (installed if installed.is_dir() else package.parent / "policies") / "topics"


def shipped_topics() -> Mapping[str, tuple[str, ...]]:
    """The phrases of every shipped topic by its name."""
    paths = [path for path in sorted(folder().glob("*.txt")) if not path.name.endswith(_NEAR)]
    return {path.stem: _lines(path) for path in paths}


def near_misses(name: str) -> tuple[str, ...]:
    """The phrases that only sound like the shipped topic `name`."""
    return _lines(folder() / f"{name}{_NEAR}")


def ordinary_phrases() -> tuple[str, ...]:
    """What people say about anything: every topic is told apart from it."""
    return _lines(folder() / _ORDINARY)


def shipped_name(phrases: tuple[str, ...]) -> str | None:
    """The name of the shipped topic with just these phrases, or None."""
    wanted = set(phrases)
    return next((name for name, own in shipped_topics().items() if set(own) == wanted), None)


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
