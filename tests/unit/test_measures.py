"""The measures of scores, on small sets whose answers are known, and on what must be refused."""

from __future__ import annotations

import math

import pytest

from guardrail.evaluate.measures import (
    MeasureError,
    auc_interval,
    average_precision,
    best_f1,
    brier,
    expected_calibration_error,
    operating_point,
    recall_at_false_alarms,
    roc_auc,
    wilson_interval,
)


def test_the_roc_area_counts_ties_half() -> None:
    assert roc_auc([1, 1, 1, 1], [0, 1, 0, 1]) == 0.5
    assert roc_auc([1, 2, 2, 3], [0, 0, 1, 1]) == 0.875
    assert roc_auc([3, 1], [0, 1]) == 0.0


def test_average_precision_takes_tied_scores_together() -> None:
    # One threshold alone: precision is the share of positives, whatever the order of the rows.
    assert average_precision([1, 1, 1, 1], [1, 0, 0, 0]) == 0.25
    assert average_precision([1, 1, 1, 1], [0, 0, 0, 1]) == 0.25


def test_an_operating_point_keeps_to_its_rate_also_among_ties() -> None:
    scores, labels = [0.9, 0.5, 0.5, 0.5, 0.1], [1, 1, 0, 0, 0]
    assert recall_at_false_alarms(scores, labels, 0.5) == 0.5
    found = operating_point(scores, labels, 0.7)
    assert (found.threshold, found.hits, found.alarms) == (0.5, 2, 2)
    assert found.recall == 1.0
    assert found.false_alarm_rate == pytest.approx(2 / 3)


def test_where_the_highest_score_is_a_false_alarm_nothing_is_caught() -> None:
    found = operating_point([0.9, 0.1], [0, 1], 0.01)
    assert found.hits == 0
    assert math.isinf(found.threshold)


def test_the_best_f1_is_found_with_its_threshold() -> None:
    f1, threshold = best_f1([0.9, 0.8, 0.2, 0.1], [1, 1, 1, 0])
    assert (f1, threshold) == (1.0, 0.2)


def test_calibration_error_is_zero_where_scores_are_shares() -> None:
    assert expected_calibration_error([0.25] * 4, [1, 0, 0, 0]) == 0.0
    assert expected_calibration_error([1.0] * 4, [1, 0, 0, 0]) == 0.75
    assert brier([0.25] * 4, [1, 0, 0, 0]) == pytest.approx(0.1875)


def test_a_wilson_interval_holds_its_share_and_stays_within_bounds() -> None:
    assert wilson_interval(0, 0) == (0.0, 1.0)
    low, high = wilson_interval(0, 20)
    # The rule of three says about 3 of 20; Wilson's interval is a little wider.
    assert (low, round(high, 3)) == (0.0, 0.161)
    assert wilson_interval(20, 20)[1] == 1.0
    narrow, wide = wilson_interval(500, 1000), wilson_interval(5, 10)
    assert wide[0] < narrow[0] < 0.5 < narrow[1] < wide[1]


def test_an_interval_of_the_roc_area_narrows_with_rows_and_stays_below_one() -> None:
    few, many = auc_interval(0.95, 20, 20), auc_interval(0.95, 2000, 2000)
    assert few[0] < many[0] < 0.95 < many[1] < few[1] < 1.0
    assert auc_interval(1.0, 5, 5)[1] <= 1.0


@pytest.mark.parametrize("measure", [roc_auc, average_precision, best_f1])
def test_one_label_alone_is_refused(measure: object) -> None:
    assert callable(measure)
    with pytest.raises(MeasureError, match="both 0 and 1 are needed"):
        measure([0.1, 0.2], [1, 1])


@pytest.mark.parametrize(
    ("scores", "labels", "words"),
    [
        ([], [], "not empty"),
        ([0.1], [0, 1], "one length"),
        ([math.nan, 0.1], [0, 1], "finite"),
        ([0.1, 0.2], [0, 2], "0 or 1"),
        ([[0.1, 0.2]], [[0, 1]], "two lists"),
    ],
)
def test_what_is_no_scores_and_labels_is_refused(scores: list[float], labels: list[int], words: str) -> None:
    with pytest.raises(MeasureError, match=words):
        brier(scores, labels)
