"""Decision records: their shape, and what they hold of texts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import guardrail
from guardrail.observe.kept import text_hmac
from guardrail.observe.log import to_line
from guardrail.observe.record import policy_digest
from tests.unit.record_cases import CALLS, IDS, KEY, MAIL, POLICY, SECRET, Call, Records, load, validator


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUARDRAIL_KEY", KEY.decode())


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
