"""Figures with their intervals, as people read them."""

from __future__ import annotations

Interval = tuple[float, float]


def percent(share: float) -> str:
    """A share as a percentage with as many digits as it needs.

    >>> percent(0.5), percent(0.012), percent(0.00096), percent(0.0)
    ('50 %', '1.2 %', '0.10 %', '0 %')
    """
    value = 100 * share
    if value == 0 or value >= 9.95:
        return f"{value:.0f} %"
    return f"{value:.1f} %" if value >= 0.95 else f"{value:.2f} %"


def percent_between(share: float, interval: Interval) -> str:
    """A share with the interval it lies in.

    >>> percent_between(0.05, (0.041, 0.061))
    '5.0 % (4.1 to 6.1 %)'
    """
    low, high = percent(interval[0]).removesuffix(" %"), percent(interval[1])
    return f"{percent(share)} ({low} to {high})"


def figure_between(value: float, interval: Interval) -> str:
    """A figure in [0, 1] with the interval it lies in.

    >>> figure_between(0.9, (0.846, 0.936))
    '0.900 (0.846 to 0.936)'
    """
    return f"{value:.3f} ({interval[0]:.3f} to {interval[1]:.3f})"


def score_text(score: float) -> str:
    """A score with the digits that tell it from 0 and from 1.

    >>> score_text(0.51234), score_text(0.99987), score_text(0.00012)
    ('0.512', '0.99987', '0.00012')
    """
    for digits in range(3, 7):
        shown = f"{score:.{digits}f}"
        if 0.002 <= float(shown) <= 0.998 or (digits > 3 and 0 < float(shown) < 1 and _is_close(float(shown), score)):
            return shown
    return f"{score:.6f}"


def _is_close(shown: float, score: float) -> bool:
    """Whether the distance to the nearer of 0 and 1 is right to within a tenth."""
    distance = min(score, 1 - score)
    return abs(min(shown, 1 - shown) - distance) <= 0.1 * distance
