"""What holds for every answer and all passages."""

from __future__ import annotations

import json
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from guardrail.models.grounding.claims import Role, claims
from guardrail.models.grounding.dates import moments
from guardrail.models.grounding.evidence import Passages
from guardrail.models.grounding.facts import doubtful, known
from guardrail.models.grounding.numerals import quantities
from guardrail.models.grounding.records import records
from guardrail.models.grounding.scorer import Scorer
from guardrail.models.grounding.splitting import read, units
from guardrail.models.grounding.words import words
from tests.unit.standin_grounding import standin_scorer

PIECES = st.sampled_from(
    [
        "The mill ",
        "was built ",
        "in 1720",
        "on 3 March 2020",
        "$1.5m",
        " by Otto Krug",
        ". ",
        "\n",
        "- ",
        "| ",
        "**",
        "I don't know",
        ", but ",
        "?",
        "five percent",
        " not ",
        "[1]",
        "12:30",
        "\n\n",
        "# ",
        "é",
        "磨坊",
        " ",
        "1,000",
        ":",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=25).map("".join), st.text(max_size=80))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)


@cache
def scorer() -> Scorer:
    return standin_scorer()


@given(TEXTS)
def test_sentences_lie_in_the_answer_in_order_and_keep_its_offsets(answer: str) -> None:
    end = 0
    for sentence in read(answer):
        assert end <= sentence.start < sentence.end <= len(answer) or records(answer) is not None
        end = sentence.end
        if records(answer) is None:
            assert len(sentence.text) == sentence.end - sentence.start
            kept = [
                (a, b) for a, b in zip(sentence.text, answer[sentence.start : sentence.end], strict=True) if a != " "
            ]
            assert all(a == b for a, b in kept)


@given(st.one_of(TEXTS, st.lists(TEXTS, max_size=4)))
def test_units_lie_in_their_passages(passages: str | list[str]) -> None:
    for unit in units(passages):
        text = passages if isinstance(passages, str) else passages[unit.passage]
        assert 0 <= unit.start < unit.end <= len(text)
        if records(text) is None and isinstance(passages, list):
            assert text[unit.start : unit.end] == unit.text


@given(TEXTS, st.lists(TEXTS, max_size=5), st.integers(1, 60))
def test_evidence_keeps_the_order_and_the_budget(sentence: str, passages: list[str], budget: int) -> None:
    index = Passages(passages)
    found = index.choose(sentence, budget)
    places = [(piece.passage, piece.start) for piece in found.pieces]
    assert places == sorted(places)
    assert bool(found.pieces) == bool(index.units)
    assert len(found.pieces) <= 1 or sum(len(words(piece.text)) for piece in found.pieces) <= budget
    assert sorted(piece.rank for piece in found.pieces) == list(range(len(found.pieces)))
    assert index.choose(sentence, budget) == found


@given(TEXTS)
def test_a_text_states_no_fact_that_it_lacks_itself(text: str) -> None:
    assert doubtful(text, known([text])) == ()


@given(TEXTS)
def test_facts_lie_in_the_text(text: str) -> None:
    for fact in (*quantities(text), *moments(text)):
        assert 0 <= fact.start < fact.end <= len(text)


@given(VALUES)
def test_every_json_object_and_array_can_be_said(value: object) -> None:
    text = json.dumps(value)
    found = records(text)
    assert (found is not None) == isinstance(value, (dict, list))
    for record in found or ():
        assert 0 <= record.start < record.end <= len(text)


@given(TEXTS)
def test_no_text_that_looks_like_json_stops_the_reader(text: str) -> None:
    for record in records("{" + text) or ():
        assert record.end <= len(text) + 1


@settings(max_examples=60)
@given(TEXTS, st.lists(TEXTS, max_size=3), st.none() | TEXTS)
def test_support_is_a_share_and_at_most_the_least_sentences(
    answer: str, passages: list[str], question: str | None
) -> None:
    found = scorer().judge(answer, passages, question)
    assert 0.0 <= found.support <= min((sentence.support for sentence in found.sentences), default=1.0) <= 1.0
    assert len(found.sentences) == len(claims(answer, question))
    for sentence in found.sentences:
        assert all(sentence.start <= start < end <= sentence.end for start, end in sentence.unsupported)
        assert bool(sentence.unsupported) == (sentence.support < 0.5)


@settings(max_examples=60)
@given(TEXTS)
def test_an_answer_that_claims_nothing_is_supported_by_anything(answer: str) -> None:
    found = scorer().judge(answer, [])
    assert (found.support == 1.0) == all(sentence.role is not Role.CLAIM for sentence in found.sentences)


@given(st.integers(0, 10**7))
def test_a_number_is_the_same_with_and_without_separators(number: int) -> None:
    plain, grouped = quantities(f"It is {number}."), quantities(f"It is {number:,}.")
    assert [q.raw for q in plain] == [q.raw for q in grouped] == [float(number)]
