"""The Python API: every stage, its asyncio twin, chat messages, chunks, tool calls, wrong arguments."""

from __future__ import annotations

import asyncio
import concurrent.futures
from pathlib import Path
from typing import Any

import pytest

import guardrail

POLICY = """guard 1
list rivals = ["Globex"]
tools from "tools.json"
request {
  tier: string ? in ["free", "pro"]
}
policy p {
  on error block
  on timeout block
  on input within 50ms limit 100 chars {
    rule card { redact as "[card]" if pii(card_number) }
    rule attack { block if mentions(rivals) }
  }
  on output within 50ms limit 100 chars {
    rule rivals { redact as "another" if mentions(rivals) }
    rule pro { when request.tier == "pro" flag always }
    rule withheld { block if length(min: 50) say "Too long to show." }
  }
  on retrieval within 50ms limit 100 chars {
    rule rivals { block if mentions(rivals) }
    rule mail { redact if pii(email) }
  }
  on tool_call within 50ms limit 200 chars default block {
    rule reading { permit if tool.name == "search" }
    rule shape { require tool_schema() else block }
    rule rivals { redact as "another" if mentions(rivals) }
    rule order { block if after("mail") }
  }
  on tool_result within 50ms limit 100 chars {
    rule rivals { block if mentions(rivals) }
  }
}
"""
TOOLS = '{"search": {"type": "object", "properties": {"query": {"type": "string"}}, "required": ["query"]}}'


@pytest.fixture(scope="module")
def guard(tmp_path_factory: pytest.TempPathFactory) -> guardrail.Guard:
    folder = tmp_path_factory.mktemp("policy")
    (folder / "tools.json").write_text(TOOLS, "utf-8")
    (folder / "p.guard").write_text(POLICY, "utf-8")
    return guardrail.load(folder / "p.guard")


def test_input_text(guard: guardrail.Guard) -> None:
    decision = guard.input("my card 4111 1111 1111 1111")
    assert (decision.action, decision.text, decision.by) == ("fix", "my card [card]", ("card",))
    assert [(f.validator, f.spans) for f in decision.findings] == [("pii", ((8, 27),))]


def test_chat_messages_are_judged_one_by_one(guard: guardrail.Guard) -> None:
    decision = guard.input(
        [
            {"role": "system", "content": "You may speak of Globex."},
            {"role": "user", "content": "card 4111 1111 1111 1111"},
            {"role": "assistant", "content": "Globex"},
            {
                "role": "user",
                "content": [{"type": "text", "text": "and Globex?"}, {"type": "image_url", "image_url": {}}],
            },
        ]
    )
    assert (decision.action, decision.by, decision.text) == ("block", ("attack",), None)
    assert decision.parts is not None
    assert [(part.index, part.role, part.action, part.text) for part in decision.parts] == [
        (1, "user", "fix", "card [card]"),
        (3, "user", "block", None),
    ]
    assert [(finding.at, finding.rule) for finding in decision.findings] == [(1, "card"), (3, "attack")]


def test_a_dropped_chunk_is_a_fix_and_all_dropped_a_block(guard: guardrail.Guard) -> None:
    decision = guard.retrieval(["by Globex", "write to ann@example.org", "plain"])
    assert (decision.action, decision.by) == ("fix", ("mail", "rivals"))
    assert decision.parts is not None
    assert [part.text for part in decision.parts] == [None, "write to [redacted]", "plain"]
    assert guard.retrieval(["by Globex"]).action == "block"
    assert guard.retrieval([]).action == "allow"


def test_output_say_stands_in_the_text_of_a_block(guard: guardrail.Guard) -> None:
    decision = guard.output("x" * 60)
    assert (decision.action, decision.text, decision.say) == ("block", "Too long to show.", "Too long to show.")


def test_over_the_limit_nothing_runs(guard: guardrail.Guard) -> None:
    decision = guard.output("Globex " * 20)
    assert (decision.action, decision.by, decision.findings) == ("block", ("output.limit",), ())
    assert guard.output("x" * 100 + "y").by == ("output.limit",)


def test_tool_arguments_come_back_edited(guard: guardrail.Guard) -> None:
    decision = guard.tool_call("search", {"query": "ask Globex"}, history=[])
    assert (decision.action, decision.args) == ("fix", {"query": "ask another"})
    assert [finding.at for finding in decision.findings] == ["/query"]


def test_tool_arguments_may_come_as_json_text(guard: guardrail.Guard) -> None:
    assert guard.tool_call("search", '{"query": "ask Gl\\u006fbex"}', history=[]).args == {"query": "ask another"}
    assert guard.tool_call("search", "{not json", history=[]).action == "block"


def test_a_tool_nobody_permits_is_blocked_by_default(guard: guardrail.Guard) -> None:
    assert guard.tool_call("pay", {"query": "x"}, history=[]).by == ("shape", "tool_call.default")
    assert guard.tool_call("search", {"query": "x"}, history=["mail"]).by == ("order",)
    assert guard.tool_call("search", {"query": "x"}).by == ("order",), "no history is a failed check"


def test_tool_result(guard: guardrail.Guard) -> None:
    assert guard.tool_result("search", "by Globex").action == "block"


def test_request_facts(guard: guardrail.Guard) -> None:
    assert guard.output("hi", request={"tier": "pro"}).action == "flag"
    assert guard.output("hi").action == "allow"
    wrong = guard.output("hi", request={"tier": "gold"})
    assert (wrong.action, wrong.by) == ("block", ("pro",))
    assert wrong.errors == ("request.tier: not given, or not what the request block says",)
    assert guard.output("hi", request={"color": 1}).warnings == ("the request field `color` is not declared",)


async def test_asyncio_twins_decide_alike(guard: guardrail.Guard) -> None:
    pairs = [
        (guard.input("Globex"), await guard.ainput("Globex")),
        (guard.output("Globex"), await guard.aoutput("Globex")),
        (guard.retrieval(["Globex"]), await guard.aretrieval(["Globex"])),
        (
            guard.tool_call("search", {"query": "x"}, history=[]),
            await guard.atool_call("search", {"query": "x"}, history=[]),
        ),
        (guard.tool_result("a", "Globex"), await guard.atool_result("a", "Globex")),
    ]
    for one, other in pairs:
        assert (one.action, one.text, one.by, one.findings) == (other.action, other.text, other.by, other.findings)


def test_one_guard_serves_many_threads_and_tasks(guard: guardrail.Guard) -> None:
    texts = [f"number {i} by {'Globex' if i % 3 == 0 else 'us'}" for i in range(300)]
    expected = [guard.output(text).text for text in texts]
    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        assert [d.text for d in pool.map(guard.output, texts)] == expected

    async def all_of_them() -> list[Any]:
        return await asyncio.gather(*(guard.aoutput(text) for text in texts))

    assert [d.text for d in asyncio.run(all_of_them())] == expected


def test_ids_are_unique_or_the_caller_s(guard: guardrail.Guard) -> None:
    assert guard.output("hi", id="mine").id == "mine"
    assert len({guard.output("hi").id for _ in range(100)}) == 100


@pytest.mark.parametrize(
    "call",
    [
        lambda g: g.output(7),
        lambda g: g.output(b"bytes"),
        lambda g: g.input(7),
        lambda g: g.input([{"content": "no role"}]),
        lambda g: g.input([{"role": "user", "content": 7}]),
        lambda g: g.retrieval([7]),
        lambda g: g.tool_call("a", [1]),
        lambda g: g.tool_call("a", {"x": object()}),
        lambda g: g.tool_call(7, {}),
        lambda g: g.output("hi", attempt=0),
        lambda g: g.output("hi", attempt=True),
        lambda g: g.output("hi", context=7),
    ],
)
def test_wrong_arguments_are_engine_errors_in_our_words(guard: guardrail.Guard, call: Any) -> None:
    with pytest.raises(guardrail.EngineError) as raised:
        call(guard)
    message = str(raised.value)
    assert message[0].islower() or message[0] == "`"
    assert not message.endswith(".")


def test_a_stage_without_rules_says_so(tmp_path: Path) -> None:
    path = tmp_path / "p.guard"
    path.write_text(
        "guard 1\npolicy p {\n  on error block\n  on timeout block\n"
        "  on input within 1ms limit 10 chars { rule a { flag always } }\n}\n"
    )
    decision = guardrail.load(path).output("anything")
    assert decision.action == "allow"
    assert decision.warnings == ("the policy `p` says nothing about `output`: the text was not checked",)


def test_a_bad_policy_raises_all_diagnostics(tmp_path: Path) -> None:
    path = tmp_path / "p.guard"
    path.write_text(
        "guard 1\npolicy p {\n  on output within 1ms limit 10 chars {\n    rule a { flag if mention(x) }\n  }\n}\n"
    )
    with pytest.raises(guardrail.PolicyError) as raised:
        guardrail.load(path)
    assert {d.code for d in raised.value.diagnostics} >= {"G102", "G301"}


def test_a_pydantic_model_stands_in_for_a_schema_file(tmp_path: Path) -> None:
    from pydantic import BaseModel

    class Reply(BaseModel):
        subject: str
        urgent: bool = False

    path = tmp_path / "p.guard"
    path.write_text(
        "guard 1\npolicy p {\n  on error block\n  on timeout block\n"
        '  on output within 1ms limit 100 chars { rule a { require json_schema("reply.json") else block } }\n}\n'
    )
    guard = guardrail.load(path, schemas={"reply.json": Reply})
    assert guard.output('{"subject": "hi"}').action == "allow"
    refused = guard.output('{"subject": 7}')
    assert refused.action == "block"
    assert [finding.at for finding in refused.findings] == ["/subject"]
    with pytest.raises(guardrail.PolicyError):
        guardrail.load(path)
