"""The part of a plan that says what a streamed answer holds back, rule by rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guardrail.compiler.plan import Pipeline
from guardrail.compiler.stream_bounds import bound_of
from guardrail.compiler.streaming import ORDER, StreamArm, stream_arms, widest_hold
from guardrail.language.printer import print_expression


def stream_lines(pipeline: Pipeline, gates: Mapping[str, str]) -> Iterator[str]:
    """What a stream of the `output` stage holds, and for each rule that needs it how much of it.

    A bound counts characters that show, a run of blanks as one.
    """
    if pipeline.stage != "output":
        return
    arms = [arm for arm in stream_arms(pipeline) if arm.hold != "nothing"]
    if pipeline.default_block:
        yield "stream hold all   (default block)"
        return
    always = [arm.hold for arm in arms if arm.rule.gate is None]
    least, most = widest_hold(always), widest_hold([arm.hold for arm in arms])
    yield f"stream hold {least}" + ("" if least == most else f" to {most}, as the request has it")
    rows = [_row(pipeline, name, own, gates) for name, own in _by_rule(arms).items()]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    for row in rows:
        cells = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False))
        yield f"       {cells}  {row[3]}".rstrip()


def _by_rule(arms: list[StreamArm]) -> dict[str, list[StreamArm]]:
    found: dict[str, list[StreamArm]] = {}
    for arm in arms:
        found.setdefault(arm.rule.name, []).append(arm)
    return found


def _row(pipeline: Pipeline, name: str, arms: list[StreamArm], gates: Mapping[str, str]) -> tuple[str, str, str, str]:
    most = max(arms, key=lambda arm: ORDER.index(arm.hold))
    when = most.rule.source.when
    gate = "-" if when is None else gates[print_expression(when)]
    return name, gate, most.hold, most.because if most.hold == "all" else _bound(pipeline, arms)


def _bound(pipeline: Pipeline, arms: list[StreamArm]) -> str:
    bounds = [bound_of(pipeline.slots[slot], stream) for arm in arms for slot, stream in arm.classes.items()]
    known = [bound for bound in bounds if bound is not None]
    if len(known) < len(bounds):
        return "no bound but the end of what it matches"
    most = max(known, default=0)
    return f"at most {most:,} characters" if most else "nothing waits"
