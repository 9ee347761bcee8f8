"""Properties of the grounding model's last step."""

from __future__ import annotations

import numpy
from hypothesis import given
from hypothesis import strategies as st

from guardrail.models.grounding.stack import Stack, support
from guardrail.training.ground_calibration import best_threshold, mixed

ODDS = st.floats(-30, 30)
SCORED = st.lists(st.tuples(st.sampled_from([-3.0, -1.0, 0.0, 0.5, 2.0, 4.0]), st.booleans()), min_size=2, max_size=40)


def f1(scores: numpy.ndarray, bad: numpy.ndarray, threshold: float) -> float:
    called = scores >= threshold
    return float(2 * (called & (bad == 1)).sum() / (called.sum() + bad.sum()))


@given(SCORED.filter(lambda rows: any(bad for _, bad in rows)))
def test_no_threshold_is_much_better_than_the_best_one(rows: list[tuple[float, bool]]) -> None:
    scores = numpy.array([score for score, _ in rows])
    bad = numpy.array([int(bad) for _, bad in rows])
    found = best_threshold(scores, bad, numpy.ones(len(rows)))
    assert f1(scores, bad, found) >= max(f1(scores, bad, one) for one in scores) - 0.0101


@given(st.lists(ODDS, min_size=1, max_size=30), st.floats(0, 1), st.floats(0.1, 3), st.floats(-5, 5))
def test_an_answer_is_never_better_supported_than_its_worst_claim(
    odds: list[float], length: float, slope: float, offset: float
) -> None:
    stack = Stack(1.0, 0.0, (), 0.0, slope=slope, offset=offset, length=length)
    assert 0.0 <= stack.answer_support(odds) <= support(max(odds))


@given(st.lists(ODDS, min_size=1, max_size=30), st.floats(0, 1))
def test_the_order_of_claims_does_not_matter(odds: list[float], length: float) -> None:
    stack = Stack(1.0, 0.0, (), 0.0, length=length)
    turned = sorted(odds, reverse=True)
    assert abs(stack.total(odds) - stack.total(turned)) < 1e-9


@given(st.lists(ODDS, min_size=1, max_size=30), st.floats(0, 1), st.integers(0, 29), st.floats(0, 5))
def test_a_claim_with_less_support_never_helps_its_answer(
    odds: list[float], length: float, place: int, more: float
) -> None:
    stack = Stack(1.0, 0.0, (), 0.0, length=length)
    worse = list(odds)
    worse[place % len(odds)] += more
    assert stack.answer_support(worse) <= stack.answer_support(odds) + 1e-12


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 1)), min_size=1, max_size=60),
    st.floats(0.01, 0.99),
)
def test_groups_with_rows_enough_of_both_labels_have_the_prevalence(rows: list[tuple[str, int]], share: float) -> None:
    full = [row for row in rows for _ in range(20)]
    counted = mixed([group for group, _ in full], [label for _, label in full], share)
    for group in {group for group, _ in rows if {(group, 0), (group, 1)} <= set(rows)}:
        own = [(weight, label) for weight, (name, label) in zip(counted, full, strict=True) if name == group]
        positive = sum(weight for weight, label in own if label)
        assert abs(positive / sum(weight for weight, _ in own) - share) < 1e-9
