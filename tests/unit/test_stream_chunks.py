"""Providers' chunks: each choice and each tool call is guarded by its index, and what comes out has the same shape."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from guardrail.decision import Action
from guardrail.engine.guard import Guard
from tests.property.stream_cases import load
from tests.unit.stream_guards import guard_of


def openai(index: int = 0, *, finish: str | None = None, **delta: Any) -> dict[str, Any]:
    return {"id": "c1", "choices": [{"index": index, "delta": delta, "finish_reason": finish}]}


def texts(chunks: list[Any], index: int = 0) -> str:
    return "".join(
        choice["delta"].get("content") or "" for c in chunks for choice in c["choices"] if choice["index"] == index
    )


def names_guard() -> Guard:
    return guard_of('redact as "[x]" if mentions(names)')


def tools_guard() -> Guard:
    return load(
        "guard 1\npolicy p {\n  on error block\n  on timeout block\n  on output within 60s limit 900 chars {\n"
        "    rule a { redact if pii(email) }\n  }\n  on tool_call within 60s limit 900 chars {\n"
        '    rule b { block if matches("drop table") }\n    rule c { redact as "[mail]" if pii(email) }\n  }\n}\n'
    )


def test_openai_text_is_guarded_and_keeps_its_shape() -> None:
    chunks = [
        openai(role="assistant", content=""),
        openai(content="ask Glo"),
        openai(content="bex"),
        openai(finish="stop"),
    ]
    stream = names_guard().stream(chunks)
    given = list(stream)
    assert [c["id"] for c in given] == ["c1"] * len(given)
    assert texts(given) == "ask [x]"
    assert given[0]["choices"][0]["delta"]["role"] == "assistant"
    assert given[-1]["choices"][0]["finish_reason"] == "stop"
    assert stream.decision is not None and stream.decision.action == Action.FIX
    assert chunks[1]["choices"][0]["delta"]["content"] == "ask Glo", "what was given is not changed"


def test_choices_are_guarded_each_by_itself() -> None:
    chunks = [openai(0, content="Glo"), openai(1, content="Glo"), openai(1, content="ss "), openai(0, content="bex ")]
    stream = names_guard().stream([*chunks, openai(0, finish="stop"), openai(1, finish="stop")])
    given = list(stream)
    assert (texts(given, 0), texts(given, 1)) == ("[x] ", "Gloss ")
    assert {index: d.action for index, d in stream.decisions.items()} == {0: Action.FIX, 1: Action.ALLOW}


def test_a_blocked_choice_ends_with_content_filter_and_the_other_goes_on() -> None:
    guard = guard_of('block if mentions(names)\n      say "Sorry."')
    chunks = [
        openai(0, content="Globex, "),
        openai(1, content="fine "),
        openai(0, content="more"),
        openai(1, content="yes"),
    ]
    stream = guard.stream([*chunks, openai(1, finish="stop")])
    given = list(stream)
    assert (texts(given, 0), texts(given, 1)) == ("Sorry.", "fine yes")
    ends = {c["choices"][0]["index"]: c["choices"][0]["finish_reason"] for c in given}
    assert ends == {0: "content_filter", 1: "stop"}
    assert stream.decision is not None and stream.decision.action == Action.BLOCK


def test_a_stream_that_ends_without_a_finish_still_gives_its_rest() -> None:
    given = list(names_guard().stream([openai(content="ask Globex")]))
    assert texts(given) == "ask [x]"


def test_chunks_without_choices_pass() -> None:
    usage = {"id": "c1", "choices": [], "usage": {"total_tokens": 3}}
    assert list(names_guard().stream([openai(content="a"), openai(finish="stop"), usage]))[-1] == usage


def call(index: int, arguments: str, name: str | None = None) -> dict[str, Any]:
    return {"index": index, "id": f"t{index}", "function": {"name": name, "arguments": arguments}}


def test_tool_calls_are_held_and_judged_whole_each_by_its_index() -> None:
    chunks = [
        openai(content="I ask. "),
        openai(tool_calls=[call(0, "", "mail")]),
        openai(tool_calls=[call(0, '{"to": "jo@ex'), call(1, '{"q": "drop', "sql")]),
        openai(tool_calls=[call(0, '.org"}'), call(1, ' table"}')]),
        openai(finish="tool_calls"),
    ]
    stream = tools_guard().stream(chunks)
    given = list(stream)
    assert not any(c["choices"][0]["delta"].get("tool_calls") for c in given[:-1])
    [passed] = given[-1]["choices"][0]["delta"]["tool_calls"]
    assert (passed["function"]["name"], json.loads(passed["function"]["arguments"])) == ("mail", {"to": "[mail]"})
    assert stream.decision is not None and (stream.decision.action, stream.decision.stage) == (
        Action.BLOCK,
        "tool_call",
    )


def test_tool_calls_pass_where_the_policy_says_nothing_about_them() -> None:
    chunks = [openai(tool_calls=[call(0, "{}", "mail")]), openai(finish="tool_calls")]
    assert list(names_guard().stream(chunks)) == chunks


@dataclass
class Delta:
    content: str | None = None
    role: str | None = None
    tool_calls: Any = None


@dataclass
class Choice:
    delta: Delta
    index: int = 0
    finish_reason: str | None = None


@dataclass
class Chunk:
    choices: list[Choice] = field(default_factory=list)


def test_objects_come_back_as_objects() -> None:
    given = list(names_guard().stream([Chunk([Choice(Delta("ask Globex."))]), Chunk([Choice(Delta(), 0, "stop")])]))
    assert all(isinstance(chunk, Chunk) for chunk in given)
    assert "".join(chunk.choices[0].delta.content or "" for chunk in given) == "ask [x]."


def block(kind: str, index: int = 0, **more: Any) -> dict[str, Any]:
    return {"type": f"content_block_{kind}", "index": index, **more}


def test_anthropic_texts_are_guarded_by_block() -> None:
    events = [
        {"type": "message_start", "message": {}},
        block("start", content_block={"type": "text", "text": ""}),
        block("delta", delta={"type": "text_delta", "text": "ask Glo"}),
        block("delta", delta={"type": "text_delta", "text": "bex"}),
        block("stop"),
        {"type": "message_stop"},
    ]
    stream = names_guard().stream(events)
    given = list(stream)
    assert [e["type"] for e in given] == [
        "message_start", "content_block_start", "content_block_delta", "content_block_delta", "content_block_stop",
        "message_stop",
    ]  # fmt: skip
    assert "".join(e["delta"]["text"] for e in given if e["type"] == "content_block_delta") == "ask [x]"
    assert stream.decision is not None and stream.decision.action == Action.FIX


def test_anthropic_tool_calls_come_whole_or_not_at_all() -> None:
    def tool(index: int, arguments: str) -> list[dict[str, Any]]:
        return [
            block("start", index, content_block={"type": "tool_use", "id": "t", "name": "sql", "input": {}}),
            block("delta", index, delta={"type": "input_json_delta", "partial_json": arguments[:9]}),
            block("delta", index, delta={"type": "input_json_delta", "partial_json": arguments[9:]}),
            block("stop", index),
        ]

    events = [*tool(0, '{"q": "drop table"}'), *tool(1, '{"q": "select"}')]
    stream = tools_guard().stream(events)
    given = list(stream)
    assert [(e["type"], e["index"]) for e in given] == [
        ("content_block_start", 1),
        ("content_block_delta", 1),
        ("content_block_stop", 1),
    ]
    assert given[1]["delta"]["partial_json"] == '{"q": "select"}'
    assert stream.decision is not None and stream.decision.action == Action.BLOCK
