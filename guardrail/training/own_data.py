"""All of our own labelled data: every generator of a kind, found by its file name."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator, Sequence
from types import ModuleType

from guardrail.training import generators
from guardrail.training.rows import LabelledAnswer, LabelledText, Split


def own_toxicity(seed: int) -> list[LabelledText]:
    """Every row of the generators `toxicity_*`."""
    return [row for module in _modules("toxicity_") for row in module.generate(seed)]


def own_injection(seed: int) -> list[LabelledText]:
    """Every row of the generators `injection_*`."""
    return [row for module in _modules("injection_") for row in module.generate(seed)]


def own_grounding(seed: int, passages: Sequence[tuple[str, Split]]) -> list[LabelledAnswer]:
    """Every row of the generators `grounding_*`; `passages` go to those that edit given documents."""
    rows: list[LabelledAnswer] = []
    for module in _modules("grounding_"):
        edits = "passages" in inspect.signature(module.generate).parameters
        rows += module.generate(seed, passages) if edits else module.generate(seed)
    return rows


def _modules(prefix: str) -> Iterator[ModuleType]:
    for name in sorted(module.name for module in pkgutil.iter_modules(generators.__path__)):
        if name.startswith(prefix):
            module = importlib.import_module(f"{generators.__name__}.{name}")
            if hasattr(module, "generate"):
                yield module
