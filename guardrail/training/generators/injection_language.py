"""How the texts of one language become kinds: orders, framed goals and planted orders against ordinary requests."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from guardrail.training.generators.injection_frames import Filler, Kind, rows_of
from guardrail.training.generators.injection_words import NAMES
from guardrail.training.rows import LabelledText


@dataclass(frozen=True, slots=True)
class Language:
    """Frames of one language by what they do; `code` is its ISO 639-1 code."""

    code: str
    direct: Sequence[str]
    framed: Sequence[str]
    planted: Sequence[str]
    ordinary: Sequence[str]


def rows_of_languages(source: str, languages: Sequence[Language], seed: int) -> Iterator[LabelledText]:
    """As many attacks as ordinary requests in each language, as far as its frames give them."""
    slots: Mapping[str, Filler] = {"name": NAMES, "n": _day}
    kinds: list[Kind] = []
    for language in languages:
        code = language.code
        attacks = [
            Kind(f"direct ({code})", 1, language.direct, _rows(language.direct, 32), slots, "direct"),
            Kind(f"jailbreak ({code})", 1, language.framed, _rows(language.framed, 14), slots, "jailbreak"),
            Kind(f"indirect ({code})", 1, language.planted, _rows(language.planted, 18), slots, "indirect"),
        ]
        ordinary = sum(kind.rows for kind in attacks)
        kinds += [*attacks, Kind(f"ordinary ({code})", 0, language.ordinary, ordinary, slots)]
    return rows_of(source, kinds, seed)


def _day(draw: random.Random) -> str:
    """A number that fits a date, a headcount and a page alike."""
    return str(draw.randint(2, 28))


def _rows(frames: Sequence[str], most: int) -> int:
    """Few frames give few rows: the same sentence with other names teaches nothing."""
    return min(most, 6 * len(frames))
