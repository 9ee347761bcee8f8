"""What a team's own head is worth: figures with their intervals, and the shipped head's on the same rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from guardrail.evaluate.calibration import texts_needed
from guardrail.evaluate.measures import auc_interval, average_precision, operating_point, roc_auc, wilson_interval

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from guardrail.evaluate.measures import Numbers

_RATES: Final = (0.01, 0.05)
_RESAMPLES: Final = 400


@dataclass(frozen=True, slots=True)
class Quality:
    """How well logits tell the labels apart. `rate` is None where benign rows are too few to see 5 % false alarms.

    `hits` of `positives` are caught at a threshold with at most `rate` false alarms.
    """

    roc_auc: float
    roc_auc_interval: tuple[float, float]
    average_precision: float
    rate: float | None
    hits: int
    positives: int

    @property
    def recall(self) -> float:
        """The share of positives that is caught at `rate`."""
        return self.hits / self.positives

    @property
    def recall_interval(self) -> tuple[float, float]:
        """Where that share lies (Wilson)."""
        return wilson_interval(self.hits, self.positives)

    def as_json(self) -> dict[str, Any]:
        """As a head's file holds it."""
        return {
            "roc_auc": round(self.roc_auc, 4),
            "roc_auc_interval": [round(end, 4) for end in self.roc_auc_interval],
            "average_precision": round(self.average_precision, 4),
            "false_alarms": self.rate,
            "recall": round(self.recall, 4) if self.rate is not None else None,
            "recall_interval": [round(end, 4) for end in self.recall_interval] if self.rate is not None else None,
        }


@dataclass(frozen=True, slots=True)
class Report:
    """What training found. `own` is cross-validated: each row was judged by a head that it did not train.

    `gain` is where own minus shipped ROC area lies (95 %); it and `shipped` are None for a head of another name.
    """

    name: str
    positives: int
    negatives: int
    penalty: float
    folds: int
    own: Quality
    shipped: Quality | None = None
    gain: tuple[float, float] | None = None
    warnings: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """As a head's file holds it."""
        return {
            "positives": self.positives,
            "negatives": self.negatives,
            "penalty": self.penalty,
            "folds": self.folds,
            "cross_validated": self.own.as_json(),
            "shipped": self.shipped.as_json() if self.shipped else None,
            "gain_interval": [round(end, 4) for end in self.gain] if self.gain else None,
            "warnings": list(self.warnings),
        }


def make_report(
    name: str,
    own: NDArray[Any],
    shipped: NDArray[Any] | None,
    labels: NDArray[Any],
    penalty: float,
    folds: int,
    warnings: Sequence[str],
) -> Report:
    """The report on cross-validated logits `own` [n], and on those of the shipped head where there is one."""
    positives = int(labels.sum())
    return Report(
        name,
        positives,
        len(labels) - positives,
        penalty,
        folds,
        _quality(own, labels),
        None if shipped is None else _quality(shipped, labels),
        None if shipped is None else _gain(own, shipped, labels),
        tuple(warnings),
    )


def _quality(logits: Numbers, labels: NDArray[Any]) -> Quality:
    positives = int(labels.sum())
    negatives = len(labels) - positives
    auc = roc_auc(logits, labels)
    rate = next((rate for rate in _RATES if negatives >= texts_needed(rate)), None)
    hits = operating_point(logits, labels, rate).hits if rate is not None else 0
    area = average_precision(logits, labels)
    return Quality(auc, auc_interval(auc, positives, negatives), area, rate, hits, positives)


def _gain(own: NDArray[Any], shipped: NDArray[Any], labels: NDArray[Any]) -> tuple[float, float]:
    """Where the difference of the two ROC areas lies, by resampling rows (Efron and Tibshirani, 1993, chapter 13)."""
    import numpy

    chance = numpy.random.default_rng(7)
    sides = [numpy.flatnonzero(labels == label) for label in (0, 1)]
    found = []
    for _ in range(_RESAMPLES):
        # Each label is resampled for itself, so that no resample lacks one.
        drawn = numpy.concatenate([chance.choice(side, len(side)) for side in sides])
        found.append(roc_auc(own[drawn], labels[drawn]) - roc_auc(shipped[drawn], labels[drawn]))
    low, high = numpy.quantile(found, (0.025, 0.975))
    return float(low), float(high)
