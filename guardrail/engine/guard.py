"""`Guard`: a loaded policy, with a method for each stage and its asyncio twin."""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from guardrail.decision import Decision
from guardrail.engine.drivers import adrive
from guardrail.engine.rails import AtOnce, Rails
from guardrail.engine.stages import Asked, Messages, Request, Texts
from guardrail.engine.stream.plans import StreamPlans

if TYPE_CHECKING:
    from guardrail.engine.stream.drivers import AsyncStream, Stream


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Guard:
    """A policy ready to judge. Immutable, safe to share among threads and tasks; reload by replacing it.

    Each stage's method takes what is to be judged and returns a `Decision`; a block is a value, never an
    exception. `request` holds the facts that the policy's request block declares, `attempt` counts from 1 in a
    reask loop, `id` makes shares and records traceable (made up when not given). All methods raise
    `EngineError` for arguments of a wrong type.
    """

    rails: Rails
    plans: StreamPlans = field(default_factory=StreamPlans)
    at_once: AtOnce = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "at_once", AtOnce(self.rails))

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
        return self.at_once.input(text_or_messages, Asked(request, attempt, id), system=system)

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
        return self.at_once.output(answer, asked, context=context, question=question, system=system)

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

    def stream(
        self,
        chunks: Iterable[Any],
        *,
        request: Request = None,
        attempt: int = 1,
        id: str | None = None,
        context: Texts = None,
        question: str | None = None,
        system: str | None = None,
    ) -> Stream:
        """Judge a model's answer while it comes: iterating gives what may be shown, `.decision` is there afterwards.

        `chunks` are strings, or chunks as OpenAI or Anthropic stream them; what comes out has their shape. Nothing is
        shown that the policy would have stopped; what may still become a match is held until it is known.
        """
        from guardrail.engine.stream.opening import open_stream

        return open_stream(self.rails, self.plans, chunks, Asked(request, attempt, id), context, question, system)

    def astream(
        self,
        chunks: AsyncIterable[Any] | Iterable[Any],
        *,
        request: Request = None,
        attempt: int = 1,
        id: str | None = None,
        context: Texts = None,
        question: str | None = None,
        system: str | None = None,
    ) -> AsyncStream:
        """`stream` for asyncio: `chunks` may be an async iterable, and so is what comes out."""
        from guardrail.engine.stream.opening import open_async_stream

        return open_async_stream(self.rails, self.plans, chunks, Asked(request, attempt, id), context, question, system)

    def retrieval(
        self, chunks: Texts, *, request: Request = None, id: str | None = None, question: str | None = None
    ) -> Decision:
        """Judge retrieved passages, a part for each: a blocked chunk is dropped, the others go on."""
        return self.at_once.retrieval(chunks, Asked(request, id=id), question=question)

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
        return self.at_once.tool_call(
            name, args, asked, history=history, context=context, question=question, system=system
        )

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
        return self.at_once.tool_result(name, text, Asked(request, id=id))

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
