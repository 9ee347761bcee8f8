"""Fits the grounding model's last step: how its logits and a sentence's features add up to log odds.

The model has trained on the sources that the fit can see, so its logit looks better here than on a stranger's answers.
Hence a ridge that pulls towards weights set by hand, rows of sources that an earlier pass had not seen, and no weight
below zero: nothing that a sentence lacks may speak for it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from guardrail.models.grounding.features import NAMES
from guardrail.models.grounding.stack import Stack
from guardrail.training.ground_readings import ReadAnswer

if TYPE_CHECKING:
    from numpy.typing import NDArray

COLUMNS: Final = ("logit", "token", *NAMES)
BY_HAND: Final[Mapping[str, float]] = {
    "logit": 0.8, "token": 0.15, "missing_words": 0.5, "missing_words_anywhere": 0.3, "missing_stretch": 0.35,
    "broken_run": 0.45, "numbers": 1.5, "small_numbers": 0.7, "units": 0.5, "dates": 1.0, "names": 0.6,
    "far_facts": 0.1, "negation": 0.25, "opposites": 1.2, "strength": 0.2,
}  # fmt: skip
"""What the weights are pulled to; columns that are not named are pulled to nothing."""
BIAS_BY_HAND: Final = -2.2
STRENGTH: Final = 1.0
"""Of the ridge, against a mean loss. With a source left out, three times more or less change ROC areas by less than
0.01; much less is better on the sources that the model has seen, and worse on answers over passages."""
_FEWEST: Final = 15
"""Claims that a label of a source is taken for at least, so that a few do not weigh as much as hundreds."""
_STEPS: Final = 60
_ABOUT: Final = "log odds that a sentence is unsupported: bias + logit * the model's + token * its highest + features"
_DIGITS: Final = 4


@dataclass(frozen=True, slots=True, eq=False)
class ClaimTable:
    """Claims whose label is known: figures `x` [n, columns], `bad` [n], what each row weighs `counted` [n]."""

    x: NDArray[Any]
    bad: NDArray[Any]
    counted: NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """`x @ by_column + bias` are the log odds that a claim is unsupported, where half of them are."""

    by_column: NDArray[Any]
    bias: float

    def odds(self, answer: ReadAnswer) -> list[float]:
        """The log odds of the claims that the model read."""
        import numpy

        found: list[float] = (numpy.array(answer.read) @ self.by_column + self.bias).tolist() if answer.read else []
        return found


def by_hand() -> Stack:
    """The stack of the weights set by hand, for answers in which 6 % of the sentences are unsupported."""
    features = tuple(BY_HAND.get(name, 0.0) for name in NAMES)
    return Stack(BY_HAND["logit"], BY_HAND["token"], features, BIAS_BY_HAND)


def write_stack(stack: Stack, path: Path, weights_sha256: str) -> None:
    """Write what `guardrail.models.grounding.stack.parse` reads; weights of 0 are left out."""
    features = {name: round(weight, _DIGITS) for name, weight in zip(NAMES, stack.features, strict=True)}
    numbers = ("logit", "token", "bias", "slope", "offset", "token_threshold", "length")
    written = {
        "about": _ABOUT,
        "weights_sha256": weights_sha256,
        **{name: round(getattr(stack, name), _DIGITS) for name in numbers},
        "features": {name: weight for name, weight in features.items() if weight},
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(written, indent=2) + "\n", "utf-8")


def claim_table(answers: Sequence[ReadAnswer]) -> ClaimTable:
    """The claims to fit on: every source, seen or unseen, weighs the same, and so do its two labels."""
    import numpy

    kept = [
        (claim.figures, claim.bad, (answer.source, answer.seen, claim.bad))
        for answer in answers
        for claim in answer.claims
        if claim.figures is not None and claim.bad is not None
    ]
    sizes = Counter(group for _, _, group in kept)
    counted = numpy.array([1 / max(sizes[group], _FEWEST) for _, _, group in kept])
    x = numpy.array([figures for figures, _, _ in kept], numpy.float64).reshape(len(kept), len(COLUMNS))
    return ClaimTable(x, numpy.array([bad for _, bad, _ in kept], numpy.float64), counted / counted.sum())


def fit_weights(
    table: ClaimTable,
    columns: Sequence[str] = COLUMNS,
    strength: float = STRENGTH,
    centre: Mapping[str, float] = BY_HAND,
) -> Weights:
    """The weights of the named columns that balance the loss on `table` against the distance from `centre`.

    A column's distance counts in its standard deviations. Columns that would weigh less than nothing weigh nothing.
    """
    import numpy

    spread = table.x.std(axis=0) + 1e-3
    cost = numpy.append(strength * spread**2, 0.0)
    aim = numpy.array([*(centre.get(name, 0.0) for name in COLUMNS), BIAS_BY_HAND])
    free = numpy.array([*(name in columns for name in COLUMNS), True])
    aim[~free] = 0.0
    while True:
        theta = _minimum(table, cost, aim, free)
        below = free & (theta < 0)
        below[-1] = False
        if not below.any():
            return Weights(theta[:-1], float(theta[-1]))
        free &= ~below
        aim[below] = 0.0


def _minimum(table: ClaimTable, cost: NDArray[Any], aim: NDArray[Any], free: NDArray[Any]) -> NDArray[Any]:
    """The weights and the bias of least penalised cross entropy, by Newton's method with backtracking."""
    import numpy

    x = numpy.concatenate([table.x, numpy.ones((len(table.x), 1))], axis=1)
    theta = aim.copy()
    loss = _loss(table, x, cost, aim, theta)
    for _ in range(_STEPS):
        p = numpy.exp(-numpy.logaddexp(0, -(x @ theta)))
        slope = x.T @ (table.counted * (p - table.bad)) + cost * (theta - aim)
        # A little on the diagonal keeps it invertible where a column never changes.
        bend = (x * (table.counted * p * (1 - p))[:, None]).T @ x + numpy.diag(cost + 1e-9)
        step = numpy.zeros_like(theta)
        step[free] = numpy.linalg.solve(bend[numpy.ix_(free, free)], slope[free])
        length = 1.0
        while length > 1e-6 and (lower := _loss(table, x, cost, aim, theta - length * step)) >= loss:
            length /= 2
        if length <= 1e-6:
            break
        theta, done, loss = theta - length * step, loss - lower < 1e-12, lower
        if done:
            break
    return theta


def _loss(table: ClaimTable, x: NDArray[Any], cost: NDArray[Any], aim: NDArray[Any], theta: NDArray[Any]) -> float:
    import numpy

    odds = x @ theta
    fit = table.counted * (numpy.logaddexp(0, odds) - table.bad * odds)
    return float(fit.sum() + (cost * (theta - aim) ** 2).sum() / 2)
