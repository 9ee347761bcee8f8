"""`tool_schema`: known tools, their arguments, and schemas that cannot be used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from guardrail.text.requests import CheckFault
from guardrail.text.subject import Subject
from guardrail.validators.contract import ArgumentProblem, Arguments, Facts, Outcome
from guardrail.validators.tool_schema import VALIDATOR

TOOLS = {
    "search": {"type": "object", "properties": {"query": {"type": "string"}}, "required": ["query"]},
    "refund": {
        "type": "object",
        "properties": {"amount": {"type": "number", "maximum": 100}, "currency": {"enum": ["EUR"]}},
        "additionalProperties": False,
    },
}


def judge(tool: str | None, args: Mapping[str, Any]) -> Outcome:
    check = VALIDATOR.bind(Arguments({}, TOOLS, "tool_call"))
    return check.run(Subject.of_arguments(args), Facts("tool_call", tool=tool, args=args))


def test_conforming_arguments_hold() -> None:
    assert judge("search", {"query": "weather"}) == Outcome(True)
    assert judge("refund", {}).truth


def test_every_violation_has_its_pointer() -> None:
    outcome = judge("refund", {"amount": 101, "curency": "EUR"})
    assert not outcome.truth
    assert [(m.at, m.message) for m in outcome.matches] == [
        ("/amount", "expected 100 or less"),
        ("/curency", "the schema has no such property; did you mean `currency`?"),
    ]
    assert outcome.message == "`/amount`: expected 100 or less (and 1 more)"


def test_an_unknown_tool_is_false_and_not_named() -> None:
    assert judge("shell", {}) == Outcome(message="the tools file has no tool of this name")


def test_a_call_without_a_tool_name_is_a_failed_check() -> None:
    with pytest.raises(CheckFault, match="needs the name of the called tool"):
        judge(None, {})


def test_an_unusable_tool_schema_is_refused_at_load() -> None:
    with pytest.raises(ArgumentProblem) as caught:
        VALIDATOR.bind(Arguments({}, {"search": {"properties": {"q": {"type": "text"}}}}, "tool_call"))
    assert caught.value.code == "G210"
    assert caught.value.message.startswith("the schema of tool `search` is not usable at `/properties/q/type`")


def test_without_a_tools_file_it_cannot_be_bound() -> None:
    with pytest.raises(ArgumentProblem) as caught:
        VALIDATOR.bind(Arguments({}, None, "tool_call"))
    assert caught.value.help is not None
    assert "tools from" in caught.value.help
