"""Logistic regression with a penalty of its own for each feature, by Newton's method with conjugate gradients."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from numpy.typing import NDArray

_STEPS: Final = 50
_INNER_STEPS: Final = 200


@dataclass(frozen=True, slots=True, eq=False)
class Linear:
    """`x @ weights + bias` is the logit; `weights` has shape [width]."""

    weights: NDArray[Any]
    bias: float

    def logits(self, x: NDArray[Any]) -> NDArray[Any]:
        """The logits of rows [n, width]."""
        found: NDArray[Any] = x @ self.weights + self.bias
        return found


def fit_logistic(
    x: NDArray[Any], y: NDArray[Any], counted: NDArray[Any], penalty: NDArray[Any], start: Linear | None = None
) -> Linear:
    """The linear model of least penalised cross entropy.

    `x` [n, width] and targets `y` in [0, 1], each row weighing `counted` [n]; `penalty` [width] is what half the square
    of a weight costs, the bias costs nothing. `start` saves steps where a similar fit is known. Source: truncated
    Newton with backtracking (Nocedal and Wright, Numerical Optimization, 2006, section 7.1).

    >>> import numpy
    >>> x = numpy.array([[-2.0], [-1.0], [1.0], [2.0]])
    >>> model = fit_logistic(x, numpy.array([0.0, 0.0, 1.0, 1.0]), numpy.ones(4), numpy.array([1.0]))
    >>> round(float(model.weights[0]), 3), round(model.bias, 3)
    (1.007, 0.0)
    """
    import numpy

    # The bias is one more column, which costs nothing.
    wide = numpy.concatenate([x, numpy.ones((len(x), 1), x.dtype)], axis=1)
    costs = numpy.append(penalty, 0.0)
    theta = numpy.zeros(wide.shape[1]) if start is None else numpy.append(start.weights, start.bias)
    loss = _loss(wide, y, counted, costs, theta)
    for _ in range(_STEPS):
        p = _probabilities(wide @ theta)
        gradient = wide.T @ (counted * (p - y)) + costs * theta
        size = float(numpy.linalg.norm(gradient))
        if size < 1e-6 * max(1.0, float(counted.sum())):
            break
        step = _conjugate_gradients(wide, counted * p * (1 - p), costs, -gradient, min(0.1, size**0.5))
        before = loss
        theta, loss = _backtracked(wide, y, counted, costs, theta, step, loss)
        if before - loss < 1e-9 * max(1.0, before):
            break
    return Linear(theta[:-1], float(theta[-1]))


def _backtracked(
    x: NDArray[Any],
    y: NDArray[Any],
    counted: NDArray[Any],
    costs: NDArray[Any],
    theta: NDArray[Any],
    step: NDArray[Any],
    loss: float,
) -> tuple[NDArray[Any], float]:
    """The point along `step` that lowers the loss, and its loss; where none does, the point it came from."""
    length = 1.0
    while length > 1e-6:
        tried = theta + length * step
        lower = _loss(x, y, counted, costs, tried)
        if lower < loss:
            return tried, lower
        length /= 2
    return theta, loss


def _conjugate_gradients(
    x: NDArray[Any], bend: NDArray[Any], costs: NDArray[Any], target: NDArray[Any], precision: float
) -> NDArray[Any]:
    """Where `(x' bend x + costs) step = target`, to within `precision` of the target's length."""
    import numpy

    # A little curvature everywhere keeps the bias's column solvable where all probabilities are near 0 or 1.
    costs = costs + 1e-9
    step = numpy.zeros_like(target)
    rest = target.copy()
    direction = rest.copy()
    squared = float(rest @ rest)
    goal = precision**2 * squared
    for _ in range(_INNER_STEPS):
        if squared <= goal:
            break
        bent = x.T @ (bend * (x @ direction)) + costs * direction
        length = squared / float(direction @ bent)
        step += length * direction
        rest -= length * bent
        before, squared = squared, float(rest @ rest)
        direction = rest + squared / before * direction
    return step


def _loss(x: NDArray[Any], y: NDArray[Any], counted: NDArray[Any], costs: NDArray[Any], theta: NDArray[Any]) -> float:
    import numpy

    logits = x @ theta
    fit = counted * (numpy.logaddexp(0, logits) - y * logits)
    return float(fit.sum() + (costs * theta * theta).sum() / 2)


def _probabilities(logits: NDArray[Any]) -> NDArray[Any]:
    import numpy

    found: NDArray[Any] = numpy.exp(-numpy.logaddexp(0, -logits))
    return found
