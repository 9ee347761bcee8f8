"""Calibration: from logits to probabilities, and the thresholds that stand for a share of false alarms.

A card is made of two sets. Labelled texts give the curve (what a score means as a probability); a reference set of
benign texts gives the levels (how often a harmless text reaches them). Neither may have trained the model.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from guardrail.evaluate.measures import MeasureError, wilson_interval
from guardrail.models.cards import LEVELS, sigmoid

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from guardrail.evaluate.measures import Numbers

FALSE_ALARMS: Final[Mapping[str, float]] = dict(zip(LEVELS, (0.05, 0.01, 0.001), strict=True))
"""What the levels of a card mean: the share of benign texts that reaches them."""

CONFIDENCE: Final = 0.95
_NEWTON_STEPS: Final = 100
_TAIL: Final = 0.1
"""The share of benign texts that an extrapolation is drawn from."""


@dataclass(frozen=True, slots=True)
class Curve:
    """How a logit becomes a probability: `sigmoid(slope * logit + offset)`."""

    slope: float
    offset: float

    def score(self, logit: float) -> float:
        """The probability in [0, 1]."""
        return sigmoid(self.slope * logit + self.offset)


@dataclass(frozen=True, slots=True)
class Level:
    """A threshold on logits that `wanted` of the benign texts reach.

    `flagged` of `texts` reach it (`logit >= threshold`). `interval` is where the threshold of all such traffic lies.
    `measured` is false for one extrapolated from lower logits: `texts` are too few to see it.
    """

    name: str
    wanted: float
    threshold: float
    interval: tuple[float, float]
    flagged: int
    texts: int
    measured: bool = True

    @property
    def rate(self) -> float:
        """The share of the benign texts that reaches it."""
        return self.flagged / self.texts

    @property
    def rate_interval(self) -> tuple[float, float]:
        """Where that share lies for all such traffic (Wilson)."""
        return wilson_interval(self.flagged, self.texts, CONFIDENCE)


class TooFewTexts(MeasureError):
    """Benign texts are too few to measure some levels; `needed` maps the name of each to how many it takes."""

    def __init__(self, texts: int, needed: Mapping[str, int]) -> None:
        self.texts, self.needed = texts, needed
        named = " and ".join(f"`{name}` (it takes {number:,})" for name, number in needed.items())
        super().__init__(f"{texts:,} benign texts are too few to measure {named}")


def platt(logits: Numbers, labels: Numbers, weights: Numbers | None = None) -> Curve:
    """The curve that fits labels (0 or 1) to logits best, by maximum likelihood; all of shape [n].

    `weights` count a text more or less, so that the set's mix may differ from the traffic's. Targets are drawn in as
    if one text of each label had been mislabelled, hence no set is fitted to certainty. Raises `MeasureError` where a
    label is absent, or higher logits do not mean label 1. Source: Platt, 1999; the Newton steps with backtracking of
    Lin, Lin and Weng, 2007.

    >>> curve = platt([-3, -2, -1, 1, 2, 3], [0, 0, 1, 0, 1, 1])
    >>> round(curve.slope, 3), round(curve.offset, 3)
    (0.369, 0.0)
    """
    import numpy

    x, y = numpy.asarray(logits, numpy.float64), numpy.asarray(labels, numpy.float64)
    counted = numpy.ones_like(x) if weights is None else numpy.asarray(weights, numpy.float64)
    if x.ndim != 1 or x.shape != y.shape or x.shape != counted.shape or not numpy.isfinite(x).all():
        raise MeasureError("logits, labels and weights must be finite numbers in lists of one length")
    positives, negatives = float(counted[y == 1].sum()), float(counted[y == 0].sum())
    if min(positives, negatives) <= 0:
        raise MeasureError("all labels are the same; both 0 and 1 are needed")
    targets = numpy.where(y == 1, (positives + 1) / (positives + 2), 1 / (negatives + 2))
    start = math.log((positives + 1) / (negatives + 1))
    curve = _newton(x, targets, counted, Curve(0.0, start))
    if curve.slope <= 0:
        raise MeasureError("higher scores do not mean label 1 here; are the labels the wrong way round?")
    return curve


def measure_level(logits: Numbers, name: str, rate: float) -> Level:
    """The lowest threshold that at most `rate` of the benign `logits` [n] reach.

    It lies midway between two neighbouring logits. Its interval needs no assumption about how logits are spread: its
    ends are order statistics (David and Nagaraja, Order Statistics, 2003, section 7.1). Raises `TooFewTexts` where
    there is no upper end, that is where so few texts would often have shown none above the true threshold.

    >>> level = measure_level([number / 100 for number in range(100)], "possible", 0.05)
    >>> round(level.threshold, 3), level.flagged, [round(end, 2) for end in level.interval]
    (0.945, 5, [0.89, 0.99])
    """
    ordered = _descending(logits)
    if len(ordered) < texts_needed(rate):
        raise TooFewTexts(len(ordered), {name: texts_needed(rate)})
    threshold = _between(ordered, math.floor(rate * len(ordered) + 1e-9))
    fewest, most = _binomial_range(len(ordered), rate)
    interval = float(ordered[min(most, len(ordered) - 1)]), float(ordered[max(fewest - 1, 0)])
    interval = min(interval[0], threshold), max(interval[1], threshold)
    return Level(name, rate, threshold, interval, int((ordered >= threshold).sum()), len(ordered))


def extrapolate_level(logits: Numbers, name: str, rate: float) -> Level:
    """A threshold beyond what the benign `logits` [n] show, assuming that their tail falls off exponentially.

    The tail are the highest tenth of them, ten at least. It is a guess and marked as one: `measured` is false, and its
    interval is that of the tail's mean alone. Raises `TooFewTexts` for under 20 logits. Source: the Hill estimator on
    log odds (Hill, 1975; the exponential case of Pickands, 1975).
    """
    ordered = _descending(logits)
    tail = max(10, math.ceil(_TAIL * len(ordered)))
    if len(ordered) < 2 * tail:
        raise TooFewTexts(len(ordered), {name: 20})
    base = float(ordered[tail])
    mean = float((ordered[:tail] - base).mean())
    distance = math.log(tail / (len(ordered) * rate))
    threshold = base + mean * distance
    half = 1.96 / math.sqrt(tail)
    interval = base + mean * distance * max(0.0, 1 - half), base + mean * distance * (1 + half)
    return Level(name, rate, threshold, interval, int((ordered >= threshold).sum()), len(ordered), measured=False)


def measure_levels(
    logits: Numbers, rates: Mapping[str, float] = FALSE_ALARMS, *, extrapolate: bool = False
) -> list[Level]:
    """Every level of `rates` on benign `logits` [n], lowest first.

    Raises `TooFewTexts` naming all levels that cannot be measured, unless those may be extrapolated; `MeasureError`
    where two levels are the same, since benign texts score too much alike.
    """
    needed = levels_beyond(len(logits), rates)
    if needed and not extrapolate:
        raise TooFewTexts(len(logits), needed)
    found = [
        extrapolate_level(logits, name, rate) if name in needed else measure_level(logits, name, rate)
        for name, rate in rates.items()
    ]
    for lower, higher in pairwise(found):
        if higher.threshold <= lower.threshold:
            raise MeasureError(
                f"`{lower.name}` and `{higher.name}` are the same score: benign texts score too much alike"
            )
    return found


def levels_beyond(texts: int, rates: Mapping[str, float] = FALSE_ALARMS) -> dict[str, int]:
    """The levels that so many benign texts cannot show, with how many each takes.

    >>> levels_beyond(400)
    {'very_likely': 3688}
    """
    return {name: texts_needed(rate) for name, rate in rates.items() if texts < texts_needed(rate)}


def texts_needed(rate: float) -> int:
    """The least benign texts that show a share of `rate`: fewer would show none in more than 1 of 40 such sets.

    >>> [texts_needed(rate) for rate in (0.05, 0.01, 0.001)]
    [72, 368, 3688]
    """
    return math.ceil(math.log((1 - CONFIDENCE) / 2) / math.log(1 - rate))


def _newton(x: NDArray[Any], targets: NDArray[Any], weights: NDArray[Any], curve: Curve) -> Curve:
    loss = _loss(x, targets, weights, curve)
    for _ in range(_NEWTON_STEPS):
        step = _step(x, targets, weights, curve)
        size = 1.0
        while size > 1e-10:
            tried = Curve(curve.slope + size * step[0], curve.offset + size * step[1])
            better = _loss(x, targets, weights, tried)
            if better < loss:
                break
            size /= 2
        else:
            return curve
        done = loss - better < 1e-12 * max(1.0, loss)
        curve, loss = tried, better
        if done:
            return curve
    return curve


def _step(x: NDArray[Any], targets: NDArray[Any], weights: NDArray[Any], curve: Curve) -> tuple[float, float]:
    """Where Newton's method would go from `curve`."""
    import numpy

    p = _sigmoids(curve.slope * x + curve.offset)
    miss = weights * (targets - p)
    bend = weights * p * (1 - p)
    # A little added to the diagonal keeps it invertible where all logits are nearly the same.
    a, b, c = float((bend * x * x).sum()) + 1e-12, float((bend * x).sum()), float(bend.sum()) + 1e-12
    slope, offset = float((miss * x).sum()), float(miss.sum())
    found = numpy.linalg.solve(numpy.array([[a, b], [b, c]]), numpy.array([slope, offset]))
    return float(found[0]), float(found[1])


def _loss(x: NDArray[Any], targets: NDArray[Any], weights: NDArray[Any], curve: Curve) -> float:
    """Cross entropy, in the form that does not overflow."""
    import numpy

    value = curve.slope * x + curve.offset
    return float((weights * (numpy.logaddexp(0, value) - targets * value)).sum())


def _sigmoids(values: NDArray[Any]) -> NDArray[Any]:
    import numpy

    found: NDArray[Any] = numpy.exp(-numpy.logaddexp(0, -values))
    return found


def _descending(logits: Numbers) -> NDArray[Any]:
    import numpy

    values = numpy.asarray(logits, numpy.float64)
    if values.ndim != 1 or not numpy.isfinite(values).all():
        raise MeasureError("the logits must be finite numbers")
    return numpy.sort(values)[::-1]


def _between(ordered: NDArray[Any], above: int) -> float:
    """A threshold that at most `above` of the descending values reach, midway to the next value below."""
    highest = [value for value in ordered[: above + 1].tolist() if value > ordered[above]]
    if highest:
        return float((highest[-1] + ordered[above]) / 2)
    # Nothing stands above: as far over the highest value as that is over the next different one.
    below = next((float(value) for value in ordered if value < ordered[0]), float(ordered[0]) - 1)
    return float(ordered[0]) + (float(ordered[0]) - below) / 2


def _binomial_range(total: int, rate: float) -> tuple[int, int]:
    """The fewest and the most of `total` that a share of `rate` gives in all but 1 of 40 cases on each side."""
    import numpy

    likely = min(total, math.ceil(total * rate + 12 * math.sqrt(total * rate) + 20))
    k = numpy.arange(likely)
    growth = numpy.log((total - k) / (k + 1) * rate / (1 - rate))
    below = numpy.cumsum(numpy.exp(total * math.log1p(-rate) + numpy.concatenate([[0.0], numpy.cumsum(growth)])))
    tail = (1 - CONFIDENCE) / 2
    return int((below <= tail).sum()), int((below < 1 - tail).sum())
