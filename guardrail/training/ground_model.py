"""The grounding model: a cross-encoder over a sentence and its evidence, with a head for single words.

The sentence head reads the mean of the sentence's own tokens; the token head says which of them lack support.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional

from guardrail.training.trunk import WIDTH, Trunk, mean_over

TOKEN_WEIGHT: Final = 0.5
POSITIVE_TOKEN_WEIGHT: Final = 2.0
SMOOTHING: Final = 0.04
_SPECIAL: Final = (0, 101, 102)


@dataclass(frozen=True, slots=True)
class GroundOutput:
    """Logits [batch, 1] that the sentence is unsupported; tokens [batch, length] the same of each of its tokens."""

    logits: Tensor
    tokens: Tensor


class GroundModel(nn.Module):
    """Trunk and heads."""

    def __init__(self, base: Mapping[str, Tensor]) -> None:
        super().__init__()
        self.trunk = Trunk(base)
        self.sentence = nn.Linear(WIDTH, 1)
        self.token = nn.Linear(WIDTH, 1)

    def forward(self, ids: Tensor, segments: Tensor) -> GroundOutput:
        """Ids and segments [batch, length], padded with 0."""
        states = self.trunk(ids, segments)
        pooled = mean_over(states, own_tokens(ids, segments))
        return GroundOutput(self.sentence(pooled).float(), self.token(states)[:, :, 0].float())


def own_tokens(ids: Tensor, segments: Tensor) -> Tensor:
    """Where the sentence's own tokens stand [batch, length]."""
    special = torch.zeros_like(ids, dtype=torch.bool)
    for token in _SPECIAL:
        special |= ids == token
    return (segments == 0) & ~special


def ground_loss(output: GroundOutput, targets: Tensor, tokens: Tensor) -> Tensor:
    """Cross-entropy of sentences [batch], and of the tokens [batch, length] whose label is known (not -1)."""
    smooth = targets * (1 - SMOOTHING) + SMOOTHING / 2
    sentence = functional.binary_cross_entropy_with_logits(output.logits[:, 0], smooth)
    known = (tokens >= 0).float()
    weight = torch.full((), POSITIVE_TOKEN_WEIGHT, device=tokens.device)
    losses = functional.binary_cross_entropy_with_logits(
        output.tokens, tokens.clamp_min(0.0), reduction="none", pos_weight=weight
    )
    return sentence + TOKEN_WEIGHT * (losses * known).sum() / known.sum().clamp_min(1.0)
