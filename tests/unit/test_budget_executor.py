"""The worker threads of dear checks: order, refusal, hanging runs, threads that come and go."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from guardrail.engine.executor import Executor, Job, State
from guardrail.engine.needs import Answers

MS = 1_000_000
SOON = 10.0


class Told(Job):
    """A job by a clock that stands still unless a test moves it; `told` is set when it is told off or has ended."""

    __slots__ = ("told",)

    def __init__(self, work: Callable[[], Any], latest: float, *, needs: float = 0.0, usual: float = 0.0) -> None:
        self.told = threading.Event()
        super().__init__(work, latest * MS, needs * MS, usual * MS, self.told.set)


class Hands:
    """A clock that a test moves, in milliseconds."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> int:
        return int(self.now * MS)


@pytest.fixture
def clock() -> Hands:
    return Hands()


def _wait(job: Told) -> bool:
    return job.told.wait(SOON)


@contextmanager
def _occupied(executor: Executor, latest: float = 60_000) -> Iterator[threading.Event]:
    """One worker is busy until the event is set."""
    begun, release = threading.Event(), threading.Event()

    def work() -> Answers:
        begun.set()
        release.wait(SOON)
        return None

    assert executor.submit(Told(work, latest))
    assert begun.wait(SOON)
    try:
        yield release
    finally:
        release.set()


def test_a_job_is_run_and_its_answers_kept(clock: Hands) -> None:
    clock.now = 3
    executor = Executor(1, clock=clock)
    job = Told(lambda: {3: "found"}, 10)
    assert executor.submit(job)
    assert _wait(job)
    assert executor.leave(job)
    assert job.answers == {3: "found"}
    assert job.state is State.ENDED
    assert (job.began, job.ended) == (3 * MS, 3 * MS)


def test_the_earliest_deadline_goes_first(clock: Hands) -> None:
    executor = Executor(1, clock=clock)
    order: list[int] = []
    with _occupied(executor):
        jobs = [Told(lambda n=n: order.append(n), latest) for n, latest in enumerate((9e4, 3e4, 6e4))]
        assert all(executor.submit(job) for job in jobs)
    assert all(_wait(job) for job in jobs)
    assert order == [1, 2, 0]


def test_what_could_only_be_late_is_refused_at_once(clock: Hands) -> None:
    executor = Executor(1, clock=clock)
    assert not executor.submit(Told(lambda: None, 5, needs=10))
    with _occupied(executor):
        assert executor.submit(Told(lambda: None, 60, usual=50))
        assert not executor.submit(Told(lambda: None, 61, needs=12)), "50 ms of another wait before it"
        assert executor.submit(Told(lambda: None, 61, needs=10))
        assert executor.submit(Told(lambda: None, 20, needs=12)), "its deadline is earlier than that of what waits"
    assert executor.refused == 2


def test_a_job_whose_turn_comes_too_late_is_told_so(clock: Hands) -> None:
    executor = Executor(1, clock=clock)
    with _occupied(executor):
        late = Told(lambda: None, 300, needs=100)
        assert executor.submit(late)
        clock.now = 201
    assert _wait(late)
    assert not executor.leave(late)
    assert late.state is State.REFUSED


def test_a_job_that_nobody_waits_for_is_never_begun(clock: Hands) -> None:
    executor = Executor(1, clock=clock)
    ran: list[int] = []
    with _occupied(executor):
        left, kept = Told(lambda: ran.append(1), 60_000), Told(lambda: ran.append(2), 70_000)
        assert executor.submit(left)
        assert executor.submit(kept)
        assert not executor.leave(left)
    assert _wait(kept)
    assert ran == [2]


def _hang(executor: Executor, clock: Hands, release: threading.Event) -> None:
    """A run that nobody waits for any more, and that is long behind its deadline."""
    begun = threading.Event()

    def work() -> Answers:
        begun.set()
        release.wait(SOON)
        return None

    job = Told(work, clock.now + 5)
    assert executor.submit(job)
    assert begun.wait(SOON)
    assert not executor.leave(job)
    assert job.state is State.LEFT
    clock.now += 100


def _until(holds: Callable[[], bool]) -> None:
    for _ in range(500):
        if holds():
            return
        time.sleep(0.01)
    pytest.fail("it never came true")


def test_another_thread_takes_the_place_of_one_that_hangs(clock: Hands) -> None:
    executor, release = Executor(1, clock=clock), threading.Event()
    try:
        _hang(executor, clock, release)
        assert executor.stuck == 1
        job = Told(lambda: {0: "ran"}, clock.now + 10)
        assert executor.submit(job)
        assert _wait(job)
        assert job.answers == {0: "ran"}
    finally:
        release.set()
    _until(lambda: executor.stuck == 0)
    again = Told(lambda: {0: "again"}, clock.now + 10)
    assert executor.submit(again)
    assert _wait(again)


def test_a_run_that_is_only_late_is_not_taken_for_stuck(clock: Hands) -> None:
    executor, release = Executor(1, clock=clock), threading.Event()
    try:
        _hang(executor, clock, release)
        clock.now -= 60
        assert executor.stuck == 0
    finally:
        release.set()


def test_threads_that_hang_are_bounded_and_then_everything_is_refused(clock: Hands) -> None:
    executor, release = Executor(1, most_stuck=2, clock=clock), threading.Event()
    before = threading.active_count()
    try:
        for _ in range(3):
            _hang(executor, clock, release)
        assert executor.stuck == 3
        assert threading.active_count() - before == 3
        assert not executor.submit(Told(lambda: None, clock.now + 10_000))
    finally:
        release.set()


def test_threads_are_made_when_they_are_needed_and_no_more_than_workers() -> None:
    executor = Executor(3)
    names: set[int] = set()
    barrier = threading.Barrier(3, timeout=SOON)

    def work() -> Answers:
        names.add(threading.get_ident())
        barrier.wait()
        return None

    jobs = [Told(work, float("inf")) for _ in range(9)]
    assert all(executor.submit(job) for job in jobs)
    assert all(_wait(job) for job in jobs)
    assert len(names) == 3


def test_idle_threads_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guardrail.engine.executor._IDLE_SECONDS", 0.02)
    before, executor = threading.active_count(), Executor(2)
    for _ in range(2):
        job = Told(lambda: None, float("inf"))
        assert executor.submit(job)
        assert _wait(job)
        _until(lambda: threading.active_count() == before)


def test_closing_waits_for_what_runs_and_begins_nothing_more(clock: Hands) -> None:
    executor = Executor(2, clock=clock)
    ended: list[int] = []
    begun = threading.Event()

    def work() -> Answers:
        begun.set()
        time.sleep(0.05)
        ended.append(1)
        return None

    assert executor.submit(Told(work, 60_000))
    assert begun.wait(SOON)
    executor.close()
    assert ended == [1]
    assert not executor.submit(Told(work, 60_000))


def test_closing_does_not_wait_for_what_hangs(clock: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guardrail.engine.executor._CLOSING_SECONDS", 0.05)
    executor = Executor(1, clock=clock)
    with _occupied(executor):
        began = time.perf_counter()
        executor.close()
        assert time.perf_counter() - began < SOON / 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_a_forked_process_has_workers_of_its_own() -> None:
    from guardrail.engine.executor import shared_executor

    code = """
import os, sys, threading, time
from guardrail.engine.executor import Job, shared_executor
def ran():
    lock = threading.Lock(); lock.acquire()
    job = Job(lambda: {0: "ran"}, time.perf_counter_ns() + 10**10, 0.0, 0.0, lock.release)
    return shared_executor().submit(job) and lock.acquire(timeout=10) and job.answers == {0: "ran"}
assert ran()
child = os.fork()
if child == 0:
    os._exit(0 if ran() else 1)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
    import subprocess
    import sys

    assert shared_executor().workers >= 1
    assert subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=False, timeout=60).returncode == 0
