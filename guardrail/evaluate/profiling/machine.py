"""Measures this machine: the median and the 99th percentile of every kind of check, alone and with all cores busy."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import thread_time
from typing import Final

from guardrail.compiler.costs import CLOSING, SCAN, Cost, Figures, Profile, kind_of, reference_profile, windows_of
from guardrail.compiler.front import analyse
from guardrail.compiler.plan import Pipeline, Slot
from guardrail.compiler.producer_plan import plan_producers
from guardrail.compiler.unit import BoundCall
from guardrail.engine.needs import Need
from guardrail.engine.producers import run
from guardrail.evaluate.profiling.samples import EVERYTHING, GIVEN, POLICY, prose
from guardrail.text.requests import Pattern, ScanRequest, ViewName
from guardrail.text.scanner.scanner import build_scanner
from guardrail.text.subject import Subject
from guardrail.validators.contract import Arguments, Facts, Returns, ScanCheck
from guardrail.validators.contract import Cost as CostClass

ENCODER: Final = "encoder"
SENTENCES: Final = "encoder by sentence"
STRETCHES: Final = "encoder by stretch"
_RUNS: Final = {"toxicity": (ENCODER,), "injection": (ENCODER,), "topic": (ENCODER, STRETCHES)}
"""The passes over a text that checks share: by windows, by sentences, by the short stretches of topics."""
_SHORT, _LONG = 200, 8_000
_DEAR_SHORT, _DEAR_LONG = 200, 2_000
CLASSES: Final = {
    "C0": Cost(Figures(20), Figures(50)),
    "C1": Cost(Figures(200, 50), Figures(1_000, 200)),
    "C2": Cost(Figures(1_000, 0, 15_000), Figures(2_000, 0, 40_000)),
    "C3": Cost(Figures(100_000), Figures(400_000)),
}
"""What a kind costs that nobody measured: a plugin's."""

_DISTURBED: Final = 0.0005
"""Seconds off the core."""

Clock = Callable[[], float]
"""Seconds, from any start."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How often each kind is measured: cheap ones, and those that run a model."""

    cheap: int = 60
    dear: int = 8


def measure(
    name: str, clock: Clock, effort: Effort, tell: Callable[[str], None], calls: Sequence[BoundCall]
) -> Profile:
    """The profile of this machine where one check runs at a time; `tell` hears what is measured next.

    `calls` are those of `kinds`, and any others, which are then known by their own figures.
    """
    costs = dict(CLASSES)
    costs[CLOSING] = reference_profile().named(CLOSING)
    with ThreadPoolExecutor(1) as pool, _uncollected():
        meter = _Meter(pool, 1, clock, effort)
        tell(SCAN)
        costs[SCAN] = meter.cost(_scan_call(), dear=False)
        meter.add(costs, calls, tell)
    return Profile(name, 1, costs)


def measure_together(
    single: Profile,
    threads: int,
    clock: Clock,
    effort: Effort,
    tell: Callable[[str], None],
    calls: Sequence[BoundCall],
) -> Profile:
    """The profile where several checks run at once. Only models do: cheap checks hold the interpreter's lock."""
    dear = [call for call in calls if call.signature.cost >= CostClass.C2]
    names = {ENCODER, SENTENCES, STRETCHES, *(call.key for call in dear), *map(kind_of, dear)}
    costs = {name: cost for name, cost in single.costs.items() if name not in names}
    with ThreadPoolExecutor(threads) as pool, _uncollected():
        _Meter(pool, threads, clock, effort).add(costs, dear, tell)
    return Profile(single.name, threads, costs)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the garbage collector, whose pauses would be laid on whatever check they happen to strike."""
    was_on = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@dataclass(slots=True)
class _Meter:
    pool: ThreadPoolExecutor
    threads: int
    clock: Clock
    effort: Effort
    seed: int = 0

    def add(self, costs: dict[str, Cost], calls: Sequence[BoundCall], tell: Callable[[str], None]) -> None:
        """Measure what is not among the costs yet; of two calls of a kind the second is known by itself."""
        for call in calls:
            kind = kind_of(call) if kind_of(call) not in costs else call.key
            tell(kind)
            costs |= self.costs_of(call, kind, costs)

    def costs_of(self, call: BoundCall, kind: str, known: Mapping[str, Cost]) -> dict[str, Cost]:
        """What one kind of check costs, beside what is known of the run or the scan that it shares."""
        if call.signature.cost < CostClass.C2:
            whole = self.cost(call, dear=False)
            scans = call.check is not None and call.check.request is not None
            return {kind: _without(whole, known[SCAN]) if scans else whole}
        whole, name = self.cost(call, dear=True), call.signature.name
        if name not in _RUNS:
            return {kind: whole}
        found: dict[str, Cost] = {}
        own = self.cost(call, dear=True, again=True)
        left = _without(whole, own)
        for shared in _RUNS[name] if " span" not in kind else (SENTENCES,):
            # Of what several share the first one asked pays all.
            found[shared] = known.get(shared, left)
            left = _without(left, found[shared])
        return {**found, kind: Cost(own.usual, own.bound, tuple(found))}

    def cost(self, call: BoundCall, *, dear: bool, again: bool = False) -> Cost:
        """The linear figures through the times of short and of long texts; `again`: of texts that were seen before."""
        short, long = (_DEAR_SHORT, _DEAR_LONG) if dear else (_SHORT, _LONG)
        low, high = self._times(call, short, dear, again), self._times(call, long, dear, again)
        windowed = dear and not again
        usual = _line((short, _quantile(low, 0.5)), (long, _quantile(high, 0.5)), windowed)
        return Cost(usual, _line((short, _quantile(low, 0.99)), (long, _quantile(high, 0.99)), windowed))

    def _times(self, call: BoundCall, characters: int, dear: bool, again: bool) -> list[float]:
        count = self.effort.dear if dear else self.effort.cheap
        self.seed += 1_000_000
        seeds = [range(self.seed + thread * count, self.seed + (thread + 1) * count) for thread in range(self.threads)]
        runs = [self.pool.submit(_sampled, call, characters, own, self.clock, again) for own in seeds]
        return _undisturbed([sample for run in runs for sample in run.result()], self.threads)


def _sampled(
    call: BoundCall, characters: int, seeds: Sequence[int], clock: Clock, again: bool
) -> list[tuple[float, float]]:
    pipeline, facts = _pipeline(call), Facts("output", (prose(1_500, 0),), "", prose(600, 0), "search", {}, ("search",))
    for text in (EVERYTHING, prose(characters, -seeds[0] - 1)):
        # The first runs load what is loaded once.
        run(Need(pipeline, pipeline.producers[0], _subject(call, text), facts))
    found = []
    for seed in seeds:
        text = prose(characters, seed, hits=bool(seed % 2))
        if again:
            run(Need(pipeline, pipeline.producers[0], _subject(call, text), facts))
        need = Need(pipeline, pipeline.producers[0], _subject(call, text), facts)
        on_cpu, started = thread_time(), clock()
        run(need)
        elapsed = clock() - started
        found.append((elapsed, elapsed - (thread_time() - on_cpu)))
    return found


def _undisturbed(samples: Sequence[tuple[float, float]], threads: int) -> list[float]:
    """The times without those in which something else had the core; of several threads that may be one another."""
    if threads > 1:
        return [elapsed for elapsed, _ in samples]
    kept = [elapsed for elapsed, off_cpu in samples if off_cpu < max(_DISTURBED, elapsed / 20)]
    # Where the machine never left the core alone, the time on it is the best that is known.
    return kept or [elapsed - off_cpu for elapsed, off_cpu in samples]


def _subject(call: BoundCall, text: str) -> Subject:
    return Subject.of_json_text(text) if call.signature.name == "json_schema" else Subject.of_text(text)


def _pipeline(call: BoundCall) -> Pipeline:
    """A pipeline of one check."""
    producers, ordered = plan_producers({call.key: (call, True)}, build_scanner)
    slots = tuple(
        Slot(index, one.key, one.signature, one.check, 0, one.signature.returns is Returns.SCORE)
        for index, one in enumerate(ordered)
    )
    return Pipeline("machine", "output", slots, producers, (), None, None, False, None, False)


def kinds() -> tuple[BoundCall, ...]:
    """A call of every kind that is installed, cheap ones first; `injection` after `toxicity`, whose run it shares."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "machine.guard"
        unit = analyse(path, text=POLICY, root=Path(folder), given=GIVEN, lints=False)
    distinct = {call.key: call for call in unit.calls.values() if call.check is not None}
    return tuple(sorted(distinct.values(), key=_order))


def _order(call: BoundCall) -> tuple[int, int, str]:
    """Cheap ones first; of the classifiers the one whose whole run is measured, then those that share it."""
    first = ("toxicity", "injection", "topic")
    name = call.signature.name
    return call.signature.cost, first.index(name) if name in first else -1, call.key


def _scan_call() -> BoundCall:
    """The least that a scan can look for."""
    check = ScanCheck(ScanRequest(patterns=(Pattern("", "zzqqzz", (ViewName.RAW,)),)))
    some = next(call for call in kinds() if call.signature.name == "matches")
    return BoundCall("scan", some.signature, Arguments(), check)


def _line(low: tuple[int, float], high: tuple[int, float], windowed: bool) -> Figures:
    """The line through two points: code points and seconds."""
    (short, first), (long, second) = low, high
    reach = windows_of(long) - windows_of(short) if windowed else long - short
    slope = max(0.0, second - first) / reach
    fixed = max(0.0, first - slope * (windows_of(short) if windowed else short))
    return Figures(fixed * 1e6, 0.0, slope * 1e6) if windowed else Figures(fixed * 1e6, slope * 1e9)


def _without(cost: Cost, other: Cost) -> Cost:
    """What a cost has beyond another, never less than nothing."""
    return Cost(_difference(cost.usual, other.usual), _difference(cost.bound, other.bound))


def _difference(one: Figures, other: Figures) -> Figures:
    return Figures(
        max(0.0, one.fixed_us - other.fixed_us),
        max(0.0, one.character_ns - other.character_ns),
        max(0.0, one.window_us - other.window_us),
    )


def _quantile(times: Sequence[float], share: float) -> float:
    """The least time that so many of them do not exceed."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
