"""Properties of the views: exact ways back, folding that never fails, identity on ASCII."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from guardrail.text.characters import is_follower, is_ignorable
from guardrail.text.confusables import look_alike
from guardrail.text.disguised import fold_disguised, squash
from guardrail.text.folding import clean, fold
from guardrail.text.requests import ViewName
from guardrail.text.subject import Piece

# Letters with everything that makes offsets hard: marks, ligatures, jamo, fillers, tags, selectors, deletions.
AWKWARD = (
    "aZé\u0301\u0327\u0336 .-\u200b\u200d\ufe0f\ufeff\u00ad\ufb01\ufdfa\u1112\u1161\u11ab한\u304b\u3099が"
    "\u0915\u093f中😊🏴\b\x7f\u3164\u1160\u2800\u2062\u2064\u0130ßſΣς\u0344\u0958\uff9e"
    "\U000e0041\U000e007f\U000e0148\U0001d400\u2019\u2014\ud800"
)
texts = st.text(st.one_of(st.sampled_from(AWKWARD), st.characters()), max_size=40)
plain = st.text(st.characters(max_codepoint=127), max_size=60)


@given(texts, st.sampled_from(ViewName))
def test_every_origin_span_lies_in_the_text_and_spans_rise_with_offsets(text: str, name: ViewName) -> None:
    view = Piece(text).view(name)
    last = 0
    for offset in range(len(view.text)):
        start, end = view.origin(offset, offset + 1)
        assert 0 <= start < end <= len(text)
        assert start >= last
        last = start
    assert view.origin(len(view.text), len(view.text))[0] <= len(text)


@given(texts, st.data())
def test_the_original_of_a_folded_span_folds_to_that_span_and_what_shares_its_characters(
    text: str, data: st.DataObject
) -> None:
    view = Piece(text).view(ViewName.FOLDED)
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    first, last = view.origin(start, end)
    assert view.text[start:end] in fold(text[first:last])


@given(texts, st.data())
def test_the_original_of_a_clean_span_cleans_to_that_span_and_what_shares_its_characters(
    text: str, data: st.DataObject
) -> None:
    view = Piece(text).view(ViewName.CLEAN)
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    first, last = view.origin(start, end)
    assert view.text[start:end] in clean(text[first:last])


@given(texts)
def test_the_clean_view_is_nfkc_of_the_text_without_ignorable_characters(text: str) -> None:
    kept = "".join(character for character in text if not is_ignorable(character))
    assert Piece(text).view(ViewName.CLEAN).text == unicodedata.normalize("NFKC", kept)


@given(texts)
def test_folding_twice_changes_nothing(text: str) -> None:
    for any_case in (True, False):
        for any_accent in (True, False):
            once = fold(text, any_case=any_case, any_accent=any_accent)
            assert fold(once, any_case=any_case, any_accent=any_accent) == once


@given(texts)
def test_squashing_twice_changes_nothing(text: str) -> None:
    assert squash(squash(text)) == squash(text)


@given(texts, texts)
def test_the_fold_of_a_concatenation_is_the_concatenation_of_the_folds(left: str, right: str) -> None:
    visible = [c for c in fold(right)[:1] if is_follower(unicodedata.normalize("NFD", c)[0])]
    if not visible:
        assert fold(left + right) == fold(left) + fold(right)
    assert squash(left + right) == squash(left) + squash(right)


@given(plain)
def test_views_of_ascii_keep_every_offset(text: str) -> None:
    piece = Piece(text)
    assert piece.view(ViewName.CLEAN) is piece.view(ViewName.RAW)
    assert piece.view(ViewName.RAW).text == text
    assert piece.view(ViewName.FOLDED).text == text.lower() == fold(text)
    for name in (ViewName.RAW, ViewName.CLEAN, ViewName.FOLDED):
        assert piece.view(name).origin(0, len(text)) == (0, len(text))


@given(texts)
def test_folding_never_raises_and_a_mark_never_changes_the_fold(text: str) -> None:
    assert fold(text + "x\u0301") == fold(text + "x")
    assert fold_disguised("Globex" + text).startswith("giobex")


@given(texts)
def test_the_fold_of_a_view_is_the_view_of_the_fold(text: str) -> None:
    assert Piece(text).view(ViewName.FOLDED).text == fold(text)
    assert Piece(text).view(ViewName.CLEAN).text == clean(text)


@given(texts, st.data())
def test_every_gap_lies_between_the_characters_it_parts(text: str, data: st.DataObject) -> None:
    view = Piece(text).disguised()
    end = len(view.text)
    for gap in view.gaps(0, end):
        assert 0 < gap.before < end
        left = view.origin(gap.before - 1, gap.before)
        right = view.origin(gap.before, gap.before + 1)
        assert gap.width <= right[0] - left[0]
    assert len(view.sources(0, end)) == end


@given(st.characters(min_codepoint=0x80))
def test_a_look_alike_is_plain_lower_case_ascii(character: str) -> None:
    found = look_alike(character)
    assert found.isascii()
    assert found == found.lower()
