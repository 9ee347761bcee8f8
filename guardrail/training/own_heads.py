"""Trains a team's own head on the frozen encoder, and says honestly what it is worth.

The head is a logistic regression on what the encoder says of each window. How strongly it is held back is chosen by
cross validation, and every figure of the report comes from rows that neither trained the head that judged them nor
chose anything for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from guardrail.evaluate.calibration import platt
from guardrail.evaluate.card_making import Reference, make_card
from guardrail.evaluate.labelled import LabelledText
from guardrail.evaluate.measures import MeasureError
from guardrail.models.encoder import HEADS, MODEL
from guardrail.models.features import WIDTH, FeatureReader, shared_reader
from guardrail.models.own_heads import FORMAT, OwnHead, parse_head
from guardrail.models.weights import weight_hash
from guardrail.training.own_report import Report, make_report
from guardrail.training.own_rows import LEAST, MOST, clean_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from guardrail.training.logistic import Linear

FOLDS: Final = 5
PENALTIES: Final = (10_000.0, 3_000.0, 1_000.0, 300.0, 100.0, 30.0, 10.0)
"""What half the square of a weight may cost, from a head that trusts the shipped ones to one that trusts the rows."""
_TRUST: Final = 0.01
"""How much less the weights of the shipped heads' logits cost: they sum up far more labels than a team has."""

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, and of how much."""


class TrainingProblem(Exception):
    """Nothing can be trained on these rows; `message` says why, `help` what to do."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.message, self.help = message, help


@dataclass(frozen=True, slots=True)
class Trained:
    """A head, what it is worth, and the JSON object of its file."""

    head: OwnHead
    report: Report
    written: Mapping[str, Any]


def train_head(
    rows: Sequence[LabelledText],
    name: str,
    *,
    seed: int = 7,
    reader: FeatureReader | None = None,
    progress: Progress | None = None,
) -> Trained:
    """A head called `name` from labelled texts; the same rows and seed give the same head.

    Where `name` is that of a shipped head (`toxicity`, `injection`, `threat`), the report compares both on the same
    rows. Raises `TrainingProblem` where the rows cannot train one, `ModelMissing` where the encoder is not installed.
    """
    cleaned = clean_rows(rows)
    _refuse_too_few(cleaned.rows)
    tell = progress or _silent
    found = (reader or shared_reader()).read(
        [row.text for row in cleaned.rows], lambda done: tell("reading", done, len(cleaned.rows))
    )
    seen = [place for place, windows in enumerate(found) if len(windows)]
    data = _Data.of([found[p] for p in seen], [cleaned.rows[p].label for p in seen], [cleaned.groups[p] for p in seen])
    _refuse_too_few([cleaned.rows[place] for place in seen])
    validated = _cross_validate(data, seed, tell)
    final = _fit(data, range(len(data.labels)), validated.penalty, None)
    sha256 = weight_hash(MODEL)
    try:
        curve = platt(validated.logits, data.labels)
        benign = [logit for logit, label in zip(validated.logits, data.labels, strict=True) if not label]
        card = make_card(
            name, sha256, curve, Reference("its own benign rows, cross-validated", benign), extrapolate=True
        )
    except MeasureError:
        raise TrainingProblem(
            "the texts do not tell the labels apart", "look whether the labels are right, and give more rows"
        ) from None
    warnings = [*cleaned.warnings, *_without_words(len(found) - len(seen))]
    shipped = data.shipped(name) if name in HEADS else None
    report = make_report(name, validated.logits, shipped, data.labels, validated.penalty, FOLDS, warnings)
    weights, bias = data.raw(final)
    written = {
        "format": FORMAT,
        "name": name,
        "weights_sha256": sha256,
        "report": report.as_json(),
        "card": card,
        "bias": _rounded(bias),
        "weights": [_rounded(weight) for weight in weights],
    }
    return Trained(parse_head(written, sha256), report, written)


def write_head(path: Path, trained: Trained) -> None:
    """Write the head's file; raises `OSError`."""
    import json

    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(trained.written, indent=1, ensure_ascii=False) + "\n", "utf-8")


@dataclass(frozen=True, slots=True, eq=False)
class _Data:
    """Windows [all windows, 1162], standardised by `mean` and `spread`; `text` [all windows] is whose each is."""

    windows: NDArray[Any]
    text: NDArray[Any]
    labels: NDArray[Any]
    groups: NDArray[Any]
    mean: NDArray[Any]
    spread: NDArray[Any]

    @classmethod
    def of(cls, features: Sequence[NDArray[Any]], labels: Sequence[int], groups: Sequence[int]) -> _Data:
        import numpy

        text = numpy.repeat(numpy.arange(len(features)), [len(windows) for windows in features])
        windows = numpy.concatenate([numpy.zeros((0, WIDTH), numpy.float32), *features])
        mean, spread = windows.mean(axis=0), windows.std(axis=0)
        # A feature that never changes is 0 everywhere once its mean is taken off: its weight stays 0.
        spread = numpy.where(spread < 1e-6, 1.0, spread)
        return cls((windows - mean) / spread, text, numpy.array(labels), numpy.array(groups), mean, spread)

    def highest(self, values: NDArray[Any]) -> NDArray[Any]:
        """The highest of its windows' values for each text."""
        import numpy

        found = numpy.full(len(self.labels), -numpy.inf)
        numpy.maximum.at(found, self.text, values)
        return found

    def shipped(self, name: str) -> NDArray[Any]:
        """The logit of a shipped head for each text."""
        place = HEADS.index(name)
        return self.highest(self.windows[:, place] * self.spread[place] + self.mean[place])

    def raw(self, model: Linear) -> tuple[NDArray[Any], float]:
        """Weights and bias for features as the encoder gives them."""
        weights = model.weights / self.spread
        return weights, model.bias - float(weights @ self.mean)


@dataclass(frozen=True, slots=True, eq=False)
class _Validated:
    """Each text's logit by a head that never saw it, and the penalty that did best."""

    logits: NDArray[Any]
    penalty: float


def _cross_validate(data: _Data, seed: int, tell: Progress) -> _Validated:
    """Each fold is judged by a head whose penalty the next fold chose, trained on all folds but itself."""
    import numpy

    folds = _folds(data, seed)
    places = numpy.arange(len(folds))
    logits = numpy.zeros(len(folds))
    losses = numpy.zeros(len(PENALTIES))
    for fold in range(FOLDS):
        chooser = (fold + 1) % FOLDS
        kept = places[(folds != fold) & (folds != chooser)]
        own = numpy.zeros(len(PENALTIES))
        model: Linear | None = None
        for number, penalty in enumerate(PENALTIES):
            model = _fit(data, kept, penalty, model)
            own[number] = _loss(data, places[folds == chooser], model)
            tell("cross validation", fold * len(PENALTIES) + number + 1, FOLDS * len(PENALTIES))
        losses += own
        model = _fit(data, places[folds != fold], PENALTIES[int(own.argmin())], model)
        logits[folds == fold] = data.highest(model.logits(data.windows))[folds == fold]
    return _Validated(logits, PENALTIES[int(losses.argmin())])


def _folds(data: _Data, seed: int) -> NDArray[Any]:
    """The fold of each text: rows of one group together, labels shared out evenly."""
    import numpy

    chance = numpy.random.default_rng(seed)
    groups, first = numpy.unique(data.groups, return_index=True)
    if min(numpy.bincount(data.labels[first], minlength=2)) < FOLDS:
        raise TrainingProblem(
            "too many rows share their group, or differ in numbers alone",
            f"give rows of at least {FOLDS} origins of each label",
        )
    fold_of = numpy.zeros(len(groups), int)
    for label in (0, 1):
        own = chance.permutation(numpy.flatnonzero(data.labels[first] == label))
        fold_of[own] = (numpy.arange(len(own)) + label) % FOLDS
    found: NDArray[Any] = fold_of[numpy.searchsorted(groups, data.groups)]
    return found


def _fit(data: _Data, texts: Any, penalty: float, start: Linear | None) -> Linear:
    """A head on some texts.

    Every window of a text that is labelled 0 is harmless. Of one labelled 1 at least one is not, and which is not
    known: a first head chooses it (multiple-instance learning: Andrews, Tsochantaridis and Hofmann, 2003).
    """
    import numpy

    from guardrail.training.logistic import fit_logistic

    kept = numpy.isin(data.text, numpy.asarray(texts))
    counts = numpy.bincount(data.text, minlength=len(data.labels))
    shares = 1 / counts[data.text]
    labels = data.labels[data.text].astype(float)
    costs = numpy.full(WIDTH, penalty)
    costs[: len(HEADS)] *= _TRUST
    model = fit_logistic(data.windows[kept], labels[kept], shares[kept], costs, start)
    if not (kept & (labels == 1) & (counts[data.text] > 1)).any():
        return model
    values = model.logits(data.windows)
    carries = values >= data.highest(values)[data.text]
    chosen = kept & ((labels == 0) | carries)
    shares = numpy.where(labels == 1, 1.0, shares)
    return fit_logistic(data.windows[chosen], labels[chosen], shares[chosen], costs, model)


def _loss(data: _Data, texts: NDArray[Any], model: Linear) -> float:
    """Mean cross entropy over texts."""
    import numpy

    logits = data.highest(model.logits(data.windows))[texts]
    return float((numpy.logaddexp(0, logits) - data.labels[texts] * logits).mean())


def _refuse_too_few(rows: Sequence[LabelledText]) -> None:
    counts = [sum(row.label == label for row in rows) for label in (0, 1)]
    if min(counts) < LEAST:
        raise TrainingProblem(
            f"{counts[1]:,} rows labelled 1 and {counts[0]:,} labelled 0 are too few to train on",
            f"give at least {LEAST} different texts of each label, better a few hundred",
        )
    if len(rows) > MOST:
        raise TrainingProblem(f"{len(rows):,} rows are more than {MOST:,}", "give a sample of them")


def _without_words(number: int) -> list[str]:
    return [f"{number:,} texts without a word are left out"] if number else []


def _silent(what: str, done: int, total: int) -> None:
    """No progress is asked for."""


def _rounded(value: float) -> float:
    return float(f"{value:.7g}")
