"""What holds of the measures for all scores and labels."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrail.evaluate.measures import average_precision, best_f1, operating_point, roc_auc, wilson_interval

# Few distinct scores, so that ties are the rule.
ROWS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 1)), min_size=2, max_size=40).filter(
    lambda rows: len({label for _, label in rows}) == 2
)
Rows = list[tuple[int, int]]


def split(rows: Rows) -> tuple[list[float], list[int]]:
    return [float(score) for score, _ in rows], [label for _, label in rows]


@given(ROWS)
def test_the_roc_area_is_the_share_of_pairs_in_the_right_order(rows: Rows) -> None:
    scores, labels = split(rows)
    pairs = [
        (a > b) + (a == b) / 2
        for (a, one), (b, other) in product(zip(scores, labels, strict=True), repeat=2)
        if one == 1 and other == 0
    ]
    assert roc_auc(scores, labels) == pytest.approx(sum(pairs) / len(pairs))


@given(ROWS, st.floats(0, 1))
def test_an_operating_point_is_the_best_of_all_thresholds_within_its_rate(rows: Rows, rate: float) -> None:
    scores, labels = split(rows)
    found = operating_point(scores, labels, rate)
    recalls = []
    for threshold in [*set(scores), 99.0]:
        caught = [label for score, label in zip(scores, labels, strict=True) if score >= threshold]
        if caught.count(0) <= rate * labels.count(0) + 1e-9:
            recalls.append(caught.count(1) / labels.count(1))
    assert found.recall == max(recalls)
    assert found.alarms <= rate * found.negatives + 1e-9


@given(ROWS)
def test_the_best_f1_is_that_of_the_best_threshold(rows: Rows) -> None:
    scores, labels = split(rows)
    everything = []
    for threshold in set(scores):
        caught = [label for score, label in zip(scores, labels, strict=True) if score >= threshold]
        everything.append(2 * caught.count(1) / (len(caught) + labels.count(1)))
    assert best_f1(scores, labels)[0] == pytest.approx(max(everything))


@pytest.mark.parametrize("measure", [roc_auc, average_precision])
@given(rows=ROWS, shuffle=st.randoms(use_true_random=False))
def test_the_order_of_rows_and_the_scale_of_scores_change_nothing(
    measure: Callable[[list[float], list[int]], float], rows: Rows, shuffle: object
) -> None:
    scores, labels = split(rows)
    mixed = list(rows)
    shuffle.shuffle(mixed)  # type: ignore[attr-defined]
    stretched = [3 * score - 100 for score, _ in mixed]
    assert measure(stretched, [label for _, label in mixed]) == pytest.approx(measure(scores, labels))


@given(st.integers(0, 500), st.integers(1, 500))
def test_a_wilson_interval_is_within_bounds_and_around_its_share(hits: int, more: int) -> None:
    total = hits + more
    low, high = wilson_interval(hits, total)
    assert 0.0 <= low <= hits / total <= high <= 1.0
