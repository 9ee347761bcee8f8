"""Request facts, arguments of a wrong type, stages without rules, the asyncio twins."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import guardrail
from tests.unit.api_policy import POLICY, write


@pytest.fixture(scope="module")
def guard(tmp_path_factory: pytest.TempPathFactory) -> guardrail.Guard:
    return guardrail.load(write(tmp_path_factory.mktemp("policy"), POLICY))


FACTS = """guard 1
request {
  vip: bool ?
  tier: string ? in ["free", "pro"]
  sources: int ?
  must: string
}
policy p {
  on error block
  on timeout block
  on output within 50ms limit 100 chars {
    rule a_bool { when request.vip flag always }
    rule b_equal { when request.tier == "pro" flag always }
    rule c_less { when request.sources < 5 flag always }
    rule d_in { when request.tier in ["pro", "free"] flag always }
    rule e_unequal { when request.tier != "pro" flag always }
    rule f_not_in { when request.tier not in ["pro"] flag always }
    rule g_not { when not request.vip flag always }
    rule h_must { when request.must == "x" flag always on error flag }
  }
}
"""


@pytest.mark.parametrize(
    ("facts", "by"),
    [
        ({"must": "y"}, "e f g"),
        ({"must": "y", "vip": None, "tier": None, "sources": None}, "e f g"),
        ({"must": "y", "vip": True, "tier": "pro", "sources": 4}, "a b c d"),
        ({"must": "x"}, "e f g h"),
        ({}, "e f g h"),
        ({"must": 7}, "e f g h"),
    ],
)
def test_an_absent_fact_is_false_and_unequal_and_a_bad_one_a_failed_check(
    tmp_path: Path, facts: dict[str, Any], by: str
) -> None:
    decision = guardrail.load(write(tmp_path, FACTS)).output("x", request=facts)
    assert [name[0] for name in decision.by] == by.split()
    bad = facts.get("must") not in ("x", "y")
    assert decision.errors == (("request.must: not given, or not what the request block says",) if bad else ())


def test_undeclared_facts_are_warned_about_and_change_nothing(guard: guardrail.Guard) -> None:
    request = {"colour": 1, "user": {"is_minor": True, "shoe size": 9, "name": "Ann"}, "tier": "pro"}
    decision = guard.output("x", request=request)
    assert decision.action == "allow"
    assert decision.warnings == (
        "the request field `colour` is not declared",
        "the request field `user.shoe size` is not declared",
    )
    assert guard.output("x", request={"user.is_minor": True, "user.name": "Ann"}).warnings == ()


@pytest.mark.parametrize(
    "call",
    [
        lambda g: g.output("x", request=[1]),
        lambda g: g.output("x", request=[]),
        lambda g: g.output("x", request="tier=pro"),
        lambda g: g.output("x", request={1: 2}),
        lambda g: g.output("x", request={"tier": "pro", None: 1}),
        lambda g: g.input([], request=7),
        lambda g: g.retrieval(["x"], request=7),
        lambda g: g.tool_call("a", {}, request=7),
        lambda g: g.tool_result("a", "x", request={1: 2}),
        lambda g: g.output("x", question=7),
        lambda g: g.output("x", system=["x"]),
        lambda g: g.output("x", context={"text": "x"}),
        lambda g: g.output("x", context=b"x"),
        lambda g: g.input("x", system=7),
        lambda g: g.retrieval({"text": "x"}),
        lambda g: g.retrieval(["x"], question=7),
        lambda g: g.tool_call("a", {}, system=7),
        lambda g: g.tool_call("a", {}, history=[7]),
        lambda g: g.output("x", id=b"x"),
        lambda g: g.output("x", id=True),
        lambda g: g.input({"role": "user", "content": "x"}),
    ],
)
def test_wrong_arguments_are_engine_errors(tmp_path: Path, guard: guardrail.Guard, call: Any) -> None:
    with pytest.raises(guardrail.EngineError) as raised:
        call(guard)
    assert not str(raised.value).endswith(".")


def test_request_facts_are_looked_at_though_the_stage_has_no_rules(tmp_path: Path) -> None:
    text = "guard 1\npolicy p {\n  on error block\n  on timeout block\n  on input within 1ms limit 9 chars {\n  }\n}\n"
    guard = guardrail.load(write(tmp_path, text))
    with pytest.raises(guardrail.EngineError, match="`request` must be a mapping of fields to values, not list"):
        guard.output("x", request=[1])  # type: ignore[arg-type]


def test_a_stage_without_rules_gives_back_what_came(tmp_path: Path) -> None:
    text = "guard 1\npolicy p {\n  on error block\n  on timeout block\n  on output within 1ms limit 9 chars {\n  }\n}\n"
    guard = guardrail.load(write(tmp_path, text))
    assert guard.stages == ("output",)
    chat = guard.input([{"role": "user", "content": "a"}, {"role": "tool", "content": "b"}])
    assert (chat.text, [part.role for part in chat.parts or ()]) == ("b", ["user", "tool"])
    assert guard.retrieval(["a", "b"]).text == "a\n\nb"
    assert guard.tool_call("t", {"a": 1}).args == {"a": 1}
    said = "the policy `p` says nothing about `input`: the text was not checked"
    assert (guard.input("a").warnings, guard.input([]).warnings, guard.input([]).text) == ((said,), (said,), None)


def test_a_text_with_a_lone_surrogate_fails_its_checks(guard: guardrail.Guard) -> None:
    decision = guard.output("x\ud800")
    assert decision.action == "block"
    assert decision.errors and all(error.endswith("lone surrogate") for error in decision.errors)


async def test_the_asyncio_twins_take_the_same_arguments(guard: guardrail.Guard) -> None:
    request = {"tier": "pro"}
    one = [
        guard.input("4111 1111 1111 1111", request=request, attempt=2, id="i", system="s"),
        guard.output("long", request=request, attempt=2, id="i", context=["c"], question="q", system="s"),
        guard.retrieval(["a"], request=request, id="i", question="q"),
        guard.tool_call("t", {}, history=[], request=request, attempt=2, id="i", context="c", question="q", system="s"),
        guard.tool_result("t", "a", request=request, id="i"),
    ]
    other = [
        await guard.ainput("4111 1111 1111 1111", request=request, attempt=2, id="i", system="s"),
        await guard.aoutput("long", request=request, attempt=2, id="i", context=["c"], question="q", system="s"),
        await guard.aretrieval(["a"], request=request, id="i", question="q"),
        await guard.atool_call(
            "t", {}, history=[], request=request, attempt=2, id="i", context="c", question="q", system="s"
        ),
        await guard.atool_result("t", "a", request=request, id="i"),
    ]
    plain = guardrail.Budget()
    assert [decision._replace(budget=plain) for decision in one] == [d._replace(budget=plain) for d in other]
