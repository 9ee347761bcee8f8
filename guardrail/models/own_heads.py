"""A team's own head: a linear model on the frozen encoder's features, made by `guardrail train`, read from JSON.

What a head file holds is data that nobody vouches for: sizes are bounded, numbers checked, and a head that was made
for other weights is refused, since its numbers would mean nothing here.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from guardrail.models.cards import Card, parse_card
from guardrail.models.encoder import MODEL, Seen
from guardrail.models.features import WIDTH, FeatureReader, Progress, shared_reader
from guardrail.models.problems import ModelMissing, ModelProblem
from guardrail.models.weights import weight_hash

if TYPE_CHECKING:
    from numpy.typing import NDArray

FORMAT: Final = 1
MAX_BYTES: Final = 1024 * 1024
_TRAIN_AGAIN: Final = "make it with `guardrail train`"


@dataclass(frozen=True, slots=True)
class OwnHead:
    """A head: a window's logit is `weights` times its features plus `bias`; a text's is its highest window's.

    `weights` has 1,162 numbers, in the order of `guardrail.models.features.WIDTHS`. `card` reads the logit. `report`
    is what training said of it.
    """

    name: str
    weights: tuple[float, ...]
    bias: float
    card: Card
    report: Mapping[str, Any] = field(default_factory=dict)

    def logits(self, features: Sequence[NDArray[Any]]) -> list[float | None]:
        """The logit of each text, of arrays [windows, 1162]; None for a text without a word."""
        import numpy

        weights = numpy.asarray(self.weights, numpy.float64)
        return [float((rows @ weights).max() + self.bias) if len(rows) else None for rows in features]

    def logit(self, seen: Seen) -> float:
        """The logit of one window that the shared encoder has read."""
        import numpy

        row = numpy.concatenate([numpy.asarray(seen.logits), seen.pooled, seen.embedding])
        return float(row @ numpy.asarray(self.weights)) + self.bias

    def scores(
        self, texts: Sequence[str], reader: FeatureReader | None = None, progress: Progress | None = None
    ) -> list[float]:
        """The calibrated score of each text in [0, 1], 0 for one without a word.

        Raises `ModelMissing` where the encoder is not installed, `ModelProblem`, `CheckFault` for too long a text.
        """
        features = (reader or shared_reader()).read(texts, progress)
        return [0.0 if logit is None else self.card.score(logit) for logit in self.logits(features)]


def read_head(path: Path) -> OwnHead:
    """The head in a file; raises `ModelMissing`, or `ModelProblem` where it is none, or one for other weights."""
    import json

    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
        written = json.loads(content) if len(content) <= MAX_BYTES else None
    except FileNotFoundError:
        raise ModelMissing(f"the head `{path.name}` does not exist", _TRAIN_AGAIN) from None
    except (OSError, ValueError, RecursionError):
        raise ModelProblem(f"the head `{path.name}` cannot be read", _TRAIN_AGAIN) from None
    return parse_head(written, weight_hash(MODEL))


def parse_head(written: Any, weights_sha256: str) -> OwnHead:
    """A head from what its JSON file holds, for the encoder of that hash; raises `ModelProblem`."""
    if not isinstance(written, dict) or written.get("format") != FORMAT or not isinstance(written.get("name"), str):
        raise ModelProblem("the file is no head", _TRAIN_AGAIN)
    name = str(written["name"])[:80]
    if written.get("weights_sha256") != weights_sha256:
        raise ModelProblem(f"the head `{name}` was made for other weights than those installed", "train it again")
    numbers = written.get("weights")
    bias = written.get("bias")
    if not isinstance(numbers, list) or len(numbers) != WIDTH or not all(map(_is_number, [*numbers, bias])):
        raise ModelProblem(f"the head `{name}` has not {WIDTH:,} weights and a bias", _TRAIN_AGAIN)
    report = written.get("report")
    card = parse_card(name, written.get("card"))
    return OwnHead(name, tuple(map(float, numbers)), float(bias), card, report if isinstance(report, dict) else {})  # type: ignore[arg-type]


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
