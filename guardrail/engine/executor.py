"""The worker threads that run dear checks: bounded in number, earliest deadline first, refusing what would be late.

A check that hangs cannot be stopped in Python. Whoever waits for it leaves at its deadline; its thread is counted as
stuck and another takes its place, up to a bound, beyond which dear checks are refused at once. Threads are daemons: a
check that hangs keeps the process from ending for some seconds and no longer.
"""

from __future__ import annotations

import atexit
import heapq
import os
import threading
from collections.abc import Callable
from enum import Enum
from functools import cache
from itertools import count
from time import perf_counter_ns
from typing import Final, Protocol

from guardrail.engine.deadline import Clock
from guardrail.engine.needs import Answers

_GRACE: Final = 50_000_000
"""Nanoseconds behind its deadline after which a run is taken for stuck: until then it is only late."""
_IDLE_SECONDS: Final = 20.0
_CLOSING_SECONDS: Final = 3.0
"""How long the end of the process waits for runs: a thread that is inside a model's code then would abort it."""
_MOST_WORKERS: Final = 32
MOST_STUCK: Final = 8


class State(Enum):
    """Where a job is in its life."""

    WAITING = "waiting"
    RUNNING = "running"
    ENDED = "ended"
    REFUSED = "refused"
    """Its turn came when there was no time left for it."""
    LEFT = "left"
    """Whoever waited for it has gone."""


class Job:
    """One run of a producer.

    `latest`: when it must have ended, a reading of the executor's clock. `needs`: the nanoseconds without which it is
    of no use, `usual` those it mostly takes. `tell` is called once, by a worker, when it has ended or was refused.
    `began` and `ended` are -1 until then. `problem` is what `work` raised.
    """

    __slots__ = ("answers", "began", "ended", "latest", "needs", "problem", "state", "stuck", "tell", "usual", "work")

    def __init__(
        self, work: Callable[[], Answers], latest: float, needs: float, usual: float, tell: Callable[[], object]
    ) -> None:
        self.work = work
        self.latest = latest
        self.needs = needs
        self.usual = usual
        self.tell = tell
        self.answers: Answers = None
        self.problem: BaseException | None = None
        self.state = State.WAITING
        self.began = -1
        self.ended = -1
        self.stuck = False


class Runner(Protocol):
    """What runs jobs: the executor, or a stand-in in tests."""

    def submit(self, job: Job) -> bool:
        """Take a job in; False where it could only be late."""

    def leave(self, job: Job) -> bool:
        """Whoever waited goes: True where the job has ended in time and `answers` holds."""


class Executor:
    """Runs jobs in up to `workers` threads, made when they are needed and gone when they are not."""

    def __init__(self, workers: int, *, most_stuck: int = MOST_STUCK, clock: Clock = perf_counter_ns) -> None:
        self.workers = workers
        self.most_stuck = most_stuck
        self.refused = 0
        self._clock = clock
        self.reset()

    def reset(self) -> None:
        """Begin anew: a forked process has none of its parent's threads, and perhaps a lock that nobody will open."""
        self._lock = threading.Lock()
        self._wake = threading.Condition(self._lock)
        self._waiting: list[tuple[float, int, Job]] = []
        self._numbers = count()
        self._running: set[Job] = set()
        self._threads = 0
        self._idle = 0
        self._closing = False

    @property
    def stuck(self) -> int:
        """How many threads run something that nobody waits for any more."""
        with self._lock:
            return self._count_stuck(self._clock())

    def submit(self, job: Job) -> bool:
        """Take a job in; False where by what is known it could only be late."""
        with self._lock:
            now = self._clock()
            stuck = self._count_stuck(now)
            able = 0 if self._closing else self.workers - max(0, stuck - self.most_stuck)
            if able < 1 or now + self._wait(job, now, able) + job.needs > job.latest:
                self.refused += 1
                return False
            heapq.heappush(self._waiting, (job.latest, next(self._numbers), job))
            if self._idle:
                self._wake.notify()
            if self._idle < len(self._waiting) and self._threads < self.workers + min(self.most_stuck, stuck):
                self._threads += 1
                threading.Thread(target=self._serve, name="guardrail-worker", daemon=True).start()
        return True

    def leave(self, job: Job) -> bool:
        """Whoever waited goes: True where the job has ended and `answers` holds."""
        with self._lock:
            if job.state is State.ENDED:
                return True
            if job.state is not State.REFUSED:
                job.state = State.LEFT
            return False

    def close(self) -> None:
        """The process ends: nothing more is begun, and what runs is waited for, for some seconds."""
        with self._lock:
            self._closing = True
            self._wake.notify_all()
            self._wake.wait_for(lambda: self._threads == 0, _CLOSING_SECONDS)

    def _wait(self, job: Job, now: int, able: int) -> float:
        """Nanoseconds until a worker is free for a job, as far as is known."""
        running = [one for one in self._running if not one.stuck]
        ahead = [one for latest, _, one in self._waiting if latest <= job.latest and one.state is State.WAITING]
        if len(running) + len(ahead) < able:
            return 0.0
        left = sum(max(0.0, one.began + min(one.usual, one.latest - one.began) - now) for one in running)
        return (left + sum(min(one.usual, max(0.0, one.latest - now)) for one in ahead)) / able

    def _count_stuck(self, now: int) -> int:
        stuck = 0
        for job in self._running:
            if job.state is State.LEFT and now > job.latest + _GRACE:
                job.stuck = True
            stuck += job.stuck
        return stuck

    def _serve(self) -> None:
        """What a thread does: the next job, until there has been none for a while, or there are threads enough."""
        while (job := self._next()) is not None:
            answers: Answers = None
            try:
                answers = job.work()
            except BaseException as problem:
                # It is for whoever waits: here it would only end a thread.
                job.problem = problem
            with self._lock:
                self._running.discard(job)
                surplus = job.stuck and self._threads > self.workers + self._count_stuck(self._clock())
                if surplus:
                    self._end_thread()
                left = job.state is State.LEFT
                if not left:
                    job.answers, job.state, job.ended = answers, State.ENDED, self._clock()
            if not left:
                job.tell()
            if surplus:
                return

    def _next(self) -> Job | None:
        """The waiting job with the earliest deadline, told off where it comes too late; None to end the thread."""
        while True:
            with self._lock:
                while not self._waiting or self._closing:
                    self._idle += 1
                    woken = not self._closing and self._wake.wait(_IDLE_SECONDS)
                    self._idle -= 1
                    if self._closing or (not woken and not self._waiting):
                        self._end_thread()
                        return None
                _, _, job = heapq.heappop(self._waiting)
                if job.state is not State.WAITING:
                    continue
                now = self._clock()
                if now + job.needs <= job.latest:
                    job.state, job.began = State.RUNNING, now
                    self._running.add(job)
                    return job
                job.state = State.REFUSED
                self.refused += 1
            job.tell()

    def _end_thread(self) -> None:
        self._threads -= 1
        if self._closing:
            self._wake.notify_all()


@cache
def shared_executor() -> Executor:
    """The executor of this process: one thread a core that it may use."""
    executor = Executor(max(1, min(_MOST_WORKERS, usable_cores())))
    atexit.register(executor.close)
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=executor.reset)
    return executor


def usable_cores() -> int:
    """How many cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1
