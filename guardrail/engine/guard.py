"""`Guard`: a loaded policy, with a method for each stage and its asyncio twin."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guardrail.decision import Decision
from guardrail.engine.drivers import adrive, drive
from guardrail.engine.rails import Asked, Messages, Rails, Request, Texts


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Guard:
    """A policy ready to judge. Immutable, safe to share among threads and tasks; reload by replacing it.

    Each stage's method takes what is to be judged and returns a `Decision`; a block is a value, never an
    exception. `request` holds the facts that the policy's request block declares, `attempt` counts from 1 in a
    reask loop, `id` makes shares and records traceable (made up when not given). All methods raise
    `EngineError` for arguments of a wrong type.
    """

    rails: Rails

    @property
    def policy(self) -> str:
        """The policy's name."""
        return self.rails.policy

    @property
    def stages(self) -> tuple[str, ...]:
        """The stages that the policy says something about."""
        return tuple(self.rails.schedules)

    def input(
        self,
        text_or_messages: str | Messages,
        *,
        request: Request = None,
        attempt: int = 1,
        id: str | None = None,
        system: str | None = None,
    ) -> Decision:
        """Judge what a user sends: a text, or chat messages, one by one but for the application's own roles."""
        asked = Asked(request, attempt, id)
        return drive(self.rails.input(text_or_messages, asked, system=system), asked.times)

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
        asked = Asked(request, attempt, id)
        return await adrive(self.rails.input(text_or_messages, asked, system=system), asked.times)

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
        asked = Asked(request, attempt, id)
        steps = self.rails.output(answer, asked, context=context, question=question, system=system)
        return drive(steps, asked.times)

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
        asked = Asked(request, attempt, id)
        steps = self.rails.output(answer, asked, context=context, question=question, system=system)
        return await adrive(steps, asked.times)

    def retrieval(
        self, chunks: Texts, *, request: Request = None, id: str | None = None, question: str | None = None
    ) -> Decision:
        """Judge retrieved passages, a part for each: a blocked chunk is dropped, the others go on."""
        asked = Asked(request, id=id)
        return drive(self.rails.retrieval(chunks, asked, question=question), asked.times)

    async def aretrieval(
        self, chunks: Texts, *, request: Request = None, id: str | None = None, question: str | None = None
    ) -> Decision:
        """`retrieval` for asyncio."""
        asked = Asked(request, id=id)
        return await adrive(self.rails.retrieval(chunks, asked, question=question), asked.times)

    def tool_call(
        self,
        name: str,
        args: Mapping[str, Any] | str,
        *,
        history: Sequence[str] | None = None,
        request: Request = None,
        attempt: int = 1,
        id: str | None = None,
        context: Texts = None,
        question: str | None = None,
        system: str | None = None,
    ) -> Decision:
        """Judge a tool call before it is made; `history` names the tools that ran before, `args` comes back edited.

        `context`, `question` and `system` are what the model was given, for `repeats`.
        """
        asked = Asked(request, attempt, id)
        steps = self.rails.tool_call(
            name, args, asked, history=history, context=context, question=question, system=system
        )
        return drive(steps, asked.times)

    async def atool_call(
        self,
        name: str,
        args: Mapping[str, Any] | str,
        *,
        history: Sequence[str] | None = None,
        request: Request = None,
        attempt: int = 1,
        id: str | None = None,
        context: Texts = None,
        question: str | None = None,
        system: str | None = None,
    ) -> Decision:
        """`tool_call` for asyncio."""
        asked = Asked(request, attempt, id)
        steps = self.rails.tool_call(
            name, args, asked, history=history, context=context, question=question, system=system
        )
        return await adrive(steps, asked.times)

    def tool_result(self, name: str, text: str, *, request: Request = None, id: str | None = None) -> Decision:
        """Judge what a tool returned before the model sees it."""
        asked = Asked(request, id=id)
        return drive(self.rails.tool_result(name, text, asked), asked.times)

    async def atool_result(self, name: str, text: str, *, request: Request = None, id: str | None = None) -> Decision:
        """`tool_result` for asyncio."""
        asked = Asked(request, id=id)
        return await adrive(self.rails.tool_result(name, text, asked), asked.times)

    def around(self, **options: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """A decorator that puts input rails, output rails and a bounded reask around a model call.

        Takes the keyword arguments of `guardrail.engine.around.around`: `prompt`, `context`, `request`, `system`,
        `hint`, `fallback`, `timeout`, `raise_on_block`, `breaker`.
        """
        from guardrail.engine.around import around

        return around(self, **options)
