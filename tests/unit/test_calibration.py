"""Curves, levels and cards: what they come to on sets whose truth is known, and what they refuse."""

from __future__ import annotations

import json
from pathlib import Path

import numpy
import pytest

from guardrail.evaluate.calibration import (
    FALSE_ALARMS,
    Curve,
    TooFewTexts,
    extrapolate_level,
    measure_level,
    measure_levels,
    platt,
    texts_needed,
)
from guardrail.evaluate.card_making import Reference, make_card, write_card
from guardrail.evaluate.measures import MeasureError
from guardrail.models.cards import parse_card


def drawn(count: int, seed: int = 3) -> numpy.ndarray:
    return numpy.random.default_rng(seed).normal(-3.0, 1.5, count)


def test_the_curve_finds_the_truth_that_labels_were_drawn_from() -> None:
    chance = numpy.random.default_rng(1)
    logits = chance.normal(0, 2, 20_000)
    labels = chance.random(20_000) < 1 / (1 + numpy.exp(-(0.7 * logits - 1.2)))
    curve = platt(logits, labels.astype(int))
    assert curve.slope == pytest.approx(0.7, abs=0.03)
    assert curve.offset == pytest.approx(-1.2, abs=0.05)


def test_weights_count_a_text_as_often_as_they_say() -> None:
    logits, labels = [-2.0, -1.0, 0.5, -0.5, 2.0], [0, 0, 0, 1, 1]
    twice = platt([*logits, -0.5], [*labels, 1])
    weighed = platt(logits, labels, [1, 1, 1, 2, 1])
    assert (weighed.slope, weighed.offset) == pytest.approx((twice.slope, twice.offset), abs=1e-6)


def test_texts_that_are_told_apart_perfectly_are_never_certain() -> None:
    curve = platt([-1.0] * 10 + [1.0] * 10, [0] * 10 + [1] * 10)
    # Platt's targets: (10 + 1) / (10 + 2) and 1 / (10 + 2).
    assert curve.score(1.0) == pytest.approx(11 / 12, abs=1e-4)
    assert curve.score(-1.0) == pytest.approx(1 / 12, abs=1e-4)


@pytest.mark.parametrize(
    ("logits", "labels", "words"),
    [
        ([1.0, 2.0], [1, 1], "both 0 and 1"),
        ([2.0, 1.0, 2.5, 0.5], [0, 1, 0, 1], "wrong way round"),
        ([1.0, float("inf")], [0, 1], "finite"),
        ([1.0], [0, 1], "one length"),
    ],
)
def test_what_has_no_curve_is_refused(logits: list[float], labels: list[int], words: str) -> None:
    with pytest.raises(MeasureError, match=words):
        platt(logits, labels)


def test_a_level_is_reached_by_no_more_texts_than_it_allows() -> None:
    logits = drawn(4000)
    for name, rate in FALSE_ALARMS.items():
        level = measure_level(logits, name, rate)
        assert level.flagged == int(rate * 4000)
        assert level.interval[0] <= level.threshold <= level.interval[1]
        assert level.rate_interval[0] < rate < level.rate_interval[1]


def test_intervals_hold_the_true_threshold_in_nineteen_of_twenty_sets() -> None:
    truth = -3.0 + 1.5 * 2.326348  # the normal quantile at 99 %
    held = 0
    for seed in range(200):
        low, high = measure_level(drawn(1000, seed), "likely", 0.01).interval
        held += low <= truth <= high
    assert held >= 184  # 190 expected; fewer would happen once in a hundred


def test_ties_at_the_threshold_flag_fewer_and_never_more() -> None:
    logits = [0.0] * 90 + [1.0] * 10
    level = measure_level(logits, "possible", 0.05)
    assert (level.flagged, level.threshold) == (0, 1.5)
    level = measure_level([*logits[:97], 2.0, 2.0, 2.0], "possible", 0.05)
    assert (level.flagged, level.threshold) == (3, 1.5)


def test_too_few_texts_name_every_level_that_they_cannot_show() -> None:
    with pytest.raises(TooFewTexts) as caught:
        measure_levels(drawn(200))
    assert caught.value.needed == {"likely": 368, "very_likely": 3688}
    assert str(caught.value) == (
        "200 benign texts are too few to measure `likely` (it takes 368) and `very_likely` (it takes 3,688)"
    )


def test_the_least_number_of_texts_has_an_upper_end() -> None:
    for rate in FALSE_ALARMS.values():
        level = measure_level(drawn(texts_needed(rate)), "x", rate)
        assert level.interval[1] >= level.threshold


def test_an_extrapolated_level_is_marked_and_errs_to_the_side_of_fewer_alarms() -> None:
    levels = measure_levels(drawn(400), extrapolate=True)
    assert [level.measured for level in levels] == [True, True, False]
    truth = -3.0 + 1.5 * 3.0902
    # A normal tail falls faster than the exponential one that is assumed.
    assert truth - 0.5 < levels[2].threshold < truth + 2.5


def test_an_exponential_tail_is_extrapolated_right() -> None:
    logits = numpy.random.default_rng(5).exponential(1.0, 3000)
    level = extrapolate_level(logits, "very_likely", 0.001)
    assert level.threshold == pytest.approx(6.908, rel=0.1)
    assert level.interval[0] < 6.908 < level.interval[1]


def test_levels_that_come_to_the_same_score_are_refused() -> None:
    with pytest.raises(MeasureError, match="too much alike"):
        measure_levels([0.0] * 5000)


# ------------------------------------------------------------------ cards


def test_a_card_is_one_that_the_package_reads_and_says_how_it_was_made() -> None:
    logits = drawn(4000)
    made = make_card("toxicity", "ab" * 32, Curve(1.0, 0.5), Reference("our traffic", logits), quality={"roc_auc": 0.9})
    card = parse_card("toxicity", made)
    assert (card.slope, card.offset) == (1.0, 0.5)
    for name, rate in FALSE_ALARMS.items():
        reached = sum(card.score(logit) >= card.levels[name] for logit in logits)
        assert reached == made["measured"][name]["flagged"] == int(rate * 4000)
    assert made["reference"] == {"name": "our traffic", "texts": 4000}
    assert made["quality"] == {"roc_auc": 0.9}
    assert made["weights_sha256"] == "ab" * 32


def test_a_curve_too_steep_to_tell_levels_apart_is_flattened_around_its_middle() -> None:
    logits = drawn(4000)
    steep = make_card("toxicity", "", Curve(40.0, 100.0), Reference("x", logits))
    card = parse_card("toxicity", steep)
    assert -card.offset / card.slope == pytest.approx(-2.5)
    assert card.levels["very_likely"] - card.levels["likely"] > 1e-6


def test_languages_show_their_own_false_alarms_and_scores_where_they_can_be_seen() -> None:
    logits = numpy.concatenate([drawn(4000), drawn(100, 4) + 2])
    made = make_card("x", "", Curve(1.0, 0.0), Reference("x", logits, ["en"] * 4000 + ["sw"] * 100))
    english, swahili = made["languages"]["en"], made["languages"]["sw"]
    assert (english["texts"], swahili["texts"]) == (4000, 100)
    assert swahili["levels"]["possible"]["rate"] > english["levels"]["possible"]["rate"]
    assert swahili["levels"]["possible"]["own_score"] > made["levels"]["possible"]
    assert "own_score" not in swahili["levels"]["likely"]


def test_a_written_card_is_json_with_a_final_line_break(tmp_path: Path) -> None:
    made = make_card("toxicity", "", Curve(1.0, 0.0), Reference("x", drawn(4000)))
    write_card(tmp_path / "cards" / "toxicity.json", made)
    text = (tmp_path / "cards" / "toxicity.json").read_text("utf-8")
    assert json.loads(text) == made
    assert text.endswith("}\n")
