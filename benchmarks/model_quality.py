"""How good the classifiers are: every dev source, every kind of case, benign prose; a float model against int8.

    python -m benchmarks.model_quality --data DIR [--only MODEL …] [--most N] [--model FILE] [--grounding-model FILE]

ROC area, precision-recall area, recall at 1 % false alarms, calibration error and what the levels flag. A source that
holds one label alone is judged against all dev rows of the other label (marked *). Writes Markdown and PNG.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from benchmarks.model_judges import Judge, answer_judge, judged, text_judge
from benchmarks.model_rows import Row, answer_rows, prose, text_rows
from benchmarks.reports import RESULTS, at_least_one, machine, plot_bars, table, write_text
from guardrail.evaluate.measures import (
    average_precision,
    expected_calibration_error,
    recall_at_false_alarms,
    roc_auc,
    wilson_interval,
)
from guardrail.models.cards import LEVELS, card, log_odds, sigmoid
from guardrail.models.problems import ModelProblem

Key = TypeVar("Key", str, tuple[str, str, int])

MODELS = ("toxicity", "injection", "grounding")
_FEWEST = 5
"""Rows of a kind of case that are shown."""

_EXAMPLES = """examples:
  python -m benchmarks.model_quality --data data
  python -m benchmarks.model_quality --data data --only toxicity --most 200
  python -m benchmarks.model_quality --data data --model runs/guard-float.onnx --only toxicity injection
"""


@dataclass(frozen=True, slots=True)
class Judged:
    """The rows of one model with their log odds, and with those of the model that it is compared with."""

    model: str
    rows: Sequence[Row]
    odds: Sequence[float]
    others: Sequence[float] | None = None

    def at(self, places: Iterable[int]) -> Judged:
        """The rows at some places alone."""
        kept = list(places)
        others = None if self.others is None else [self.others[place] for place in kept]
        return Judged(self.model, [self.rows[place] for place in kept], [self.odds[place] for place in kept], others)

    def by(self, key: Callable[[Row], Key]) -> dict[Key, Judged]:
        """The rows shared out by what `key` says of them, in its order."""
        places: dict[Key, list[int]] = {}
        for place, row in enumerate(self.rows):
            places.setdefault(key(row), []).append(place)
        return {name: self.at(places[name]) for name in sorted(places)}

    def with_sources(self) -> dict[str, Judged]:
        """Each source's rows by its name, and `all`."""
        return {**self.by(lambda row: row.source), "all": self}

    def completed(self, own: Judged) -> Judged:
        """A part of these rows; where it holds one label alone, with all rows of the other label."""
        if len(set(own.labels)) == 2:
            return own
        rest = self.at(place for place, label in enumerate(self.labels) if label != own.labels[0])
        others = None
        if own.others is not None and rest.others is not None:
            others = [*own.others, *rest.others]
        return Judged(self.model, [*own.rows, *rest.rows], [*own.odds, *rest.odds], others)

    @property
    def labels(self) -> list[int]:
        """The labels, one a row."""
        return [row.label for row in self.rows]

    def flagged(self, threshold: float, label: int) -> tuple[int, int]:
        """How many rows of a label reach the threshold (log odds), and of how many."""
        own = [odds for odds, row in zip(self.odds, self.rows, strict=True) if row.label == label]
        return sum(odds >= threshold for odds in own), len(own)


def thresholds(model: str) -> dict[str, float]:
    """The log odds that stand for a level; for grounding, which has none, those of half support."""
    return {"support < 0.5": 0.0} if model == "grounding" else {n: log_odds(card(model).levels[n]) for n in LEVELS}


def by_source(found: Judged) -> tuple[str, dict[str, float], dict[str, float]]:
    """A table with a line a source and one for all; ROC areas and recalls by source for the plot."""
    level = "likely" if found.model != "grounding" else "support < 0.5"
    head = [
        "source",
        "1",
        "0",
        "ROC area",
        "PR area",
        "recall at 1 %",
        "calibration error",
        f"{level}: 1",
        f"{level}: 0",
    ]
    lines, areas, recalls = [], {}, {}
    for name, own in found.with_sources().items():
        pool = found.completed(own)
        odds, labels = pool.odds, pool.labels
        areas[name], recalls[name] = roc_auc(odds, labels), recall_at_false_alarms(odds, labels, 0.01)
        mark = "" if pool is own else " *"
        lines.append(
            [
                name,
                *(f"{own.labels.count(label):,}" for label in (1, 0)),
                f"{areas[name]:.3f}{mark}",
                f"{average_precision(odds, labels):.3f}{mark}",
                f"{recalls[name]:.3f}{mark}",
                f"{expected_calibration_error([sigmoid(o) for o in own.odds], own.labels):.3f}",
                *(_share(*own.flagged(thresholds(found.model)[level], label)) for label in (1, 0)),
            ]
        )
    return table(head, lines), areas, recalls


def by_kind(found: Judged) -> str:
    """A table with a line a kind of case: what each level flags."""
    levels = thresholds(found.model)
    lines = []
    for (source, kind, label), own in found.by(lambda row: (row.source, row.kind, row.label)).items():
        if len(own.rows) >= _FEWEST:
            shares = [_share(*own.flagged(threshold, label)) for threshold in levels.values()]
            lines.append([f"{source}: {kind or '-'}", str(label), str(len(own.rows)), *shares])
    return table(["kind of case", "label", "rows", *levels], lines)


def on_prose(found: Judged) -> str:
    """A table of the benign answers that each level flags, with intervals."""
    lines = []
    for name, threshold in thresholds(found.model).items():
        flagged, texts = found.flagged(threshold, 0)
        low, high = wilson_interval(flagged, texts)
        lines.append([name, f"{texts:,}", f"{flagged:,}", f"{flagged / texts:.2%}", f"{low:.2%} to {high:.2%}"])
    return table(["level", "texts", "flagged", "share", "95 %"], lines)


def compared(found: Judged) -> str:
    """A table of this model against the other one, by source: ROC areas and how far log odds differ."""
    if found.others is None:
        return ""
    lines = []
    for name, own in found.with_sources().items():
        pool = found.completed(own)
        assert own.others is not None and pool.others is not None
        area, other = roc_auc(pool.odds, pool.labels), roc_auc(pool.others, pool.labels)
        apart = [abs(a - b) for a, b in zip(own.odds, own.others, strict=True)]
        points = f"{100 * (area - other):+.2f}"
        lines.append(
            [name, f"{area:.4f}", f"{other:.4f}", points, f"{sum(apart) / len(apart):.3f}", f"{max(apart):.2f}"]
        )
    head = ["source", "shipped", "other", "points lost or won", "mean difference of log odds", "largest"]
    return table(head, lines)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "-"


def judge_model(model: str, arguments: argparse.Namespace) -> list[str]:
    """The parts of the report on one model; draws its plot."""
    shipped, other, rows = _judges(model, arguments)
    odds = judged(shipped, rows, model)
    others = judged(other, rows, f"{model}, the other model") if other else None
    found = Judged(model, rows, odds, others)
    sources, areas, recalls = by_source(found)
    plot_bars(
        arguments.out / f"model_quality_{model}.png",
        [f"{model}: ROC area", "recall at 1 % false alarms"],
        [areas, recalls],
    )
    parts = [f"## {model}", f"{len(rows):,} dev rows.", sources]
    if found.others is not None:
        parts += ["### Against the other model", compared(found)]
    if model != "grounding":
        benign = prose(arguments.data, arguments.prose)
        parts += ["### Benign answers of language models (neither trained on nor calibrated on)"]
        parts += [on_prose(Judged(model, benign, judged(shipped, benign, f"{model}, prose")))]
    return [*parts, "### By kind of case", by_kind(found)]


def _judges(model: str, arguments: argparse.Namespace) -> tuple[Judge, Judge | None, list[Row]]:
    if model == "grounding":
        other = answer_judge(arguments.grounding_model) if arguments.grounding_model else None
        return answer_judge(None), other, answer_rows(arguments.data, arguments.most)
    other_text = text_judge(model, arguments.model) if arguments.model else None
    return text_judge(model, None), other_text, text_rows(arguments.data, model, arguments.most)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, epilog=_EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="the folder of labelled data")
    parser.add_argument("--only", nargs="+", choices=MODELS, default=MODELS, help="models to judge (default: all)")
    parser.add_argument("--most", type=at_least_one, default=1000, help="rows of a source at most (default 1000)")
    parser.add_argument("--prose", type=at_least_one, default=4000, help="benign answers at most (default 4000)")
    parser.add_argument("--model", type=Path, help="an .onnx file to compare the shipped guard model with")
    parser.add_argument("--grounding-model", type=Path, help="the same for the grounding model")
    parser.add_argument("--out", type=Path, default=RESULTS, help="the folder that results are written to")
    arguments = parser.parse_args()
    try:
        parts = [part for model in arguments.only for part in judge_model(model, arguments)]
    except ModelProblem as problem:
        raise SystemExit(f"error: {problem.reason}: {problem.help}") from None
    note = "\\* the source holds one label alone and is judged against all dev rows of the other label."
    write_text(arguments.out / "model_quality.md", ["# Quality of the classifiers", machine(), *parts, note])


if __name__ == "__main__":
    main()
