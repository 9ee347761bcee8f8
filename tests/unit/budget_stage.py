"""Stages whose checks take scripted times by a clock that only they move: for exact tests of the budget."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from guardrail.compiler.costs import Cost, Figures, Profile
from guardrail.compiler.front import analyse
from guardrail.compiler.lowering import lower
from guardrail.engine.budget import Timing
from guardrail.engine.executor import Job, State
from guardrail.engine.guard import Guard
from guardrail.engine.loading import choose
from guardrail.engine.rails import Rails
from guardrail.models.allowance import Allowance
from guardrail.text.scanner.scanner import build_scanner
from guardrail.validators.contract import DirectCheck, Match, Outcome

MS = 1_000_000


class Hands:
    """A clock that stands still unless somebody moves it, in milliseconds."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> int:
        return round(self.now * MS)

    def pass_by(self, milliseconds: float) -> None:
        """Let time pass."""
        self.now += milliseconds


class OneByOne:
    """A runner without threads: a job runs when it is handed in, and was left behind if it ended too late."""

    def __init__(self, clock: Hands) -> None:
        self.clock = clock
        self.jobs: list[Job] = []

    def submit(self, job: Job) -> bool:
        if self.clock() + job.needs > job.latest:
            return False
        self.jobs.append(job)
        job.began = self.clock()
        try:
            job.answers = job.work()
        except BaseException as problem:
            job.problem = problem
        if self.clock() <= job.latest:
            job.state, job.ended = State.ENDED, self.clock()
        else:
            # Whoever waited went at the deadline: the time that passed since is nobody's.
            job.state = State.LEFT
            self.clock.now = job.latest / MS
        job.tell()
        return True

    def leave(self, job: Job) -> bool:
        return job.state is State.ENDED


class Scripted(DirectCheck):
    """Takes so many milliseconds, and answers what it is told to."""

    __slots__ = ("answer", "clock", "runs", "takes")

    def __init__(self, clock: Hands, takes: float, answer: Any) -> None:
        super().__init__()
        self.clock, self.takes, self.answer = clock, takes, answer
        self.runs = 0

    def run(self, subject: Any, facts: Any) -> Any:
        self.runs += 1
        self.clock.pass_by(self.takes)
        return self.answer() if callable(self.answer) else self.answer


class Windowed(DirectCheck):
    """A classifier whose windows are ten characters each, with a score and a time of their own."""

    __slots__ = ("clock", "scores", "seen", "takes")

    def __init__(self, clock: Hands, takes: float, scores: tuple[float, ...]) -> None:
        super().__init__()
        self.clock, self.takes, self.scores = clock, takes, scores
        self.seen = 0

    def run(self, subject: Any, facts: Any) -> Outcome:
        return self.run_within(subject, facts, None)[0]

    def run_within(self, subject: Any, facts: Any, allowance: Allowance | None) -> tuple[Outcome, float]:
        matches = []
        for place, score in enumerate(self.scores):
            if allowance is not None and not allowance.admits(1.0):
                break
            self.clock.pass_by(self.takes)
            matches.append(Match(10 * place, 10 * place + 10, "", score))
        self.seen = len(matches)
        best = max((match.score or 0.0 for match in matches), default=0.0)
        return Outcome(score=best, matches=tuple(matches)), len(matches) / len(self.scores)


@dataclass(frozen=True, slots=True)
class Bench:
    """A guard with its clock and its scripted checks."""

    guard: Guard
    clock: Hands
    runner: OneByOne


def figures(milliseconds: float) -> Cost:
    """A check that takes up to so long, whatever the text."""
    return Cost(Figures(milliseconds * 500), Figures(milliseconds * 1_000))


def window(milliseconds: float) -> Cost:
    """A classifier whose window takes up to so long."""
    return Cost(Figures(window_us=milliseconds * 500), Figures(window_us=milliseconds * 1_000))


def bench(
    folder: Path,
    policy: str,
    checks: Callable[[Hands], Mapping[str, DirectCheck]],
    costs: Mapping[str, Cost],
    **settings: Any,
) -> Bench:
    """The guard of a policy with its checks, by key, replaced by scripted ones, and with these figures alone."""
    path = folder / "p.guard"
    path.write_text(policy, "utf-8")
    unit = analyse(path, lints=False)
    assert not unit.failed, [found.message for found in unit.diagnostics]
    clock = Hands()
    scripted = checks(clock)
    pipelines = {
        stage: replace(
            pipeline,
            slots=tuple(replace(slot, check=scripted.get(slot.key, slot.check)) for slot in pipeline.slots),
        )
        for stage, pipeline in lower(unit, choose(unit, None), build_scanner).items()
    }
    runner = OneByOne(clock)
    timing = Timing(Profile("a test", 1, costs), clock, lambda: runner)
    return Bench(Guard(Rails.of("p", pipelines, timing=timing, **settings)), clock, runner)
