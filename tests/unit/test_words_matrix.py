"""Two disguises one upon the other: every ordered pair, on names of one to four words, and what must not be found."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from guardrail.text.disguised import DisguisedView
from guardrail.text.requests import Matching, ScanRequest, WordList
from guardrail.text.scanner.scanner import SharedScanner, build_scanner
from guardrail.text.subject import Piece
from tests.unit.disguises import DISGUISES

NAMES = (
    "Globex",
    "Kestrelworks",
    "Lab Dynamics",
    "Harbor & Vale",
    "Nordwind Trade Bank",
    "Quist of the North",
    "Zephyr Tide Power Group",
)
BEFORE, AFTER = "You could ask ", " instead, we think."
PAIRED = (
    "1 diacritics",
    "2 zalgo",
    "3 underline",
    "6 full width",
    "7 mathematical bold",
    "7 mathematical monospace",
    "8 circled",
    "8 negative squared",
    "9 homoglyphs",
    "10 leetspeak",
    "11 blanks",
    "11 no-break spaces",
    "11 full stops",
    "11 hyphens",
    "12 zero-width spaces",
    "12 soft hyphens",
    "13 backspaces",
    "13 deletes",
    "14 tags",
    "15 variation selectors",
    "16 sneaky bits",
    "17 Hangul fillers",
    "17 grapheme joiners",
    "17 Braille blanks",
)


def _is_legible(first: str, second: str) -> bool:
    """A deletion strikes what stands before it: behind something visible it strikes that and no letter."""
    return not (first.startswith("13") and second.startswith("11"))


@pytest.fixture(scope="module")
def scanner() -> SharedScanner:
    matching = Matching(True, True, True, plurals=True, disguised=True)
    return build_scanner([ScanRequest(lists=(WordList("names", NAMES, matching),))])


def _found(scanner: SharedScanner, text: str) -> list[tuple[int, int, str]]:
    found = scanner.scan(Piece(text))
    return [(*hit.span, NAMES[hit.entry]) for hit in found[0]] if found else []


@pytest.mark.parametrize("first", PAIRED)
def test_a_disguise_upon_a_disguise_hides_no_name(scanner: SharedScanner, first: str) -> None:
    for second in PAIRED:
        if second == first or not _is_legible(first, second):
            continue
        for name in NAMES:
            disguised = DISGUISES[second](DISGUISES[first](name))
            text = BEFORE + disguised + AFTER
            spans = _found(scanner, text)
            assert [(start, found) for start, _, found in spans] == [(len(BEFORE), name)], (second, name)
            left = text[spans[0][1] : len(BEFORE) + len(disguised)]
            assert DisguisedView(left).text == "", (second, name, left)


def test_what_a_deletion_struck_out_of_a_spelled_name_leaves_no_name(scanner: SharedScanner) -> None:
    spelled = DISGUISES["11 full stops"](DISGUISES["13 backspaces"]("Globex"))
    assert spelled.startswith("G.x.\b.l.x.\b.")
    assert _found(scanner, spelled) == []


def test_hidden_symbols_that_visible_ones_part_are_read(scanner: SharedScanner) -> None:
    for first, second in permutations(("14 tags", "15 variation selectors", "16 sneaky bits"), 2):
        hidden = DISGUISES[second](DISGUISES[first]("Globex"))
        assert _found(scanner, f"Hi{hidden}.") == [(2, 2 + len(hidden), "Globex")], (first, second)


@pytest.mark.parametrize(
    "text", ["G l o b e x G l o b e x", "g.l.o.b.e.x.g.l.o.b.e.x", "a b G-l-o-b-e-x € G l o b e x €"]
)
def test_spelled_names_side_by_side_are_no_longer_word(scanner: SharedScanner, text: str) -> None:
    assert [name for _, _, name in _found(scanner, text)] == ["Globex", "Globex"]


def test_ordinary_text_of_many_scripts_holds_no_name(scanner: SharedScanner, cases: Path) -> None:
    for line in (cases / "text" / "ordinary.txt").read_text("utf-8").splitlines():
        assert _found(scanner, line) == [], line


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("O2", "the variance (σ²), or 𝜎² for short"),
        ("EA", "¾ cup of flour and 1 ¾ cups of water"),
        ("Times", "BIRTH_TIME=${birth_time}"),
        ("Target", "the tar, get it? tar: gets"),
        ("Therapist", "the rapist"),
        ("Shell", "if she'll come"),
        ("Pace", "Он сказал об этой расе немного, чтобы его поняли"),
        ("Apple", "a pple, app le and the ap/ple"),
        ("Meta", "me, ta! met a man"),
        ("Gap", "big ape, ga. p"),
        ("Orange", "or an ge"),
        ("Todo", "70 do, 7000"),
        ("All", "a || b, 4 || 5, A!!"),
        ("Mill", "100k, 5m, 1m!|"),
        ("Loreal", "lo real, lo; real"),
        ("Emoji", "❤️ ☀️ ⭐️ 👩‍🚀 1️⃣2️⃣ ☺️.☹️.☺️"),
    ],
)
def test_harmless_text_that_spells_a_name_is_no_hit(name: str, text: str) -> None:
    matching = Matching(True, True, True, plurals=True, disguised=True)
    scanner = build_scanner([ScanRequest(lists=(WordList("names", (name,), matching),))])
    assert scanner.scan(Piece(text)) is None
