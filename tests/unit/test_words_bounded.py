"""Lists whose entries begin alike, on texts made of them: the work stays in proportion to the text."""

from __future__ import annotations

from typing import Any

import pytest

from guardrail.text.requests import DEFAULT_MATCHING, CheckFault, Matching, WordList
from guardrail.text.scanner import disguised_look
from guardrail.text.scanner.begun import FoldedText
from guardrail.text.scanner.effort import BASE_STEPS, STEPS_PER_CHARACTER, Effort
from guardrail.text.scanner.folded_look import FoldedLook
from guardrail.text.scanner.words import WordMatcher
from guardrail.text.subject import Piece

LOOSE = Matching(any_case=True, any_accent=True)
DISGUISED = Matching(whole_words=True, any_case=True, any_accent=True, disguised=True)
NESTED = tuple("a" * length for length in range(1, 1_001))


@pytest.fixture
def comparisons(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many entries were compared with a place of a text, counted in its one item."""
    counted = [0]
    real = FoldedLook._confirmed

    def confirmed(*arguments: Any) -> Any:
        counted[0] += 1
        return real(*arguments)

    monkeypatch.setattr(FoldedLook, "_confirmed", confirmed)
    return counted


def _spans(entries: tuple[str, ...], matching: Matching, text: str) -> list[tuple[int, int]]:
    return [hit.span for _, hit in WordMatcher.build([WordList("list", entries, matching)]).find(Piece(text)) or ()]


def test_a_thousand_nested_entries_cost_one_comparison_a_place(comparisons: list[int]) -> None:
    text = "a" * 20_000
    assert _spans(NESTED, LOOSE, text) == [(start, start + 1_000) for start in range(0, 20_000, 1_000)]
    assert comparisons[0] <= len(text)


def test_nested_phrases_cost_one_comparison_a_word(comparisons: list[int]) -> None:
    entries = tuple(" ".join("a" * length) for length in range(1, 501))
    assert len(_spans(entries, DEFAULT_MATCHING, "a " * 5_000)) == 10
    assert comparisons[0] <= 5_000


@pytest.mark.parametrize("blanks", [" ", "  "], ids=["single blanks", "double blanks"])
def test_ten_thousand_entries_that_begin_alike_are_not_compared_one_by_one(comparisons: list[int], blanks: str) -> None:
    entries = tuple(f"University of Applied Sciences of {place}" for place in range(10_000))
    text = f"the university{blanks}of applied sciences of {blanks}777, the university of applied sciences " * 100
    assert len(_spans(entries, DEFAULT_MATCHING, text)) == 100
    # Entries 7, 77 and 777 fit.
    assert comparisons[0] == 300


def test_entries_that_only_their_letter_case_tells_apart_give_up_in_time(comparisons: list[int]) -> None:
    text = "a" * 20_000
    with pytest.raises(CheckFault, match="begin alike"):
        _spans(tuple(entry.upper() for entry in NESTED), Matching(), text)
    assert comparisons[0] <= BASE_STEPS + STEPS_PER_CHARACTER * len(text)


def test_disguised_entries_read_a_bounded_number_of_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    letters = [0]
    real = disguised_look.is_disguise

    def is_disguise(shape: Any, trail: Any, start: int) -> bool:
        letters[0] += len(shape.sources)
        return real(shape, trail, start)

    monkeypatch.setattr(disguised_look, "is_disguise", is_disguise)
    text = "a " * 2_000
    with pytest.raises(CheckFault, match="begin alike"):
        _spans(NESTED[:200], DISGUISED, text)
    assert letters[0] <= BASE_STEPS + STEPS_PER_CHARACTER * len(text)


def test_many_disguised_entries_with_one_head_are_found() -> None:
    entries = tuple(f"https://www.example.com/shop/item/{number}" for number in range(1_000))
    text = f"see https://www.example.com/shop/item/7 or {' '.join('https://www.example.com/shop/item/42')}"
    assert _spans(entries, DISGUISED, text) == [(4, 39), (43, len(text))]


def test_effort_ends_after_what_the_text_deserves() -> None:
    effort = Effort(10)
    effort.spend(BASE_STEPS + 10 * STEPS_PER_CHARACTER)
    with pytest.raises(CheckFault):
        effort.spend(1)


def test_places_in_a_text_with_single_blanks() -> None:
    text = FoldedText("a  b c   d")
    single, place = text.single(9)
    assert single == "a b c d"
    assert [text.single(start)[1] for start in (0, 3, 5, 9)] == [0, 2, 4, 6]
    assert single[place] == "d"
