"""Runs `tests/cases/words/*.yaml`: which stretches of a text are hits of a list, in their order.

A case has `entries`, `text`, and may have `matching` (as in the language), `except`, and `want`: pairs of an entry and
the stretch of the original text that is its hit.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from guardrail.text.requests import DEFAULT_MATCHING, Matching, ScanRequest, WordList
from guardrail.text.scanner.scanner import build_scanner
from guardrail.text.subject import Piece

_FOLDER = Path(__file__).parent.parent / "cases" / "words"


def _cases() -> list[Any]:
    return [
        pytest.param(path, number, case, id=f"{path.stem}: {case['note']}")
        for path in sorted(_FOLDER.glob("*.yaml"))
        for number, case in enumerate(yaml.safe_load(path.read_text()))
    ]


def matching_of(options: str | None) -> Matching:
    if options is None:
        return DEFAULT_MATCHING
    names = [option.strip() for option in options.split(",")]
    return Matching(**{name.partition(" ")[0]: 1 if name == "typos 1" else True for name in names})


def hits_of(case: dict[str, Any]) -> list[list[str]]:
    entries, text = case["entries"], case["text"]
    words = WordList("list", tuple(entries), matching_of(case.get("matching")), tuple(case.get("except", ())))
    found = build_scanner([ScanRequest(lists=(words,))]).scan(Piece(text))
    return [[entries[hit.entry], text[slice(*hit.span)]] for hit in found[0]] if found else []


@pytest.mark.parametrize(("path", "number", "case"), _cases())
def test_case(path: Path, number: int, case: dict[str, Any], update_goldens: bool) -> None:
    got = hits_of(case)
    if update_goldens and got != case.get("want", []):
        cases = yaml.safe_load(path.read_text())
        cases[number]["want"] = got
        path.write_text(yaml.safe_dump(cases, sort_keys=False, allow_unicode=True, width=120))
    else:
        assert got == case.get("want", [])
