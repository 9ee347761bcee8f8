"""The core: evaluates one pipeline on one subject as a generator that yields what it needs.

No I/O, no clock, no threads: a driver answers each `Need`. All logic of evaluation exists once, here; sync,
asyncio, tests under `assume` and replay only differ in how they answer.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from guardrail.compiler.evaluation import BAD, ERROR, FAILED, FALSE, NOTHING_COVERED, PENDING, TIMEOUT, TRUE, Evaluation
from guardrail.compiler.plan import BLOCK, FLAG, Arm, Evidence, PlanRule
from guardrail.decision import Finding
from guardrail.engine.contributions import ACTIONS, Contribution, capped, contribution_of, failure_contributions
from guardrail.engine.deadline import Deadline
from guardrail.engine.findings import findings_of, matches_of
from guardrail.engine.needs import Answer, Answers, Failure, Need
from guardrail.engine.schedule import Entry, ProducerPlan, Schedule
from guardrail.text.subject import Subject
from guardrail.validators.contract import QUIET, Facts

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


class Board(Evaluation):
    """The working state of one evaluation: its values, what was contributed so far, how far the decision has risen.

    `modes` holds the rules, by place, that are not plainly enforced. `settled` numbers the arms that were counted in.
    `deferred` are the rules whose `on timeout defer` let the text pass.
    """

    __slots__ = (
        "bad_arguments", "bad_fields", "contributions", "deadline", "deferred", "findings", "level", "modes",
        "schedule", "settled", "skipped",
    )  # fmt: skip

    def __init__(
        self, schedule: Schedule, request: Mapping[str, Any], facts: Facts, deadline: Deadline | None = None
    ) -> None:
        # What `Evaluation` does, without a second call.
        slots = len(schedule.pipeline.slots)
        self.truth = [PENDING] * slots
        self.outcomes = [QUIET] * slots
        self.reasons = {}
        self.covered = NOTHING_COVERED
        self.request = request
        self.facts = facts
        self.schedule = schedule
        self.deadline = deadline
        self.contributions: list[Contribution] = []
        self.findings: list[Finding] = []
        self.level = 0
        self.modes: dict[int, int] = {}
        # Seldom anything else than empty: tuples cost nothing then.
        self.settled: tuple[int, ...] = ()
        self.skipped: tuple[str, ...] = ()
        self.deferred: tuple[str, ...] = ()
        self.bad_fields: tuple[str, ...] = ()
        self.bad_arguments: tuple[str, ...] = ()

    @property
    def state(self) -> Evaluation:
        """The values alone."""
        return self

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
    deadline: Deadline | None = None,
) -> Generator[Need, Answers, Board]:
    """Everything one pipeline has to say about one subject, before edits are applied."""
    board = Board(schedule, request, facts, deadline)
    pipeline = schedule.pipeline
    if len(subject.text) > schedule.limit:
        # Padding would be a bypass: over the limit no check runs, whatever `on error` says.
        board.add(Contribution(f"{pipeline.stage}.limit", BLOCK, "limit"))
        return board
    if schedule.special or schedule.gated:
        _set_modes(board, options)
    for entry in schedule.at_once:
        _settle(board, entry)
    for plan in schedule.producers:
        # As long as nothing was contributed, every cheap producer matters.
        certain = plan.cheap and not board.level and not board.modes
        if not certain and options.skip and not _wanted(board, plan):
            _leave_out(board, plan)
            continue
        take(board, plan, (yield Need(pipeline, plan.producer, subject, facts, deadline)))
    if pipeline.default_block and not _permitted(board) and not _permits_skipped(board):
        board.add(Contribution(f"{pipeline.stage}.default", BLOCK, "default"))
    if board.modes and SHADOW in board.modes.values():
        yield from _run_shadow(board, subject)
    return board


def take(board: Board, plan: ProducerPlan, answers: Answers) -> None:
    """Take in what a producer answered, and count in the arms that are decided by it."""
    truth = board.truth
    truth[plan.where] = plan.quiet
    if answers:
        enter(board, answers)
    for entry in plan.due(answers, truth):
        _settle(board, entry)
    for entry in plan.early:
        _settle_early(board, entry)


def _leave_out(board: Board, plan: ProducerPlan) -> None:
    """A producer that no arm needs any more: arms that were decided without it count, the others are idle."""
    if any(board.modes.get(e.place, ENFORCED) == ENFORCED for e in plan.uses):
        board.skipped += (plan.producer.name,)
    for entry in plan.after:
        _settle(board, entry)


def _set_modes(board: Board, options: Options) -> None:
    schedule, modes = board.schedule, board.modes
    for place, rule in schedule.special:
        if rule.shadow or rule.name not in options.enforced:
            modes[place] = SHADOW
    for place, rule in schedule.gated:
        bad = tuple(name for name in rule.fields if board.request.get(name) is BAD)
        if bad:
            board.bad_fields += bad
            _contribute(board, failure_contributions(rule, True, False), modes.get(place, ENFORCED))
        if rule.gate is not None and rule.gate(board) != TRUE:
            modes[place] = DEAD


def _wanted(board: Board, plan: ProducerPlan) -> bool:
    """Whether any arm that still matters reads this producer."""
    level, modes = board.level, board.modes
    for entry in plan.uses:
        arm = entry.arm
        if modes and modes.get(entry.place, ENFORCED) != ENFORCED:
            continue
        if level and _idle(arm, level):
            continue
        # Asking the predicate costs about as much as a cheap check: only dear ones are asked for twice.
        if plan.cheap or arm.redacts or arm.predicate(board) & PENDING:
            return True
    return False


def _idle(arm: Arm, level: int) -> bool:
    return arm.ceiling < level or (arm.ceiling == level and not arm.visible)


def fill(state: Evaluation, slots: range, answers: Answers) -> None:
    """Put a producer's answers into its slots."""
    state.truth[slots.start : slots.stop] = (FALSE,) * len(slots)
    if answers:
        enter(state, answers)


def enter(state: Evaluation, answers: Mapping[int, Answer]) -> None:
    """Put answers into slots that are quiet so far."""
    truth, outcomes = state.truth, state.outcomes
    for slot, answer in answers.items():
        if isinstance(answer, Failure):
            truth[slot] = ERROR if answer.kind == "error" else TIMEOUT
            state.reasons[slot] = answer.reason
            if answer.partial is not None:
                outcomes[slot] = answer.partial
                state.covered = {**state.covered, slot: answer.covered}
        else:
            outcomes[slot] = answer
            if answer.truth:
                truth[slot] = TRUE


def _settle(board: Board, entry: Entry) -> None:
    """Count in what an arm contributes, now that all it reads was tried."""
    modes = board.modes
    if modes and modes.get(entry.place, ENFORCED) != ENFORCED:
        return
    value = entry.arm.predicate(board)
    if value and not value & PENDING and entry.number not in board.settled:
        board.settled += (entry.number,)
        _contribute_arm(board, entry, value, ENFORCED)


def _settle_early(board: Board, entry: Entry) -> None:
    """An arm over several producers counts as soon as it is decided; a redaction waits for all of its spans."""
    if not entry.arm.redacts and entry.number not in board.settled:
        _settle(board, entry)


def _contribute_arm(board: Board, entry: Entry, value: int, mode: int) -> None:
    rule, arm = entry.rule, entry.arm
    failed = value & FAILED
    if value == TRUE:
        contribution = entry.constant
        if contribution is None:
            matches = matches_of(arm, board) if arm.redacts else ()
            contribution = contribution_of(rule, arm, board.facts.attempt, matches)
        level = contribution.level
        if level == 0:
            return
        note = ""
        if mode == SHADOW:
            contribution = capped(contribution)
            note = f"shadow: would {ACTIONS[level]}" if level > FLAG else ""
        board.add(contribution)
        findings_of(board.findings, board.schedule.pipeline, rule, arm, board, ACTIONS[contribution.level], note)
        if arm.redacts:
            # A failing half must not leak through `or`: it is answered for beside the redaction.
            failed = _failed_spans(arm.evidence, board)
    if failed:
        if failed & TIMEOUT and rule.defers:
            board.deferred += (rule.name,)
        board.bad_arguments += tuple(read.name for read in arm.arguments if read.holds(board) & ERROR)
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
    modes = board.modes
    return any(
        modes.get(entry.place, ENFORCED) == ENFORCED and entry.arm.predicate(board) == TRUE
        for entry in board.schedule.permits
    )


def _permits_skipped(board: Board) -> bool:
    """A permit is left unasked only when the decision is `block` already: the default then adds nothing."""
    return board.level == BLOCK and any(e.arm.predicate(board) & PENDING for e in board.schedule.permits)


def _run_shadow(board: Board, subject: Subject) -> Generator[Need, Answers, None]:
    """Shadow rules, after every enforcing producer; nothing is skipped for them."""
    pipeline = board.schedule.pipeline
    waiting = [entry for entry in board.schedule.entries if board.modes.get(entry.place) == SHADOW]
    missing = {pipeline.slots[slot].producer for entry in waiting for slot in entry.arm.slots}
    for producer in pipeline.producers:
        if producer.index in missing and any(board.truth[slot] == PENDING for slot in producer.slots):
            answers = yield Need(pipeline, producer, subject, board.facts, board.deadline)
            fill(board, producer.slots, answers)
    for entry in waiting:
        value = entry.arm.predicate(board)
        if value and not value & PENDING:
            _contribute_arm(board, entry, value, SHADOW)


def rule_names(contributions: Iterable[Contribution], level: int) -> tuple[str, ...]:
    """The determining rules: those at `level`, in name order; none for `allow`."""
    if level == 0:
        return ()
    return tuple(sorted({c.rule for c in contributions if c.level == level}))


__all__ = ["Board", "Options", "PlanRule", "evaluate", "rule_names"]
