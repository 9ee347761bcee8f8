"""The last step: the cross-encoder's logits and the features of a sentence to one number, sentences to an answer."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from guardrail.models.cards import sigmoid
from guardrail.models.grounding.features import NAMES
from guardrail.models.problems import ModelMissing, ModelProblem

_HELP = "make it with `python -m guardrail.training`, or install guardrail again"


@dataclass(frozen=True, slots=True)
class Stack:
    """Weights of a logistic combination; what they weigh are log odds that a sentence is unsupported.

    `features` are in the order of `features.NAMES`. `slope` and `offset` read the answer's log odds, of which
    `length` takes back its share of what many claims add by their number alone: 0 nothing, 1 all. A token whose logit
    reaches `token_threshold` marks its word in an unsupported sentence.
    """

    logit: float
    token: float
    features: tuple[float, ...]
    bias: float
    slope: float = 1.0
    offset: float = 0.0
    token_threshold: float = 0.0
    length: float = 0.0

    def odds(self, logit: float, token: float, features: Sequence[float]) -> float:
        """The log odds that a sentence is unsupported, from its logit, its highest token's and its features.

        >>> Stack(1.0, 0.5, (2.0,), -1.0).odds(0.5, 1.0, (0.25,))
        0.5
        """
        weighed = sum(weight * value for weight, value in zip(self.features, features, strict=True))
        return self.bias + self.logit * logit + self.token * token + weighed

    def answer_support(self, odds: Iterable[float]) -> float:
        """The support of an answer in [0, 1] from its claims' log odds: 1 where there are none.

        It is never above its least supported claim's.

        >>> stack = Stack(1.0, 0.0, (), 0.0)
        >>> round(stack.answer_support([-3.0]), 3), round(stack.answer_support([-3.0, -3.0]), 3)
        (0.953, 0.909)
        """
        found = list(odds)
        if not found:
            return 1.0
        return min(support(self.slope * self.total(found) + self.offset), support(max(found)))

    def total(self, odds: Sequence[float]) -> float:
        """One number for the log odds of an answer's claims, at least one: their odds added up (a log-sum-exp).

        >>> round(Stack(1.0, 0.0, (), 0.0, length=0.5).total([-3.0, -3.0]), 3)
        -2.653
        """
        worst = max(odds)
        added = worst + math.log(sum(math.exp(one - worst) for one in odds))
        return added - self.length * math.log(len(odds))


def support(odds: float) -> float:
    """The support in [0, 1] of a claim with such log odds of being unsupported."""
    return sigmoid(-odds)


def shipped() -> Stack:
    """The stack that belongs to the shipped model; raises `ModelMissing`, `ModelProblem`."""
    return load(shipped_file())


def shipped_file() -> Path:
    """Where it lies: package data."""
    return Path(__file__).parent / "stack.json"


@cache
def load(path: Path) -> Stack:
    """A stack from its JSON file, remembered; raises `ModelMissing`, or `ModelProblem` where it is no stack."""
    import json

    try:
        written = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise ModelMissing("the weights that combine the grounding model's answers are not installed", _HELP) from None
    except (OSError, ValueError):
        raise ModelProblem("the weights that combine the grounding model's answers cannot be read", _HELP) from None
    return parse(written)


def parse(written: Any) -> Stack:
    """A stack from what its file holds: `logit`, `token`, `bias`, `features` by name (0 where one is left out).

    `slope` (above 0), `offset`, `token_threshold` and `length` (in [0, 1]) may be given. Raises `ModelProblem`.

    >>> parse({"logit": 1, "token": 0.5, "bias": -1, "features": {"numbers": 2}}).features[NAMES.index("numbers")]
    2.0
    """
    weights = written.get("features") if isinstance(written, dict) else None
    if not isinstance(weights, Mapping) or not set(weights) <= set(NAMES):
        raise ModelProblem("the weights that combine the grounding model's answers are of another version", _HELP)
    numbers = [written.get("logit"), written.get("token"), written.get("bias"), written.get("slope", 1.0)]
    numbers += [written.get("offset", 0.0), written.get("token_threshold", 0.0), written.get("length", 0.0)]
    numbers += weights.values()
    if not all(isinstance(n, (int, float)) and not isinstance(n, bool) and math.isfinite(n) for n in numbers):
        raise ModelProblem("the weights that combine the grounding model's answers are no numbers", _HELP)
    logit, token, bias, slope, offset, threshold, length = map(float, numbers[:7])
    if slope <= 0:
        raise ModelProblem("the slope of the grounding model's answers is not above 0", _HELP)
    if not 0 <= length <= 1:
        raise ModelProblem("the share of an answer's length is not between 0 and 1", _HELP)
    features = tuple(float(weights.get(name, 0.0)) for name in NAMES)
    return Stack(logit, token, features, bias, slope, offset, threshold, length)
