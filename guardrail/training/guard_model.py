"""The guard model: one trunk, and heads for toxicity, injection and the sentence embedding.

Each classifier reads the text through a learned attention over its tokens, which starts as the plain mean: one bad
sentence in a long window is not averaged away. The embedding is the plain mean, held close to the base model's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional

from guardrail.training.trunk import WIDTH, Trunk, mean_over, padding_bias

TOXICITY: Final = ("toxicity", "hate", "harassment", "threat", "sexual", "profanity")
INJECTION: Final = ("injection", "direct", "jailbreak", "indirect")
LOGITS: Final = TOXICITY + INJECTION
SMOOTHING: Final = 0.04


@dataclass(frozen=True, slots=True)
class GuardOutput:
    """Logits [batch, 10] in the order of `LOGITS`, embedding [batch, 384], pooled [batch, 768]."""

    logits: Tensor
    embedding: Tensor
    pooled: Tensor


class GuardModel(nn.Module):
    """Trunk and heads."""

    def __init__(self, base: Mapping[str, Tensor]) -> None:
        super().__init__()
        self.trunk = Trunk(base)
        self.queries = nn.Parameter(torch.zeros(2, WIDTH))
        self.toxicity = nn.Linear(WIDTH, len(TOXICITY))
        self.injection = nn.Linear(WIDTH, len(INJECTION))

    def forward(self, ids: Tensor) -> GuardOutput:
        """Ids [batch, length], padded with 0."""
        states = self.trunk(ids)
        scores = states @ self.queries.T * WIDTH**-0.5 + padding_bias(ids, states.dtype)[:, :, None]
        pooled = torch.softmax(scores, dim=1).transpose(1, 2) @ states
        logits = torch.cat([self.toxicity(pooled[:, 0]), self.injection(pooled[:, 1])], dim=1)
        embedding = functional.normalize(mean_over(states, ids != 0).float(), dim=1)
        return GuardOutput(logits.float(), embedding, pooled.flatten(1).float())


def guard_loss(output: GuardOutput, targets: Tensor, teacher: Tensor) -> Tensor:
    """Binary cross-entropy over the targets that are known, and the distance to the teacher's embeddings.

    `targets` [batch, 10] holds 0, 1, or -1 where it is not known; `teacher` [batch, 384] holds zeros where the
    embedding is not held. The overall heads weigh four times as much as a category.
    """
    known = (targets >= 0).float()
    smooth = targets.clamp_min(0.0) * (1 - SMOOTHING) + SMOOTHING / 2
    losses = functional.binary_cross_entropy_with_logits(output.logits, smooth, reduction="none") * known
    overall = losses[:, [0, len(TOXICITY)]].sum() / known[:, [0, len(TOXICITY)]].sum().clamp_min(1.0)
    categories = losses.sum() / known.sum().clamp_min(1.0)
    held = teacher.square().sum(dim=1) > 0
    distance = (1 - (output.embedding * teacher).sum(dim=1)) * held
    return overall + 0.25 * categories + distance.sum() / held.sum().clamp_min(1)
