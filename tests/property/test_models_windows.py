"""Properties of windows."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from guardrail.models import weights
from guardrail.models.windows import windows
from guardrail.models.wordpiece import WordPiece

TEXTS = st.lists(
    st.sampled_from(
        ["One thing. ", "Two!\n", "three four five six ", "unaffable ", "\u4e2d\u6587\u3002", "x" * 50, " ", "3.5 "]
    ),
    max_size=40,
).map("".join)


@cache
def words() -> WordPiece:
    return WordPiece.load(Path(weights.__file__).parent / "weights" / "vocab.txt")


@given(TEXTS, st.integers(8, 40))
def test_no_window_is_longer_than_allowed(text: str, max_tokens: int) -> None:
    assert all(2 < len(window.ids) <= max_tokens for window in windows(text, words(), max_tokens))


@given(TEXTS, st.integers(8, 40))
def test_every_word_lies_in_a_window(text: str, max_tokens: int) -> None:
    covered: set[int] = set()
    for window in windows(text, words(), max_tokens):
        for start, end in window.sentences:
            covered.update(range(start, end))
    assert not "".join(character for place, character in enumerate(text) if place not in covered).strip()


@given(TEXTS, st.integers(8, 40))
def test_windows_go_forward_and_share_one_sentence_at_most(text: str, most: int) -> None:
    found = list(windows(text, words(), most))
    for window in found:
        assert list(window.sentences) == sorted(window.sentences)
    for before, after in pairwise(found):
        assert after.span[0] >= before.sentences[-1][0]
        assert after.span[1] >= before.span[1]


@given(TEXTS)
def test_ids_of_a_text_that_fits_are_those_of_the_whole(text: str) -> None:
    whole = words().encode(text)
    found = list(windows(text, words(), 2_000))
    assert [token for window in found for token in window.ids[1:-1]] == whole or "x" * 50 in text
