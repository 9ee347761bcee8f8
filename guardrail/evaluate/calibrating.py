"""Calibrates a shipped classifier, or a team's own head, on a team's labelled set."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from guardrail.evaluate.calibration import FALSE_ALARMS, Curve, Level, measure_levels, platt
from guardrail.evaluate.card_making import Reference, make_card
from guardrail.evaluate.labelled import Labelled, LabelledAnswer, LabelledText
from guardrail.evaluate.measures import (
    MeasureError,
    auc_interval,
    expected_calibration_error,
    roc_auc,
    wilson_interval,
)
from guardrail.models.cards import Card, card, log_odds
from guardrail.models.encoder import MODEL as GUARD_MODEL
from guardrail.models.problems import ModelMissing
from guardrail.models.weights import weight_hash

if TYPE_CHECKING:
    from guardrail.models.own_heads import OwnHead

CATEGORIES: Final = ("hate", "harassment", "threat", "sexual", "profanity")
MODELS: Final = ("toxicity", *(f"toxicity_{name}" for name in CATEGORIES), "injection", "grounding")
_AT_ONCE: Final = 32

Progress = Callable[[int, int], None]
"""Called with how many texts are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Scored:
    """Logits with their labels and languages; `dropped` texts had no word, and hence no logit."""

    logits: tuple[float, ...]
    labels: tuple[int, ...]
    languages: tuple[str | None, ...]
    dropped: int = 0

    def only(self, label: int) -> list[float]:
        """The logits of one label."""
        return [logit for logit, own in zip(self.logits, self.labels, strict=True) if own == label]


@dataclass(frozen=True, slots=True)
class Catch:
    """How many of the texts labelled 1 reach a level."""

    hits: int
    positives: int

    @property
    def recall(self) -> float:
        """The share of them."""
        return self.hits / self.positives

    @property
    def interval(self) -> tuple[float, float]:
        """Where that share lies (Wilson)."""
        return wilson_interval(self.hits, self.positives)


@dataclass(frozen=True, slots=True)
class Calibrated:
    """What calibration came to; `card` is the JSON object. The measures are None where a label is absent.

    `error_before` is the calibration error by the card that was there, None where there was none. `kept_curve` tells
    that the old curve was kept, since no text is labelled 1.
    """

    card: Mapping[str, Any]
    curve: Curve
    levels: tuple[Level, ...]
    catches: tuple[Catch, ...] | None
    roc_auc: float | None
    roc_auc_interval: tuple[float, float] | None
    error: float | None
    error_before: float | None
    kept_curve: bool


def score_rows(model: str | OwnHead, rows: Sequence[Labelled], progress: Progress | None = None) -> Scored:
    """The logit of each row by a shipped model called one of `MODELS`, or by an own head.

    For `grounding` it is the log odds that the answer has unsupported content. Raises `ModelMissing`, `ModelProblem`,
    `CheckFault` for texts that are too long.
    """
    logits: list[float | None] = []
    for start in range(0, len(rows), _AT_ONCE):
        logits += _logits(model, rows[start : start + _AT_ONCE])
        if progress is not None:
            progress(len(logits), len(rows))
    kept = [(logit, row) for logit, row in zip(logits, rows, strict=True) if logit is not None]
    return Scored(
        tuple(logit for logit, _ in kept),
        tuple(row.label for _, row in kept),
        tuple(row.language for _, row in kept),
        len(rows) - len(kept),
    )


def calibrate(
    name: str,
    weights_sha256: str,
    scored: Scored,
    reference: str,
    *,
    benign: Scored | None = None,
    before: Card | None = None,
    rates: Mapping[str, float] = FALSE_ALARMS,
    extrapolate: bool = False,
) -> Calibrated:
    """The card of a model from its logits on labelled rows; levels come from `benign`, else from rows labelled 0.

    `reference` names what the levels are measured on. Where no row is labelled 1, the curve of `before` is kept.
    Raises `TooFewTexts` where levels cannot be measured, unless they may be extrapolated, and `MeasureError`.
    """
    harmless = scored if benign is None else benign
    logits = harmless.only(0)
    levels = tuple(measure_levels(logits, rates, extrapolate=extrapolate))
    two_sided = len(set(scored.labels)) == 2
    curve = platt(scored.logits, scored.labels) if two_sided else _kept(before)
    auc = roc_auc(scored.logits, scored.labels) if two_sided else None
    error = _error(curve, scored) if two_sided else None
    quality = {"roc_auc": auc, "expected_calibration_error": error} if two_sided else None
    traffic = Reference(reference, logits, _languages(harmless))
    positives = scored.only(1)
    written = make_card(name, weights_sha256, curve, traffic, rates=rates, extrapolate=extrapolate, quality=quality)
    return Calibrated(
        written,
        curve,
        levels,
        tuple(_catch(level, positives) for level in levels) if positives else None,
        auc,
        auc_interval(auc, len(positives), len(scored.only(0))) if auc is not None else None,
        error,
        _error(Curve(before.slope, before.offset), scored) if two_sided and before is not None else None,
        not two_sided,
    )


def card_before(model: str | OwnHead) -> Card | None:
    """The card that holds without the new one; None where there is none."""
    if not isinstance(model, str):
        return model.card
    if model == "grounding":
        # Its scores come calibrated: their log odds are what is calibrated again.
        return Card(model, 1.0, 0.0, {})
    try:
        return card(model)
    except ModelMissing:
        return None


def weights_of(model: str | OwnHead) -> str:
    """The SHA-256 of the weights that a model reads; raises `ModelMissing`."""
    if model == "grounding":
        from guardrail.models.grounding.scorer import MODEL as GROUND_MODEL

        return weight_hash(GROUND_MODEL)
    return weight_hash(GUARD_MODEL)


def _logits(model: str | OwnHead, rows: Sequence[Labelled]) -> list[float | None]:
    texts = [row.text for row in rows if isinstance(row, LabelledText)]
    if not isinstance(model, str):
        from guardrail.models.features import shared_reader

        return model.logits(shared_reader().read(texts))
    if model == "grounding":
        from guardrail.models.grounding.scorer import score_answers

        return [-log_odds(score) for score in score_answers([_item(r) for r in rows if isinstance(r, LabelledAnswer)])]
    from guardrail.models.encoder import logits_of, shared_encoder

    head = model.removeprefix("toxicity_")
    return [max(logits_of(seen, head), default=None) for seen in shared_encoder().read(texts)]


def _item(row: LabelledAnswer) -> dict[str, Any]:
    return {"context": list(row.context), "answer": row.answer, "question": row.question}


def _kept(before: Card | None) -> Curve:
    if before is None:
        raise MeasureError("no text is labelled 1, and there is no card whose curve could be kept")
    return Curve(before.slope, before.offset)


def _error(curve: Curve, scored: Scored) -> float:
    return expected_calibration_error([curve.score(logit) for logit in scored.logits], scored.labels)


def _languages(scored: Scored) -> list[str] | None:
    """The languages of the rows labelled 0; None where none says its own."""
    own = [language or "unknown" for language, label in zip(scored.languages, scored.labels, strict=True) if not label]
    return own if set(own) - {"unknown"} else None


def _catch(level: Level, positives: Sequence[float]) -> Catch:
    return Catch(sum(logit >= level.threshold for logit in positives), len(positives))
