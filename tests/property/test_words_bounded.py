"""What bounds the work of word lists changes no answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrail.text.requests import Matching, WordList
from guardrail.text.scanner import begun, folded_look
from guardrail.text.scanner.prefixes import PrefixIndex
from guardrail.text.scanner.words import WordMatcher
from guardrail.text.subject import Piece

LETTERS = st.text("ab ", min_size=1, max_size=40).filter(str.strip)
MATCHING = st.builds(Matching, whole_words=st.booleans(), any_case=st.just(True), any_accent=st.just(True))
LISTS = st.lists(
    st.builds(
        WordList,
        st.just("list"),
        st.lists(LETTERS, min_size=1, max_size=12, unique=True).map(tuple),
        MATCHING,
        st.lists(LETTERS, max_size=2).map(tuple),
    ),
    min_size=1,
    max_size=3,
)


@given(st.lists(st.text("abc", min_size=1, max_size=6)), st.text("abc", max_size=12), st.integers(0, 12))
def test_an_index_finds_every_text_that_another_goes_on_with(texts: list[str], text: str, start: int) -> None:
    wanted = {one for one in texts if text.startswith(one, start)}
    assert list(PrefixIndex(texts).longest_first(text, start)) == sorted(wanted, key=len, reverse=True)


@given(LISTS, st.text("abA ", max_size=120))
def test_a_crowd_of_occurrences_gives_the_same_hits(lists: list[WordList], text: str) -> None:
    def hits() -> set[tuple[int, tuple[int, int]]]:
        return {(place, hit.span) for place, hit in WordMatcher.build(lists).find(Piece(text)) or ()}

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folded_look, "CROWD", 10_000)
        patch.setattr(begun, "FEW", 10_000)
        plainly = hits()
        patch.setattr(folded_look, "CROWD", 0)
        patch.setattr(begun, "FEW", 0)
        crowded = hits()
    assert crowded == plainly
