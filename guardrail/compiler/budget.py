"""The worst case of a stage: what each of its producers costs, and the longest text that fits into its `within`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guardrail.compiler.costs import CLOSING, NOTHING, Cost, Figures, Priced, Profile
from guardrail.compiler.plan import EditAction, Pipeline, PlanAction, Producer, ReaskAction, RedactAction
from guardrail.compiler.producer_plan import plan_producers
from guardrail.compiler.unit import BoundCall
from guardrail.text.requests import PieceLike, RequestHits
from guardrail.validators.contract import Cost as CostClass


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Line:
    """One thing that takes time. `what` names it for people, `checks` are the calls that time out when it cannot run.

    `usual` is its median, `bound` its 99th percentile.
    """

    what: str
    checks: tuple[str, ...]
    usual: Figures
    bound: Figures


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class StageCost:
    """What a stage costs, line by line, in the order in which it is spent; what is reserved comes last."""

    lines: tuple[Line, ...]

    def usual(self, characters: int) -> float:
        """Milliseconds that a text of so many code points usually takes."""
        return sum(line.usual.milliseconds(characters) for line in self.lines)

    def bound(self, characters: int) -> float:
        """Milliseconds that such a text takes where every line takes its 99th percentile."""
        return sum(line.bound.milliseconds(characters) for line in self.lines)

    def longest(self, within: float, most: int) -> int:
        """The longest text, up to `most` code points, that fits into `within` milliseconds; 0 where none does.

        >>> StageCost((Line("scan", (), NOTHING, Figures(1_000, 500)),)).longest(5, 100_000)
        8000
        """
        low, high = 0, most + 1
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.bound(middle) <= within + 1e-9 else (low, middle)
        return low

    @property
    def last(self) -> Line | None:
        """The last check that is tried: the first to be left out where time runs short."""
        return next((line for line in reversed(self.lines) if line.checks), None)


def cost_of_pipeline(pipeline: Pipeline, profile: Profile) -> StageCost:
    """The cost of a compiled stage."""
    edits = any(edits_text(arm.action) for rule in pipeline.rules for arm in rule.arms)
    return _stage_cost(pipeline.producers, pipeline.slots, profile, edits)


def cost_of_calls(calls: dict[str, tuple[BoundCall, bool]], profile: Profile, *, edits: bool) -> StageCost:
    """The cost of a stage with these calls, as `plan_producers` takes them, without building a scanner.

    `edits` says whether some rule may change the text, which is then looked at once more.
    """
    producers, ordered = plan_producers(calls, lambda requests: _Unbuilt())
    return _stage_cost(producers, ordered, profile, edits)


def edits_text(action: PlanAction) -> bool:
    """Whether an action may end in an edited text."""
    plain = action.fallback if isinstance(action, ReaskAction) else action
    return isinstance(plain, (RedactAction, EditAction))


def _stage_cost(producers: Sequence[Producer], calls: Sequence[Priced], profile: Profile, edits: bool) -> StageCost:
    lines: list[Line] = []
    cheap = Cost()
    runs: set[str] = set()
    for producer in producers:
        own = [calls[index] for index in producer.slots]
        cost = profile.of_producer(own)
        keys = tuple(call.key for call in own)
        lines.append(Line(_what(producer, own), keys, cost.usual, cost.bound))
        new = [run for run in cost.runs if run not in runs]
        runs.update(new)
        lines[-1:-1] = [_run_line(run, calls, profile) for run in new]
        if producer.cost <= CostClass.C1:
            cheap += cost
    if edits and cheap.bound != NOTHING:
        lines.append(Line("looking at the edited text again", (), cheap.usual, cheap.bound))
    closing = profile.named(CLOSING)
    lines.append(Line("making the decision", (), closing.usual, closing.bound))
    return StageCost(tuple(lines))


def _run_line(run: str, calls: Sequence[Priced], profile: Profile) -> Line:
    """The windows that several checks share, and that run once for all of them."""
    sharing = tuple(call.key for call in calls if run in profile.of(call).runs)
    cost = profile.named(run)
    return Line(f"{run}, once for {', '.join(sharing)}", sharing, cost.usual, cost.bound)


def _what(producer: Producer, calls: Sequence[Priced]) -> str:
    if len(calls) == 1:
        return calls[0].key
    return f"one scan for {len(calls)} checks" if producer.scanned else f"{len(calls)} checks that cost next to nothing"


class _Unbuilt:
    """Stands for a scanner where only the order of producers is asked for."""

    def scan(self, piece: PieceLike) -> RequestHits | None:
        raise TypeError("this scanner was not built")

    def scan_pieces(self, pieces: Sequence[PieceLike]) -> dict[int, RequestHits] | None:
        raise TypeError("this scanner was not built")
