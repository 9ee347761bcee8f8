"""`links`: runs `tests/cases/patterns/links.json` (`--update-goldens` rewrites what is wanted) and its own corners."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from guardrail.text.scanner.patterns import PatternMatcher
from guardrail.text.subject import Subject
from guardrail.validators.contract import ArgumentProblem, Arguments
from guardrail.validators.link_support.hosts import canonical_host, parse_entry
from guardrail.validators.link_support.suffixes import ambiguous_suffixes, plain_suffixes
from guardrail.validators.links import VALIDATOR, LinksCheck

FILE = Path(__file__).parent.parent / "cases" / "patterns" / "links.json"


def bound(**lists: list[str]) -> LinksCheck:
    return VALIDATOR.bind(Arguments({name: tuple(entries) for name, entries in lists.items()}))


def found(case: dict[str, Any]) -> list[list[Any]]:
    check = bound(**{name: case[name] for name in ("allow", "deny") if name in case})
    assert check.request is not None
    piece = Subject.of_text(case["text"]).whole
    hits = PatternMatcher.build(check.request.patterns).find(piece) or []
    outcome = check.judge(tuple(hit for _, hit in hits), piece)
    return [[case["text"][match.start : match.end], match.message] for match in outcome.matches]


def test_cases(update_goldens: bool) -> None:
    cases = json.loads(FILE.read_text(encoding="utf-8"))
    if update_goldens:
        cases = [case | {"want": found(case)} for case in cases]
        FILE.write_text("[\n" + ",\n".join(f"  {json.dumps(case)}" for case in cases) + "\n]\n", encoding="utf-8")
    for case in cases:
        assert found(case) == case["want"], case["note"]


@pytest.mark.parametrize(("expression", "text", "holds"), VALIDATOR.signature.examples)
def test_examples(expression: str, text: str, holds: bool) -> None:
    lists = {}
    for name in ("allow", "deny"):
        if f"{name}: " in expression:
            lists[name] = json.loads(expression.partition(f"{name}: ")[2].partition(")")[0])
    assert bool(found({"text": text, **lists})) is holds


@pytest.mark.parametrize(
    "entry", ["", "https://example.com", "example.com/x", "a b", "*.", "=", "*.*.com", "me@example.com"]
)
def test_an_entry_that_is_no_domain_is_refused(entry: str) -> None:
    with pytest.raises(ArgumentProblem) as raised:
        bound(deny=[entry])
    assert (raised.value.code, raised.value.parameter) == ("G210", "deny")


@pytest.mark.parametrize(
    ("written", "host"),
    [
        ("EXAMPLE.com.", "example.com"),
        ("0x7f000001", "127.0.0.1"),
        ("127.1", "127.0.0.1"),
        ("017700000001", "127.0.0.1"),
        ("256.1.1.1", None),
        ("1.2.3.4.5", None),
        ("099.1", None),
        ("[::1]", "::1"),
        ("[fe80::1%25eth0]", "fe80::1"),
        ("[::g]", None),
        ("xn--mnchen-3ya.de", "münchen.de"),
        ("xn--\u00e9.de", "xn--é.de"),
        ("xn--99999999999.de", "xn--99999999999.de"),
        ("a" * 3_000, None),
        ("...", None),
    ],
)
def test_a_host_has_one_spelling(written: str, host: str | None) -> None:
    assert canonical_host(written) == host


def test_an_address_has_no_subdomains() -> None:
    entry = parse_entry("10.0.0.1")
    assert entry is not None
    assert entry.covers("10.0.0.1")
    assert not entry.covers("1.10.0.0.1")


def test_no_suffix_is_both_a_sure_sign_and_none() -> None:
    assert not plain_suffixes() & ambiguous_suffixes()


def test_messages_hold_no_text_of_the_user() -> None:
    messages = [message for _, message in found({"text": "https://secretword@evil.com hxxp://secretword[.]com"})]
    assert messages
    assert not any("secretword" in message or "evil" in message for message in messages)


def test_a_text_of_nothing_but_links_is_read_in_good_time() -> None:
    text = " ".join(f"https://host{number}.example.com/{number}." for number in range(600)) + " é"
    started = time.thread_time()
    assert len(found({"text": text})) == 600
    assert time.thread_time() - started < 1.0


@pytest.mark.parametrize(
    "text", ["a." * 5_000, "((" * 3_000 + "http://" + "(" * 3_000, "http://" + "a@" * 4_000, "." * 9_000]
)
def test_a_text_made_to_be_slow_is_not(text: str) -> None:
    started = time.thread_time()
    found({"text": text})
    found({"text": "é" + text})
    assert time.thread_time() - started < 1.0
