"""The shared scanner: distribution to requests, sharing, order, and many pieces at once."""

from __future__ import annotations

import pytest

from guardrail.text.requests import Matching, Pattern, ScanRequest, WordList
from guardrail.text.scanner.scanner import SharedScanner, build_scanner
from guardrail.text.subject import Piece

_RIVALS = WordList("rivals", ("Globex", "Initech"))
_HOSTS = WordList("hosts", ("vault.example.net",), Matching(any_case=True))
_MAIL = Pattern("email", r"\b[\w.]+@[\w.]+\b")


def _texts(scanner: SharedScanner, text: str) -> list[list[str]] | None:
    found = scanner.scan(Piece(text))
    if found is None:
        return None
    return [[text[slice(*hit.span)] for hit in found.get(place, ())] for place in range(scanner.requests)]


def test_each_request_gets_its_own_hits_in_order() -> None:
    scanner = build_scanner(
        [
            ScanRequest(lists=(_RIVALS, _HOSTS)),
            ScanRequest(lists=(_HOSTS,), patterns=(_MAIL,)),
            ScanRequest(),
        ]
    )
    text = "a@b.org on VAULT.example.net: initech, globex"
    assert _texts(scanner, text) == [
        ["VAULT.example.net", "initech", "globex"],
        ["a@b.org", "VAULT.example.net"],
        [],
    ]
    found = scanner.scan(Piece(text))
    assert found is not None
    assert [hit.index for hit in found[0]] == [1, 0, 0]
    assert [hit.index for hit in found[1]] == [1, 0]
    assert [hit.entry for hit in found[0]] == [0, 1, 0]


def test_equal_lists_are_scanned_once() -> None:
    twin = WordList("rivals", ("Globex", "Initech"))
    scanner = build_scanner([ScanRequest(lists=(_RIVALS,)), ScanRequest(lists=(twin,))])
    assert scanner.list_targets == (((0, 0), (1, 0)),)
    assert _texts(scanner, "Globex") == [["Globex"], ["Globex"]]


def test_lists_do_not_resolve_each_others_overlaps() -> None:
    scanner = build_scanner([ScanRequest(lists=(WordList("a", ("Lab Dynamics",)), WordList("b", ("Dynamics Corp",))))])
    assert _texts(scanner, "lab dynamics corp") == [["lab dynamics", "dynamics corp"]]


@pytest.mark.parametrize("requests", [[], [ScanRequest()], [ScanRequest(lists=(_RIVALS,), patterns=(_MAIL,))]])
def test_nothing_found_is_none(requests: list[ScanRequest]) -> None:
    assert build_scanner(requests).scan(Piece("ordinary prose")) is None
    assert build_scanner(requests).scan(Piece("")) is None


_EVERYTHING = WordList(
    "names", ("Globex", "Contoso Dynamics", "Lab"), Matching(True, True, True, True, True, 1), ("Lab Q",)
)
_PIECES = [
    "plain words",
    "Globex",
    "Contoso",
    "Dynamics",
    "Lab",
    "Q",
    "Gl0bex and Glboex",
    "\b\bGlobex",
    "G l o",
    "b e x",
    "Ｇｌｏｂｅｘ",
    "a@b.org",
    "",
    "x" * 30_000 + " globex",
    *["filler text"] * 90,
    "contoso\n dynamics",
]


@pytest.mark.parametrize("patterns", [(), (_MAIL,), (_MAIL, Pattern("start", "^Dyn"))])
def test_many_pieces_give_what_each_gives_alone(patterns: tuple[Pattern, ...]) -> None:
    scanner = build_scanner([ScanRequest(lists=(_EVERYTHING,), patterns=patterns)])
    pieces = [Piece(text, f"/{place}") for place, text in enumerate(_PIECES)]
    together = scanner.scan_pieces(pieces) or {}
    alone = {place: found for place, piece in enumerate(pieces) if (found := scanner.scan(piece)) is not None}
    assert {p: [hit.span for hit in f[0]] for p, f in together.items()} == {
        p: [hit.span for hit in f[0]] for p, f in alone.items()
    }
    assert {1, 4, 6, 7, 10, 13, len(_PIECES) - 1} <= set(together)
    assert not {0, 2, 3, 5, 8, 9} & set(together) - ({3} if len(patterns) == 2 else set())


def test_many_clean_pieces_give_none() -> None:
    scanner = build_scanner([ScanRequest(lists=(_RIVALS,))])
    assert scanner.scan_pieces([Piece("a"), Piece("b")]) is None
    assert scanner.scan_pieces([]) is None
