"""Tool calls in a stream: judged whole by the policy's `tool_call` stage, as a call outside of a stream is."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

from guardrail.decision import Decision
from guardrail.engine.needs import Answers, Need
from guardrail.engine.rails import Rails
from guardrail.engine.stages import Asked
from guardrail.text.document import dump_json


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class JudgeTool:
    """Judges tool calls with the facts of one stream."""

    rails: Rails
    asked: Asked
    given: dict[str, Any]

    @property
    def guards(self) -> bool:
        """Whether the policy says anything about tool calls; otherwise they pass as they come."""
        return "tool_call" in self.rails.schedules

    def judge(self, name: str, arguments: str) -> Generator[Need, Answers, Decision]:
        """The decision about one call."""
        return (yield from self.rails.tool_call(name, arguments, self.asked, **self.given))

    def arguments(self, decision: Decision, arguments: str) -> str:
        """The arguments as they may be passed on: written anew where they were edited."""
        edited = decision.action == "fix" and decision.args is not None
        return dump_json(dict(decision.args or {})) if edited else arguments
