"""Properties of preparing a text for the classifiers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guardrail.models.preparing import prepare, prepare_view

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.text(
    st.sampled_from(
        "abcABC ..--\n!!11\u200b\u00e9\u0301\u0430\u043e\u2019\U0001f44d\U0001f3ff\U0001f1e9\U0001f170\u24d0\ufb01"
    ),
    max_size=60,
)


@given(TEXTS)
def test_the_view_shows_what_preparing_gives(text: str) -> None:
    assert prepare_view(text).text == prepare(text)


@given(TEXTS)
def test_preparing_twice_cuts_no_word_anew(text: str) -> None:
    once = prepare(text)
    assert prepare(prepare(once)) == prepare(once)


@given(TEXTS, st.data())
def test_every_place_leads_into_the_text_and_order_is_kept(text: str, data: st.DataObject) -> None:
    view = prepare_view(text)
    first = data.draw(st.integers(0, len(view.text)))
    middle = data.draw(st.integers(first, len(view.text)))
    last = data.draw(st.integers(middle, len(view.text)))
    start, end = view.origin(first, middle)
    later, after = view.origin(middle, last)
    assert 0 <= start <= end <= len(text)
    assert start <= later <= after or later == after
    assert view.origin(0, len(view.text))[1] <= len(text)


@given(TEXTS)
def test_every_letter_that_is_kept_lies_in_the_place_of_the_whole(text: str) -> None:
    view = prepare_view(text)
    if view.text:
        start, end = view.origin(0, len(view.text))
        assert not any(character.isascii() and character.isalpha() for character in text[:start] + text[end:])
