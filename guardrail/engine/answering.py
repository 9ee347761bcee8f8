"""Answers a need within its deadline: at once where the check is cheap, from a worker thread where it is dear.

What cannot end in time is not begun, and what hangs is not waited for: its checks time out, as their rules say
(`on timeout`). Dear checks, and those that are not our own, run where they can be left behind.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Final

from guardrail.engine.budget import Expected
from guardrail.engine.deadline import Deadline, WindowAllowance
from guardrail.engine.executor import Job, Runner
from guardrail.engine.needs import Answers, Failure, Need
from guardrail.engine.producers import NO_WINDOW, run

if TYPE_CHECKING:
    import asyncio

NOT_BEGUN: Final = NO_WINDOW
BUSY: Final = "not begun: the machine was busy until it was too late"
LEFT_BEHIND: Final = "left behind: it did not end in time"

_ON_THE_LOOP: Final = 1_000_000
"""Nanoseconds that a check may take on an event loop, where everything else stands still meanwhile."""


def answer(need: Need, deadline: Deadline) -> Answers:
    """Answer in the calling thread, which waits for dear checks until the deadline and no longer."""
    stage, characters = deadline.stage, len(need.subject.text)
    expected = stage.expected[need.producer.index]
    if expected.handed:
        return _wait_for(need, deadline, expected) if _fits(need, deadline, expected) else timed_out(need, NOT_BEGUN)
    # The usual case, on the path of every call: told in as few steps as there can be.
    estimate, now = expected.estimate, stage.clock()
    if now + estimate.fixed + estimate.slope * characters > deadline.at and not _fits(need, deadline, expected):
        return timed_out(need, NOT_BEGUN)
    answers = run(need)
    if characters >= estimate.telling:
        estimate.learn(characters, stage.clock() - now)
    return answers


async def answer_async(need: Need, deadline: Deadline) -> Answers:
    """`answer` for an event loop: what takes longer than a millisecond does not run on it."""
    expected = deadline.stage.expected[need.producer.index]
    if not expected.handed and expected.estimate.bound(len(need.subject.text)) <= _ON_THE_LOOP:
        return answer(need, deadline)
    if not _fits(need, deadline, expected):
        return timed_out(need, NOT_BEGUN)
    return await _hand_over(need, deadline, expected)


def _fits(need: Need, deadline: Deadline, expected: Expected) -> bool:
    """Whether the producer may begin. What looks at an edited text always may: its time was reserved."""
    estimate, characters = expected.estimate, len(need.subject.text)
    given = _given(need) if expected.given else 0
    left = deadline.at - deadline.stage.clock()
    if need.reserved or estimate.needs(characters, given) <= left:
        return True
    if not expected.handed and deadline.grants(estimate.bound(characters, given)):
        return True
    estimate.relent(characters, given, left, deadline.stage.within, apart=expected.handed)
    return False


def _given(need: Need) -> int:
    return sum(map(len, need.facts.context or ()))


def timed_out(need: Need, reason: str) -> Answers:
    """Every check of the need timed out."""
    return dict.fromkeys(need.producer.slots, Failure("timeout", reason))


def _wait_for(need: Need, deadline: Deadline, expected: Expected) -> Answers:
    ended = Lock()
    ended.acquire()
    handed = Handed.of(need, deadline, expected, ended.release)
    if not handed.runner.submit(handed.job):
        return timed_out(need, BUSY)
    ended.acquire(timeout=handed.seconds_left())
    return handed.close()


async def _hand_over(need: Need, deadline: Deadline, expected: Expected) -> Answers:
    import asyncio

    loop = asyncio.get_running_loop()
    ended = loop.create_future()
    handed = Handed.of(need, deadline, expected, lambda: _tell(loop, ended))
    if not handed.runner.submit(handed.job):
        return timed_out(need, BUSY)
    timer = loop.call_later(handed.seconds_left(), _wake, ended)
    try:
        await ended
    except BaseException:
        # Whoever asked was cancelled: the job need not be run.
        handed.runner.leave(handed.job)
        raise
    finally:
        timer.cancel()
    return handed.close()


def _tell(loop: asyncio.AbstractEventLoop, ended: asyncio.Future[None]) -> None:
    """Called by a worker; a loop that was closed meanwhile has nobody left who waits."""
    if not loop.is_closed():
        loop.call_soon_threadsafe(_wake, ended)


def _wake(ended: asyncio.Future[None]) -> None:
    if not ended.done():
        ended.set_result(None)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Handed:
    """A need that was handed to the executor."""

    need: Need
    deadline: Deadline
    expected: Expected
    job: Job
    runner: Runner

    @classmethod
    def of(cls, need: Need, deadline: Deadline, expected: Expected, tell: Callable[[], object]) -> Handed:
        """The job of a need; `tell` is called by a worker when it has ended or its turn came too late."""
        stage, estimate, characters = deadline.stage, expected.estimate, len(need.subject.text)
        given = _given(need) if expected.given else 0
        latest = deadline.at - estimate.reserve(characters) - stage.lateness.bound
        window = expected.window
        allowance = None if window is None else WindowAllowance(stage.clock, latest, window)

        def work() -> Answers:
            try:
                return run(need, allowance)
            finally:
                if allowance is not None:
                    allowance.close()

        job = Job(work, latest, estimate.bound(characters, given), estimate.usual(characters, given), tell)
        return cls(need, deadline, expected, job, stage.runner())

    def seconds_left(self) -> float:
        """How long to wait for it."""
        return max(0.0, (self.job.latest - self.deadline.stage.clock()) / 1e9)

    def close(self) -> Answers:
        """What came of it; its checks timed out if it has not ended. Raises what is no fault of a check (an exit)."""
        job, estimate, characters = self.job, self.expected.estimate, len(self.need.subject.text)
        given = _given(self.need) if self.expected.given else 0
        now = self.deadline.stage.clock()
        in_time = self.runner.leave(job)
        self.deadline.stage.lateness.learn(now - (job.ended if in_time else job.latest))
        if job.began < 0:
            return timed_out(self.need, BUSY)
        elapsed = (job.ended if in_time else now) - job.began
        if self.expected.window is None:
            estimate.learn(characters, elapsed, given)
        else:
            estimate.learn_usual(characters, elapsed, given)
        if not in_time:
            return timed_out(self.need, LEFT_BEHIND)
        if job.problem is not None:
            raise job.problem
        return job.answers
