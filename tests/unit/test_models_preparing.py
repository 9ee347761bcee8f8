"""Runs tests/cases/models/preparing.json: add an object with `note` and `text`, then run with `--update-goldens`."""

from __future__ import annotations

import json
from pathlib import Path

from guardrail.models.preparing import prepare, prepare_view


def test_golden_cases(cases: Path, update_goldens: bool) -> None:
    path = cases / "models" / "preparing.json"
    entries = json.loads(path.read_text())
    observed = [{**entry, "prepared": prepare(entry["text"])} for entry in entries]
    if update_goldens:
        path.write_text(json.dumps(observed, indent=1) + "\n")
        entries = observed
    assert entries == observed


def test_places_lead_back_to_what_was_written() -> None:
    text = "a st\u200bupid p l a n \U0001f44d\U0001f3ff sooooo!"
    view = prepare_view(text)
    assert view.text == "a stupid plan  thumbs up sign  sooo!"
    places = {
        "stupid": "st\u200bupid",
        "plan": "p l a n",
        "la": "p l a n",
        "thumbs": "\U0001f44d",
        "sooo": "sooooo",
        "!": "!",
    }
    for shown, written in places.items():
        at = view.text.index(shown)
        start, end = view.origin(at, at + len(shown))
        assert text[start:end] == written, shown


def test_a_text_without_disguise_comes_back_as_it_is() -> None:
    text = "An ordinary sentence, with (some) marks & 12,000 numbers.\n"
    assert prepare(text) is text
    assert prepare_view(text).origin(3, 11) == (3, 11)
