"""The worst case of every stage of some policies as a table: what `guardrail check --budget` shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guardrail.cli.policies.planning import machine_profile
from guardrail.cli.shell.console import DIM, Console
from guardrail.cli.validation.summary import table
from guardrail.compiler.budget import StageCost
from guardrail.compiler.budget_text import rounded, shown
from guardrail.compiler.costs import reference_profile
from guardrail.compiler.passes.budget import cost_of_stage
from guardrail.compiler.unit import ResolvedStage, Unit

_HEAD = ("stage", "limit", "within", "worst case", "longest that fits")


def budget_table(units: Iterable[Unit], console: Console) -> Iterator[str]:
    """A row a stage: times in milliseconds, at its `limit`, by the reference machine and by this one if measured."""
    machine = machine_profile()
    profiles = [reference_profile(), *([] if machine is None else [machine])]
    stages = [
        (f"{policy.name}.{stage.kind}", unit, stage)
        for unit in units
        if not unit.failed
        for policy in unit.policies.values()
        for stage in policy.stages.values()
    ]
    for profile in profiles:
        rows: list[tuple[str, ...]] = [_HEAD]
        rows += [_row(name, stage, cost_of_stage(unit, stage, profile)) for name, unit, stage in stages]
        yield console.paint(f"times in ms, p99 on {profile.name}", DIM)
        yield from table(rows, console)
        yield ""


def _row(name: str, stage: ResolvedStage, cost: StageCost) -> tuple[str, ...]:
    if stage.limit is None or stage.within is None:
        return name, _number(stage.limit), "-" if stage.within is None else shown(stage.within / 1000), "-", "-"
    within = stage.within / 1000
    longest = cost.longest(within, stage.limit)
    fits = "all" if longest >= stage.limit else f"{rounded(longest):,}"
    return name, _number(stage.limit), f"{within:g}", shown(cost.bound(stage.limit)), fits


def _number(limit: int | None) -> str:
    return "-" if limit is None else f"{limit:,}"
