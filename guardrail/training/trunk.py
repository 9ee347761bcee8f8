"""The encoder both models are built on: a lean MiniLM in bfloat16, forward and backward.

Six post-norm transformer layers of 384 features and 12 heads (Devlin et al., BERT, 2019). Word embeddings stay
frozen: they are half of the weights, and texts of few sources would only bend them. No dropout: its random numbers cost
more than a matrix product here, label smoothing and few passes take its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional

WIDTH: Final = 384
HEADS: Final = 12
LAYERS: Final = 6
EPSILON: Final = 1e-12
_MASKED: Final = -10_000.0


class Layer(nn.Module):
    """One transformer layer; the three projections of attention are one matrix."""

    def __init__(self) -> None:
        super().__init__()
        self.attention_in = nn.Linear(WIDTH, 3 * WIDTH)
        self.attention_out = nn.Linear(WIDTH, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.wide = nn.Linear(WIDTH, 4 * WIDTH)
        self.narrow = nn.Linear(4 * WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """States [batch, length, 384]; bias [batch, 1, 1, length] is 0 at tokens and very negative at padding."""
        batch, length, _ = states.shape
        parts = self.attention_in(states).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        query, key, value = parts[0], parts[1], parts[2]
        # Explicit products: the fused attention's backward in bfloat16 takes a third of a step on processors.
        scores = torch.matmul(query * (WIDTH // HEADS) ** -0.5, key.transpose(-1, -2)) + bias
        context = torch.matmul(torch.softmax(scores, dim=-1), value)
        context = context.transpose(1, 2).reshape(batch, length, WIDTH)
        states = self.attention_norm(states + self.attention_out(context))
        return self.norm(states + self.narrow(functional.gelu(self.wide(states))))


class Trunk(nn.Module):
    """Token ids to the states of the last layer."""

    def __init__(self, base: Mapping[str, Tensor], *, positions: int = 256) -> None:
        super().__init__()
        self.words = nn.Parameter(base["embeddings.word_embeddings.weight"].clone(), requires_grad=False)
        self.positions = nn.Parameter(base["embeddings.position_embeddings.weight"][:positions].clone())
        self.segments = nn.Parameter(base["embeddings.token_type_embeddings.weight"].clone())
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self._take(base)

    def forward(self, ids: Tensor, segments: Tensor | None = None) -> Tensor:
        """Ids and segments [batch, length], padded with 0; returns states [batch, length, 384]."""
        states = functional.embedding(ids, self.words) + self.positions[: ids.shape[1]]
        states = states + (self.segments[0] if segments is None else functional.embedding(segments, self.segments))
        states = self.norm(states)
        bias = padding_bias(ids, states.dtype)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, bias)
        return states

    def _take(self, base: Mapping[str, Tensor]) -> None:
        _copy(self.norm, base, "embeddings.LayerNorm")
        for index, layer in enumerate(self.layers):
            assert isinstance(layer, Layer)
            prefix = f"encoder.layer.{index}"
            own = [f"{prefix}.attention.self.{part}" for part in ("query", "key", "value")]
            with torch.no_grad():
                layer.attention_in.weight.copy_(torch.cat([base[f"{name}.weight"] for name in own]))
                layer.attention_in.bias.copy_(torch.cat([base[f"{name}.bias"] for name in own]))
            _copy(layer.attention_out, base, f"{prefix}.attention.output.dense")
            _copy(layer.attention_norm, base, f"{prefix}.attention.output.LayerNorm")
            _copy(layer.wide, base, f"{prefix}.intermediate.dense")
            _copy(layer.narrow, base, f"{prefix}.output.dense")
            _copy(layer.norm, base, f"{prefix}.output.LayerNorm")


def padding_bias(ids: Tensor, dtype: torch.dtype) -> Tensor:
    """What is added to attention scores [batch, length] so that padding gets no weight."""
    return (ids == 0).to(dtype) * _MASKED


def mean_over(states: Tensor, kept: Tensor) -> Tensor:
    """The mean of states [batch, length, width] over the places where `kept` [batch, length] is true."""
    weights = kept.to(states.dtype)[:, :, None]
    return (states * weights).sum(dim=1) / weights.sum(dim=1).clamp_min(1.0)


def _copy(module: nn.Module, base: Mapping[str, Tensor], name: str) -> None:
    with torch.no_grad():
        module.get_parameter("weight").copy_(base[f"{name}.weight"])
        module.get_parameter("bias").copy_(base[f"{name}.bias"])
