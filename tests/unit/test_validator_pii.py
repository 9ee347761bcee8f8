"""`pii`: what no marked text can say."""

from __future__ import annotations

import subprocess
import sys
from functools import cache

import pytest

from guardrail.text.scanner.scanner import SharedScanner, build_scanner
from guardrail.text.subject import Piece
from guardrail.validators import pii_kinds
from guardrail.validators.contract import Arguments, Check, Match
from guardrail.validators.pii import VALIDATOR


@cache
def bound(kinds: tuple[str, ...], confidence: float | None = None) -> tuple[Check, SharedScanner]:
    check = VALIDATOR.bind(Arguments({"kinds": kinds, "confidence": confidence}))
    assert check.request is not None
    return check, build_scanner([check.request])


def find(text: str, *kinds: str, confidence: float | None = None, at: str | None = None) -> tuple[Match, ...]:
    check, scanner = bound(kinds, confidence)
    piece = Piece(text, at)
    hits = scanner.scan(piece)
    return check.judge(hits[0], piece).matches if hits and hits[0] else ()


def test_every_kind_is_listed_under_its_family_and_documented() -> None:
    kinds = pii_kinds.all_kinds()
    assert [kind.name for kind in kinds] == [name for members in pii_kinds.FAMILIES.values() for name in members]
    for kind in kinds:
        assert kind.title and kind.format and kind.source and kind.checksum, kind.name
        assert pii_kinds.find(kind.name) is kind


def test_the_umbrella_means_every_country() -> None:
    national = pii_kinds.expand(("national_id",))
    assert {"us_ssn", "es_nif", "cn_resident_id"} <= set(national)
    assert set(national) == {kind.name for kind in pii_kinds.all_kinds() if kind.country} - {
        "us_bank_routing",
        "us_bank_account",
    }


def test_an_unknown_kind_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        pii_kinds.find("horoscope")


def test_the_key_of_a_json_value_counts_as_context() -> None:
    assert [match.label for match in find("see 536228145 a", "us_ssn", at="/customer/ssn")] == ["us_ssn"]
    assert find("see 536228145 a", "us_ssn", at="/customer/note") == ()
    assert find("536-22-8145", "us_ssn", at="/order_id") == ()


def test_spans_lead_back_to_the_original() -> None:
    text = "call ４１１１ １１１１\u200b １１１１ １１１１ now"
    (match,) = find(text, "card_number")
    assert text[match.start : match.end] == "４１１１ １１１１\u200b １１１１ １１１１"


def test_confidence_is_a_threshold() -> None:
    text = "see 123456782 there"
    assert find(text, "nl_bsn") == ()
    (match,) = find(text, "nl_bsn", confidence=0.1)
    assert match.score is not None
    assert 0.1 <= match.score < 0.5
    assert find("a@example.com", "email", confidence=1.0) == ()


def test_messages_hold_nothing_of_the_text() -> None:
    (match,) = find("jane@example.com", "email")
    assert match.message == "e-mail address"


def test_importing_the_validator_imports_no_family() -> None:
    program = (
        "import sys, guardrail.validators.pii as p; "
        "loaded = [m for m in sys.modules if m.startswith('guardrail.validators.pii_kinds.')]; "
        "print(loaded)"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


@pytest.mark.parametrize(("expression", "text", "holds"), VALIDATOR.signature.examples)
def test_example(expression: str, text: str, holds: bool) -> None:
    inside = expression.removeprefix("pii").strip("()")
    values = dict(part.split(": ") for part in inside.split(", ") if ": " in part)
    kinds = tuple(part for part in inside.split(", ") if part and ": " not in part)
    confidence = float(values["confidence"]) if values else None
    assert bool(find(text, *kinds, confidence=confidence)) is holds
