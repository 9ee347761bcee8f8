"""AdamW over float32 masters of bfloat16 weights (Loshchilov and Hutter, 2019), with warm-up and linear decay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import torch
from torch import Tensor, nn

_WARM_UP: Final = 0.06
_CLIP: Final = 1.0


@dataclass(frozen=True, slots=True)
class Schedule:
    """Peak rate, what of it is left at the end, how many steps; `head_factor` multiplies the rate of new weights."""

    rate: float
    steps: int
    floor: float = 0.0
    head_factor: float = 5.0

    def at(self, step: int) -> float:
        """The rate at a step.

        >>> Schedule(1.0, 100).at(0) < Schedule(1.0, 100).at(6) == 1.0
        True
        """
        warm = max(1, int(self.steps * _WARM_UP))
        if step < warm:
            return self.rate * (step + 1) / warm
        left = (self.steps - step) / max(1, self.steps - warm)
        return self.rate * (self.floor + (1 - self.floor) * left)


class MasterAdamW:
    """Holds the float32 copies; `step` takes the gradients of the working weights and writes the result back."""

    def __init__(self, model: nn.Module, schedule: Schedule, dtype: torch.dtype) -> None:
        named = [(name, weight) for name, weight in model.named_parameters() if weight.requires_grad]
        self.schedule = schedule
        self.names = [name for name, _ in named]
        self.masters = [weight.detach().float().clone() for _, weight in named]
        model.to(dtype)
        self.weights = [model.get_parameter(name) for name in self.names]
        new = [not name.startswith("trunk.") for name in self.names]
        groups = [
            {"params": [m for m, head in zip(self.masters, new, strict=True) if head is wanted], "head": wanted}
            for wanted in (False, True)
        ]
        for master in self.masters:
            master.requires_grad_(True)
        self.adam = torch.optim.AdamW(groups, lr=schedule.rate, betas=(0.9, 0.98), weight_decay=0.01, fused=True)

    def step(self, number: int) -> None:
        """One update at step `number`, gradients cleared."""
        for weight, master in zip(self.weights, self.masters, strict=True):
            master.grad = torch.zeros_like(master) if weight.grad is None else weight.grad.float()
            weight.grad = None
        torch.nn.utils.clip_grad_norm_(self.masters, _CLIP)
        rate = self.schedule.at(number)
        for group in self.adam.param_groups:
            group["lr"] = rate * (self.schedule.head_factor if group["head"] else 1.0)
        self.adam.step()
        with torch.no_grad():
            for weight, master in zip(self.weights, self.masters, strict=True):
                weight.copy_(master)

    def state(self) -> dict[str, Tensor]:
        """Everything needed to go on, by name."""
        state: dict[str, Tensor] = {}
        for name, master in zip(self.names, self.masters, strict=True):
            state[f"weight:{name}"] = master.detach()
            for key, value in self.adam.state.get(master, {}).items():
                state[f"{key}:{name}"] = torch.as_tensor(value)
        return state

    def restore(self, state: dict[str, Tensor], *, moments: bool = True) -> None:
        """Take up a saved state; without `moments` only its weights, as a new pass does."""
        with torch.no_grad():
            for name, master, weight in zip(self.names, self.masters, self.weights, strict=True):
                master.copy_(state[f"weight:{name}"])
                weight.copy_(master)
                if moments:
                    keys = ("step", "exp_avg", "exp_avg_sq")
                    own: dict[str, Any] = {k: state[f"{k}:{name}"].clone() for k in keys if f"{k}:{name}" in state}
                    if own:
                        self.adam.state[master] = own
