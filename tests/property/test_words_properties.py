"""Properties of word matching."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from guardrail.text.folding import fold
from guardrail.text.requests import Matching, ScanRequest, WordList
from guardrail.text.scanner.automaton import pure_finder, rust_finder
from guardrail.text.scanner.scanner import build_scanner
from guardrail.text.scanner.words import WordMatcher
from guardrail.text.subject import Piece

_ALPHABET = "aabbcls .-_'é\u0301\u200b東1!\n"
_texts = st.text(_ALPHABET, max_size=60)
_entries = st.lists(st.text("aabcls é東-", min_size=1, max_size=6), min_size=1, max_size=6).map(tuple)
_matchings = st.builds(Matching, *[st.booleans()] * 5, st.integers(0, 1))


@given(st.lists(st.text("abé", min_size=1, max_size=12), unique=True, max_size=8), st.text("abé ", max_size=60))
def test_all_automaton_backends_find_the_same_occurrences(literals: list[str], text: str) -> None:
    expected = sorted(
        (place, match.start(), match.start() + len(literal))
        for place, literal in enumerate(literals)
        for match in re.finditer(f"(?={re.escape(literal)})", text)
    )
    for backend in (rust_finder, pure_finder):
        assert sorted(backend(literals)(text)) == (expected if literals else [])


@given(_entries, _texts, st.booleans())
def test_every_span_folds_to_its_entry(entries: tuple[str, ...], text: str, whole_words: bool) -> None:
    words = WordList("list", entries, Matching(whole_words, True, True))
    for _, hit in WordMatcher.build([words]).find(Piece(text)) or ():
        start, end = hit.span
        assert fold(text[start:end]).split() == fold(entries[hit.entry]).split()


@given(_entries, _texts)
def test_whole_words_mean_what_a_slow_matcher_says(entries: tuple[str, ...], text: str) -> None:
    words = WordList("list", entries)
    found = WordMatcher.build([words]).find(Piece(text)) or []
    assert [(hit.entry, hit.start, hit.end) for _, hit in found] == _slow_hits(entries, fold(text))


def _slow_hits(entries: tuple[str, ...], text: str) -> list[tuple[int, int, int]]:
    hits = []
    for place, entry in enumerate(entries):
        expression = r"\s+".join(map(re.escape, fold(entry).split()))
        if expression:
            hits += [
                (match.start(), -match.end(1), place)
                for match in re.finditer(f"(?=({expression}))", text)
                if not _is_inside_word(text, match.start(1)) and not _is_inside_word(text, match.end(1))
            ]
    kept, reached = [], 0
    for start, end, place in sorted(hits):
        if start >= reached:
            kept.append((place, start, -end))
            reached = -end
    return kept


def _is_inside_word(text: str, offset: int) -> bool:
    return 0 < offset < len(text) and all(map(_goes_on, text[offset - 1 : offset + 1]))


def _goes_on(character: str) -> bool:
    is_word = character.isalnum() or character == "_" or unicodedata.category(character).startswith("M")
    return is_word and character != "東"


@given(_entries, _matchings, _texts)
def test_hits_of_a_list_never_overlap_and_stand_in_order(
    entries: tuple[str, ...], matching: Matching, text: str
) -> None:
    found = WordMatcher.build([WordList("list", entries, matching, ("ab",))]).find(Piece(text)) or []
    spans = [hit.span for _, hit in found]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


@given(_entries, _matchings, _texts)
def test_disguised_and_typos_only_add_hits(entries: tuple[str, ...], matching: Matching, text: str) -> None:
    plain = Matching(matching.whole_words, matching.any_case, matching.any_accent, matching.plurals)
    covered = {
        place
        for _, hit in WordMatcher.build([WordList("list", entries, matching)]).find(Piece(text)) or ()
        for place in range(*hit.span)
    }
    for _, hit in WordMatcher.build([WordList("list", entries, plain)]).find(Piece(text)) or ():
        assert hit.span[0] in covered or hit.span[1] - 1 in covered


@given(st.lists(st.text("abls -_1é\b", max_size=12), max_size=12), _entries, _matchings)
def test_pieces_scanned_together_give_what_each_gives_alone(
    texts: list[str], entries: tuple[str, ...], matching: Matching
) -> None:
    scanner = build_scanner([ScanRequest(lists=(WordList("list", entries, matching, ("ab",)),))])
    pieces = [Piece(text) for text in texts]
    together = {place: [hit.span for hit in hits[0]] for place, hits in (scanner.scan_pieces(pieces) or {}).items()}
    alone = {
        place: [hit.span for hit in hits[0]]
        for place, piece in enumerate(pieces)
        if (hits := scanner.scan(piece)) is not None
    }
    assert together == alone


@given(st.text(max_size=80), _matchings)
def test_no_text_makes_the_matcher_fail(text: str, matching: Matching) -> None:
    entries = tuple(part for part in text.split(" ") if part) or ("x",)
    found = WordMatcher.build([WordList("list", entries, matching)]).find(Piece(text)) or []
    assert all(0 <= hit.span[0] < hit.span[1] <= len(text) for _, hit in found)
