"""The budget of a stage as text: what takes how long at its longest text, and the longest text that fits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guardrail.compiler.budget import Line, StageCost, cost_of_pipeline
from guardrail.compiler.costs import Profile
from guardrail.compiler.plan import Pipeline, PlanRule
from guardrail.diagnostics.display import escape

_OUTCOMES: Final = ("allow", "flag", "fix", "reask", "block")
_UNLIMITED: Final = 20_000
"""Characters at which a stage without a limit is shown."""


def budget_lines(pipeline: Pipeline, profile: Profile) -> Iterator[str]:
    """The lines of one stage on one machine, times in milliseconds: the 99th percentile of each part."""
    cost = cost_of_pipeline(pipeline, profile)
    characters = _UNLIMITED if pipeline.limit is None else pipeline.limit
    whole = f"{shown(cost.bound(characters))} ms"
    against = "no within" if pipeline.within is None else f"within {pipeline.within:g} ms"
    yield f"budget {whole} at {characters:,} characters, {against}   (p99 on {escape(profile.name)})"
    times = [shown(line.bound.milliseconds(characters)) for line in cost.lines]
    width = max(map(len, times), default=0)
    for line, time in zip(cost.lines, times, strict=True):
        yield f"       {time.rjust(width)}  {escape(line.what)}"
    if pipeline.within is not None:
        yield f"       {_fits(cost, pipeline, pipeline.within, characters)}"


def _fits(cost: StageCost, pipeline: Pipeline, within: float, characters: int) -> str:
    longest = cost.longest(within, characters)
    if longest >= characters:
        return "every text fits" if pipeline.limit is not None else f"texts up to {longest:,} characters fit"
    last = cost.last
    if last is None:
        return "no text fits"
    outcome = _outcome(pipeline, last)
    return f"over {rounded(longest):,} characters `{escape(last.checks[-1])}` times out: {outcome}"


def _outcome(pipeline: Pipeline, line: Line) -> str:
    """What happens when the checks of a line time out: the gravest `on timeout` of the rules that read them."""
    slots = {slot.index for slot in pipeline.slots if slot.key in line.checks}
    reading = [rule for rule in pipeline.rules if any(arm.slots & slots for arm in rule.arms)]
    gravest = max(reading, key=_gravity, default=None)
    if gravest is None:
        return "nothing rests on it"
    return "defer" if gravest.defers else _OUTCOMES[gravest.on_timeout]


def _gravity(rule: PlanRule) -> tuple[int, bool]:
    return (min(rule.on_timeout, 1) if rule.shadow else rule.on_timeout), rule.defers


def rounded(characters: int) -> int:
    """Down to two digits: an estimate is no more exact than that.

    >>> rounded(1_987), rounded(87), rounded(3)
    (1900, 87, 3)
    """
    unit = int(10 ** max(0, len(str(characters)) - 2))
    return characters // unit * unit


def shown(milliseconds: float) -> str:
    """A time with the digits that mean something.

    >>> shown(0.0423), shown(12.34), shown(212.4)
    ('0.04', '12', '212')
    """
    digits = 0 if milliseconds >= 10 else 1 if milliseconds >= 1 else 2
    return f"{milliseconds:.{digits}f}"
