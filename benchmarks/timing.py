"""Paired CPU timing: the calls take turns, so that a machine's mood strikes all of them alike."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping


def paired(calls: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Median thread CPU seconds of one call of each."""
    inner = {name: _repeats(call) for name, call in calls.items()}
    times: dict[str, list[float]] = {name: [] for name in calls}
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds):
            for name, call in calls.items():
                started = time.thread_time()
                for _ in range(inner[name]):
                    call()
                times[name].append((time.thread_time() - started) / inner[name])
    finally:
        gc.enable()
    return {name: statistics.median(values) for name, values in times.items()}


def _repeats(call: Callable[[], object]) -> int:
    """How often to call in a row, so that one measurement is some 400 microseconds at least."""
    call()
    started = time.thread_time()
    call()
    return max(1, int(4e-4 / max(time.thread_time() - started, 1e-7)))
