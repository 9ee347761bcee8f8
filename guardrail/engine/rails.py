"""The rails of a policy as generators: what each stage does with a call, before any driver answers.

`Guard` drives these, sync or async; the policy tests drive them under assumptions.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from time import perf_counter_ns
from typing import Any, TypeAlias

from guardrail.compiler.plan import Pipeline
from guardrail.decision import Action, Decision, Part
from guardrail.engine import calls
from guardrail.engine.core import DEFAULT_OPTIONS, Options, evaluate
from guardrail.engine.identities import Identities
from guardrail.engine.judging import Call, combined, joined, judge_all, passed, single
from guardrail.engine.needs import Answers, Need
from guardrail.engine.ports import DecisionSink, Trace
from guardrail.engine.request import need_request
from guardrail.engine.schedule import Schedule
from guardrail.engine.shares import is_within
from guardrail.engine.verdict import Verdict, conclude
from guardrail.text.subject import Subject
from guardrail.validators.contract import Facts

Steps: TypeAlias = Generator[Need, Answers, Decision]
Messages: TypeAlias = Iterable[Mapping[str, Any]]
Texts: TypeAlias = str | Iterable[Any] | None
Request: TypeAlias = Mapping[str, Any] | None

_PLAIN_OUTPUT = Facts("output")


@dataclass(slots=True)
class Asked:
    """What every call carries besides its text; `times` is filled in by the driver, microseconds per producer."""

    request: Request = None
    attempt: int = 1
    id: str | None = None
    times: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Rails:
    """A policy's stages, ready to run. `hashes`: SHA-256 of every file it was made from; `key`: the deployment's.

    `enforces_all`: every share (`enforce 10%`) takes every call in, as policy tests want it.
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
    def of(cls, policy: str, pipelines: Mapping[str, Pipeline], **settings: Any) -> Rails:
        """The rails of compiled pipelines, by stage."""
        return cls(policy, {stage: Schedule.of(pipeline) for stage, pipeline in pipelines.items()}, **settings)

    def input(self, given: str | Messages, asked: Asked, *, system: str | None = None) -> Steps:
        """A text, or chat messages judged one by one."""
        prompt = calls.need_optional_text(system, "`system`")
        facts = Facts("input", system=prompt, attempt=calls.need_attempt(asked.attempt))
        if isinstance(given, str):
            return self._text("input", given, facts, asked)
        messages = calls.read_messages(given)
        texts = [message.text for message in messages]
        places = [message.index for message in messages]
        return self._many("input", texts, places, facts, asked, [message.role for message in messages])

    def output(
        self,
        answer: str,
        asked: Asked,
        *,
        context: Texts = None,
        question: str | None = None,
        system: str | None = None,
    ) -> Steps:
        """A model's answer, with what was given to the model."""
        facts = _PLAIN_OUTPUT
        if (
            context is not None
            or question is not None
            or system is not None
            or asked.attempt != 1
            or asked.attempt is True
        ):
            facts = Facts("output", *_given(context, question, system), attempt=calls.need_attempt(asked.attempt))
        return self._text("output", calls.need_text(answer, "the answer"), facts, asked)

    def retrieval(self, chunks: Texts, asked: Asked, *, question: str | None = None) -> Steps:
        """Passages, each on its own."""
        texts = calls.read_texts(chunks, "the chunks")
        facts = Facts("retrieval", question=calls.need_optional_text(question, "`question`"))
        return self._many("retrieval", texts, range(len(texts)), facts, asked)

    def tool_call(
        self,
        name: str,
        args: Mapping[str, Any] | str,
        asked: Asked,
        *,
        history: Sequence[str] | None = None,
        context: Texts = None,
        question: str | None = None,
        system: str | None = None,
    ) -> Steps:
        """A tool's name and arguments, with the tools that ran before and what was given to the model."""
        subject, value = calls.read_arguments(args)
        facts = Facts(
            "tool_call",
            *_given(context, question, system),
            tool=calls.need_text(name, "the tool's name"),
            args=value,
            history=None if history is None else calls.read_texts(history, "`history`"),
            attempt=calls.need_attempt(asked.attempt),
        )
        return self._judged("tool_call", subject, facts, asked)

    def tool_result(self, name: str, text: str, asked: Asked) -> Steps:
        """What a tool returned."""
        facts = Facts("tool_result", tool=calls.need_text(name, "the tool's name"))
        return self._text("tool_result", calls.need_text(text, "the tool's result"), facts, asked)

    # ------------------------------------------------------------------ shared steps

    def _text(self, stage: str, text: str, facts: Facts, asked: Asked) -> Steps:
        schedule = self.schedules.get(stage)
        reads_json = schedule is not None and schedule.pipeline.reads_json
        subject = Subject.of_json_text(text) if reads_json else Subject.of_text(text)
        return self._judged(stage, subject, facts, asked)

    def _judged(self, stage: str, subject: Subject, facts: Facts, asked: Asked) -> Steps:
        call = self._begin(stage, facts, asked)
        if call is None:
            return self._unguarded(stage, subject.text, asked, args=facts.args)
        board = yield from evaluate(call.schedule, subject, call.request, facts, call.options)
        if not board.level and self.log is None:
            return passed(call, subject, board)
        verdict = yield from conclude(board, subject)
        decision = single(call, verdict)
        if self.log is not None:
            self._record(decision, call, (subject.text,), (verdict,))
        return decision

    def _many(
        self,
        stage: str,
        texts: Sequence[str],
        places: Sequence[int],
        facts: Facts,
        asked: Asked,
        roles: Sequence[str] | None = None,
    ) -> Steps:
        call = self._begin(stage, facts, asked)
        if call is None:
            parts = tuple(
                Part(place, Action.ALLOW, text, role=roles[i] if roles else None)
                for i, (place, text) in enumerate(zip(places, texts, strict=True))
            )
            return self._unguarded(stage, joined(stage, texts), asked, parts=parts)
        verdicts = yield from judge_all(call, [Subject.of_text(text) for text in texts])
        decision = combined(call, verdicts, places, roles)
        self._record(decision, call, tuple(texts), verdicts)
        return decision

    def _begin(self, stage: str, facts: Facts, asked: Asked) -> Call | None:
        started = perf_counter_ns()
        schedule = self.schedules.get(stage)
        if schedule is None:
            if asked.request is not None:
                need_request(asked.request)
            return None
        identity = self._identity(asked)
        values, warnings = schedule.reader.read(asked.request, identity)
        options = self._options(schedule, identity) if schedule.special else self.options
        said = (*schedule.warnings, *warnings) if warnings else schedule.warnings
        return Call(schedule, values, facts, options, identity, said, asked.times, started)

    def _options(self, schedule: Schedule, identity: str) -> Options:
        """Which shares (`enforce 10%`) take this call in."""
        enforced = frozenset(
            rule.name
            for _, rule in schedule.special
            if rule.enforce is not None
            if self.enforces_all or is_within(self.key, rule.name, identity, rule.enforce)
        )
        return Options(self.options.skip, enforced)

    def _unguarded(
        self, stage: str, text: str | None, asked: Asked, *, args: Any = None, parts: tuple[Part, ...] | None = None
    ) -> Decision:
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
        return self.identities.next() if given is None or given == "" else calls.need_identity(given)


def _given(context: Texts, question: Any, system: Any) -> tuple[tuple[str, ...] | None, str | None, str | None]:
    """What was given to the model beside the text that is judged; raises EngineError for wrong types."""
    return (
        None if context is None else calls.read_texts(context, "`context`"),
        calls.need_optional_text(question, "`question`"),
        calls.need_optional_text(system, "`system`"),
    )
