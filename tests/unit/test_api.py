"""The public surface: every name and every field that the Python page promises, and the corners of each stage."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

import guardrail

POLICY = """guard 1
list rivals = ["Globex"]
request {
  tier: string ? in ["free", "pro"]
  sources: int ?
  vip: bool ?
  user.is_minor: bool ?
  user.name: string ?
}
policy p {
  on error block
  on timeout block
  on input within 50ms limit 100 chars {
    rule attack { block if mentions(rivals) say "No rivals." }
    rule card { redact as "[card]" if pii(card_number) }
  }
  on output within 40ms limit 100 chars {
    rule a_first { block if matches("both") say "First." }
    rule b_second { block if matches("both") say "Second." }
    rule c_hints { reask 1 with "Be brief." then block if matches("long") }
    rule d_hints { reask 1 with "Be kind." then redact if matches("long") }
    rule flagged { flag if matches("odd") }
    rule rivals { redact as "another" if mentions(rivals) say "Edited." }
    rule silent { block if matches("silent") }
  }
  on retrieval within 50ms limit 20 chars {
    rule rivals { block if mentions(rivals) say "Nothing found." }
    rule mail { redact if pii(email) }
  }
  on tool_call within 50ms limit 60 chars {
    rule small { block if tool.args.amount > 10 }
    rule rivals { redact as "another" if mentions(rivals) }
    rule order { block if after("mail") on error flag }
  }
  on tool_result within 50ms limit 100 chars {
    rule rivals { block if mentions(rivals) say "Hidden." }
    rule mail { redact if pii(email) }
  }
}
"""


def write(folder: Path, text: str, name: str = "p.guard") -> Path:
    """A policy file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def guard(tmp_path_factory: pytest.TempPathFactory) -> guardrail.Guard:
    return guardrail.load(write(tmp_path_factory.mktemp("policy"), POLICY))


# ------------------------------------------------------------------ names


def test_every_public_name_is_there() -> None:
    assert set(guardrail.__all__) <= set(dir(guardrail))
    for name in guardrail.__all__:
        assert getattr(guardrail, name) is not None
    assert {"Blocked", "Breaker", "Answer", "BundleError", "load"} <= set(guardrail.__all__)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute `guards`"):
        guardrail.guards  # noqa: B018


def test_a_module_below_is_no_public_name_until_it_is_imported() -> None:
    code = "import sys, guardrail; guardrail.Breaker; raise SystemExit('asyncio' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_errors_do_not_inherit_from_each_other() -> None:
    errors = (guardrail.PolicyError, guardrail.BundleError, guardrail.EngineError, guardrail.Blocked)
    assert all(error.__bases__ == (Exception,) for error in errors)


# ------------------------------------------------------------------ load


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ({"deferred": "sqlite:///q.db"}, "there is no deferred lane yet"),
        ({"plugins": ["a"]}, "plugins are not supported"),
    ],
)
def test_what_this_version_does_not_have_is_an_engine_error(
    tmp_path: Path, option: dict[str, Any], message: str
) -> None:
    with pytest.raises(guardrail.EngineError, match=message):
        guardrail.load(write(tmp_path, POLICY), **option)


@pytest.mark.parametrize("name", ["absent.guard", "empty"])
def test_a_path_without_a_policy_is_a_policy_error(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(guardrail.PolicyError) as raised:
        guardrail.load(tmp_path / name)
    assert raised.value.diagnostics


def test_several_policies_in_a_folder_are_listed_and_one_can_be_named(tmp_path: Path) -> None:
    write(tmp_path, POLICY.replace("policy p", "policy first"), "a.guard")
    write(tmp_path, POLICY.replace("policy p", "policy second"), "b.guard")
    with pytest.raises(guardrail.PolicyError) as raised:
        guardrail.load(tmp_path)
    assert [d.code for d in raised.value.diagnostics if d.level == "error"] == ["G110"]
    assert "`first`" in str(raised.value) and "`second`" in str(raised.value)
    assert guardrail.load(tmp_path, policy="second").policy == "second"
    with pytest.raises(guardrail.PolicyError):
        guardrail.load(tmp_path, policy="third")


def test_an_imported_policy_is_no_choice(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "guardrail.toml").write_text("", "utf-8")
    write(tmp_path / "shared", POLICY.replace("policy p", "policy base"), "base.guard")
    child = 'guard 1\nimport "shared/base.guard" as b\npolicy child extends b.base {\n  on error block\n  on timeout block\n}\n'  # noqa: E501
    guard = guardrail.load(write(tmp_path, child, "child.guard"))
    assert guard.policy == "child"
    assert guard.output("Globex").by == ("rivals",)


def test_a_policy_error_carries_every_diagnostic_and_prints_them(tmp_path: Path) -> None:
    text = 'guard 1\nlist unused = ["x"]\npolicy p {\n  on output {\n    rule a { flag if nothing(x) }\n  }\n}\n'
    with pytest.raises(guardrail.PolicyError) as raised:
        guardrail.load(write(tmp_path, text))
    codes = {diagnostic.code for diagnostic in raised.value.diagnostics}
    assert {"G102", "G301", "G309"} <= codes
    assert all(f"[{code}]" in str(raised.value) for code in codes)


def test_a_check_whose_model_is_absent_fails_the_load_and_not_the_request(tmp_path: Path) -> None:
    text = (
        "guard 1\npolicy p {\n  on error block\n  on timeout block\n"
        "  on output within 50ms limit 10 chars { rule a { block if toxicity >= likely } }\n}\n"
    )
    with pytest.raises(guardrail.PolicyError) as raised:
        guardrail.load(write(tmp_path, text))
    assert "G703" in {diagnostic.code for diagnostic in raised.value.diagnostics}


def test_a_guard_is_reloaded_by_replacement_and_never_changes(tmp_path: Path) -> None:
    path = write(tmp_path, POLICY)
    before = guardrail.load(path)
    write(tmp_path, POLICY.replace('"Globex"', '"Initech"'))
    after = guardrail.load(path)
    assert [g.output("Globex").action for g in (before, after)] == ["fix", "allow"]
    with pytest.raises(dataclasses.FrozenInstanceError):
        before.rails = after.rails  # type: ignore[misc]


# ------------------------------------------------------------------ a decision


def test_an_action_is_ordered_equal_to_its_name_and_prints_as_it(guard: guardrail.Guard) -> None:
    action = guard.output("Globex").action
    assert action is guardrail.Action.FIX and action == "fix"
    assert f"{action}" == str(action) == "fix" and repr(action) == "Action.FIX"
    assert "flag" < action < guardrail.Action.REASK <= "block"
    assert {action: 1}["fix"] == 1
    with pytest.raises(TypeError, match="cannot compare an action with `'fixed'`"):
        assert action < "fixed"


def test_a_clean_text_comes_back_with_everything_in_its_place(guard: guardrail.Guard) -> None:
    decision = guard.output("fine", id="mine")
    assert decision._replace(budget=guardrail.Budget()) == guardrail.Decision(
        guardrail.Action.ALLOW, "fine", id="mine", stage="output", policy="p"
    )
    assert decision.released is None and decision.parts is None and decision.args is None
    assert decision.allowed


def test_a_finding_says_which_rule_check_and_place(guard: guardrail.Guard) -> None:
    (finding,) = guard.output("by Globex").findings
    assert (finding.rule, finding.validator, finding.action, finding.spans) == ("rivals", "mentions", "fix", ((3, 9),))
    assert (finding.at, finding.threshold) == (None, None)
    (finding,) = guard.input("4111 1111 1111 1111").findings
    assert finding.message == "payment card number" and finding.score is not None and 0.5 < finding.score <= 1


def test_the_budget_tells_limit_use_and_times(guard: guardrail.Guard) -> None:
    budget = guard.output("by Globex").budget
    assert budget.limit == budget.limit_ms == 40.0
    assert budget.used == budget.used_ms > 0
    assert budget.times_us and all(time > 0 for time in budget.times_us.values())
    assert sum(budget.times_us.values()) / 1000 <= budget.used
    assert (budget.skipped, budget.deferred) == ((), ())


def test_a_decision_cannot_be_changed(guard: guardrail.Guard) -> None:
    decision = guard.output("Globex")
    with pytest.raises(AttributeError):
        decision.action = guardrail.Action.ALLOW  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        decision.findings[0].rule = "other"  # type: ignore[misc]


def test_an_id_is_the_caller_s_or_made_up(guard: guardrail.Guard) -> None:
    assert guard.retrieval(["a"], id="mine").id == "mine"
    assert guard.output("a", id=7).id == "7"  # type: ignore[arg-type]
    made = [guard.output("a").id, guard.output("a", id="").id, guard.input([]).id]
    assert all(made) and len(set(made)) == 3


# ------------------------------------------------------------------ what is said


@pytest.mark.parametrize(
    ("text", "action", "passed", "by", "say", "hint"),
    [
        ("both", "block", "First.", ("a_first", "b_second"), "First.", None),
        ("silent", "block", None, ("silent",), None, None),
        ("silent both", "block", "First.", ("a_first", "b_second", "silent"), "First.", None),
        ("long", "reask", None, ("c_hints", "d_hints"), None, "Be brief.\nBe kind."),
        ("odd", "flag", "odd", ("flagged",), None, None),
        ("Globex", "fix", "another", ("rivals",), "Edited.", None),
        ("Globex long", "reask", None, ("c_hints", "d_hints"), None, "Be brief.\nBe kind."),
    ],
)
def test_what_is_passed_on_and_said_at_output(
    guard: guardrail.Guard,
    text: str,
    action: str,
    passed: str | None,
    by: tuple[str, ...],
    say: str | None,
    hint: str | None,
) -> None:
    decision = guard.output(text)
    assert (decision.action, decision.text, decision.by) == (action, passed, by)
    assert (decision.say, decision.hint) == (say, hint)
    assert decision.allowed is (action in ("allow", "flag", "fix"))


def test_a_reask_that_is_used_up_falls_back(guard: guardrail.Guard) -> None:
    assert guard.output("long", attempt=2).by == ("c_hints",)
    assert guard.output("long", attempt=2).action == "block"


@pytest.mark.parametrize(
    ("decide", "say"),
    [
        (lambda g: g.input("Globex"), "No rivals."),
        (lambda g: g.input([{"role": "user", "content": "Globex"}]), "No rivals."),
        (lambda g: g.retrieval(["Globex"]), "Nothing found."),
        (lambda g: g.tool_result("a", "Globex"), "Hidden."),
    ],
)
def test_a_block_gives_no_text_but_at_output(guard: guardrail.Guard, decide: Any, say: str) -> None:
    decision = decide(guard)
    assert (decision.action, decision.text, decision.say) == ("block", None, say)


# ------------------------------------------------------------------ chat


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


# ------------------------------------------------------------------ retrieval


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


# ------------------------------------------------------------------ tools


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


# ------------------------------------------------------------------ request facts


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


# ------------------------------------------------------------------ wrong arguments, and stages without rules


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
