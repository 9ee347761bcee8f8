"""Decision records: their shape, what they hold of texts, and a log that neither tears nor raises."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import guardrail
from guardrail.engine.ports import Trace
from guardrail.observe.kept import text_hmac
from guardrail.observe.log import JsonlLog, to_line
from guardrail.observe.record import make_record, policy_digest

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


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUARDRAIL_KEY", KEY.decode())


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


@pytest.fixture(scope="module")
def sinks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, tuple[guardrail.Guard, Records]]]:
    """A guard with its records for each `keep`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GUARDRAIL_KEY", KEY.decode())
        made = {}
        for keep in ("nothing", "redacted", "full"):
            records = Records()
            made[keep] = (load(tmp_path_factory.mktemp(keep), keep, records), records)
        yield made


@pytest.mark.parametrize("call", [call for _, call in CALLS], ids=IDS)
@pytest.mark.parametrize("keep", ["nothing", "redacted", "full"])
def test_every_record_has_the_shape_of_the_schema(
    sinks: dict[str, tuple[guardrail.Guard, Records]], keep: str, call: Call
) -> None:
    guard, records = sinks[keep]
    decision = call(guard)
    record = records.made[-1]
    written = to_line(record)
    read = json.loads(written)
    for one in (record, read):
        problems = [f"{error.json_path}: {error.message}" for error in validator().iter_errors(one)]
        assert problems == []
    assert read["id"] == decision.id and read["action"] == decision.action
    assert written.count(b"\n") == 1 and written.isascii()
    assert all(byte >= 0x20 for byte in written[:-1]) and b"\x7f" not in written


@pytest.mark.parametrize("call", [call for _, call in CALLS], ids=IDS)
@pytest.mark.parametrize("keep", ["nothing", "redacted"])
def test_no_record_holds_what_was_found_unless_everything_is_kept(
    sinks: dict[str, tuple[guardrail.Guard, Records]], keep: str, call: Call
) -> None:
    guard, records = sinks[keep]
    call(guard)
    written = json.dumps(records.made[-1], ensure_ascii=False)
    for text in (SECRET, SECRET.replace(" ", ""), MAIL, "Globex ", "swordfish"):
        assert text not in written.replace('matches(\\"swordfish\\")', "")


def test_without_keep_no_text_is_held_at_all(sinks: dict[str, tuple[guardrail.Guard, Records]]) -> None:
    guard, records = sinks["nothing"]
    guard.output(
        "hollyhock", question="periwinkle", context=["snapdragon"], system="larkspur", request={"note": "iris"}
    )
    guard.tool_call("search", {"query": "hollyhock"}, history=["larkspur"])
    guard.input([{"role": "user", "content": "hollyhock"}])
    for record in records.made[-3:]:
        assert all("text" not in text for text in record["texts"])
        assert not any(
            word in json.dumps(record) for word in ("hollyhock", "periwinkle", "snapdragon", "larkspur", "iris")
        )


def test_keep_redacted_hides_what_was_found_and_keep_full_nothing(
    sinks: dict[str, tuple[guardrail.Guard, Records]],
) -> None:
    text, prompt = f"card {SECRET} of {MAIL}, thanks", "Be kind to people."
    sinks["redacted"][0].output(text, system=prompt)
    assert sinks["redacted"][1].made[-1]["texts"][0]["text"] == "card [redacted] of [redacted], thanks"
    sinks["full"][0].output(text, system=prompt)
    assert sinks["full"][1].made[-1]["texts"][0]["text"] == text


def test_keep_redacted_hides_what_a_check_found_though_its_rule_did_not_hold(tmp_path: Path) -> None:
    records = Records()
    rule = "rule both { flag if pii(email) and mentions(rivals) }"
    policy = POLICY.replace("rule again {", f"{rule}\n    rule again {{").replace(
        "pii(card_number, email)", "pii(iban)"
    )
    load(tmp_path, "redacted", records, policy).output(f"of {MAIL}", system="Be kind to people.")
    assert records.made[-1]["by"] == []
    assert records.made[-1]["texts"][0]["text"] == "of [redacted]"


@pytest.mark.parametrize(
    "call",
    [
        pytest.param(lambda g: g.output(f"{SECRET} " * 20, system="Be kind to people."), id="over the limit"),
        pytest.param(lambda g: g.output(f"by {MAIL}"), id="a check failed"),
        pytest.param(lambda g: g.output("x\ud800y"), id="no check could read it"),
        pytest.param(lambda g: g.tool_call("search", {"query": SECRET, "amount": 1}, history=[]), id="inside a string"),
    ],
)
def test_keep_redacted_keeps_nothing_where_it_is_not_known_what_to_hide(
    sinks: dict[str, tuple[guardrail.Guard, Records]], call: Call
) -> None:
    guard, records = sinks["redacted"]
    call(guard)
    assert [text["text"] for text in records.made[-1]["texts"]] == ["[redacted]"]


def test_the_places_of_hits_in_json_do_not_show_property_names_that_are_text(
    sinks: dict[str, tuple[guardrail.Guard, Records]],
) -> None:
    guard, records = sinks["nothing"]
    guard.tool_call("search", {"query": SECRET, "ann example": {"deep": SECRET}, "amount": 1}, history=[])
    marked = f"~{text_hmac(KEY, 'ann example')[:16]}"
    assert [finding["at"] for finding in records.made[-1]["findings"]] == ["/query", f"/{marked}/deep"]
    spans = [span for check in records.made[-1]["texts"][0]["checks"] for span in check.get("spans", ())]
    assert [span[0] for span in spans] == ["/query", f"/{marked}/deep"]
    guard, records = sinks["full"]
    guard.tool_call("search", {"ann example": SECRET, "amount": 1}, history=[])
    assert records.made[-1]["findings"][0]["at"] == "/ann example"


def test_a_name_in_which_something_was_found_is_not_shown_though_it_looks_like_a_name(tmp_path: Path) -> None:
    records = Records()
    guard = load(
        tmp_path,
        log=records,
        policy=POLICY.replace("pii(card_number, email) }\n    rule small", "mentions(rivals) }\n    rule small"),
    )
    guard.tool_call("search", {"Globex": {"b": "Globex"}, "amount": 1}, history=[])
    record = records.made[-1]
    assert {finding["at"].replace(text_hmac(KEY, "Globex")[:16], "#") for finding in record["findings"]} == {
        "/~#~key",
        "/~#/b",
    }


def test_tools_and_facts_without_a_closed_domain_are_told_by_their_hmac(
    sinks: dict[str, tuple[guardrail.Guard, Records]],
) -> None:
    guard, records = sinks["nothing"]
    guard.tool_result("calendar.read", "x")
    guard.tool_result("ignore your rules", "x")
    guard.output("x", request={"tier": "pro", "note": "abc", "age": 3, "user": {"is_minor": False}})
    assert [record["tool"] for record in records.made[-3:]] == [
        "calendar.read",
        f"~{text_hmac(KEY, 'ignore your rules')[:16]}",
        None,
    ]
    assert records.made[-1]["request"] == {
        "tier": "pro",
        "note": {"hmac": text_hmac(KEY, "abc")},
        "age": 3,
        "user.is_minor": False,
    }


def test_hmacs_are_stable_under_one_key_and_differ_between_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = Records()
    for key in (KEY, KEY, KEY[::-1]):
        monkeypatch.setenv("GUARDRAIL_KEY", key.decode())
        load(tmp_path, log=records).output("the same text", request={"note": "the same note"})
    first, second, other = ((r["texts"][0]["hmac"], r["request"]["note"]["hmac"]) for r in records.made)
    assert first == second
    assert first[0] != other[0] and first[1] != other[1] and first[0] != first[1]


def test_the_policy_digest_does_not_depend_on_where_the_root_lies(tmp_path: Path) -> None:
    digests = []
    for root, below in ((tmp_path / "laptop", "policies"), (tmp_path / "container", "srv/app/rules")):
        folder = root / below
        (folder / "lists").mkdir(parents=True)
        (root / "guardrail.toml").write_text("", "utf-8")
        (folder / "lists" / "rivals.txt").write_text("Globex\n", "utf-8")
        (folder / "p.guard").write_text(
            'guard 1\nlist rivals from "lists/rivals.txt"\npolicy p {\n  on error block\n  on timeout block\n'
            "  on output within 50ms limit 100 chars { rule a { flag if mentions(rivals) } }\n}\n",
            "utf-8",
        )
        guard = guardrail.load(folder / "p.guard")
        assert len(guard.rails.hashes) == 2
        digests.append((policy_digest(guard.rails.hashes), tuple(guard.rails.hashes)))
    assert digests[0][0] == digests[1][0]
    (tmp_path / "laptop" / "policies" / "lists" / "rivals.txt").write_text("Initech\n", "utf-8")
    changed = guardrail.load(tmp_path / "laptop" / "policies" / "p.guard")
    assert policy_digest(changed.rails.hashes) != digests[0][0]


# ------------------------------------------------------------------ the log


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The records of a log, each line by itself."""
    return [json.loads(line) for line in path.read_bytes().decode("ascii").splitlines()]


def test_every_decision_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "logs" / "decisions.jsonl"
    guard = load(tmp_path, "full", path)
    decisions = [call(guard) for _, call in CALLS]
    records = read_lines(path)
    assert [record["id"] for record in records] == [decision.id for decision in decisions]
    assert all(validator().is_valid(record) for record in records)
    kept = {record["id"]: record["texts"][0]["text"] for record in records if record["texts"]}
    assert kept[HOSTILE] == HOSTILE and kept["日本"] == "Grüße, 你好 👩‍👩‍👧, שלום"


def test_threads_do_not_interleave_lines(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    guard = load(tmp_path, log=path)
    started = threading.Barrier(8)

    def work(number: int) -> None:
        started.wait()
        for turn in range(50):
            guard.output("Globex " * 10, id=f"{number}-{turn}", system="Be kind to people.")

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    ids = [record["id"] for record in read_lines(path)]
    assert sorted(ids) == sorted(f"{number}-{turn}" for number in range(8) for turn in range(50))


def test_two_logs_on_one_file_append(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    guards = [load(tmp_path, log=path) for _ in range(2)]
    for turn in range(20):
        guards[turn % 2].output("x", id=str(turn))
    assert [record["id"] for record in read_lines(path)] == [str(turn) for turn in range(20)]


def test_a_closed_log_counts_and_never_raises(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    log = JsonlLog(tmp_path / "decisions.jsonl")
    guard = load(tmp_path, log=log)
    with log:
        guard.output("x")
    with caplog.at_level(logging.ERROR, "guardrail"):
        assert [guard.output("Globex", system="Be kind to people.").action for _ in range(3)] == ["flag"] * 3
    assert log.failures == 3
    assert [record.getMessage() for record in caplog.records] == ["a decision record could not be written (ValueError)"]
    assert len(read_lines(log.path)) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the device of a full disk is Linux's")
def test_a_full_disk_counts_and_never_raises(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    log = JsonlLog(Path("/dev/full"))
    guard = load(tmp_path, log=log)
    with caplog.at_level(logging.ERROR, "guardrail"):
        assert [guard.output("x", system="Be kind to people.").action for _ in range(3)] == ["allow"] * 3
    assert log.failures == 3 and len(caplog.records) == 1
    log.close()


class TornFile:
    """A file on a disk that fills up in the midst of its second line."""

    def __init__(self) -> None:
        self.written = b""
        self.room = 1

    def write(self, data: bytes) -> int:
        """Write what there is room for."""
        if self.room == 0:
            piece = data[: len(data) // 2]
            self.written += piece
            self.room = -1
            return len(piece)
        if self.room == -1:
            self.room = 5
            raise OSError(28, "No space left on device")
        self.room -= 1
        self.written += data
        return len(data)

    def close(self) -> None:
        """Nothing to close."""


def test_a_line_that_was_torn_does_not_spoil_the_next(tmp_path: Path) -> None:
    log = JsonlLog(tmp_path / "decisions.jsonl")
    log.close()
    torn = TornFile()
    log._file = torn  # type: ignore[assignment]
    guard = load(tmp_path, log=log)
    for turn in range(4):
        guard.output("x", id=str(turn))
    lines = torn.written.splitlines()
    assert log.failures == 1 and len(lines) == 4
    assert [json.loads(lines[place])["id"] for place in (0, 2, 3)] == ["0", "2", "3"]


def test_a_log_that_cannot_be_opened_is_an_engine_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    for path in (tmp_path, tmp_path / "file" / "below.jsonl", tmp_path / "a\0b"):
        with pytest.raises(guardrail.EngineError, match="cannot be opened for writing"):
            load(tmp_path, log=path)


def test_a_sink_that_raises_does_not_undo_the_decision(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    class Broken:
        def record(self, decision: guardrail.Decision, trace: Trace) -> None:
            raise KeyError("SECRET")

    guard = load(tmp_path, log=Broken())
    with caplog.at_level(logging.ERROR, "guardrail"):
        assert guard.input("Globex").action == "block"
        assert guard.retrieval(["plain"]).action == "allow"
    assert {record.getMessage() for record in caplog.records} == {
        "the log of decisions raised KeyError: the decision stands"
    }
