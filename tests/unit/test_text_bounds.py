"""Hostile texts cost linear time: each of these is quadratic or worse for an implementation that forgets its bounds."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from guardrail.text.invisible import find_invisible
from guardrail.text.language import main_language
from guardrail.text.requests import ViewName
from guardrail.text.sentences import sentences
from guardrail.text.shingles import Shingles
from guardrail.text.subject import Piece

SIZE = 20_000
HOSTILE = {
    "empty Braille": "a\u2800" * SIZE,
    "deletions": "\u4e2da\b" * SIZE,
    "embeddings and isolate ends": "\u202a" * SIZE + "\u2069" * SIZE,
    "embeddings in isolates": "\u2066" * SIZE + "\u202a" * SIZE + "\u2069" * SIZE,
    "nested isolates": "\u2067" * SIZE + "\u2069" * SIZE,
    "zalgo": "e" + "\u0301" * SIZE + "x",
    "marks between zero widths": ("\u200b" + "\u0301" * 50) * 400,
    "joiners": "\u200d" * SIZE + "a",
    "joiners between letters": "a\u200d" * SIZE,
    "selectors": "\U000e0148" * SIZE,
    "tags after flags": "\U0001f3f4\U000e0067\U000e0062" * SIZE,
    "one long word": "\u00e9" * SIZE,
    "addresses": "a@" * SIZE,
    "full stops": "." * SIZE,
    "full stops and quotes": '."' * SIZE,
    "blank lines": "\n \t" * SIZE,
    "expansions": "\ufdfa" * SIZE,
    "jamo": "\u1112\u1161\u11ab" * SIZE,
}


def views(text: str) -> None:
    piece = Piece(text)
    for name in ViewName:
        view = piece.view(name)
        for offset in range(0, len(view.text), max(1, len(view.text) // 50)):
            view.origin(offset, offset + 1)


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("work", [views, find_invisible, sentences, main_language], ids=lambda work: str(work.__name__))
def test_hostile_texts_cost_linear_time(name: str, work: Callable[[str], object]) -> None:
    started = time.process_time()
    work(HOSTILE[name])
    assert time.process_time() - started < 2.0


def test_repetitions_of_repetitions_cost_linear_time() -> None:
    text = "a b " * SIZE
    started = time.process_time()
    assert Shingles.of_texts([text], 8).repeated(Piece(text)) == [(0, len(text) - 1)]
    assert time.process_time() - started < 2.0
