"""Calibration cards: from a model's logit to a score, and which score a level stands for.

A level (`possible`, `likely`, `very_likely`) is a false-alarm rate on the card's reference set (5 %, 1 %, 0.1 %).
Where no card is shipped, a policy cannot be loaded (G703), yet it can be checked and tested under `assume`: then the
nominal scores below stand in, which only keep the levels in their order.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from guardrail.models.problems import ModelMissing, ModelProblem

LEVELS: Final = ("possible", "likely", "very_likely")
_NOMINAL: Final = {"possible": 0.5, "likely": 0.8, "very_likely": 0.95}
_SMALLEST: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Card:
    """How one output of a model is read: `sigmoid(slope * logit + offset)` is the score, `levels` are scores.

    `options` are further numbers that belong to the output (how topics weigh near misses). The file holds more, for
    people: the reference set, intervals, languages.
    """

    name: str
    slope: float
    offset: float
    levels: Mapping[str, float]
    options: Mapping[str, float] = field(default_factory=dict)

    def score(self, logit: float) -> float:
        """The calibrated score in [0, 1].

        >>> Card("x", 2.0, -1.0, {}).score(0.5)
        0.5
        """
        return sigmoid(self.slope * logit + self.offset)

    def score_on(self, other: Card, logit: float) -> float:
        """The score on another card's scale: where this card has a level, the other card's score of that level.

        So equal scores mean equal false-alarm rates, and one threshold a level serves a validator and its categories.
        Between levels, and beyond them, the scale is linear in log odds.

        >>> threat = Card("threat", 1.0, 0.0, {"possible": 0.1, "likely": 0.5, "very_likely": 0.9})
        >>> all_kinds = Card("all", 1.0, 0.0, {"possible": 0.3, "likely": 0.7, "very_likely": 0.95})
        >>> round(threat.score_on(all_kinds, 0.0), 3)
        0.7
        """
        if self is other:
            return self.score(logit)
        here = [log_odds(self.levels[level]) for level in LEVELS]
        there = [log_odds(other.levels[level]) for level in LEVELS]
        value = self.slope * logit + self.offset
        segment = 0 if value < here[1] else 1
        low, high = here[segment], here[segment + 1]
        moved = there[segment] + (value - low) * (there[segment + 1] - there[segment]) / (high - low)
        return sigmoid(moved)


def sigmoid(value: float) -> float:
    """1 / (1 + e^-value), without overflow."""
    if value >= 0:
        return 1 / (1 + math.exp(-value))
    power = math.exp(value)
    return power / (1 + power)


def log_odds(score: float) -> float:
    """The inverse of `sigmoid`; scores of 0 and 1 are taken as a millionth away from them."""
    bounded = min(max(score, _SMALLEST), 1 - _SMALLEST)
    return math.log(bounded / (1 - bounded))


def folder() -> Path:
    """Where the cards lie: package data."""
    return Path(__file__).parent / "cards"


def card(name: str) -> Card:
    """The shipped card called `name` (`toxicity`, `toxicity_threat`); raises `ModelMissing`, or `ModelProblem`."""
    return _read(folder(), name)


def threshold(validator: str, level: str) -> float:
    """The score in [0, 1] at which `validator` reaches `level`; raises KeyError for an unknown level."""
    try:
        return _read(folder(), validator).levels[level]
    except ModelMissing:
        return _NOMINAL[level]


@cache
def _read(where: Path, name: str) -> Card:
    import json

    try:
        written = json.loads((where / f"{name}.json").read_text("utf-8"))
    except FileNotFoundError:
        raise ModelMissing(f"there is no calibration card `{name}`", "install guardrail again") from None
    except (OSError, ValueError):
        raise ModelProblem(f"the calibration card `{name}` cannot be read", "install guardrail again") from None
    return parse_card(name, written)


def parse_card(name: str, written: Any) -> Card:
    """A card from what its JSON file holds; raises `ModelProblem` where it cannot be one.

    `slope` is above 0, `offset` any number; `levels` are scores in (0, 1), each higher than the one before.
    """
    written = written if isinstance(written, dict) else {}
    slope, offset = _number(written.get("slope")), _number(written.get("offset"))
    levels = _numbers(written.get("levels"))
    options = _numbers(written.get("options", {}))
    if slope is None or slope <= 0 or offset is None or options is None or levels is None or set(levels) != set(LEVELS):
        raise ModelProblem(f"the calibration card `{name}` is not one", "make it with `guardrail calibrate`")
    scores = [levels[level] for level in LEVELS]
    if not 0 < scores[0] < scores[1] < scores[2] < 1:
        raise ModelProblem(f"the levels of the calibration card `{name}` do not rise", "calibrate on more texts")
    return Card(name, slope, offset, levels, options)


def _number(value: Any) -> float | None:
    usable = isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
    return float(value) if usable else None


def _numbers(value: Any) -> dict[str, float] | None:
    if not isinstance(value, dict):
        return None
    found = {str(key): number for key, item in value.items() if (number := _number(item)) is not None}
    return found if len(found) == len(value) else None
