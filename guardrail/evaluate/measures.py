"""How well scores tell labels apart, and how far they can be believed: the measures of every report on a model.

`scores` are numbers, higher for label 1; `labels` are 0 or 1; both have shape [n]. Ties are never broken by order.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers: TypeAlias = Sequence[float] | NDArray[Any]

_CONFIDENCE = 0.95


class MeasureError(ValueError):
    """The measure is not defined for what was given; the message says why."""


@dataclass(frozen=True, slots=True)
class OperatingPoint:
    """What `score >= threshold` does: `hits` of `positives` are caught, `alarms` of `negatives` are false alarms."""

    threshold: float
    hits: int
    positives: int
    alarms: int
    negatives: int

    @property
    def recall(self) -> float:
        """The share of positives that is caught."""
        return self.hits / self.positives

    @property
    def false_alarm_rate(self) -> float:
        """The share of negatives that is caught too."""
        return self.alarms / self.negatives


def roc_auc(scores: Numbers, labels: Numbers) -> float:
    """The probability that a positive scores above a negative; a tie counts half.

    Raises `MeasureError` where one label is absent. Source: Hanley and McNeil, 1982 (Mann-Whitney U by mid-ranks).

    >>> roc_auc([0.1, 0.4, 0.4, 0.8], [0, 0, 1, 1])
    0.875
    """
    import numpy

    values, positive = _two_sided(scores, labels)
    _, places, counts = numpy.unique(values, return_inverse=True, return_counts=True)
    # The middle of the ranks (from 1) that equal values share.
    ranks = (numpy.cumsum(counts) - (counts - 1) / 2)[places]
    positives = int(positive.sum())
    negatives = len(positive) - positives
    return float((ranks[positive].sum() - positives * (positives + 1) / 2) / (positives * negatives))


def auc_interval(auc: float, positives: int, negatives: int, confidence: float = _CONFIDENCE) -> tuple[float, float]:
    """Where the ROC area of all such texts lies, given `auc` on so many of each label; within [0, 1].

    Source: the standard error of Hanley and McNeil, 1982, on log odds so that the interval stays within bounds.

    >>> [round(end, 3) for end in auc_interval(0.9, 100, 100)]
    [0.846, 0.936]
    """
    from statistics import NormalDist

    area = min(max(auc, 1e-6), 1 - 1e-6)
    both_positive, both_negative = area / (2 - area), 2 * area * area / (1 + area)
    variance = area * (1 - area) + (positives - 1) * (both_positive - area * area)
    variance = (variance + (negatives - 1) * (both_negative - area * area)) / (positives * negatives)
    half = NormalDist().inv_cdf((1 + confidence) / 2) * math.sqrt(variance) / (area * (1 - area))
    odds = math.log(area / (1 - area))
    return 1 / (1 + math.exp(half - odds)), 1 / (1 + math.exp(-half - odds))


def average_precision(scores: Numbers, labels: Numbers) -> float:
    """The area under the precision-recall curve as a step function: precision averaged over gains in recall.

    Raises `MeasureError` where one label is absent. Source: Manning, Raghavan and Schütze, 2008, section 8.4.

    >>> round(average_precision([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]), 4)
    0.8333
    """
    import numpy

    _, hits, alarms = _curve(scores, labels)
    precision = hits / (hits + alarms)
    return float((numpy.diff(hits, prepend=0) * precision).sum() / hits[-1])


def operating_point(scores: Numbers, labels: Numbers, rate: float) -> OperatingPoint:
    """The lowest threshold whose share of false alarms is at most `rate`, and what it catches.

    Raises `MeasureError` where one label is absent. With none of the scores low enough, the threshold is infinite.

    >>> operating_point([0.9, 0.8, 0.7, 0.6], [1, 0, 1, 0], rate=0.5)
    OperatingPoint(threshold=0.7, hits=2, positives=2, alarms=1, negatives=2)
    """
    thresholds, hits, alarms = _curve(scores, labels)
    positives, negatives = int(hits[-1]), int(alarms[-1])
    place = int((alarms <= rate * negatives + 1e-9).sum()) - 1
    if place < 0:
        return OperatingPoint(math.inf, 0, positives, 0, negatives)
    return OperatingPoint(float(thresholds[place]), int(hits[place]), positives, int(alarms[place]), negatives)


def recall_at_false_alarms(scores: Numbers, labels: Numbers, rate: float) -> float:
    """The highest recall that is to be had with at most `rate` false alarms.

    Raises `MeasureError` where one label is absent. Source: a point of the ROC curve (Fawcett, 2006).

    >>> recall_at_false_alarms([0.9, 0.8, 0.7, 0.6], [1, 0, 1, 0], rate=0.01)
    0.5
    """
    return operating_point(scores, labels, rate).recall


def best_f1(scores: Numbers, labels: Numbers) -> tuple[float, float]:
    """The highest F1 over all thresholds, and the threshold that has it: what an oracle would choose, hence optimistic.

    Raises `MeasureError` where one label is absent. Source: van Rijsbergen, 1979.

    >>> best_f1([0.9, 0.8, 0.7, 0.6], [1, 0, 1, 0])
    (0.8, 0.7)
    """
    thresholds, hits, alarms = _curve(scores, labels)
    f1 = 2 * hits / (hits + alarms + hits[-1])
    place = int(f1.argmax())
    return float(f1[place]), float(thresholds[place])


def expected_calibration_error(scores: Numbers, labels: Numbers, bins: int = 15) -> float:
    """How far scores in [0, 1] are from the share of positives among texts that score alike, on average.

    Bins are of equal width. Raises `MeasureError` for no scores. Source: Guo et al., 2017 (arXiv:1706.04599), eq. 3.

    >>> round(expected_calibration_error([0.9, 0.9, 0.1, 0.1], [1, 1, 0, 0]), 4)
    0.1
    """
    import numpy

    values, positive = _arrays(scores, labels)
    places = numpy.minimum((values * bins).astype(int), bins - 1)
    gaps = numpy.bincount(places, weights=values - positive, minlength=bins)
    return float(numpy.abs(gaps).sum() / len(values))


def brier(scores: Numbers, labels: Numbers) -> float:
    """The mean squared distance of scores in [0, 1] from the labels; 0 is perfect, 0.25 is a coin.

    Raises `MeasureError` for no scores. Source: Brier, 1950.

    >>> brier([1.0, 0.5], [1, 0])
    0.125
    """
    values, positive = _arrays(scores, labels)
    return float(((values - positive) ** 2).mean())


def wilson_interval(hits: int, total: int, confidence: float = _CONFIDENCE) -> tuple[float, float]:
    """The interval that a share lies in, given `hits` of `total`; (0, 1) where nothing was seen.

    Source: Wilson, 1927; recommended for small counts by Brown, Cai and DasGupta, 2001.

    >>> low, high = wilson_interval(1, 100)
    >>> round(low, 4), round(high, 4)
    (0.0018, 0.0545)
    """
    from statistics import NormalDist

    if total == 0:
        return 0.0, 1.0
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    share = hits / total
    middle = (share + z * z / (2 * total)) / (1 + z * z / total)
    half = z / (1 + z * z / total) * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    return max(0.0, middle - half) if hits else 0.0, min(1.0, middle + half) if hits < total else 1.0


def _curve(scores: Numbers, labels: Numbers) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Distinct scores from the highest down, with the positives and the negatives that reach each."""
    import numpy

    values, positive = _two_sided(scores, labels)
    order = numpy.argsort(-values, kind="stable")
    values, positive = values[order], positive[order]
    last = numpy.append(numpy.flatnonzero(numpy.diff(values)), len(values) - 1)
    hits = numpy.cumsum(positive)[last]
    return values[last], hits, last + 1 - hits


def _two_sided(scores: Numbers, labels: Numbers) -> tuple[NDArray[Any], NDArray[Any]]:
    values, positive = _arrays(scores, labels)
    if positive.all() or not positive.any():
        raise MeasureError("all labels are the same; both 0 and 1 are needed")
    return values, positive


def _arrays(scores: Numbers, labels: Numbers) -> tuple[NDArray[Any], NDArray[Any]]:
    """Scores as float64 [n] and labels as bool [n]."""
    import numpy

    values, given = numpy.asarray(scores, numpy.float64), numpy.asarray(labels)
    if values.shape != given.shape or values.ndim != 1 or not len(values):
        raise MeasureError("scores and labels must be two lists of one length, and not empty")
    if not numpy.isfinite(values).all():
        raise MeasureError("a score is not a finite number")
    if not numpy.isin(given, (0, 1)).all():
        raise MeasureError("labels must be 0 or 1")
    return values, given.astype(bool)
