"""Makes calibration cards: what `guardrail.models.cards` reads, with all that people need to judge it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from guardrail.evaluate.calibration import FALSE_ALARMS, Curve, Level, measure_levels
from guardrail.evaluate.measures import MeasureError, wilson_interval

if TYPE_CHECKING:
    from guardrail.evaluate.measures import Numbers

FORMAT: Final = 1
_STEEPEST: Final = 12.0
"""Log odds of a level: beyond them a score is 0 or 1 in the digits that people and logs see."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Benign texts that levels are measured on: the logit of each, and where known its language (`en`)."""

    name: str
    logits: Numbers
    languages: Sequence[str] | None = None


def make_card(
    model: str,
    weights_sha256: str,
    curve: Curve,
    reference: Reference,
    *,
    rates: Mapping[str, float] = FALSE_ALARMS,
    extrapolate: bool = False,
    quality: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """The JSON object of the card of one output of a model (`toxicity`, `toxicity_threat`).

    `levels` are calibrated scores; `measured` says of each how it was found: the logit, how many benign texts reach
    it, intervals at 95 %. `languages` holds the share of benign texts of each language that reaches a level, and where
    they are enough for it the score that would keep the level's rate in that language alone. `quality` is kept as
    given. Raises `MeasureError` where a level cannot be measured, unless it may be extrapolated.
    """
    levels = measure_levels(reference.logits, rates, extrapolate=extrapolate)
    curve = _flattened(curve, levels)
    return {
        "format": FORMAT,
        "model": model,
        "weights_sha256": weights_sha256,
        "slope": _rounded(curve.slope),
        "offset": _rounded(curve.offset),
        "levels": {level.name: _rounded(curve.score(level.threshold)) for level in levels},
        "reference": {"name": reference.name, "texts": len(reference.logits)},
        "measured": {level.name: _described(level, curve) for level in levels},
        "languages": _languages(reference, levels, curve),
        **({"quality": dict(quality)} if quality else {}),
    }


def write_card(path: Path, card: Mapping[str, Any]) -> None:
    """Write a card as JSON that reads well in a diff; raises `OSError`."""
    import json

    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", "utf-8")


def _flattened(curve: Curve, levels: Sequence[Level]) -> Curve:
    """A curve whose levels are scores that can be told apart.

    Where a set is told apart almost perfectly, the curve is so steep that the levels would all be 0 or 1. Its middle
    (a score of 0.5) stays where it is.
    """
    farthest = max(abs(curve.slope * level.threshold + curve.offset) for level in levels)
    if farthest <= _STEEPEST:
        return curve
    return Curve(curve.slope * _STEEPEST / farthest, curve.offset * _STEEPEST / farthest)


def _described(level: Level, curve: Curve) -> dict[str, Any]:
    return {
        "wanted": level.wanted,
        "logit": _rounded(level.threshold),
        "score_interval": [_rounded(curve.score(end)) for end in level.interval],
        "flagged": level.flagged,
        "texts": level.texts,
        "rate": _rounded(level.rate),
        "rate_interval": [_rounded(end) for end in level.rate_interval],
        "how": "measured" if level.measured else "extrapolated",
    }


def _languages(reference: Reference, levels: Sequence[Level], curve: Curve) -> dict[str, Any]:
    import numpy

    if reference.languages is None:
        return {}
    if len(reference.languages) != len(reference.logits):
        raise MeasureError("logits and languages must be lists of one length")
    logits, names = numpy.asarray(reference.logits, numpy.float64), numpy.asarray(reference.languages)
    return {
        str(name): {
            "texts": int((names == name).sum()),
            "levels": {level.name: _in_language(logits[names == name], level, curve) for level in levels},
        }
        for name in sorted(set(reference.languages))
    }


def _in_language(logits: Any, level: Level, curve: Curve) -> dict[str, Any]:
    """How often the card's level is reached in one language, and the score that keeps the rate where it can be seen."""
    flagged = int((logits >= level.threshold).sum())
    found = {
        "flagged": flagged,
        "rate": _rounded(flagged / len(logits)),
        "rate_interval": [_rounded(end) for end in wilson_interval(flagged, len(logits))],
    }
    try:
        own = measure_levels(logits, {level.name: level.wanted})[0]
    except MeasureError:
        return found
    return {**found, "own_score": _rounded(curve.score(own.threshold))}


def _rounded(value: float) -> float:
    return float(f"{value:.9g}")
