"""Judges entries with a guard: the same code in one process and in each worker of several."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from guardrail.cli.policies.loading import load_stage
from guardrail.cli.shell.json_output import dump
from guardrail.cli.validation.entries import Read, Unread, Unreadable
from guardrail.cli.validation.given import Defaults, Given, is_given, read_given
from guardrail.cli.validation.results import Excerpt, Judged, Result, excerpt
from guardrail.decision import Decision, Finding
from guardrail.diagnostics.errors import EngineError
from guardrail.engine import calls
from guardrail.engine.guard import Guard
from guardrail.engine.ports import Trace
from guardrail.text.subject import Subject


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Settings:
    """How to judge: all that a worker process needs to be told.

    `excerpts` is how many a finding gets. `key` is the deployment key of the whole run. `keeps_record`: each
    result carries the line for the decision log.
    """

    policy_path: str
    policy: str
    stage: str
    defaults: Defaults
    excerpts: int
    keeps_record: bool
    key: bytes
    timed: bool = False


class _Record:
    """A sink that keeps the last decision's record as a line of JSON."""

    def __init__(self) -> None:
        self.line: str | None = None

    def record(self, decision: Decision, trace: Trace) -> None:
        """Make the record of a decision."""
        from guardrail.observe.record import make_record

        self.line = dump(make_record(decision, trace)) + "\n"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Judge:
    """A guard with the settings of a run; `required` are the request fields that its rules cannot do without."""

    guard: Guard
    settings: Settings
    required: tuple[str, ...]
    sink: _Record | None

    @classmethod
    def load(cls, settings: Settings) -> Judge:
        """Load the policy for a worker process; raises PolicyError and EngineError."""
        guard, _ = load_stage(settings.policy_path, settings.policy, settings.stage)
        return cls.of(guard, settings)

    @classmethod
    def of(cls, guard: Guard, settings: Settings) -> Judge:
        """The judge that uses a loaded guard; every process of a run chooses shares and names texts by one key."""
        sink = _Record() if settings.keeps_record else None
        rails = guard.rails if settings.timed else guard.rails.untimed()
        guard = Guard(replace(rails, key=settings.key, log=sink))
        return cls(guard, settings, _required(guard, settings.stage), sink)

    def judge(self, read: Read) -> Result:
        """What comes of an entry; what could not be read is handed on."""
        if isinstance(read, Unread):
            return read
        try:
            given = read_given(self.settings.stage, read, self.settings.defaults)
            decision = decide(self.guard, self.settings.stage, given)
        except Unreadable as problem:
            return Unread(read.place, problem.message, problem.help)
        except EngineError as problem:
            return Unread(read.place, f"cannot be judged: {problem}")
        missing = tuple(name for name in self.required if not is_given(name, given.request))
        return Judged(
            read.number,
            read.place,
            decision,
            self._excerpts(decision, given) if self.settings.excerpts else (),
            missing,
            _length(given.subject),
            self.sink.line if self.sink is not None else None,
        )

    def _excerpts(self, decision: Decision, given: Given) -> tuple[tuple[Excerpt, ...], ...]:
        if not decision.findings:
            return ()
        texts = _Texts(self.settings.stage, given)
        return tuple(self._of(finding, texts) for finding in decision.findings)

    def _of(self, finding: Finding, texts: _Texts) -> tuple[Excerpt, ...]:
        if not finding.spans:
            return ()
        text = texts.at(finding.at)
        return tuple(excerpt(text, finding.at, span) for span in finding.spans[: self.settings.excerpts])


class _Texts:
    """The texts that findings of one call point into."""

    def __init__(self, stage: str, given: Given) -> None:
        self._stage, self._subject = stage, given.subject
        self._decoded: Mapping[str | int | None, str] | None = None

    def at(self, place: str | int | None) -> str:
        """The text at a place, as `Finding.at` names it."""
        if place is None and isinstance(self._subject, str):
            return self._subject
        if self._decoded is None:
            self._decoded = self._read()
        return self._decoded.get(place, "")

    def _read(self) -> Mapping[str | int | None, str]:
        if self._stage == "retrieval":
            return dict(enumerate(calls.read_texts(self._subject, "the chunks")))
        if self._stage == "tool_call":
            subject, _ = calls.read_arguments(self._subject)
        elif isinstance(self._subject, str):
            subject = Subject.of_json_text(self._subject)
        else:
            return {message.index: message.text for message in calls.read_messages(self._subject)}
        return {None: subject.text, **{piece.at: piece.text for piece in subject.pieces}}


def decide(guard: Guard, stage: str, given: Given) -> Decision:
    """Call the method of a stage; raises EngineError for arguments of a wrong type."""
    request, attempt, identity = given.request, given.attempt, given.id
    match stage:
        case "input":
            return guard.input(given.subject, request=request, attempt=attempt, id=identity, system=given.system)
        case "output":
            return guard.output(
                given.subject,
                request=request,
                attempt=attempt,
                id=identity,
                context=given.context,
                question=given.question,
                system=given.system,
            )
        case "retrieval":
            return guard.retrieval(given.subject, request=request, id=identity, question=given.question)
        case "tool_call":
            return guard.tool_call(
                given.tool or "",
                given.subject,
                history=given.history,
                request=request,
                attempt=attempt,
                id=identity,
                context=given.context,
                question=given.question,
                system=given.system,
            )
        case _:
            return guard.tool_result(given.tool or "", given.subject, request=request, id=identity)


def _required(guard: Guard, stage: str) -> tuple[str, ...]:
    schedule = guard.rails.schedules.get(stage)
    if schedule is None:
        return ()
    read = frozenset[str]().union(*(rule.fields for rule in schedule.pipeline.rules))
    fields = schedule.pipeline.fields
    return tuple(sorted(name for name in read if name in fields and not fields[name].optional))


def _length(subject: Any) -> int:
    """Characters of what was judged; 0 for what is no text."""
    if isinstance(subject, str):
        return len(subject)
    if isinstance(subject, list):
        return sum(len(item) for item in subject if isinstance(item, str))
    return 0
