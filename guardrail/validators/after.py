"""`after("web.fetch", …)`: one of these tools was called earlier in the conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from guardrail.text.requests import CheckFault
from guardrail.validators.contract import (
    QUIET,
    Arguments,
    Check,
    Cost,
    DirectCheck,
    Facts,
    Kind,
    Outcome,
    Parameter,
    Returns,
    Signature,
    Stream,
)

if TYPE_CHECKING:
    from guardrail.text.subject import Subject

_SIGNATURE: Final = Signature(
    name="after",
    summary="one of these tools was called before, by the `history` given with the call",
    returns=Returns.TRUTH,
    stream=Stream.WHOLE,
    cost=Cost.C0,
    parameters=(Parameter("tools", Kind.STRING, "names of tools", required=True, variadic=True),),
    stages=frozenset({"tool_call"}),
)


class AfterCheck(DirectCheck):
    """Looks for tools in the history of a call."""

    __slots__ = ("_tools",)

    def __init__(self, tools: frozenset[str]) -> None:
        super().__init__(light=True)
        self._tools = tools

    def run(self, subject: Subject, facts: Facts) -> Outcome:
        """True when one of the tools is in the history; `CheckFault` where there is no history."""
        if facts.history is None:
            raise CheckFault("needs the history of tool calls, and none was given with the call")
        called = next((tool for tool in facts.history if tool in self._tools), None)
        return QUIET if called is None else Outcome(True, message=f"`{called}` was called before")


class _After:
    signature = _SIGNATURE

    def bind(self, arguments: Arguments) -> Check:
        """A check for these tools."""
        return AfterCheck(frozenset(arguments["tools"]))


VALIDATOR: Final = _After()
