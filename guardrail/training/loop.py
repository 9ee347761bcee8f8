"""The training loop: passes over batches, with progress and checkpoints that a stopped run goes on from."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TextIO

import torch
from torch import Tensor, nn

from guardrail.training.optimiser import MasterAdamW, Schedule

_EVERY: Final = 20
_SAVE_SECONDS: Final = 300.0


@dataclass(frozen=True, slots=True)
class Run:
    """Where and how a command trains: `threads` are the processor's, `device` is `cpu` or `cuda`."""

    folder: Path
    seed: int = 7
    threads: int = 1
    device: str = "cpu"
    resume: bool = True


@dataclass(frozen=True, slots=True)
class Pass:
    """One pass: its name, its batches in their order, their size in tokens, and the peak learning rate."""

    name: str
    batches: Sequence[Sequence[int]]
    tokens: Sequence[int]
    rate: float
    floor: float = 0.0


def make_deterministic(run: Run) -> None:
    """Fix what chance there is: threads, seeds, algorithms."""
    torch.set_num_threads(run.threads)
    torch.manual_seed(run.seed)
    torch.use_deterministic_algorithms(True, warn_only=run.device != "cpu")


def train_pass(
    model: nn.Module,
    given: Pass,
    loss_of: Callable[[Sequence[int]], Tensor],
    run: Run,
    start_from: Path | None = None,
    stream: TextIO = sys.stderr,
) -> Path:
    """Train one pass and return the file of its weights; a finished pass is not run again.

    `loss_of` turns the places of one batch into the loss. `start_from` is the previous pass's file.
    """
    done = run.folder / f"{given.name}.safetensors"
    if done.is_file() and run.resume:
        return done
    run.folder.mkdir(parents=True, exist_ok=True)
    schedule = Schedule(given.rate, len(given.batches), given.floor)
    optimiser = MasterAdamW(model, schedule, torch.bfloat16)
    if start_from is not None:
        optimiser.restore(_load(start_from), moments=False)
    checkpoint = run.folder / f"{given.name}.checkpoint.safetensors"
    first = _resume(optimiser, checkpoint) if run.resume else 0
    progress = _Progress(given, stream, first)
    saved = time.monotonic()
    for number in range(first, len(given.batches)):
        loss = loss_of(given.batches[number])
        loss.backward()
        optimiser.step(number)
        progress.step(number, float(loss.detach()))
        if time.monotonic() - saved > _SAVE_SECONDS:
            _save(optimiser.state(), checkpoint, number + 1)
            saved = time.monotonic()
    _save(optimiser.state(), done, len(given.batches))
    checkpoint.unlink(missing_ok=True)
    return done


def weights_of(file: Path) -> dict[str, Tensor]:
    """The float32 weights a pass ended with, by parameter name."""
    return {name.removeprefix("weight:"): t for name, t in _load(file).items() if name.startswith("weight:")}


def _load(file: Path) -> dict[str, Tensor]:
    from safetensors.torch import load_file

    return load_file(str(file))


def _save(state: dict[str, Tensor], file: Path, step: int) -> None:
    from safetensors.torch import save_file

    partial = file.with_suffix(".part")
    save_file({name: t.contiguous() for name, t in state.items()}, str(partial), metadata={"step": json.dumps(step)})
    partial.replace(file)


def _resume(optimiser: MasterAdamW, checkpoint: Path) -> int:
    if not checkpoint.is_file():
        return 0
    from safetensors import safe_open

    with safe_open(str(checkpoint), framework="pt") as opened:
        step = int(json.loads(opened.metadata()["step"]))
    optimiser.restore(_load(checkpoint))
    return step


class _Progress:
    """One line that is written over on a terminal, a line every few hundred steps elsewhere."""

    def __init__(self, given: Pass, stream: TextIO, first: int) -> None:
        self.given, self.stream, self.first = given, stream, first
        self.started = time.monotonic()
        self.seen = 0
        self.loss = 0.0

    def step(self, number: int, loss: float) -> None:
        """Count a step in; say something from time to time."""
        self.seen += self.given.tokens[number]
        self.loss = loss if number == self.first else 0.98 * self.loss + 0.02 * loss
        total = len(self.given.batches)
        terminal = self.stream.isatty()
        if (number + 1) % (_EVERY if terminal else 10 * _EVERY) and number + 1 != total:
            return
        spent = time.monotonic() - self.started
        left = spent / (number + 1 - self.first) * (total - number - 1)
        line = (
            f"{self.given.name}: step {number + 1:,} of {total:,}, loss {self.loss:.3f}, "
            f"{self.seen / max(spent, 1e-9):,.0f} tokens/s, {left / 60:.0f} min left"
        )
        end = "\n" if not terminal or number + 1 == total else "\r"
        print(f"{line:<90}", end=end, file=self.stream, flush=True)
