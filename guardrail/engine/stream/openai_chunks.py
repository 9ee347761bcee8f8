"""A stream of OpenAI-style chunks: texts by choice and field, tool calls by choice and index."""

from __future__ import annotations

import copy
from collections.abc import Callable, Generator, Mapping
from typing import Any, Final

from guardrail.decision import Action, Decision
from guardrail.engine.needs import Answers, Need
from guardrail.engine.stream import chunks
from guardrail.engine.stream.channels import Channels
from guardrail.engine.stream.session import Session
from guardrail.engine.stream.tools import JudgeTool

_FILTERED: Final = "content_filter"
"""The reason for an end that clients know for a text that was stopped."""

_Field = tuple[int, str]


class OpenAiChunks:
    """Every choice is a stream of its own; a tool call is held until its choice ends, and judged whole."""

    shape: Final = "openai"

    def __init__(self, make: Callable[[], Session], tools: JudgeTool) -> None:
        self._texts: Channels[_Field] = Channels(make, lambda key: key[0])
        self._tools = tools
        self._calls: dict[int, dict[int, chunks.Call]] = {}
        self._ended: set[int] = set()
        self._template: Any = None
        self._taken = 0

    @property
    def decision(self) -> Decision | None:
        """The strictest decision, once all have been made."""
        return self._texts.decision

    @property
    def decisions(self) -> Mapping[int, Decision]:
        """The decision about each choice."""
        return self._texts.decisions

    @property
    def sessions(self) -> list[Session]:
        """The sessions of all texts so far."""
        return [channel.session for channel in self._texts.found.values()]

    @property
    def is_done(self) -> bool:
        """Whether every choice was cut; the first chunk alone does not tell how many there are."""
        return self._taken > 1 and self._texts.are_all_cut and not self._calls

    def take(self, chunk: Any) -> Generator[Need, Answers, list[Any]]:
        """Gives the chunk with what may be shown of it; nothing where that is nothing."""
        if not chunks.choices_of(chunk):
            return [chunk]
        again = copy.deepcopy(chunk)
        self._template = chunk
        self._taken += 1
        kept = []
        for index, choice in chunks.choices_of(again):
            if index not in self._ended and (yield from self._take_choice(index, choice, chunk)):
                kept.append(choice)
        chunks.put(again, "choices", kept)
        return [again] if kept else []

    def _take_choice(self, index: int, choice: Any, chunk: Any) -> Generator[Need, Answers, bool]:
        """Replace a choice's texts by what may be shown; whether anything of it is left to show."""
        delta = chunks.get(choice, "delta")
        shown = ""
        for name, text in chunks.texts_of(choice).items():
            given = yield from self._texts.take((index, name), text, chunk)
            chunks.put(delta, name, given)
            shown += given
        if self._tools.guards:
            if chunks.add_calls(choice, self._calls.setdefault(index, {})):
                chunks.put(delta, "tool_calls", None)
            self._calls = {i: calls for i, calls in self._calls.items() if calls}
        cut = any(self._texts.is_cut(key) for key in self._texts.found if key[0] == index)
        if cut or chunks.get(choice, "finish_reason"):
            yield from self._end_choice(index, choice)
            return True
        return bool(shown) or chunks.is_telling(choice)

    def _end_choice(self, index: int, choice: Any) -> Generator[Need, Answers, None]:
        """Put the rest of a choice's texts, and its tool calls, into its last chunk."""
        self._ended.add(index)
        delta = chunks.get(choice, "delta")
        stopped = False
        for key in [key for key in self._texts.found if key[0] == index]:
            rest = yield from self._texts.end(key)
            if rest:
                chunks.put(delta, key[1], (chunks.get(delta, key[1]) or "") + rest)
            stopped = stopped or self._texts.is_cut(key)
        passed = []
        for place, call in self._calls.pop(index, {}).items():
            decision = yield from self._tools.judge(call.name, call.arguments)
            self._texts.tools[index, place] = decision
            if decision.action < Action.REASK and not stopped:
                passed.append(chunks.finished_call(call, self._tools.arguments(decision, call.arguments)))
            else:
                stopped = True
        if passed:
            chunks.put(delta, "tool_calls", passed)
        if stopped and not passed:
            chunks.put(choice, "finish_reason", _FILTERED)

    def finish(self) -> Generator[Need, Answers, list[Any]]:
        """The source has ended without saying so for some choices: their rest comes in chunks of their own."""
        given = []
        indices = {key[0] for key in self._texts.found} | set(self._calls)
        for index in sorted(indices - self._ended):
            last = next((c.last for key, c in self._texts.found.items() if key[0] == index), self._template)
            again, choice = chunks.only_choice(last, index)
            yield from self._end_choice(index, choice)
            if chunks.texts_of(choice) or chunks.is_telling(choice):
                given.append(again)
        return given
