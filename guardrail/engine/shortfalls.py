"""What a decision had to do without: checks that it did not need, and those that timed out, with their rules."""

from __future__ import annotations

from collections.abc import Iterator

from guardrail.compiler.evaluation import TIMEOUT
from guardrail.engine.core import DEAD, ENFORCED, Board


def skipped_of(board: Board) -> tuple[str, ...]:
    """What stands in `budget.skipped`.

    A check that the decision was clear without stands there by its name; one that timed out as
    `toxicity: no time (no_toxicity)`, or `toxicity: 40 % judged (no_toxicity)`, with the rules that read it.
    """
    return (*board.skipped, *_timed_out(board))


def is_shortfall(entry: str) -> bool:
    """Whether an entry of `budget.skipped` tells of a timeout.

    >>> is_shortfall("toxicity"), is_shortfall("toxicity: no time (no_toxicity)")
    (False, True)
    """
    return entry.endswith(")") and (": no time (" in entry or " % judged (" in entry)


def _timed_out(board: Board) -> Iterator[str]:
    schedule = board.schedule
    slots = schedule.pipeline.slots
    for plan in schedule.producers:
        late = [slot for slot in plan.producer.slots if board.truth[slot] == TIMEOUT]
        if not late:
            continue
        whole = len(late) == len(plan.producer.slots)
        for name, own in [(plan.producer.name, late)] if whole else [(slots[slot].key, [slot]) for slot in late]:
            reading = (e for e in plan.uses if e.arm.slots.intersection(own))
            rules = sorted({e.rule.name for e in reading if board.modes.get(e.place, ENFORCED) != DEAD})
            yield f"{name}: {_how(board, own)} ({', '.join(rules)})"


def _how(board: Board, slots: list[int]) -> str:
    covered = board.covered.get(slots[0])
    return "no time" if covered is None else f"{max(1, round(100 * covered))} % judged"
