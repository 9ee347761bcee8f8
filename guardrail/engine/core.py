"""The core: evaluates one pipeline on one subject as a generator that yields what it needs.

No I/O, no clock, no threads: a driver answers each `Need`. All logic of evaluation exists once, here; sync,
asyncio, tests under `assume` and replay only differ in how they answer.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from guardrail.compiler.evaluation import BAD, ERROR, FAILED, FALSE, PENDING, TIMEOUT, TRUE, Evaluation
from guardrail.compiler.plan import BLOCK, FLAG, Arm, Evidence, PlanRule
from guardrail.decision import Finding
from guardrail.engine.contributions import (
    ACTIONS,
    Contribution,
    capped,
    contribution_of,
    failure_contributions,
)
from guardrail.engine.findings import findings_of, matches_of
from guardrail.engine.needs import Answers, Failure, Need
from guardrail.engine.schedule import Entry, ProducerPlan, Schedule
from guardrail.text.subject import Subject
from guardrail.validators.contract import Facts

ENFORCED: Final = 0
SHADOW: Final = 1
DEAD: Final = 2
"""A rule whose `when` does not hold on this call."""


@dataclass(frozen=True, slots=True)
class Options:
    """How an evaluation may be varied: `skip` off evaluates everything; `enforced` names shares that apply."""

    skip: bool = True
    enforced: frozenset[str] = frozenset()


DEFAULT_OPTIONS: Final = Options()


class Board:
    """The working state of one evaluation: what has been contributed so far, and how far the decision has risen."""

    __slots__ = (
        "bad_arguments", "bad_fields", "contributions", "findings", "level", "modes", "schedule", "settled", "skipped",
        "state",
    )  # fmt: skip

    def __init__(self, schedule: Schedule, request: Mapping[str, Any], facts: Facts) -> None:
        self.schedule = schedule
        self.state = Evaluation(len(schedule.pipeline.slots), request, facts)
        self.contributions: list[Contribution] = []
        self.findings: list[Finding] = []
        self.skipped: list[str] = []
        self.level = 0
        self.modes: dict[int, int] = {}
        self.bad_fields: list[str] = []
        self.bad_arguments: tuple[str, ...] = ()
        self.settled: list[int] = []

    def add(self, contribution: Contribution) -> None:
        """Count a contribution in."""
        level = contribution.level
        if level > 0:
            self.contributions.append(contribution)
            if level > self.level:
                self.level = level


def evaluate(
    schedule: Schedule,
    subject: Subject,
    request: Mapping[str, Any],
    facts: Facts,
    options: Options = DEFAULT_OPTIONS,
) -> Generator[Need, Answers, Board]:
    """Everything one pipeline has to say about one subject, before edits are applied."""
    board = Board(schedule, request, facts)
    state = board.state
    truth = state.truth
    pipeline = schedule.pipeline
    if pipeline.limit is not None and len(subject.text) > pipeline.limit:
        # Padding would be a bypass: over the limit no check runs, whatever `on error` says.
        board.add(Contribution(f"{pipeline.stage}.limit", BLOCK, "limit"))
        return board
    if schedule.special or schedule.gated:
        _set_modes(board, options)
    for entry in schedule.at_once:
        _settle(board, entry)
    for plan in schedule.producers:
        producer = plan.producer
        # As long as nothing was contributed, every cheap producer matters.
        certain = plan.cheap and not board.level and not board.modes
        if not certain and options.skip and not _wanted(board, plan):
            _leave_out(board, plan)
            continue
        answers = yield Need(pipeline, producer, subject, facts)
        fill(state, producer.slots, answers)
        # An arm that is false when all of a producer is quiet stays so unless one of its own slots answered.
        for entry in plan.touched(answers) if answers else plan.always:
            if entry.slot < 0 or truth[entry.slot] != entry.idle:
                _settle(board, entry)
        for entry in plan.early:
            _settle_early(board, entry)
    if pipeline.default_block and not _permitted(board) and not _permits_skipped(board):
        board.add(Contribution(f"{pipeline.stage}.default", BLOCK, "default"))
    if board.modes and SHADOW in board.modes.values():
        yield from _run_shadow(board, subject)
    return board


def _leave_out(board: Board, plan: ProducerPlan) -> None:
    """A producer that no arm needs any more: arms that were decided without it count, the others are idle."""
    if any(board.modes.get(e.place, ENFORCED) == ENFORCED for e in plan.uses):
        board.skipped.append(plan.producer.name)
    for entry in plan.after:
        _settle(board, entry)


def _set_modes(board: Board, options: Options) -> None:
    schedule, state, modes = board.schedule, board.state, board.modes
    for place, rule in schedule.special:
        if rule.shadow or rule.name not in options.enforced:
            modes[place] = SHADOW
    for place, rule in schedule.gated:
        bad = [name for name in rule.fields if state.request.get(name) is BAD]
        if bad:
            board.bad_fields += bad
            _contribute(board, failure_contributions(rule, True, False), modes.get(place, ENFORCED))
        if rule.gate is not None and rule.gate(state) != TRUE:
            modes[place] = DEAD


def _wanted(board: Board, plan: ProducerPlan) -> bool:
    """Whether any arm that still matters reads this producer."""
    level, modes, state = board.level, board.modes, board.state
    for entry in plan.uses:
        arm = entry.arm
        if modes and modes.get(entry.place, ENFORCED) != ENFORCED:
            continue
        if level and _idle(arm, level):
            continue
        # Asking the predicate costs about as much as a cheap check: only dear ones are asked for twice.
        if plan.cheap or arm.redacts or arm.predicate(state) & PENDING:
            return True
    return False


def _idle(arm: Arm, level: int) -> bool:
    return arm.ceiling < level or (arm.ceiling == level and not arm.visible)


def fill(state: Evaluation, slots: range, answers: Answers) -> None:
    """Put a producer's answers into its slots."""
    truth = state.truth
    truth[slots.start : slots.stop] = (FALSE,) * len(slots)
    if answers is None:
        return
    for slot, answer in answers.items():
        if isinstance(answer, Failure):
            truth[slot] = ERROR if answer.kind == "error" else TIMEOUT
            state.reasons[slot] = answer.reason
        else:
            state.outcomes[slot] = answer
            truth[slot] = TRUE if answer.truth else FALSE


def _settle(board: Board, entry: Entry) -> None:
    """Count in what an arm contributes, now that all it reads was tried."""
    modes = board.modes
    if modes and modes.get(entry.place, ENFORCED) != ENFORCED:
        return
    value = entry.arm.predicate(board.state)
    if value and not value & PENDING and entry.number not in board.settled:
        board.settled.append(entry.number)
        _contribute_arm(board, entry, value, ENFORCED)


def _settle_early(board: Board, entry: Entry) -> None:
    """An arm over several producers counts as soon as it is decided; a redaction waits for all of its spans."""
    if not entry.arm.redacts and entry.number not in board.settled:
        _settle(board, entry)


def _contribute_arm(board: Board, entry: Entry, value: int, mode: int) -> None:
    rule, arm, state = entry.rule, entry.arm, board.state
    failed = value & FAILED
    if value == TRUE:
        contribution = entry.constant
        if contribution is None:
            matches = matches_of(arm, state) if arm.redacts else ()
            contribution = contribution_of(rule, arm, state.facts.attempt, matches)
        board.add(capped(contribution) if mode == SHADOW else contribution)
        if contribution.level == 0:
            return
        shown = FLAG if mode == SHADOW and contribution.level > FLAG else contribution.level
        note = f"shadow: would {ACTIONS[contribution.level]}" if shown != contribution.level else ""
        findings_of(board.findings, board.schedule.pipeline, rule, arm, state, ACTIONS[shown], note)
        if arm.redacts:
            # A failing half must not leak through `or`: it is answered for beside the redaction.
            failed = _failed_spans(arm.evidence, state)
    if failed:
        board.bad_arguments += tuple(read.name for read in arm.arguments if read.holds(state) & ERROR)
        _contribute(board, failure_contributions(rule, bool(failed & ERROR), bool(failed & TIMEOUT)), mode)


def _failed_spans(evidence: tuple[Evidence, ...], state: Evaluation) -> int:
    failed = 0
    for one in evidence:
        if one.positive and one.spans:
            failed |= state.truth[one.slot] & FAILED
    return failed


def _contribute(board: Board, contributions: list[Contribution], mode: int) -> None:
    for contribution in contributions:
        board.add(capped(contribution) if mode == SHADOW else contribution)


def _permitted(board: Board) -> bool:
    modes, state = board.modes, board.state
    return any(
        modes.get(entry.place, ENFORCED) == ENFORCED and entry.arm.predicate(state) == TRUE
        for entry in board.schedule.permits
    )


def _permits_skipped(board: Board) -> bool:
    """A permit is left unasked only when the decision is `block` already: the default then adds nothing."""
    return board.level == BLOCK and any(e.arm.predicate(board.state) & PENDING for e in board.schedule.permits)


def _run_shadow(board: Board, subject: Subject) -> Generator[Need, Answers, None]:
    """Shadow rules, after every enforcing producer; nothing is skipped for them."""
    pipeline, state = board.schedule.pipeline, board.state
    waiting = [entry for entry in board.schedule.entries if board.modes.get(entry.place) == SHADOW]
    missing = {pipeline.slots[slot].producer for entry in waiting for slot in entry.arm.slots}
    for producer in pipeline.producers:
        if producer.index in missing and any(state.truth[slot] == PENDING for slot in producer.slots):
            answers = yield Need(pipeline, producer, subject, state.facts)
            fill(state, producer.slots, answers)
    for entry in waiting:
        value = entry.arm.predicate(state)
        if value and not value & PENDING:
            _contribute_arm(board, entry, value, SHADOW)


def rule_names(contributions: Iterable[Contribution], level: int) -> tuple[str, ...]:
    """The determining rules: those at `level`, in name order; none for `allow`."""
    if level == 0:
        return ()
    return tuple(sorted({c.rule for c in contributions if c.level == level}))


__all__ = ["Board", "Options", "PlanRule", "evaluate", "rule_names"]
