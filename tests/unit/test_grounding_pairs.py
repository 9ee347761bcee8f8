"""Pairs and what the cross-encoder gets and remembers of them."""

from __future__ import annotations

from guardrail.models.grounding.evidence import Evidence, Passages, Piece
from guardrail.models.grounding.pairs import CLS, LIMIT, SEP, encode_pair
from guardrail.models.grounding.reading import CrossEncoder
from guardrail.models.wordpiece import WordPiece
from tests.unit.standin_grounding import VOCABULARY, LackingTokens

WORDS = WordPiece.load(VOCABULARY)


def piece(text: str, rank: int) -> Piece:
    return Piece(text, 0, 0, len(text), rank, 0.0)


def test_a_pair_is_the_claim_then_its_evidence() -> None:
    pair = encode_pair(WORDS, "Tea is hot", "It is hot tea.")
    claim, evidence = WORDS.encode("Tea is hot"), WORDS.encode("It is hot tea.")
    assert pair.ids == [CLS, *claim, SEP, *evidence, SEP]
    assert pair.segments == [0] * (len(claim) + 2) + [1] * (len(evidence) + 1)
    assert pair.word_spans == {1: (0, 3), 2: (4, 6), 3: (7, 10)}


def test_the_least_useful_pieces_are_dropped_whole() -> None:
    evidence = Evidence((piece("alpha " * 60, 2), piece("beta " * 60, 0), piece("gamma " * 60, 1)))
    pair = encode_pair(WORDS, "delta", evidence, 150)
    kept = {tuple(WORDS.encode(word)) for word in ("beta", "gamma")}
    assert {tuple(WORDS.encode(word)) for word in used(pair.ids)} == kept
    assert len(pair.ids) <= 150


def used(ids: list[int]) -> list[str]:
    return [word for word in ("alpha", "beta", "gamma") if WORDS.encode(word)[0] in ids[3:]]


def test_a_single_piece_that_is_too_long_is_cut_at_its_end() -> None:
    pair = encode_pair(WORDS, "delta", Evidence((piece("one two three " * 100, 0),)), 50)
    assert len(pair.ids) == 50
    assert pair.ids[3:6] == WORDS.encode("one two three")


def test_a_claim_never_takes_the_room_of_all_evidence() -> None:
    pair = encode_pair(WORDS, "1 " * 400, "evidence " * 400)
    assert len(pair.ids) == LIMIT
    assert sum(pair.segments) > LIMIT // 4


def test_without_evidence_the_second_part_is_empty() -> None:
    assert encode_pair(WORDS, "tea", Evidence()).ids[-2:] == [SEP, SEP]


def test_a_pair_is_read_once() -> None:
    model = LackingTokens()
    encoder = CrossEncoder(model)
    pair = encode_pair(WORDS, "Tea is hot", "It is hot tea.")
    first, second = encoder.read(pair), encoder.read(pair)
    assert first == second
    assert len(first.tokens) == len(pair.word_spans)
    assert model.calls == 1


def test_the_border_between_claim_and_evidence_is_part_of_what_is_remembered() -> None:
    model = LackingTokens()
    encoder = CrossEncoder(model)
    encoder.read(encode_pair(WORDS, "tea is", "hot"))
    encoder.read(encode_pair(WORDS, "tea", "is hot"))
    assert model.calls == 2


def test_evidence_says_where_it_stands() -> None:
    passages = ["It rains. Tea is hot.", "Ice is cold."]
    found = Passages(passages).choose("Is tea hot or cold?", 3)
    assert [passages[p][s:e] for p, (s, e) in zip(found.passages, found.spans, strict=True)] == ["Tea is hot."]
    assert found.best is not None
    assert found.best.text == "Tea is hot."
