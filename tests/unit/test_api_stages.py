"""The corners of each stage: chats, passages, tool calls."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

import guardrail
from tests.unit.api_policy import POLICY, write


@pytest.fixture(scope="module")
def guard(tmp_path_factory: pytest.TempPathFactory) -> guardrail.Guard:
    return guardrail.load(write(tmp_path_factory.mktemp("policy"), POLICY))


def test_one_blocked_message_blocks_and_the_finding_says_which(guard: guardrail.Guard) -> None:
    decision = guard.input([{"role": "user", "content": "hello"}, {"role": "tool", "content": "by Globex"}])
    assert (decision.action, decision.by) == ("block", ("attack",))
    assert [(part.index, part.role, part.action, part.by) for part in decision.parts or ()] == [
        (0, "user", "allow", ()),
        (1, "tool", "block", ("attack",)),
    ]
    assert [finding.at for finding in decision.findings] == [1]


def test_messages_of_the_application_are_not_judged(guard: guardrail.Guard) -> None:
    chat = [{"role": role, "content": "Globex"} for role in ("system", "developer", "assistant")]
    decision = guard.input([*chat, {"role": "user", "content": "hello"}])
    assert (decision.action, decision.text) == ("allow", "hello")
    assert [part.index for part in decision.parts or ()] == [3]


@pytest.mark.parametrize("chat", [[], [{"role": "system", "content": "Globex"}], ({"role": "user", "content": ""},)])
def test_an_empty_chat_is_allowed(guard: guardrail.Guard, chat: Any) -> None:
    decision = guard.input(chat)
    assert (decision.action, decision.text, decision.by) == ("allow", "" if isinstance(chat, tuple) else None, ())
    assert len(decision.parts or ()) == (1 if isinstance(chat, tuple) else 0)


def test_the_text_of_a_chat_is_its_last_message(guard: guardrail.Guard) -> None:
    chat = [{"role": "user", "content": "hello"}, {"role": "user", "content": "4111 1111 1111 1111"}]
    assert guard.input(iter(chat)).text == "[card]"


def test_a_message_over_the_limit_blocks_unread(guard: guardrail.Guard) -> None:
    decision = guard.input([{"role": "user", "content": "Globex " * 20}, {"role": "user", "content": "hello"}])
    assert (decision.action, decision.by, decision.findings) == ("block", ("input.limit",), ())


def test_each_passage_has_a_part_and_the_rest_goes_on(guard: guardrail.Guard) -> None:
    decision = guard.retrieval(["by Globex", {"text": "ann@example.org"}, "plain", "x" * 21])
    assert [(p.index, p.action, p.text, p.by, p.role) for p in decision.parts or ()] == [
        (0, "block", None, ("rivals",), None),
        (1, "fix", "[redacted]", ("mail",), None),
        (2, "allow", "plain", (), None),
        (3, "block", None, ("retrieval.limit",), None),
    ]
    assert (decision.action, decision.text) == ("fix", "[redacted]\n\nplain")
    assert decision.by == ("mail", "retrieval.limit", "rivals")
    assert [finding.at for finding in decision.findings] == [0, 1]


def test_all_passages_dropped_is_a_block(guard: guardrail.Guard) -> None:
    decision = guard.retrieval(["Globex", "x" * 21])
    assert (decision.action, decision.text, decision.by) == ("block", None, ("retrieval.limit", "rivals"))


@pytest.mark.parametrize("chunks", [[], (), None, iter(())])
def test_no_passages_are_allowed(guard: guardrail.Guard, chunks: Any) -> None:
    decision = guard.retrieval(chunks)
    assert (decision.action, decision.text, decision.parts) == ("allow", None, ())


def test_arguments_come_back_as_they_may_be_used(guard: guardrail.Guard) -> None:
    given = {"to": ["Globex", {"deep": "by Globex"}], "amount": 3}
    decision = guard.tool_call("send", given, history=[])
    assert decision.args == {"to": ["another", {"deep": "by another"}], "amount": 3}
    assert given == {"to": ["Globex", {"deep": "by Globex"}], "amount": 3}, "the caller's own are left alone"
    assert sorted(str(finding.at) for finding in decision.findings) == ["/to/0", "/to/1/deep"]
    assert guard.tool_call("send", MappingProxyType({"amount": 1}), history=[]).args == {"amount": 1}
    assert guard.tool_call("send", {"amount": 11}, history=[]).args is None


@pytest.mark.parametrize("amount", ["11", True, None, [11], {}])
def test_an_argument_of_another_type_is_a_failed_check_that_is_named(guard: guardrail.Guard, amount: Any) -> None:
    decision = guard.tool_call("send", {"amount": amount}, history=[])
    assert (decision.action, decision.by) == ("block", ("small",))
    assert decision.errors == ("tool.args.amount: absent, or of another type than it is compared with",)


@pytest.mark.parametrize("args", [{}, {"amounts": 1}, "[]", "", "no JSON"])
def test_an_absent_argument_is_a_failed_check_that_is_named(guard: guardrail.Guard, args: Any) -> None:
    decision = guard.tool_call("send", args, history=[])
    assert (decision.action, decision.by, decision.findings) == ("block", ("small",), ())
    assert decision.errors == ("tool.args.amount: absent, or of another type than it is compared with",)


def test_an_absent_argument_is_named_though_the_rule_allows_it_then(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "guard 1\npolicy p {\n  on error block\n  on timeout block\n  on tool_call within 50ms limit 100 chars {\n"
        '    rule a { flag if tool.args.b == "x" or not (tool.args.c in ["y"]) on error allow }\n'
        "    rule s { block if tool.args.d shadow on error allow }\n  }\n}\n",
    )
    guard = guardrail.load(path)
    decision = guard.tool_call("send", {})
    assert decision.action == "allow"
    assert [error.partition(":")[0] for error in decision.errors] == ["tool.args.b", "tool.args.c", "tool.args.d"]
    decision = guard.tool_call("send", {"b": "x", "d": False})
    assert (decision.action, decision.errors) == ("flag", ())


def test_no_history_is_a_failed_check_and_never_an_empty_one(guard: guardrail.Guard) -> None:
    assert guard.tool_call("send", {"amount": 1}, history=[]).action == "allow"
    decision = guard.tool_call("send", {"amount": 1})
    assert (decision.action, decision.by) == ("flag", ("order",))
    assert decision.errors == ('after("mail"): needs the history of tool calls, and none was given with the call',)


def test_arguments_over_the_limit_block_unread(guard: guardrail.Guard) -> None:
    decision = guard.tool_call("send", {"text": "Globex " * 20}, history=[])
    assert (decision.by, decision.findings, decision.args) == (("tool_call.limit",), (), None)


def test_a_system_prompt_that_leaks_into_a_tool_is_found(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "guard 1\npolicy p {\n  on error block\n  on timeout block\n  on tool_call within 50ms limit 100 chars {\n"
        "    rule a { block if repeats(system, words: 3) or repeats(context, words: 3) or repeats(question, words: 3) }"
        "\n  }\n}\n",
    )
    guard = guardrail.load(path)
    told = {"system": "be very kind", "context": ["the price list"], "question": "what is new"}
    assert guard.tool_call("send", {"a": "hello"}, **told).action == "allow"
    for text in ("Be very kind.", "The price list.", "What is new?"):
        assert guard.tool_call("send", {"a": text}, **told).action == "block"


def test_each_error_is_read_once(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "guard 1\npolicy p {\n  on error block\n  on timeout block\n  on output within 50ms limit 100 chars {\n"
        "    rule a { block if repeats(system) }\n    rule b { flag if repeats(system) }\n  }\n}\n",
    )
    assert guardrail.load(path).output("hello").errors == ("repeats(system): needs `system` to be given with the call",)
