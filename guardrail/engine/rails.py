"""The rails of a policy: what each stage does with a call, as steps for a driver, or at once in the calling thread."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from guardrail.compiler.plan import FIX, Pipeline
from guardrail.decision import Action, Decision, Part
from guardrail.engine import calls
from guardrail.engine.budget import DEFAULT_TIMING, Timing
from guardrail.engine.core import DEFAULT_OPTIONS, Options, evaluate
from guardrail.engine.deadline import Deadline
from guardrail.engine.drivers import drive, evaluate_now
from guardrail.engine.identities import Identities
from guardrail.engine.judging import Call, combined, joined, judge_all, passed, single
from guardrail.engine.needs import Answers, Need
from guardrail.engine.ports import DecisionSink, Trace
from guardrail.engine.request import need_request
from guardrail.engine.schedule import Schedule
from guardrail.engine.shares import is_within
from guardrail.engine.stages import Asked, Messages, Request, Stages, Texts
from guardrail.engine.verdict import Verdict, conclude, verdict_of
from guardrail.text.subject import Subject
from guardrail.validators.contract import Facts

__all__ = ["Asked", "AtOnce", "Messages", "Rails", "Request", "Steps", "Texts"]

Steps: TypeAlias = Generator[Need, Answers, Decision]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Rails(Stages[Steps]):
    """A policy's stages as steps, for whoever drives them: an event loop, or a policy test with its assumptions.

    `hashes`: SHA-256 of every file the policy was made from; `key`: the deployment's. `enforces_all`: every share
    (`enforce 10%`) takes every call in, as policy tests want it.
    """

    policy: str
    schedules: Mapping[str, Schedule]
    hashes: Mapping[str, str] = field(default_factory=dict)
    key: bytes = field(default=b"", repr=False)
    log: DecisionSink | None = None
    options: Options = DEFAULT_OPTIONS
    enforces_all: bool = False
    identities: Identities = field(default_factory=Identities, repr=False, compare=False)

    @classmethod
    def of(
        cls, policy: str, pipelines: Mapping[str, Pipeline], *, timing: Timing = DEFAULT_TIMING, **settings: Any
    ) -> Rails:
        """The rails of compiled pipelines, by stage."""
        return cls(policy, {stage: Schedule.of(pipeline, timing) for stage, pipeline in pipelines.items()}, **settings)

    def untimed(self) -> Rails:
        """The same rails with every check run to its end, however long it takes: for what no caller waits for."""
        schedules = {stage: replace(schedule, budget=None) for stage, schedule in self.schedules.items()}
        return replace(self, schedules=schedules)

    def judge(self, stage: str, subject: Subject, facts: Facts, asked: Asked) -> Steps:
        """The steps to the decision about one text."""
        call = self.begin(stage, facts, asked)
        if call is None:
            return self.unguarded(stage, subject.text, asked, args=facts.args)
        board = yield from evaluate(call.schedule, subject, call.request, facts, call.options, call.deadline)
        return self.decide(call, subject, (yield from conclude(board, subject)))

    def decide(self, call: Call, subject: Subject, verdict: Verdict) -> Decision:
        """The decision that a verdict about one text makes, and its record."""
        decision = single(call, verdict)
        self._record(decision, call, (subject.text,), (verdict,))
        return decision

    def judge_many(
        self,
        stage: str,
        texts: Sequence[str],
        places: Sequence[int],
        facts: Facts,
        asked: Asked,
        roles: Sequence[str] | None = None,
    ) -> Steps:
        """The steps to the decision about several texts, a part for each."""
        call = self.begin(stage, facts, asked)
        if call is None:
            parts = tuple(
                Part(place, Action.ALLOW, text, role=roles[i] if roles else None)
                for i, (place, text) in enumerate(zip(places, texts, strict=True))
            )
            return self.unguarded(stage, joined(stage, texts), asked, parts=parts)
        verdicts = yield from judge_all(call, [Subject.of_text(text) for text in texts])
        decision = combined(call, verdicts, places, roles)
        self._record(decision, call, tuple(texts), verdicts)
        return decision

    def begin(self, stage: str, facts: Facts, asked: Asked) -> Call | None:
        """A call on a stage; None where the policy says nothing about it."""
        schedule = self.schedules.get(stage)
        if schedule is None:
            if asked.request is not None:
                need_request(asked.request)
            return None
        started = asked.started
        if started < 0:
            started = schedule.clock()
        else:
            # One stream asks several times.
            asked.started = -1
        identity = self.identities.next() if asked.id is None else self._identity(asked)
        values, warnings = schedule.reader.read(asked.request, identity)
        options = self._options(schedule, identity) if schedule.special else self.options
        said = (*schedule.warnings, *warnings) if warnings else schedule.warnings
        budget = schedule.budget
        deadline = None if budget is None else Deadline(budget, started)
        return Call(schedule, values, facts, options, identity, said, asked.times, started, deadline)

    def _options(self, schedule: Schedule, identity: str) -> Options:
        """Which shares (`enforce 10%`) take this call in."""
        enforced = frozenset(
            rule.name
            for _, rule in schedule.special
            if rule.enforce is not None
            if self.enforces_all or is_within(self.key, rule.name, identity, rule.enforce)
        )
        return Options(self.options.skip, enforced)

    def unguarded(
        self, stage: str, text: str | None, asked: Asked, *, args: Any = None, parts: tuple[Part, ...] | None = None
    ) -> Decision:
        """What is said of a stage that the policy says nothing about."""
        warning = f"the policy `{self.policy}` says nothing about `{stage}`: the text was not checked"
        return Decision(
            Action.ALLOW,
            text,
            id=self._identity(asked),
            stage=stage,
            policy=self.policy,
            warnings=(warning,),
            parts=parts,
            args=args,
        )

    def _record(self, decision: Decision, call: Call, texts: tuple[str, ...], verdicts: tuple[Verdict, ...]) -> None:
        if self.log is None:
            return
        trace = Trace(call.schedule.pipeline, call.request, call.facts, texts, verdicts, self.hashes, self.key)
        try:
            self.log.record(decision, trace)
        except Exception as problem:
            # The decision is made: whoever keeps records must not undo it.
            import logging

            logger = logging.getLogger("guardrail")
            logger.error("the log of decisions raised %s: the decision stands", type(problem).__name__)

    def _identity(self, asked: Asked) -> str:
        given = asked.id
        if given is None or given == "":
            return self.identities.next()
        return calls.need_identity(given)


class AtOnce(Stages[Decision]):
    """The same stages, every need answered in the calling thread."""

    __slots__ = ("rails", "schedules")

    def __init__(self, rails: Rails) -> None:
        self.rails = rails
        self.schedules = rails.schedules

    def judge(self, stage: str, subject: Subject, facts: Facts, asked: Asked) -> Decision:
        """The decision about one text."""
        rails = self.rails
        call = rails.begin(stage, facts, asked)
        if call is None:
            return rails.unguarded(stage, subject.text, asked, args=facts.args)
        board = evaluate_now(call, subject)
        if not board.level and rails.log is None:
            return passed(call, subject, board)
        if board.level != FIX:
            return rails.decide(call, subject, verdict_of(board, subject.text, facts.args))
        return rails.decide(call, subject, drive(conclude(board, subject), call.times))

    def judge_many(
        self,
        stage: str,
        texts: Sequence[str],
        places: Sequence[int],
        facts: Facts,
        asked: Asked,
        roles: Sequence[str] | None = None,
    ) -> Decision:
        """The decision about several texts, a part for each."""
        return drive(self.rails.judge_many(stage, texts, places, facts, asked, roles), asked.times)
