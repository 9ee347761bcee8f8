"""The budget of a stage: how long it has, and what each of its producers is expected to take.

Before a producer starts, its 99th percentile for this text must fit into what is left, with the time that is reserved
for looking at an edited text again and for making the decision.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter_ns
from typing import Final

from guardrail.compiler.budget import edits_text
from guardrail.compiler.costs import CLOSING, Cost, Figures, Profile, reference_profile
from guardrail.compiler.plan import Pipeline, Producer, Slot
from guardrail.engine.costs import Estimate, Lateness, WindowEstimate
from guardrail.engine.deadline import Clock
from guardrail.engine.executor import Runner, shared_executor
from guardrail.engine.producers import Limited
from guardrail.text.requests import Pattern
from guardrail.validators.contract import Cost as CostClass
from guardrail.validators.contract import Kind

_MOST_SLACK: Final = 1_500_000
_SLACK_SHARE: Final = 3 / 100
_LATENESS_SHARE: Final = 1 / 4
_OURS: Final = "guardrail."


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Timing:
    """How guards keep their time: by which figures and which clock, and what runs dear checks.

    `off` lets every check run to its end, as one wants it where results must not depend on the machine.
    """

    profile: Profile | None = None
    clock: Clock = perf_counter_ns
    runner: Callable[[], Runner] = shared_executor
    off: bool = False

    def stage(self, pipeline: Pipeline) -> StageBudget | None:
        """The budget of a stage; None where it has no `within`, or time is not kept."""
        if self.off or pipeline.within is None:
            return None
        return StageBudget.of(pipeline, self, self.profile or reference_profile())


DEFAULT_TIMING: Final = Timing()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Expected:
    """What is expected of one producer. `estimate` leaves out the windows of a model that asks for each by `window`.

    `handed`: it runs in a worker thread. `given`: it reads the passages that came with the text.
    """

    estimate: Estimate
    window: WindowEstimate | None
    handed: bool
    given: bool


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class StageBudget:
    """`within` and `slack` in nanoseconds, and what is expected of each producer, by its place.

    `lateness` is what callers lose in waking, and what worker threads must therefore end earlier.
    """

    within: int
    slack: float
    lateness: Lateness
    clock: Clock
    runner: Callable[[], Runner]
    expected: tuple[Expected, ...]

    @classmethod
    def of(cls, pipeline: Pipeline, timing: Timing, profile: Profile) -> StageBudget:
        """The budget of a stage that has a `within`."""
        assert pipeline.within is not None
        within = int(pipeline.within * 1e6)
        checks = [[pipeline.slots[index] for index in producer.slots] for producer in pipeline.producers]
        costs = [profile.of_producer(own) for own in checks]
        reserve = _reserve(pipeline, costs, profile)
        names = {name for cost in costs for name in cost.runs}
        runs = {name: WindowEstimate(profile.named(name).bound.window_us) for name in names}
        expected = tuple(
            _expected(producer, own, cost, profile, runs, reserve + _still_sharing(costs, place))
            for place, (producer, own, cost) in enumerate(zip(pipeline.producers, checks, costs, strict=True))
        )
        slack = min(_MOST_SLACK, within * _SLACK_SHARE)
        return cls(within, slack, Lateness(within * _LATENESS_SHARE), timing.clock, timing.runner, expected)


def _reserve(pipeline: Pipeline, costs: Sequence[Cost], profile: Profile) -> Figures:
    """What must be left for making the decision, and for looking at the edited text again where there may be one."""
    reserve = profile.named(CLOSING).bound
    if any(edits_text(arm.action) for rule in pipeline.rules for arm in rule.arms):
        cheap = [cost.bound for producer, cost in zip(pipeline.producers, costs, strict=True) if _is_cheap(producer)]
        reserve = sum(cheap, reserve)
    return reserve


def _still_sharing(costs: Sequence[Cost], place: int) -> Figures:
    """What the later checks take that share windows with this one: it must not use up the time to read them off."""
    sharing = (cost.bound for cost in costs[place + 1 :] if set(cost.runs) & set(costs[place].runs))
    return sum(sharing, Figures())


def _expected(
    producer: Producer,
    checks: Sequence[Slot],
    cost: Cost,
    profile: Profile,
    runs: dict[str, WindowEstimate],
    reserve: Figures,
) -> Expected:
    whole = cost + profile.shared(cost)
    bound = whole.bound
    window = None
    if any(isinstance(slot.check, Limited) for slot in checks):
        # The windows of a run are all alike, whoever asks for them.
        window = runs[cost.runs[0]] if cost.runs else WindowEstimate(bound.window_us)
        bound = Figures(cost.bound.fixed_us, cost.bound.character_ns)
    handed = not _is_cheap(producer) or any(_may_hang(slot) for slot in checks)
    given = any(parameter.kind is Kind.SUBJECT for slot in checks for parameter in slot.signature.parameters)
    return Expected(Estimate(whole.usual, bound, reserve), window, handed, given)


def _is_cheap(producer: Producer) -> bool:
    return producer.cost <= CostClass.C1


def _may_hang(slot: Slot) -> bool:
    """Whether nobody knows how long a check takes: it is not our own, or a pattern of it repeats a repeat."""
    check = slot.check
    if check is None:
        return False
    if not type(check).__module__.startswith(_OURS):
        return True
    risky = check.request is not None and any(problem.code == "G406" for problem in check.problems)
    return risky and check.request is not None and _backtracks_badly(check.request.patterns)


def _backtracks_badly(patterns: Sequence[Pattern]) -> bool:
    from guardrail.text.scanner.regex_danger import needs_backtracking, nests_loops
    from guardrail.text.scanner.regex_parse import parse

    trees = [parse(pattern.expression) for pattern in patterns]
    return any(needs_backtracking(tree) and nests_loops(tree) for tree in trees)
