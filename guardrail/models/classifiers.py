"""Toxicity and injection of a text: its windows' calibrated scores, and which sentences carry them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType
from typing import Final

from guardrail.decision import Span
from guardrail.models.allowance import Allowance
from guardrail.models.cards import Card, card
from guardrail.models.encoder import Encoder, Reading, Seen, refuse_long, shared_encoder
from guardrail.models.own_heads import OwnHead
from guardrail.models.own_models import OwnModels
from guardrail.models.preparing import prepare_view
from guardrail.models.windows import sentence_spans
from guardrail.text.requests import View

TOXICITY_CATEGORIES: Final = ("hate", "harassment", "threat", "sexual", "profanity")

_SENTENCES_AT_ONCE: Final = 64
_NEGLIGIBLE: Final = 0.01
"""Of many sentences, one below it is not worth a place: no threshold is as low."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the original text with its score."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """The score of a text, in [0, 1], and the places that carry it: the highest score of a place is the text's.

    `covered`: the share of the text that was looked at. What is below 1 says only that the score is not lower.
    """

    score: float
    places: tuple[Place, ...] = ()
    covered: float = 1.0


CLEAN: Final = Verdict(0.0)


class Classifier:
    """One head of the encoder, read through its card; immutable and safe to share among threads.

    `scale` is the card whose levels thresholds come from: a category's scores are put on the scale of its validator.
    """

    __slots__ = ("_card", "_encoder", "_head", "_least", "_scale")

    def __init__(self, encoder: Encoder, head: str | OwnHead, own: Card, scale: Card) -> None:
        self._encoder = encoder
        self._head = head
        self._card = own
        self._scale = scale
        self._least = min(0.5, scale.levels["possible"])

    def scores(self, texts: Sequence[str]) -> list[float]:
        """The score of each text: the highest of its windows', 0 for a text without a word."""
        return [self._highest(seen) for seen in self._encoder.read(texts)]

    def judge(self, texts: Sequence[str], allowance: Allowance | None = None) -> list[Verdict]:
        """Windows judge; where one reaches `possible`, its sentences are looked at one by one for where it lies.

        A window that does not is one place. With an allowance as many windows are looked at as it admits.
        """
        readings = self._encoder.read_within(texts, allowance)
        return [self._verdict(text, reading, allowance) for text, reading in zip(texts, readings, strict=True)]

    def judge_sentences(self, text: str, allowance: Allowance | None = None) -> Verdict:
        """Every sentence is judged for itself; the text's score is the highest of them.

        With an allowance as many sentences are judged as it admits. Raises `CheckFault` for a text of over a million
        characters.
        """
        refuse_long(text)
        view = prepare_view(text)
        places: list[Place] = []
        reached = 0
        for span, score in self._sentence_scores(view, sentence_spans(view.text), allowance):
            reached = span[1]
            if score >= _NEGLIGIBLE:
                places.append(_place(view, span, score))
        covered = reached / len(view.text) if reached < len(view.text.rstrip()) else 1.0
        return Verdict(max((place.score for place in places), default=0.0), tuple(places), covered)

    def _highest(self, seen: Sequence[Seen]) -> float:
        return self._score(max(map(self._logit, seen))) if seen else 0.0

    def _logit(self, seen: Seen) -> float:
        return seen.logit(self._head) if isinstance(self._head, str) else self._head.logit(seen)

    def _score(self, logit: float) -> float:
        return self._card.score_on(self._scale, logit)

    def _verdict(self, text: str, reading: Reading, allowance: Allowance | None) -> Verdict:
        seen = reading.seen
        score = self._highest(seen)
        if len(seen) <= 1 and score < self._least and reading.covered == 1.0:
            # The usual case: nothing to look for, and nothing to be mapped back.
            return Verdict(score, (Place(0, len(text), score),)) if seen else CLEAN
        view = prepare_view(text)
        best: dict[Span, float] = {}
        for one in seen:
            for span, own in self._carriers(view, one.sentences, self._score(self._logit(one)), allowance):
                best[span] = max(own, best.get(span, 0.0))
        places = tuple(_place(view, span, own) for span, own in sorted(best.items()))
        return Verdict(score, places, reading.covered)

    def _carriers(
        self, view: View, sentences: tuple[Span, ...], score: float, allowance: Allowance | None
    ) -> Iterator[tuple[Span, float]]:
        """The sentences of a window that carry its score.

        The one with the highest score of its own answers for the window, others for themselves. Where none comes
        near the window's score, it is what they say together: all of them carry it. So they do where there is no
        time to ask them.
        """
        if len(sentences) == 1 or score < self._least:
            yield (sentences[0][0], sentences[-1][1]), score
            return
        own = dict(self._sentence_scores(view, iter(sentences), allowance))
        foremost = max(own, key=lambda span: own[span], default=None)
        alone = foremost is not None and len(own) == len(sentences) and own[foremost] >= score / 2
        for span in sentences:
            yield span, score if span == foremost or not alone else min(own[span], score)

    def _sentence_scores(
        self, view: View, spans: Iterator[Span], allowance: Allowance | None
    ) -> Iterator[tuple[Span, float]]:
        """The sentences that were looked at, in order: all, or as many as the allowance admits."""
        while some := list(islice(spans, _SENTENCES_AT_ONCE)):
            readings = self._encoder.read_within([view.text[start:end] for start, end in some], allowance)
            for span, reading in zip(some, readings, strict=True):
                if reading.covered < 1.0:
                    return
                yield span, self._highest(reading.seen)


def _place(view: View, span: Span, score: float) -> Place:
    """A sentence's place in the original, without the blanks around it."""
    sentence = view.text[span[0] : span[1]]
    start = span[0] + len(sentence) - len(sentence.lstrip())
    return Place(*view.origin(start, max(start, span[0] + len(sentence.rstrip()))), score)


def classifier(validator: str, category: str | None = None, own: OwnModels = MappingProxyType({})) -> Classifier:
    """The classifier of `toxicity` or `injection`, or of one category of toxicity; `own` go before the shipped ones.

    The encoder is loaded once a process. Raises `ModelMissing` where weights or card are absent, `ModelProblem`.
    """
    encoder = shared_encoder()
    scale = own[validator].card if validator in own else card(validator)
    name = validator if category is None else f"{validator}_{category}"
    if name not in own:
        return Classifier(encoder, category or validator, scale if category is None else card(name), scale)
    return Classifier(encoder, own[name].head or category or validator, own[name].card, scale)
