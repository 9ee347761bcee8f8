"""Classifiers: ONNX sessions, tokenisation, calibration cards. Nothing is loaded before someone asks for a score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

__all__ = ["score"]

_AT_ONCE = 64


def score(name: str, items: Sequence[Any]) -> list[float]:
    """The calibrated scores of many items, in [0, 1], in order.

    `toxicity` and `injection` take texts. `grounding` takes mappings with `context` (a string, or a list of passages),
    `answer` and, if there is one, `question`; 1.0 is fully supported. Raises `ValueError` for another name,
    `TypeError` for other items, `guardrail.models.problems.ModelMissing` where the model is not installed.
    """
    if name == "grounding":
        return _grounding(items)
    if name not in ("toxicity", "injection"):
        raise ValueError(f"there is no model `{name}`: the names are `toxicity`, `injection` and `grounding`")
    if isinstance(items, str) or not all(isinstance(item, str) for item in items):
        raise TypeError(f"`{name}` takes a list of texts")
    from guardrail.models.classifiers import classifier

    found = classifier(name)
    scores: list[float] = []
    for start in range(0, len(items), _AT_ONCE):
        scores += found.scores(items[start : start + _AT_ONCE])
    return scores


def _grounding(items: Sequence[Any]) -> list[float]:
    if not all(isinstance(item, Mapping) and {"context", "answer"} <= set(item) for item in items):
        raise TypeError("`grounding` takes a list of mappings with `context`, `answer` and perhaps `question`")
    from guardrail.models.grounding.scorer import score_answers

    scores: list[float] = score_answers(items)
    return scores
