"""Which checks run together, and in which order: the producers of a stage.

One batch holds the shared scanner with every scan check, and the light checks beside it. Every
other check is a producer of its own. Cheap ones come first, those that only shadow rules read last. Slots are
numbered producer by producer, so that each owns one unbroken range.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from guardrail.compiler.plan import Producer
from guardrail.compiler.unit import BoundCall
from guardrail.text.requests import Scanner, ScanRequest
from guardrail.validators.contract import Cost

MakeScanner: TypeAlias = Callable[[tuple[ScanRequest, ...]], Scanner]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Group:
    shadow: bool
    cost: Cost
    name: str
    scans: tuple[BoundCall, ...] = ()
    others: tuple[BoundCall, ...] = ()


def plan_producers(
    calls: Mapping[str, tuple[BoundCall, bool]], make_scanner: MakeScanner
) -> tuple[tuple[Producer, ...], tuple[BoundCall, ...]]:
    """The producers in the order they are tried, and the calls in the order of their slots.

    `calls` maps a canonical key to its call, and to whether any rule that is not shadow reads it.
    """
    groups: list[_Group] = []
    for shadow in (False, True):
        own = [call for call, enforcing in calls.values() if enforcing is not shadow]
        batch = _batch(own, shadow)
        groups += [batch] if batch.scans or batch.others else []
        together = {call.key for call in (*batch.scans, *batch.others)}
        groups += [_Group(shadow, c.signature.cost, c.key, (), (c,)) for c in own if c.key not in together]
    # A schema costs more than a scan: among equals the batch runs first.
    groups.sort(key=lambda group: (group.shadow, group.cost, not group.scans, group.name))
    producers: list[Producer] = []
    ordered: list[BoundCall] = []
    for index, group in enumerate(groups):
        producers.append(_producer(group, index, len(ordered), make_scanner))
        ordered += (*group.scans, *group.others)
    return tuple(producers), tuple(ordered)


def _batch(calls: list[BoundCall], shadow: bool) -> _Group:
    scans = tuple(call for call in calls if call.check is not None and call.check.request is not None)
    light = tuple(call for call in calls if call.check is not None and call.check.light)
    return _Group(shadow, Cost.C1 if scans else Cost.C0, "scan" if scans else "facts", scans, light)


def _producer(group: _Group, index: int, first: int, make_scanner: MakeScanner) -> Producer:
    scanned, count = len(group.scans), len(group.scans) + len(group.others)
    requests = tuple(call.check.request for call in group.scans if call.check and call.check.request)
    unasked = tuple(i for i, call in enumerate(group.scans) if call.check and call.check.judge_without_hits)
    return Producer(
        index=index,
        name=group.name,
        slots=range(first, first + count),
        scanned=scanned,
        cost=group.cost,
        scanner=make_scanner(requests) if requests else None,
        unasked=unasked,
    )
