"""Properties of the tokenizer: its ids are the `tokenizers` library's."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from guardrail.models import weights
from guardrail.models.wordpiece import WordPiece

VOCABULARY = Path(weights.__file__).parent / "weights" / "vocab.txt"

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
WORDY = st.lists(
    st.sampled_from(
        [
            "Unaffable",
            "naïve",
            "CAFÉ",
            "don't",
            "[SEP]",
            "##ing",
            "e\u0301",
            "中文",
            "x" * 101,
            "İI",
            "ß",
            "3.50€",
            "a_b",
        ]
    )
    | st.text(
        st.sampled_from("abcdefgXYZ0189 .,'-#[]\u00e9\u0301\u200b\u4e2d\t\n\x0b\x1c\x85\u2028\u3000"), max_size=12
    ),
    max_size=12,
).map(" ".join)
TEXTS = ANY_TEXT | WORDY


@cache
def ours() -> WordPiece:
    return WordPiece.load(VOCABULARY)


@cache
def theirs() -> Tokenizer:
    pieces = VOCABULARY.read_text("utf-8").split("\n")
    vocabulary = {piece: place for place, piece in enumerate(pieces) if piece}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]", max_input_chars_per_word=100))
    tokenizer.normalizer = normalizers.BertNormalizer(
        clean_text=True, handle_chinese_chars=True, strip_accents=None, lowercase=True
    )
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return tokenizer


@given(TEXTS)
def test_ids_are_those_of_the_tokenizers_library(text: str) -> None:
    assert ours().encode(text) == theirs().encode(text, add_special_tokens=False).ids


@given(TEXTS)
def test_encoding_with_places_gives_the_same_ids(text: str) -> None:
    assert ours().encode_words(text).ids == ours().encode(text)


@given(TEXTS)
def test_the_place_of_a_word_encodes_to_the_word(text: str) -> None:
    encoded = ours().encode_words(text)
    spans = list(zip(encoded.starts, encoded.ends, strict=True))
    assert spans == sorted(spans)
    for start, end in set(spans):
        assert 0 <= start < end <= len(text)
        own = [token for token, span in zip(encoded.ids, spans, strict=True) if span == (start, end)]
        assert ours().encode(text[start:end]) == own


def test_every_character_between_two_letters_gives_the_library_s_ids() -> None:
    # Within the large blocks of ideographs and Hangul all characters are alike.
    ranges = [range(0x3500), range(0x4D00, 0x4F00), range(0x9F00, 0xAD00), range(0xD700, 0xD800)]
    ranges += [range(0xE000, 0xE100), range(0xF800, 0x1F000), range(0x1F000, 0x20100), range(0xE0000, 0xE0200)]
    for codes in ranges:
        text = " ".join(f"x{chr(code)}b" for code in codes)
        assert ours().encode(text) == theirs().encode(text, add_special_tokens=False).ids
