"""The fit of the grounding model's last step, on claims made up so that the answer is known."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy
import pytest

from guardrail.evaluate.measures import MeasureError
from guardrail.models.grounding.features import NAMES
from guardrail.models.grounding.stack import Stack, load
from guardrail.training.ground_calibration import (
    ANSWERS,
    MOST_LENGTH,
    RAG_LIKE,
    best_threshold,
    calibrated,
    length_share,
    mixed,
    odds_by,
    token_threshold,
    with_answer_curve,
)
from guardrail.training.ground_composing import composed
from guardrail.training.ground_readings import ReadAnswer, ReadClaim, ReadWord, drawn, read_all, read_answer
from guardrail.training.ground_report import areas_left_out, report
from guardrail.training.ground_stack import BY_HAND, COLUMNS, Weights, by_hand, claim_table, fit_weights, write_stack
from guardrail.training.rows import LabelledAnswer
from tests.unit.standin_grounding import standin_scorer

PLAIN = Stack(1.0, 0.0, (0.0,) * len(NAMES), 0.0)
MILL = "The mill was built in 1720 by the town. It has four floors and a wheel."


def figures(logit: float = 0.0, token: float = 0.0, **features: float) -> tuple[float, ...]:
    return (logit, token, *(features.get(name, 0.0) for name in NAMES))


def claim(bad: bool | None, words: Sequence[ReadWord] = (), **values: float) -> ReadClaim:
    return ReadClaim(figures(**values), bad, tuple(words))


def answer(label: int, *claims: ReadClaim, source: str = "own_rag", seen: bool = True) -> ReadAnswer:
    return ReadAnswer(source, label, claims, seen)


def answers(count: int = 60, source: str = "own_rag", seen: bool = True, seed: int = 1) -> list[ReadAnswer]:
    """Half of them bad: their logit is some 3 higher, and each second one has a wrong number."""
    chance = Random(seed)
    return [
        answer(
            n % 2,
            claim(bool(n % 2), logit=chance.gauss(3.0 * (n % 2) - 2, 1.0), numbers=float(n % 4 == 1)),
            source=source,
            seen=seen,
        )
        for n in range(count)
    ]


def row(text: str, label: int = 0, spans: tuple[tuple[int, int], ...] | None = None) -> LabelledAnswer:
    return LabelledAnswer(MILL, text, label, "own_rag", "dev", "What about the mill?", spans)


def test_a_strong_ridge_gives_the_weights_set_by_hand() -> None:
    found = fit_weights(claim_table(answers()), strength=1e6)
    assert dict(zip(COLUMNS, found.by_column, strict=True)) == pytest.approx(
        {name: BY_HAND.get(name, 0.0) for name in COLUMNS}, abs=1e-3
    )


def test_a_weak_ridge_learns_what_tells_labels_apart() -> None:
    found = dict(zip(COLUMNS, fit_weights(claim_table(answers(400)), strength=1e-4).by_column, strict=True))
    assert found["logit"] > 2.0
    assert found["numbers"] > BY_HAND["numbers"]


def test_nothing_that_is_missing_speaks_for_a_sentence() -> None:
    odd = [answer(n % 2, claim(bool(n % 2), logit=float(n % 2), names=float(not n % 2))) for n in range(40)]
    found = dict(zip(COLUMNS, fit_weights(claim_table(odd), strength=1e-3).by_column, strict=True))
    assert found["names"] == 0.0
    assert found["logit"] > 0.0


def test_only_the_columns_asked_for_are_used() -> None:
    found = fit_weights(claim_table(answers()), ("numbers",), strength=1e-3)
    assert [name for name, weight in zip(COLUMNS, found.by_column, strict=True) if weight] == ["numbers"]


def test_every_source_and_each_of_its_labels_weigh_the_same() -> None:
    table = claim_table([*answers(200, "large"), *answers(40, "small")])
    assert table.counted[:200].sum() == pytest.approx(table.counted[200:].sum())
    assert table.counted[table.bad == 1].sum() == pytest.approx(0.5)


def test_a_handful_of_rows_does_not_weigh_as_much_as_hundreds() -> None:
    table = claim_table([*answers(200, "large"), *answers(2, "tiny")])
    assert table.counted[200:].sum() < table.counted[:200].sum() / 10


def test_claims_whose_label_is_not_known_are_not_fitted_to() -> None:
    assert len(claim_table([answer(1, claim(None), claim(True)), answer(0, ReadClaim(None, False))]).x) == 1


def test_length_takes_back_what_many_claims_add_by_their_number() -> None:
    alike = [answer(0, *[claim(False, logit=-2.0)] * n) for n in (1, 2, 4, 8)]
    assert length_share(PLAIN, alike) == MOST_LENGTH
    half = [answer(0, *[claim(False, logit=-2.0 - 0.75 * float(numpy.log(n)))] * n) for n in (1, 2, 4, 8)]
    assert length_share(PLAIN, half) == pytest.approx(0.25)
    one_doubt = [answer(0, claim(False, logit=0.0), *[claim(False, logit=-20.0)] * n) for n in (0, 1, 3, 7)]
    assert length_share(PLAIN, one_doubt) == pytest.approx(0.0, abs=1e-6)


def test_length_compares_answers_of_one_source_alone() -> None:
    short_and_sure = [answer(0, claim(False, logit=-6.0), source="begin") for _ in range(9)]
    long_and_doubted = [answer(0, *[claim(False, logit=2.0)] * 4, source="bump") for _ in range(9)]
    assert length_share(PLAIN, [*short_and_sure, *long_and_doubted]) == 0.0


def test_half_support_is_the_best_point_for_answers() -> None:
    rows = answers(200)
    stack = with_answer_curve(replace(PLAIN, bias=-1.0), rows)
    called = numpy.array([stack.answer_support(odds_by(stack)(one)) < 0.5 for one in rows])
    labels = numpy.array([one.label for one in rows])
    counted = mixed([one.source for one in rows], labels.tolist(), ANSWERS)
    logits = numpy.array([one.read[0][0] for one in rows])

    def f1(calls: numpy.ndarray) -> float:
        return float(2 * counted[calls & (labels == 1)].sum() / (counted[calls].sum() + counted[labels == 1].sum()))

    assert stack.slope > 0
    assert f1(called) >= max(f1(logits >= logit) for logit in logits) - 0.0101


def test_the_token_threshold_lies_between_good_words_and_bad_ones() -> None:
    marked = [ReadWord(3.0, False, True), ReadWord(-2.0, False, False), ReadWord(-4.0, True, True)]
    found = token_threshold(PLAIN, [answer(1, claim(True, marked, logit=1.0))] * 3)
    assert -2.0 < found <= 16.5  # The doubted word is marked whatever its logit.


def test_composed_answers_are_as_often_bad_as_their_length_says() -> None:
    made = composed(answers(200))
    assert {one.source for one in made} == {"own_rag, composed"}
    assert all(one.label == any(claim.bad for claim in one.claims) for one in made)
    assert 0.2 < sum(one.label for one in made) / len(made) < 0.5
    assert made == composed(answers(200))
    assert composed(answers(8)) == []


def test_all_points_come_from_rag_like_answers() -> None:
    weights = Weights(numpy.array([1.0, 0.0, *[0.0] * len(NAMES)]), 0.0)
    word = [ReadWord(1.0, False, True), ReadWord(-1.0, False, False)]
    spans = [answer(1, claim(True, word, logit=9.0))]
    same = [calibrated(weights, [*answers(80), *spans, *answers(n, "snli_dev", seed=5)]) for n in (0, 60)]
    assert same[0] == same[1]
    assert "snli_dev" not in RAG_LIKE


def test_without_answers_of_both_labels_nothing_is_calibrated() -> None:
    weights = Weights(numpy.zeros(len(COLUMNS)), 0.0)
    for rows in ([], answers(40, "snli_dev"), [answer(0, claim(False))]):
        with pytest.raises(MeasureError, match="answers like those of a system that retrieves"):
            calibrated(weights, rows)
    with pytest.raises(MeasureError, match="unsupported words"):
        token_threshold(PLAIN, answers())


def test_the_best_threshold_of_equal_scores_is_that_score() -> None:
    assert best_threshold(numpy.array([1.0, 1.0]), numpy.array([1, 0]), numpy.ones(2)) == 1.0


def test_areas_come_from_fits_that_left_the_source_out() -> None:
    turned = [
        replace(one, label=1 - one.label, claims=tuple(replace(c, bad=not c.bad) for c in one.claims))
        for one in answers(60, "turned")
    ]
    found = {one.source: one for one in areas_left_out([*answers(60, "straight"), *turned])}
    assert set(found) == {"straight", "turned"}
    assert (
        found["straight"].by_answer["logit"] or 0
    ) == 0.5  # The other source says that the logit means nothing good.
    assert found["turned"].by_sentence["lexical"] is not None


def test_a_report_marks_sources_that_were_not_trained_on() -> None:
    rows = [*answers(60, "begin"), *answers(60, "own_rag", seen=False)]
    text = report(rows, replace(by_hand(), offset=0.5))
    assert "| own_rag \\* |" in text
    assert "| begin |" in text
    assert "**mean, not trained on**" in text


def test_what_is_written_is_what_is_read(tmp_path: Path) -> None:
    stack = replace(by_hand(), slope=0.75, offset=0.5, token_threshold=-0.25, length=0.5)
    write_stack(stack, tmp_path / "grounding" / "stack.json", "ab" * 32)
    assert load(tmp_path / "grounding" / "stack.json") == stack
    assert json.loads((tmp_path / "grounding" / "stack.json").read_text("utf-8"))["weights_sha256"] == "ab" * 32


def test_labels_fall_on_the_claims_that_spans_touch() -> None:
    text = "The mill has four floors and a large wheel. It is of gold."
    found = read_answer(row(text, 1, ((50, 57),)), standin_scorer().read)
    assert found is not None
    assert [one.bad for one in found.claims] == [False, True]
    assert [word.bad for word in found.claims[1].words][-3:-1] == [True, True]  # "of gold", then the full stop.


def test_an_answer_without_spans_labels_its_only_claim() -> None:
    read = standin_scorer().read
    alone, several = (
        read_answer(row("It is of gold.", 1), read),
        read_answer(row("It is of gold. It is of tin.", 1), read),
    )
    assert alone is not None
    assert several is not None
    assert [one.bad for one in alone.claims] == [True]
    assert [one.bad for one in several.claims] == [None, None]
    assert alone.claims[0].words == ()


def test_what_stands_word_for_word_is_not_read() -> None:
    found = read_answer(row("The mill was built in 1720 by the town."), standin_scorer().read)
    assert found is not None
    assert found.claims[0].figures is None
    assert found.read == []


def test_rows_without_passages_are_left_out() -> None:
    empty = replace(row("It is of gold."), context="")
    assert read_all([empty, row("It is of gold.")], standin_scorer().read, 7, seen=False) == read_all(
        [row("It is of gold.")], standin_scorer().read, 7, seen=False
    )


def test_rows_are_drawn_alike_from_every_source() -> None:
    many = [replace(row(f"It has {n} doors."), source=source) for source in ("a", "b") for n in range(20)]
    kept = drawn(many, 7, 5)
    assert [one.source for one in kept] == ["a"] * 5 + ["b"] * 5
    assert kept == drawn(many, 7, 5)
