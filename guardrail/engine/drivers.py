"""The drivers: they step a generator of needs and answer each, at once or from an event loop."""

from __future__ import annotations

from collections.abc import Generator
from time import perf_counter_ns
from typing import TypeVar

from guardrail.engine.answering import answer, answer_async
from guardrail.engine.core import Board, evaluate, take
from guardrail.engine.judging import Call
from guardrail.engine.needs import Answers, Need
from guardrail.engine.producers import run
from guardrail.text.subject import Subject
from guardrail.validators.contract import Cost

Result = TypeVar("Result")
Times = dict[str, float]
"""Microseconds per producer, filled in by a driver."""

_LONG = 100_000
"""Code points from which on even a cheap check would hold up an event loop."""


def drive(steps: Generator[Need, Answers, Result], times: Times) -> Result:
    """Answer every need in the calling thread."""
    try:
        need = next(steps)
        while True:
            started = perf_counter_ns()
            deadline = need.deadline
            answers = run(need) if deadline is None else answer(need, deadline)
            _note(times, need, started)
            need = steps.send(answers)
    except StopIteration as done:
        result: Result = done.value
        return result


def evaluate_now(call: Call, subject: Subject) -> Board:
    """What `evaluate` comes to with every need answered in the calling thread.

    Where one producer answers all, which is most stages, without the steps of a generator.
    """
    schedule = call.schedule
    only = schedule.only
    if only is None or len(subject.text) > schedule.limit:
        steps = evaluate(schedule, subject, call.request, call.facts, call.options, call.deadline)
        return drive(steps, call.times)
    deadline = call.deadline
    board = Board(schedule, call.request, call.facts, deadline)
    need = Need(schedule.pipeline, only.producer, subject, call.facts, deadline)
    started = perf_counter_ns()
    answers = run(need) if deadline is None else answer(need, deadline)
    call.times[only.producer.name] = (perf_counter_ns() - started) / 1000
    take(board, only, answers)
    return board


def _note(times: Times, need: Need, started: int) -> None:
    name = need.producer.name
    times[name] = times.get(name, 0.0) + (perf_counter_ns() - started) / 1000


async def adrive(steps: Generator[Need, Answers, Result], times: Times) -> Result:
    """Answer cheap needs in place, which costs less than handing them over, and dear ones in a worker thread."""
    try:
        need = next(steps)
        while True:
            started = perf_counter_ns()
            deadline = need.deadline
            answers = await (_run_apart(need) if deadline is None else answer_async(need, deadline))
            _note(times, need, started)
            need = steps.send(answers)
    except StopIteration as done:
        result: Result = done.value
        return result


async def _run_apart(need: Need) -> Answers:
    """Answer without a deadline: what may take long in a thread of its own."""
    if need.producer.cost <= Cost.C1 and len(need.subject.text) <= _LONG:
        return run(need)
    import asyncio

    return await asyncio.to_thread(run, need)
