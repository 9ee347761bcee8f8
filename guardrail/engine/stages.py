"""What each stage takes: texts, messages, passages or tool calls, read into the subjects that are judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Generic, TypeAlias, TypeVar

from guardrail.engine import calls
from guardrail.engine.schedule import Schedule
from guardrail.text.subject import Subject
from guardrail.validators.contract import Facts

Messages: TypeAlias = Iterable[Mapping[str, Any]]
Texts: TypeAlias = str | Iterable[Any] | None
Request: TypeAlias = Mapping[str, Any] | None

Result = TypeVar("Result")

_PLAIN_OUTPUT: Final = Facts("output")


@dataclass(slots=True)
class Asked:
    """What every call carries besides its text; `times` is filled in by the driver, microseconds per producer.

    `started`, -1 otherwise, is set where reading what was given took a while before the call could begin.
    """

    request: Request = None
    attempt: int = 1
    id: str | None = None
    times: dict[str, float] = field(default_factory=dict)
    started: int = -1


class Stages(Generic[Result]):
    """A method for each stage that reads what is given; what comes of it is for `judge` and `judge_many` to say.

    All methods raise `EngineError` for arguments of a wrong type.
    """

    __slots__ = ()

    schedules: Mapping[str, Schedule]

    def judge(self, stage: str, subject: Subject, facts: Facts, asked: Asked) -> Result:
        """What comes of one text."""
        raise NotImplementedError

    def judge_many(
        self,
        stage: str,
        texts: Sequence[str],
        places: Sequence[int],
        facts: Facts,
        asked: Asked,
        roles: Sequence[str] | None = None,
    ) -> Result:
        """What comes of several texts; `places` says where each stood in what was given."""
        raise NotImplementedError

    def input(self, given: str | Messages, asked: Asked, *, system: str | None = None) -> Result:
        """A text, or chat messages judged one by one."""
        prompt = calls.need_optional_text(system, "`system`")
        facts = Facts("input", system=prompt, attempt=calls.need_attempt(asked.attempt))
        if isinstance(given, str):
            return self._text("input", given, facts, asked)
        messages = calls.read_messages(given)
        texts = [message.text for message in messages]
        places = [message.index for message in messages]
        return self.judge_many("input", texts, places, facts, asked, [message.role for message in messages])

    def output(
        self,
        answer: str,
        asked: Asked,
        *,
        context: Texts = None,
        question: str | None = None,
        system: str | None = None,
    ) -> Result:
        """A model's answer, with what was given to the model."""
        attempt = asked.attempt
        if context is question is system is None and attempt == 1 and attempt is not True:
            facts = _PLAIN_OUTPUT
        else:
            facts = Facts("output", *_given(context, question, system), attempt=calls.need_attempt(attempt))
        return self._text("output", calls.need_text(answer, "the answer"), facts, asked)

    def retrieval(self, chunks: Texts, asked: Asked, *, question: str | None = None) -> Result:
        """Passages, each on its own."""
        texts = calls.read_texts(chunks, "the chunks")
        facts = Facts("retrieval", question=calls.need_optional_text(question, "`question`"))
        return self.judge_many("retrieval", texts, range(len(texts)), facts, asked)

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
    ) -> Result:
        """A tool's name and arguments, with the tools that ran before and what was given to the model."""
        if (schedule := self.schedules.get("tool_call")) is not None:
            asked.started = schedule.clock()
        subject, value = calls.read_arguments(args)
        facts = Facts(
            "tool_call",
            *_given(context, question, system),
            tool=calls.need_text(name, "the tool's name"),
            args=value,
            history=None if history is None else calls.read_texts(history, "`history`"),
            attempt=calls.need_attempt(asked.attempt),
        )
        return self.judge("tool_call", subject, facts, asked)

    def tool_result(self, name: str, text: str, asked: Asked) -> Result:
        """What a tool returned."""
        facts = Facts("tool_result", tool=calls.need_text(name, "the tool's name"))
        return self._text("tool_result", calls.need_text(text, "the tool's result"), facts, asked)

    def _text(self, stage: str, text: str, facts: Facts, asked: Asked) -> Result:
        schedule = self.schedules.get(stage)
        if schedule is None or not schedule.pipeline.reads_json:
            return self.judge(stage, Subject(text), facts, asked)
        asked.started = schedule.clock()
        return self.judge(stage, Subject.of_json_text(text), facts, asked)


def _given(context: Texts, question: Any, system: Any) -> tuple[tuple[str, ...] | None, str | None, str | None]:
    """What was given to the model beside the text that is judged; raises EngineError for wrong types."""
    return (
        None if context is None else calls.read_texts(context, "`context`"),
        calls.need_optional_text(question, "`question`"),
        calls.need_optional_text(system, "`system`"),
    )
