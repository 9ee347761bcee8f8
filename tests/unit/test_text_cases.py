"""Runs tests/cases/text/*.json: add an object with `note` and `text`, then run with `--update-goldens`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from guardrail.text.invisible import find_invisible
from guardrail.text.requests import ViewName
from guardrail.text.sentences import sentences
from guardrail.text.subject import Piece


def render(text: str) -> dict[str, Any]:
    piece = Piece(text)
    shown: dict[str, Any] = {}
    for name in (ViewName.CLEAN, ViewName.FOLDED, ViewName.DISGUISED):
        view = piece.view(name)
        shown[name.value] = view.text
        shown[f"{name.value}_origins"] = " ".join(
            "{}-{}".format(*view.origin(offset, offset + 1)) for offset in range(len(view.text))
        )
    return shown


def traces(text: str) -> dict[str, Any]:
    return {"traces": [f"{trace.kind} {trace.start}-{trace.end}" for trace in find_invisible(text)]}


def split(text: str) -> dict[str, Any]:
    return {"sentences": [text[start:end] for start, end in sentences(text)]}


@pytest.mark.parametrize(
    ("name", "observe"),
    [("views", render), ("hidden_text", traces), ("sentences", split)],
    ids=["views", "hidden_text", "sentences"],
)
def test_golden_cases(name: str, observe: Callable[[str], dict[str, Any]], cases: Path, update_goldens: bool) -> None:
    path = cases / "text" / f"{name}.json"
    entries = json.loads(path.read_text())
    observed = [{"note": entry["note"], "text": entry["text"], **observe(entry["text"])} for entry in entries]
    if update_goldens:
        path.write_text(json.dumps(observed, indent=1) + "\n")
    for entry, seen in zip(entries if not update_goldens else observed, observed, strict=True):
        assert entry == seen, entry["note"]
