"""The drivers: they step a generator of needs and answer each, at once or from an event loop."""

from __future__ import annotations

from collections.abc import Generator
from time import perf_counter_ns
from typing import TypeVar

from guardrail.engine.needs import Answers, Need
from guardrail.engine.producers import run
from guardrail.validators.contract import Cost

Result = TypeVar("Result")
Times = dict[str, float]
"""Microseconds per producer, filled in by a driver."""


def drive(steps: Generator[Need, Answers, Result], times: Times) -> Result:
    """Answer every need in the calling thread."""
    try:
        need = next(steps)
        while True:
            started = perf_counter_ns()
            answers = run(need)
            name = need.producer.name
            times[name] = times.get(name, 0.0) + (perf_counter_ns() - started) / 1000
            need = steps.send(answers)
    except StopIteration as done:
        result: Result = done.value
        return result


async def adrive(steps: Generator[Need, Answers, Result], times: Times) -> Result:
    """Answer cheap needs in place, which costs less than handing them over, and dear ones in a worker thread."""
    import asyncio

    try:
        need = next(steps)
        while True:
            started = perf_counter_ns()
            answers = run(need) if need.producer.cost <= Cost.C1 else await asyncio.to_thread(run, need)
            name = need.producer.name
            times[name] = times.get(name, 0.0) + (perf_counter_ns() - started) / 1000
            need = steps.send(answers)
    except StopIteration as done:
        result: Result = done.value
        return result
