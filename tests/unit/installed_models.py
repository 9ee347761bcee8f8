"""Whether the shipped models are installed, for tests that ask them for real."""

from __future__ import annotations

from functools import cache

from guardrail.models.cards import card
from guardrail.models.problems import ModelMissing
from guardrail.models.weights import weight_file

_FILES = ("guard.onnx", "ground.onnx", "vocab.txt")
_CARDS = ("toxicity", "injection", "topic")


@cache
def what_is_missing() -> str:
    """What the checkout lacks of the shipped models, to skip by; empty where nothing is missing.

    Only absent files count: one that was damaged fails the tests that need it.
    """
    for needed, names in ((weight_file, _FILES), (card, _CARDS)):
        for name in names:
            try:
                needed(name)
            except ModelMissing as problem:
                return problem.reason
    return ""
