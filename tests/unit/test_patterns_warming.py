"""Trying the automata out at load: what is made then, and that it changes nothing."""

from __future__ import annotations

from guardrail.text.requests import Pattern, ScanRequest, WordList
from guardrail.text.scanner.scanner import build_scanner
from guardrail.text.scanner.warming import BEYOND_ASCII, ORDINARY_TEXT, build_warm_scanner
from guardrail.text.subject import Piece

REQUEST = ScanRequest(
    (WordList("list", ("Globex",)),), (Pattern("order", r"(?i)\border\s+\d+"), Pattern("any", "[é…]"))
)


def test_the_set_for_texts_beyond_ascii_is_there_before_the_first_text() -> None:
    cold, warm = build_scanner([REQUEST]), build_warm_scanner([REQUEST])
    assert cold.patterns is not None and cold.patterns._beyond is None
    assert warm.patterns is not None and warm.patterns._beyond is not None


def test_a_warm_scanner_finds_the_same() -> None:
    for text in (ORDINARY_TEXT, BEYOND_ASCII, "Globex wants order 12 …", ""):
        found = [
            {
                place: [(hit.index, hit.span) for hit in hits]
                for place, hits in (scanner.scan(Piece(text)) or {}).items()
            }
            for scanner in (build_scanner([REQUEST]), build_warm_scanner([REQUEST]))
        ]
        assert found[0] == found[1]


def test_the_texts_are_what_they_are_called() -> None:
    assert ORDINARY_TEXT.isascii()
    assert not BEYOND_ASCII.isascii()


def test_a_scanner_without_patterns_has_nothing_to_try_out() -> None:
    assert build_warm_scanner([ScanRequest((WordList("list", ("Globex",)),))]).patterns is None
