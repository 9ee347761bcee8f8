"""`Guard`: a loaded policy, with a method for each stage and its asyncio twin."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from time import perf_counter_ns
from typing import Any, TypeAlias

from guardrail.compiler.plan import Pipeline
from guardrail.decision import Action, Decision
from guardrail.engine import calls
from guardrail.engine.core import DEFAULT_OPTIONS, Options
from guardrail.engine.drivers import adrive, drive
from guardrail.engine.judging import Call, combined, judge, judge_all, single
from guardrail.engine.needs import Answers, Need
from guardrail.engine.ports import DecisionSink, Trace
from guardrail.engine.schedule import Schedule
from guardrail.engine.shares import is_within
from guardrail.engine.verdict import Verdict
from guardrail.text.subject import Subject
from guardrail.validators.contract import Facts

Steps: TypeAlias = Generator[Need, Answers, Decision]
Messages: TypeAlias = Iterable[Mapping[str, Any]]
Texts: TypeAlias = str | Iterable[Any] | None
Request: TypeAlias = Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Guard:
    """A policy ready to judge. Immutable, safe to share among threads and tasks; reload by replacing it.

    Each stage's method takes what is to be judged and returns a `Decision`; a block is a value, never an
    exception. `request` holds the facts that the policy's request block declares, `attempt` counts from 1 in a
    reask loop, `id` makes shares and records traceable (made up when not given). All methods raise
    `EngineError` for arguments of a wrong type.
    """

    policy: str
    pipelines: Mapping[str, Pipeline]
    hashes: Mapping[str, str] = field(default_factory=dict)
    key: bytes = b""
    log: DecisionSink | None = None
    options: Options = DEFAULT_OPTIONS
    schedules: Mapping[str, Schedule] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        made = {stage: Schedule.of(pipeline) for stage, pipeline in self.pipelines.items()}
        object.__setattr__(self, "schedules", made)

    # ------------------------------------------------------------------ input

    def input(
        self,
        text_or_messages: str | Messages,
        *,
        request: Request = None,
        attempt: int = 1,
        id: str | None = None,
        system: str | None = None,
    ) -> Decision:
        """Judge what a user sends: a text, or chat messages, of which user and tool roles are judged one by one."""
        times: dict[str, float] = {}
        return drive(self._input(text_or_messages, request, attempt, id, system, times), times)

    async def ainput(
        self,
        text_or_messages: str | Messages,
        *,
        request: Request = None,
        attempt: int = 1,
        id: str | None = None,
        system: str | None = None,
    ) -> Decision:
        """`input` for asyncio."""
        times: dict[str, float] = {}
        return await adrive(self._input(text_or_messages, request, attempt, id, system, times), times)

    def _input(
        self,
        given: str | Messages,
        request: Request,
        attempt: int,
        id: str | None,
        system: str | None,
        times: dict[str, float],
    ) -> Steps:
        facts = Facts("input", system=system, attempt=calls.need_attempt(attempt))
        if isinstance(given, str):
            return self._one("input", given, facts, request, id, times)
        if not isinstance(given, Iterable):
            calls.need_text(given, "the input")
        return self._messages(given, facts, request, id, times)

    def _messages(
        self, given: Messages, facts: Facts, request: Request, id: str | None, times: dict[str, float]
    ) -> Steps:
        messages = calls.read_messages(given)
        texts = [message.text for message in messages]
        places = [message.index for message in messages]
        roles = [message.role for message in messages]
        return (yield from self._many("input", texts, places, facts, request, id, times, roles))

    # ------------------------------------------------------------------ output

    def output(
        self,
        answer: str,
        *,
        request: Request = None,
        attempt: int = 1,
        id: str | None = None,
        context: Texts = None,
        question: str | None = None,
        system: str | None = None,
    ) -> Decision:
        """Judge a model's answer; `context` and `question` are what `grounding` needs, `system` what `repeats` does."""
        times: dict[str, float] = {}
        facts = self._output_facts(attempt, context, question, system)
        return drive(self._one("output", calls.need_text(answer, "the answer"), facts, request, id, times), times)

    async def aoutput(
        self,
        answer: str,
        *,
        request: Request = None,
        attempt: int = 1,
        id: str | None = None,
        context: Texts = None,
        question: str | None = None,
        system: str | None = None,
    ) -> Decision:
        """`output` for asyncio."""
        times: dict[str, float] = {}
        facts = self._output_facts(attempt, context, question, system)
        steps = self._one("output", calls.need_text(answer, "the answer"), facts, request, id, times)
        return await adrive(steps, times)

    def _output_facts(self, attempt: int, context: Texts, question: str | None, system: str | None) -> Facts:
        if context is None and question is None and system is None and attempt == 1:
            return _PLAIN_OUTPUT
        passages = calls.read_texts(context, "`context`")
        return Facts("output", passages, question, system, attempt=calls.need_attempt(attempt))

    # ------------------------------------------------------------------ retrieval

    def retrieval(
        self, chunks: Texts, *, request: Request = None, id: str | None = None, question: str | None = None
    ) -> Decision:
        """Judge retrieved passages, a part for each: a blocked chunk is dropped, the others go on."""
        times: dict[str, float] = {}
        return drive(self._retrieval(chunks, request, id, question, times), times)

    async def aretrieval(
        self, chunks: Texts, *, request: Request = None, id: str | None = None, question: str | None = None
    ) -> Decision:
        """`retrieval` for asyncio."""
        times: dict[str, float] = {}
        return await adrive(self._retrieval(chunks, request, id, question, times), times)

    def _retrieval(
        self, chunks: Texts, request: Request, id: str | None, question: str | None, times: dict[str, float]
    ) -> Steps:
        texts = calls.read_texts(chunks, "the chunks")
        facts = Facts("retrieval", question=question)
        return self._many("retrieval", texts, range(len(texts)), facts, request, id, times)

    # ------------------------------------------------------------------ tools

    def tool_call(
        self,
        name: str,
        args: Mapping[str, Any] | str,
        *,
        history: Sequence[str] | None = None,
        request: Request = None,
        attempt: int = 1,
        id: str | None = None,
    ) -> Decision:
        """Judge a tool call before it is made; `history` names the tools that ran before, `args` comes back edited."""
        times: dict[str, float] = {}
        return drive(self._tool_call(name, args, history, request, attempt, id, times), times)

    async def atool_call(
        self,
        name: str,
        args: Mapping[str, Any] | str,
        *,
        history: Sequence[str] | None = None,
        request: Request = None,
        attempt: int = 1,
        id: str | None = None,
    ) -> Decision:
        """`tool_call` for asyncio."""
        times: dict[str, float] = {}
        return await adrive(self._tool_call(name, args, history, request, attempt, id, times), times)

    def _tool_call(
        self,
        name: str,
        args: Mapping[str, Any] | str,
        history: Sequence[str] | None,
        request: Request,
        attempt: int,
        id: str | None,
        times: dict[str, float],
    ) -> Steps:
        subject, value = calls.read_arguments(args)
        before = None if history is None else calls.read_texts(history, "`history`")
        facts = Facts(
            "tool_call",
            tool=calls.need_text(name, "the tool's name"),
            args=value,
            history=before,
            attempt=calls.need_attempt(attempt),
        )
        return self._judged("tool_call", subject, facts, request, id, times)

    def tool_result(self, name: str, text: str, *, request: Request = None, id: str | None = None) -> Decision:
        """Judge what a tool returned before the model sees it."""
        times: dict[str, float] = {}
        return drive(self._tool_result(name, text, request, id, times), times)

    async def atool_result(self, name: str, text: str, *, request: Request = None, id: str | None = None) -> Decision:
        """`tool_result` for asyncio."""
        times: dict[str, float] = {}
        return await adrive(self._tool_result(name, text, request, id, times), times)

    def _tool_result(self, name: str, text: str, request: Request, id: str | None, times: dict[str, float]) -> Steps:
        facts = Facts("tool_result", tool=calls.need_text(name, "the tool's name"))
        return self._one("tool_result", calls.need_text(text, "the tool's result"), facts, request, id, times)

    # ------------------------------------------------------------------ around a model call

    def around(self, **options: Any) -> Callable[[Callable[..., Any]], Any]:
        """A decorator that puts input rails, output rails and a bounded reask around a model call; see `Around`."""
        from guardrail.engine.around import around

        return around(self, **options)

    # ------------------------------------------------------------------ shared steps

    def _one(
        self, stage: str, text: str, facts: Facts, request: Request, id: str | None, times: dict[str, float]
    ) -> Steps:
        schedule = self.schedules.get(stage)
        reads_json = schedule is not None and schedule.pipeline.reads_json
        subject = Subject.of_json_text(text) if reads_json else Subject.of_text(text)
        return self._judged(stage, subject, facts, request, id, times)

    def _judged(
        self, stage: str, subject: Subject, facts: Facts, request: Request, id: str | None, times: dict[str, float]
    ) -> Steps:
        call = self._begin(stage, facts, request, id, times)
        if call is None:
            return self._unguarded(stage, subject.text, facts.args, id)
        verdict = yield from judge(call, subject)
        decision = single(call, verdict)
        self._record(decision, call, (subject.text,), (verdict,))
        return decision

    def _many(
        self,
        stage: str,
        texts: Sequence[str],
        places: Sequence[int],
        facts: Facts,
        request: Request,
        id: str | None,
        times: dict[str, float],
        roles: Sequence[str] | None = None,
    ) -> Steps:
        call = self._begin(stage, facts, request, id, times)
        if call is None:
            return self._unguarded(stage, "\n\n".join(texts), None, id)
        verdicts = yield from judge_all(call, [Subject.of_text(text) for text in texts])
        decision = combined(call, verdicts, places, roles)
        self._record(decision, call, tuple(texts), verdicts)
        return decision

    def _begin(
        self, stage: str, facts: Facts, request: Request, id: str | None, times: dict[str, float]
    ) -> Call | None:
        started = perf_counter_ns()
        schedule = self.schedules.get(stage)
        if schedule is None:
            return None
        identity = os.urandom(12).hex() if id is None else str(id)
        values, warnings = schedule.reader.read(request, identity)
        options = self._options(schedule, identity) if schedule.special else self.options
        return Call(schedule, values, facts, options, identity, (*schedule.warnings, *warnings), times, started)

    def _options(self, schedule: Schedule, identity: str) -> Options:
        shares = ((rule.name, rule.enforce) for _, rule in schedule.special if not rule.shadow)
        enforced = frozenset(
            name for name, share in shares if share is not None and is_within(self.key, name, identity, share)
        )
        return Options(self.options.skip, enforced)

    def _unguarded(self, stage: str, text: str, args: Any, id: str | None) -> Decision:
        warning = f"the policy `{self.policy}` says nothing about `{stage}`: the text was not checked"
        identity = os.urandom(12).hex() if id is None else str(id)
        return Decision(
            Action.ALLOW, text, id=identity, stage=stage, policy=self.policy, warnings=(warning,), args=args
        )

    def _record(self, decision: Decision, call: Call, texts: tuple[str, ...], verdicts: tuple[Verdict, ...]) -> None:
        if self.log is not None:
            pipeline = call.schedule.pipeline
            self.log.record(decision, Trace(pipeline, call.request, call.facts, texts, verdicts, self.hashes, self.key))


_PLAIN_OUTPUT = Facts("output")
