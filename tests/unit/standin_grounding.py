"""A stand-in for the grounding model: a token is unsupported where the evidence lacks it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy

from guardrail.models import weights
from guardrail.models.grounding.reading import CrossEncoder
from guardrail.models.grounding.scorer import Scorer
from guardrail.models.grounding.stack import Stack
from guardrail.models.wordpiece import SEP, WordPiece
from guardrail.training.ground_stack import by_hand

VOCABULARY = Path(weights.__file__).parent / "weights" / "vocab.txt"
_GRAMMAR = "the a an is was were are of in by it to and has with that its , . ? - : ; who what not do since"


class LackingTokens:
    """Has the inputs and outputs of `ground.onnx`; `calls` counts its runs."""

    def __init__(self) -> None:
        self.calls = 0
        self._grammar = set(WordPiece.load(VOCABULARY).encode(_GRAMMAR))

    def run(self, outputs: Sequence[str], inputs: Mapping[str, Any]) -> list[Any]:
        assert tuple(outputs) == ("logits", "tokens")
        self.calls += 1
        ids, segments = inputs["ids"], inputs["segments"]
        assert ids.shape == segments.shape and ids.dtype == segments.dtype == numpy.int64
        tokens = numpy.full(ids.shape, -4.0, dtype=numpy.float32)
        logits = numpy.zeros((len(ids), 1), dtype=numpy.float32)
        for row, (own, segment) in enumerate(zip(ids.tolist(), segments.tolist(), strict=True)):
            claim = own[1 : own.index(SEP)]
            held = {token for token, part in zip(own, segment, strict=True) if part} | self._grammar
            lacking = [token not in held for token in claim]
            tokens[row, 1 : 1 + len(claim)] = [4.0 if one else -4.0 for one in lacking]
            logits[row, 0] = 8.0 * sum(lacking) / max(1, len(claim)) - 3.0
        return [logits, tokens]


def standin_scorer(model: LackingTokens | None = None, stack: Stack | None = None) -> Scorer:
    """A scorer over the stand-in and the weights set by hand: the shipped ones change with the model."""
    return Scorer(WordPiece.load(VOCABULARY), CrossEncoder(model or LackingTokens()), stack or by_hand())
