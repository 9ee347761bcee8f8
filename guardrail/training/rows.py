"""One labelled example, as the training commands see it, whatever file or generator it came from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

Split: TypeAlias = Literal["train", "dev"]


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A text for the toxicity or the injection head: `label` 1 is toxic, or an attack.

    `source` names the data set or generator, `kind` the kind of case within it (`counter-speech`). `category` is one
    of the head's categories (`threat`, `indirect`) where a positive text is known to belong to it, else empty.
    """

    text: str
    label: int
    source: str
    split: Split
    kind: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True)
class LabelledAnswer:
    """An answer with its passages for the grounding model: `label` 1 has unsupported content.

    `spans` are half-open code-point offsets of the unsupported parts in `answer`; None where they are not known,
    empty where there are none.
    """

    context: str
    answer: str
    label: int
    source: str
    split: Split
    question: str | None = None
    spans: tuple[tuple[int, int], ...] | None = None
    kind: str = ""


TextGenerator: TypeAlias = Callable[[int], Iterator[LabelledText]]
"""`generate(seed)`; train and dev rows share no template and no filler phrase."""
