"""A stream of Anthropic-style events: each content block is a text or a tool call of its own."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Mapping
from typing import Any, Final

from guardrail.decision import Action, Decision
from guardrail.engine.needs import Answers, Need
from guardrail.engine.stream import chunks
from guardrail.engine.stream.channels import Channels
from guardrail.engine.stream.session import Session
from guardrail.engine.stream.tools import JudgeTool


class AnthropicEvents:
    """A text block's rest comes before its end; a tool call is held, and comes whole or not at all."""

    shape: Final = "anthropic"

    def __init__(self, make: Callable[[], Session], tools: JudgeTool) -> None:
        self._texts: Channels[int] = Channels(make, lambda index: index)
        self._tools = tools
        self._calls: dict[int, chunks.Call] = {}
        self._deltas: dict[int, Any] = {}

    @property
    def decision(self) -> Decision | None:
        """The strictest decision, once all have been made."""
        return self._texts.decision

    @property
    def decisions(self) -> Mapping[int, Decision]:
        """The decision about each block."""
        return self._texts.decisions

    @property
    def sessions(self) -> list[Session]:
        """The sessions of all texts so far."""
        return [channel.session for channel in self._texts.found.values()]

    @property
    def is_done(self) -> bool:
        """Whether the text that came last was cut."""
        return self._texts.are_all_cut and not self._calls

    def take(self, event: Any) -> Generator[Need, Answers, list[Any]]:
        """Gives the events that may be shown in the place of one."""
        kind, index = chunks.get(event, "type"), chunks.get(event, "index") or 0
        if kind == "content_block_start":
            return (yield from self._start(event, index))
        if kind == "content_block_delta":
            return (yield from self._delta(event, index))
        if kind == "content_block_stop":
            return (yield from self._stop(event, index))
        return [event]

    def _start(self, event: Any, index: int) -> Generator[Need, Answers, list[Any]]:
        block = chunks.get(event, "content_block")
        if chunks.get(block, "type") == "tool_use" and self._tools.guards:
            self._calls[index] = chunks.Call(event, chunks.get(block, "name") or "")
            return []
        text = chunks.get(block, "text")
        if isinstance(text, str) and text:
            chunks.put(block, "text", (yield from self._texts.take(index, text, None)))
        return [event]

    def _delta(self, event: Any, index: int) -> Generator[Need, Answers, list[Any]]:
        if index in self._calls:
            self._calls[index].arguments += chunks.get(chunks.get(event, "delta"), "partial_json") or ""
            self._deltas[index] = event
            return []
        name = chunks.text_field(event)
        if name is None:
            return [event]
        given = yield from self._texts.take(index, chunks.get(chunks.get(event, "delta"), name) or "", event)
        return [chunks.with_delta(event, name, given)] if given else []

    def _stop(self, event: Any, index: int) -> Generator[Need, Answers, list[Any]]:
        if index in self._calls:
            return (yield from self._stop_call(event, index))
        rest = yield from self._rest(index)
        return [*rest, event]

    def _rest(self, index: int) -> Generator[Need, Answers, list[Any]]:
        channel = self._texts.found.get(index)
        if channel is None:
            return []
        rest = yield from self._texts.end(index)
        name = None if channel.last is None else chunks.text_field(channel.last)
        return [chunks.with_delta(channel.last, name, rest)] if rest and name is not None else []

    def _stop_call(self, event: Any, index: int) -> Generator[Need, Answers, list[Any]]:
        call = self._calls.pop(index)
        start, delta = call.first, self._deltas.get(index)
        arguments = call.arguments
        if not arguments:
            block = chunks.get(start, "content_block")
            arguments = json.dumps(chunks.get(block, "input") or {})
        decision = yield from self._tools.judge(call.name, arguments)
        self._texts.tools[index] = decision
        if decision.action >= Action.REASK:
            return []
        if delta is None:
            return [start, event]
        return [start, chunks.with_delta(delta, "partial_json", self._tools.arguments(decision, arguments)), event]

    def finish(self) -> Generator[Need, Answers, list[Any]]:
        """The source has ended: what was held of its texts comes; a tool call that was not finished does not."""
        given = []
        for index, channel in list(self._texts.found.items()):
            if channel.session.decision is None:
                given += yield from self._rest(index)
        return given
