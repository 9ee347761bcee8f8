"""Properties of sentences, hidden text and repetitions."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from guardrail.text.hidden import find_payloads
from guardrail.text.invisible import find_invisible
from guardrail.text.language import main_language
from guardrail.text.reveal import reveal
from guardrail.text.sentences import MAX_SENTENCE, sentences
from guardrail.text.shingles import Shingles
from guardrail.text.subject import Piece

texts = st.text(st.one_of(st.sampled_from("aB .!?\n\"')。Dr1…\u200b"), st.characters()), max_size=80)
invisible = st.text(
    st.one_of(
        st.sampled_from("ab \n\u200b\u200d\u00ad\u202e\u202c\u2066\u2069\u2062\u2064\u3164\ufe0f\u2800\b\x7f\x00"),
        st.sampled_from("\U000e0041\U000e007f\U000e0148\U0001f3f4\u05d0क"),
        st.characters(),
    ),
    max_size=60,
)


@given(texts, st.integers(1, 30))
def test_sentences_cover_the_text_exactly_and_none_is_too_long(text: str, times: int) -> None:
    spans = sentences(text * times)
    assert "".join((text * times)[start:end] for start, end in spans) == text * times
    assert all(0 < end - start <= MAX_SENTENCE for start, end in spans)


@given(texts, texts)
def test_a_line_break_always_ends_a_sentence(left: str, right: str) -> None:
    breaks = {end for _, end in sentences(f"{left.rstrip()}x\ny{right}")}
    assert len(left.rstrip()) + 2 in breaks


@given(invisible)
def test_every_trace_of_hidden_text_lies_in_the_text_and_holds_something(text: str) -> None:
    traces = find_invisible(text)
    assert all(0 <= trace.start < trace.end <= len(text) for trace in traces)
    for kind in {trace.kind for trace in traces}:
        ordered = [trace for trace in traces if trace.kind == kind]
        assert all(left.end <= right.start for left, right in pairwise(ordered))


@given(invisible)
def test_every_character_revealed_has_a_span_and_spans_never_go_back(text: str) -> None:
    revealed = reveal(text)
    if revealed is not None:
        assert len(revealed.text) == len(revealed.spans)
        assert all(left[1] <= right[0] for left, right in pairwise(revealed.spans))
    for payload in find_payloads(text):
        assert len(payload.decoded) == len(payload.spans)


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), min_size=1, max_size=20))
def test_any_ascii_text_hidden_in_tags_is_decoded_and_reported(hidden: str) -> None:
    text = "x" + "".join(chr(0xE0000 + ord(character)) for character in hidden)
    assert find_payloads(text)[0].decoded == hidden
    first = find_invisible(text)[0]
    assert (first.kind, first.start, first.end) == ("tags", 1, len(text))


@given(st.lists(st.sampled_from("one two three four five six".split()), min_size=4, max_size=30), st.data())
def test_every_stretch_of_a_text_as_long_as_a_shingle_is_found_in_it(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 4))
    end = data.draw(st.integers(start + 4, len(words)))
    quotation = " ".join(words[start:end])
    assert Shingles.of_texts([" ".join(words)], 4).repeated(Piece(f"Xyz {quotation}.")) == [(4, 4 + len(quotation))]


@given(texts)
def test_telling_a_language_never_fails(text: str) -> None:
    found = main_language(text * 3)
    assert found is None or len(found) == 2
