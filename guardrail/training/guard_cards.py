"""The calibration cards of toxicity and injection, made with the int8 model that ships.

The curve comes from the labelled rows that did not train; the levels from benign traffic: answers of language models
that neither trained nor judge the model, and for injection also ordinary prompts.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from guardrail.evaluate.calibration import Curve, Level, measure_levels, platt
from guardrail.models.encoder import HEADS, Encoder
from guardrail.training.given_data import read_objects, read_texts
from guardrail.training.guard_model import TOXICITY
from guardrail.training.guard_recipe import BENIGN_PROMPTS, is_training_prose
from guardrail.training.own_data import own_injection, own_toxicity
from guardrail.training.rows import LabelledText

_CHARACTERS: Final = 2000
"""Of a reference answer: what a screen shows, and a few windows."""
_REFERENCE: Final = 8000
_LONGEST: Final = 4000


@dataclass(frozen=True, slots=True)
class Calibrated:
    """One output's curve and levels; `reference` names the benign traffic."""

    name: str
    curve: Curve
    levels: tuple[Level, ...]
    reference: str


def is_reference_prose(name: str) -> bool:
    """Whether a model's answers set the levels: half of those that did not train; the other half judge."""
    return not is_training_prose(name) and hashlib.blake2b(name.encode(), digest_size=2).digest()[1] % 2 == 0


def calibrate_guard(encoder: Encoder, data: Path, seed: int) -> list[Calibrated]:
    """The cards of toxicity, of its categories, and of injection."""
    toxicity = [*read_texts(data, "toxicity"), *own_toxicity(seed)]
    injection = [*read_texts(data, "injection"), *own_injection(seed)]
    prose = reference_prose(data, seed)
    prompts = [row.text for row in injection if row.split == "dev" and row.source in BENIGN_PROMPTS and not row.label]
    seen_prose = highest(encoder, prose)
    seen_prompts = highest(encoder, prompts)
    dev = [row for row in toxicity if row.split == "dev"]
    logits = highest(encoder, [row.text for row in dev])
    found = [_toxicity("toxicity", 0, dev, logits, seen_prose)]
    for place, category in enumerate(TOXICITY[1:], start=1):
        rows = [(row, own) for row, own in zip(dev, logits, strict=True) if not row.label or row.category]
        found.append(
            _toxicity(f"toxicity_{category}", place, [r for r, _ in rows], [own for _, own in rows], seen_prose)
        )
    dev = [row for row in injection if row.split == "dev"]
    place = HEADS.index("injection")
    curve = platt([own[place] for own in highest(encoder, [row.text for row in dev])], [row.label for row in dev])
    levels = measure_levels([own[place] for own in (*seen_prose, *seen_prompts)])
    name = f"{len(prose):,} answers of language models and {len(prompts):,} ordinary prompts"
    found.append(Calibrated("injection", curve, tuple(levels), name))
    return found


def reference_prose(data: Path, seed: int, *, judging: bool = False) -> list[str]:
    """Answers that set the levels, or with `judging` those that show what the levels flag."""
    texts = [
        row["text"][:_CHARACTERS]
        for row in read_objects(data, "prose")
        if not is_training_prose(row["source"]) and is_reference_prose(row["source"]) is not judging
    ]
    return random.Random(seed).sample(texts, min(_REFERENCE, len(texts)))


def highest(encoder: Encoder, texts: Sequence[str]) -> list[tuple[float, ...]]:
    """The highest logit of each head over a text's windows; a text without a word has very low ones."""
    found: list[tuple[float, ...]] = []
    for first in range(0, len(texts), 64):
        for seen in encoder.read([text[:_LONGEST] for text in texts[first : first + 64]]):
            found.append(tuple(map(max, zip(*(one.logits for one in seen), strict=True))) or (-9.0,) * len(HEADS))
    return found


def _toxicity(
    name: str,
    place: int,
    rows: Iterable[LabelledText],
    logits: Iterable[tuple[float, ...]],
    prose: Sequence[tuple[float, ...]],
) -> Calibrated:
    category = TOXICITY[place] if place else ""
    labels = [int(row.label and (not category or row.category == category)) for row in rows]
    curve = platt([own[place] for own in logits], labels)
    levels = measure_levels([own[place] for own in prose])
    return Calibrated(name, curve, tuple(levels), f"{len(prose):,} answers of language models")
