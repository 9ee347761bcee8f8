"""Golden tests of the renderers: one folder a case in `tests/cases/render`.

`case.json` holds the sources and the diagnostics, whose spans are given by the text they cover (the first place it
stands at, or a pair of offsets). Beside it stand `terminal.txt`, `output.json` and `github.txt`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from guardrail.diagnostics.github import to_github
from guardrail.diagnostics.json_format import to_json
from guardrail.diagnostics.record import Diagnostic, Fix, Label, Level
from guardrail.diagnostics.report import MAXIMUM, Report
from guardrail.diagnostics.source import Source, Span
from guardrail.diagnostics.terminal import render

FOLDER = Path(__file__).parent.parent / "cases" / "render"
CASES = sorted(path.parent.name for path in FOLDER.glob("*/case.json"))


def _span(place: list[Any], sources: dict[str, Source]) -> Span:
    name, where = place[0], place[1]
    if isinstance(where, list):
        return Span(name, where[0], where[1])
    start = sources[name].text.index(where)
    return Span(name, start, start + len(where))


def _label(place: list[Any], sources: dict[str, Source]) -> Label:
    return Label(_span(place, sources), place[2] if len(place) > 2 else "")


def _report(case: dict[str, Any]) -> Report:
    sources = {name: Source(name, text) for name, text in case["sources"].items()}
    diagnostics = [
        Diagnostic(
            entry["code"],
            Level(entry.get("level", "error")),
            entry["message"],
            _label(entry["at"], sources),
            tuple(_label(place, sources) for place in entry.get("secondary", ())),
            tuple(entry.get("notes", ())),
            tuple(entry.get("help", ())),
            tuple(Fix(_span(fix, sources), fix[2], safe=fix[3]) for fix in entry.get("fixes", ())),
        )
        for entry in case["diagnostics"]
    ]
    return Report(tuple(diagnostics), sources, maximum=case.get("maximum", MAXIMUM))


@pytest.mark.parametrize("name", CASES)
def test_rendering(name: str, update_goldens: bool) -> None:
    folder = FOLDER / name
    case = json.loads((folder / "case.json").read_text(encoding="utf-8"))
    report = _report(case)
    terminal = render(report, color=case.get("color", False), width=case.get("width", 100))
    outputs = {
        "terminal.txt": terminal,
        "output.json": json.dumps(to_json(report), indent=1, ensure_ascii=False) + "\n",
        "github.txt": to_github(report),
    }
    for file, text in outputs.items():
        if update_goldens:
            (folder / file).write_text(text, encoding="utf-8")
        assert text == (folder / file).read_text(encoding="utf-8")


def test_there_are_cases() -> None:
    assert len(CASES) >= 8
