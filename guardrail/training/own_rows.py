"""What is wrong with a team's labelled rows before anything is trained on them, and what is left to train on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from guardrail.evaluate.labelled import LabelledText
from guardrail.evaluate.measures import MeasureError, roc_auc

LEAST: Final = 10
"""Rows of each label: with fewer there is nothing to learn and nothing to test."""
MOST: Final = 50_000
_FEW: Final = 100
_ONE_SIDED: Final = 0.05
_LENGTH_TELLS: Final = 0.8


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Rows that say one thing once. `groups` [rows] are numbers: rows of one origin, or alike, share theirs."""

    rows: tuple[LabelledText, ...]
    groups: tuple[int, ...]
    warnings: tuple[str, ...]


def clean_rows(rows: Sequence[LabelledText]) -> Cleaned:
    """The rows without repetitions and contradictions, and what people should know of them."""
    by_key: dict[str, list[LabelledText]] = {}
    for row in rows:
        by_key.setdefault(_key(row.text), []).append(row)
    kept: list[LabelledText] = []
    groups: list[int] = []
    numbers: dict[str, int] = {}
    contradictions: list[int] = []
    for key, same in by_key.items():
        if len({row.label for row in same}) > 1:
            contradictions += [row.line for row in same]
            continue
        kept.append(same[0])
        origin = f"group {same[0].group}" if same[0].group is not None else f"text {_pattern(key)}"
        groups.append(numbers.setdefault(origin, len(numbers)))
    repeated = len(rows) - len(kept) - len(contradictions)
    return Cleaned(tuple(kept), tuple(groups), tuple(_warnings(kept, repeated, contradictions)))


def _warnings(rows: Sequence[LabelledText], repeated: int, contradictions: Sequence[int]) -> list[str]:
    found = []
    if repeated:
        verbs = ("repeats", "is") if repeated == 1 else ("repeat", "are")
        found.append(f"{_rows(repeated)} {verbs[0]} another one and {verbs[1]} left out")
    if contradictions:
        shown = ", ".join(map(str, sorted(contradictions)[:6])) + (", …" if len(contradictions) > 6 else "")
        found.append(f"{_rows(len(contradictions))} say of one text both 0 and 1 (lines {shown}) and are left out")
    counts = [sum(row.label == label for row in rows) for label in (0, 1)]
    for label, count in enumerate(counts):
        if count < _FEW:
            found.append(
                f"few rows are labelled {label}, only {count:,}: the figures below are as uncertain as they say"
            )
    if rows and min(counts) < _ONE_SIDED * len(rows):
        found.append(f"the labels are one-sided: {counts[0]:,} rows are labelled 0 and {counts[1]:,} are labelled 1")
    found += _length_warning(rows)
    return found


def _length_warning(rows: Sequence[LabelledText]) -> list[str]:
    """Where one label's texts are longer than the other's, a head may learn that and nothing else."""
    try:
        auc = roc_auc([len(row.text) for row in rows], [row.label for row in rows])
    except MeasureError:
        return []
    if max(auc, 1 - auc) < _LENGTH_TELLS:
        return []
    longer = int(auc > 0.5)
    told = f"length alone tells the labels apart (ROC area {max(auc, 1 - auc):.2f}, those labelled {longer} are longer)"
    return [f"{told}: the head may learn that and nothing else"]


def _key(text: str) -> str:
    """What texts share that differ in case and white space alone."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _pattern(key: str) -> str:
    """What texts share that differ in numbers alone, as those made from one template do."""
    return re.sub(r"\d+", "0", key)


def _rows(number: int) -> str:
    return f"{number:,} row{'' if number == 1 else 's'}"
