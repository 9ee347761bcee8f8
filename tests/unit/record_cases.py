"""A policy and calls on it that reach every stage, for the tests of records: clean, hostile, failing, too long."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

import guardrail
from guardrail.engine.ports import Trace
from guardrail.observe.record import make_record

KEY = b"0123456789abcdef0123456789abcdef"
SECRET = "4111 1111 1111 1111"
MAIL = "ann.example@mail.example"
POLICY = """guard 1
list rivals = ["Globex"]
tools from "tools.json"
request {
  tier: string ? in ["free", "pro"]
  note: string ?
  age: int ?
  user.is_minor: bool ?
}
policy p {
  on error flag
  on timeout block
  keep nothing
  on input within 50ms limit 100 chars {
    rule card { redact as "[card]" if pii(card_number) }
    rule attack { block if mentions(rivals) say "No." }
  }
  on output within 50ms limit 100 chars {
    rule card { redact as "[card]" if pii(card_number, email) }
    rule pro { when request.tier == "pro" flag always }
    rule leaks { block if repeats(system, words: 4) and request.note == "x" }
    rule again { reask 1 with "Again." then block if matches("swordfish") }
    rule watched { block if mentions(rivals) shadow }
  }
  on retrieval within 50ms limit 100 chars {
    rule rivals { block if mentions(rivals) }
    rule mail { redact if pii(email) }
  }
  on tool_call within 50ms limit 200 chars default block {
    rule reading { permit if tool.name in ["search"] }
    rule shape { require tool_schema() else block }
    rule card { redact as "[card]" if pii(card_number, email) }
    rule small { block if tool.args.amount > 10 }
    rule order { block if after("mail") }
  }
  on tool_result within 50ms limit 100 chars {
    rule rivals { block if mentions(rivals) }
  }
}
"""
TOOLS = '{"search": {"type": "object", "properties": {"query": {"type": "string"}, "amount": {"type": "integer"}}}}'

HOSTILE = "a\x1b[2J\r\nb\u202ec\u2028d\x9be\x7f\x00\ud800\U000e0041"
"""ANSI and C1 controls, line breaks of all kinds, a bidirectional override, a lone surrogate, a tag character."""


class Records:
    """A sink that keeps the record of each decision."""

    def __init__(self) -> None:
        self.made: list[dict[str, Any]] = []

    def record(self, decision: guardrail.Decision, trace: Trace) -> None:
        self.made.append(make_record(decision, trace))


@cache
def validator() -> Draft202012Validator:
    """The shape of a record."""
    schema = json.loads(files("guardrail.observe").joinpath("record.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def load(folder: Path, keep: str = "nothing", log: Any = None, policy: str = POLICY) -> guardrail.Guard:
    """A guard of the policy with another `keep`."""
    (folder / "tools.json").write_text(TOOLS, "utf-8")
    path = folder / "p.guard"
    path.write_text(policy.replace("keep nothing", f"keep {keep}"), "utf-8")
    return guardrail.load(path, log=log)


Call = Callable[[guardrail.Guard], guardrail.Decision]

CALLS: list[tuple[str, Call]] = [
    ("allow", lambda g: g.output("fine", system="Be kind to people.")),
    ("edit", lambda g: g.output(f"card {SECRET} of {MAIL}", system="Be kind to people.")),
    ("input", lambda g: g.input(f"card {SECRET}")),
    ("block", lambda g: g.input("by Globex")),
    ("chat", lambda g: g.input([{"role": "user", "content": SECRET}, {"role": "tool", "content": "Globex"}])),
    ("empty chat", lambda g: g.input([])),
    ("empty text", lambda g: g.output("")),
    ("over the limit", lambda g: g.output(f"{SECRET} " * 20)),
    ("missing system", lambda g: g.output(f"by {MAIL}", request={"note": "x"})),
    ("reask", lambda g: g.output("swordfish", system="Be kind to people.")),
    ("second attempt", lambda g: g.output("swordfish", attempt=2, system="Be kind to people.")),
    ("shadow", lambda g: g.output("Globex", system="Be kind to people.")),
    ("retrieval", lambda g: g.retrieval(["by Globex", f"of {MAIL}", "plain"])),
    ("no passage", lambda g: g.retrieval([])),
    ("tool", lambda g: g.tool_call("search", {"query": SECRET, "amount": 3}, history=[])),
    ("tool, a name as key", lambda g: g.tool_call("search", {MAIL: {"x": SECRET}, "amount": 3}, history=[])),
    ("tool, a number as key", lambda g: g.tool_call("search", {SECRET.replace(" ", ""): [MAIL]}, history=[])),
    ("tool, no argument", lambda g: g.tool_call("search", {"query": "x"}, history=["mail"])),
    ("tool, no JSON", lambda g: g.tool_call("search", f"{{{SECRET}", history=[])),
    ("tool, nobody knows", lambda g: g.tool_call(f"pay {SECRET}", {}, history=None)),
    ("tool result", lambda g: g.tool_result("search", "by Globex")),
    ("bad fact", lambda g: g.output("x", request={"tier": SECRET, "age": "old", "user": {"is_minor": 1}})),
    ("facts", lambda g: g.output("x", request={"tier": "pro", "note": SECRET, "age": 7, "user.is_minor": True})),
    ("a large number", lambda g: g.output("x", request={"age": 10**30})),
    ("unicode", lambda g: g.output("Grüße, 你好 👩‍👩‍👧, שלום", id="日本")),
    ("surrogate", lambda g: g.output("x\ud800y")),
    ("hostile", lambda g: g.output(HOSTILE, id=HOSTILE, request={"note": HOSTILE})),
    ("hostile tool", lambda g: g.tool_call(HOSTILE.replace("\ud800", ""), {"a": 1}, history=[])),
    ("hostile result", lambda g: g.tool_result(HOSTILE, HOSTILE)),
    ("hostile chat", lambda g: g.input([{"role": "user", "content": HOSTILE}], id=HOSTILE)),
]
IDS = [name for name, _ in CALLS]
