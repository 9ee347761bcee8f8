"""Opens a stream on a guard's rails: sessions, tool calls, and the driver that leads them."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable
from dataclasses import replace
from typing import Any

from guardrail.engine.calls import read_texts
from guardrail.engine.rails import Rails
from guardrail.engine.stages import Asked, Texts
from guardrail.engine.stream.drivers import AsyncStream, Stream
from guardrail.engine.stream.plans import StreamPlans
from guardrail.engine.stream.session import Session
from guardrail.engine.stream.tools import JudgeTool
from guardrail.engine.stream.weaver import Weaver


def open_stream(
    rails: Rails, plans: StreamPlans, chunks: Iterable[Any], asked: Asked, context: Texts, question: Any, system: Any
) -> Stream:
    """The stream of a sync source; raises EngineError for arguments of a wrong type."""
    return Stream(chunks, _weaver(rails, plans, asked, context, question, system))


def open_async_stream(
    rails: Rails,
    plans: StreamPlans,
    chunks: AsyncIterable[Any] | Iterable[Any],
    asked: Asked,
    context: Texts,
    question: Any,
    system: Any,
) -> AsyncStream:
    """The stream of an async source, or of a sync one read in an event loop."""
    return AsyncStream(chunks, _weaver(rails, plans, asked, context, question, system))


def _weaver(rails: Rails, plans: StreamPlans, asked: Asked, context: Texts, question: Any, system: Any) -> Weaver:
    # Several texts of one stream are one call: they share its id, and what was given to the model.
    identity = rails.identities.next() if asked.id is None or asked.id == "" else asked.id
    asked = replace(asked, id=identity)
    given = {
        "context": None if context is None else read_texts(context, "`context`"),
        "question": question,
        "system": system,
    }

    def make() -> Session:
        return Session(rails, plans, asked, **given)

    first = make()
    waiting = [first]

    def next_session() -> Session:
        return waiting.pop() if waiting else make()

    return Weaver(next_session, JudgeTool(rails, asked, given), asked.times)
