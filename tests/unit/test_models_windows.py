"""Windows: long texts in stretches, nothing left out, made lazily."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from guardrail.models import weights
from guardrail.models.windows import Window, sentence_spans, windows
from guardrail.models.wordpiece import CLS, SEP, WordPiece
from guardrail.text.sentences import sentences


@pytest.fixture(scope="module")
def words() -> WordPiece:
    return WordPiece.load(Path(weights.__file__).parent / "weights" / "vocab.txt")


def shown(text: str, found: list[Window]) -> list[str]:
    return [text[window.span[0] : window.span[1]] for window in found]


def test_a_short_text_is_one_window(words: WordPiece) -> None:
    text = "One thing. And another."
    (only,) = windows(text, words)
    assert only.ids == [CLS, *words.encode(text), SEP]
    assert only.span == (0, len(text))
    assert only.sentences == sentences(text)


@pytest.mark.parametrize("text", ["", "  \n \t", "\u200b"])
def test_a_text_without_a_word_has_no_window(text: str, words: WordPiece) -> None:
    assert list(windows(text, words)) == []


def test_windows_are_cut_at_sentence_ends_and_repeat_one_sentence(words: WordPiece) -> None:
    text = "The cat sat. The dog ran. The cow ate. The pig dug."
    assert shown(text, list(windows(text, words, max_tokens=18))) == [
        "The cat sat. The dog ran. The cow ate. The pig dug.",
    ]
    assert shown(text, list(windows(text, words, max_tokens=17))) == [
        "The cat sat. The dog ran. The cow ate. ",
        "The pig dug.",
    ]
    assert shown(text, list(windows(text, words, max_tokens=4 * 4 + 2 + 1)))[0] == text
    long = "Yes. " * 12
    repeated = shown(long, list(windows(long, words, max_tokens=12)))
    assert [len(window) // 5 for window in repeated] == [5, 5, 4]


def test_a_sentence_longer_than_a_window_is_cut(words: WordPiece) -> None:
    text = "word " * 70
    found = list(windows(text, words, max_tokens=32))
    assert [len(window.ids) - 2 for window in found] == [30, 30, 10]
    assert "".join(shown(text, found)).replace(" ", "") == "word" * 70


def test_windows_are_made_one_by_one(words: WordPiece) -> None:
    text = "This is a sentence like any other. " * 30_000
    first = list(islice(windows(text, words), 2))
    assert all(len(window.ids) <= 256 for window in first)
    assert first[0].span[0] == 0


def test_sentences_of_a_long_text_are_those_of_a_short_one() -> None:
    text = "Dr. Lee paid 3.50. Really? Yes!\n\nNext 'line'. And so on, without end: " * 900
    assert tuple(sentence_spans(text)) == sentences(text)
