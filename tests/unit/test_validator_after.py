"""`after`: which tools were called before."""

from __future__ import annotations

import pytest

from guardrail.text.requests import CheckFault
from guardrail.text.subject import Subject
from guardrail.validators.after import VALIDATOR
from guardrail.validators.contract import Arguments, Facts


@pytest.mark.parametrize(
    ("history", "holds"),
    [
        (("web.fetch",), True),
        (("search", "email.read", "search"), True),
        (("search",), False),
        (("web.fetch2", "Web.Fetch"), False),
        ((), False),
    ],
)
def test_it_holds_when_one_of_the_tools_ran(history: tuple[str, ...], holds: bool) -> None:
    check = VALIDATOR.bind(Arguments({"tools": ("web.fetch", "email.read")}, None, "tool_call"))
    assert check.run(Subject.of_arguments({}), Facts("tool_call", tool="pay", args={}, history=history)).truth is holds


def test_no_history_is_a_failed_check_and_never_an_empty_one() -> None:
    check = VALIDATOR.bind(Arguments({"tools": ("web.fetch",)}, None, "tool_call"))
    with pytest.raises(CheckFault, match="needs the history of tool calls"):
        check.run(Subject.of_arguments({}), Facts("tool_call", tool="pay", args={}))


def test_the_message_names_the_tool_that_ran() -> None:
    check = VALIDATOR.bind(Arguments({"tools": ("web.fetch", "email.read")}, None, "tool_call"))
    facts = Facts("tool_call", tool="pay", args={}, history=("search", "email.read"))
    assert check.run(Subject.of_arguments({}), facts).message == "`email.read` was called before"
