"""Histograms as one HTML page without anything from elsewhere: bars are SVG, a bar a bucket."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from html import escape

_BUCKETS = 60
_WIDTH, _HEIGHT = 900, 160


def histogram_page(title: str, series: Mapping[str, Sequence[float]], *, mark: float) -> str:
    """A page with one histogram for each series, all on one scale; a line stands at `mark`.

    >>> "<rect" in histogram_page("Times", {"one": [1.0, 2.0, 99.0]}, mark=50.0)
    True
    """
    most = max((value for values in series.values() for value in values), default=1.0)
    top = max(most, mark) * 1.02
    body = "".join(f"<h2>{escape(name)}</h2>{_histogram(values, top, mark)}" for name, values in series.items())
    return (
        f"<!doctype html><meta charset='utf-8'><title>{escape(title)}</title>"
        "<style>body{font:14px sans-serif;margin:2em}rect{fill:#48c}line{stroke:#c22}text{font-size:11px}</style>"
        f"<h1>{escape(title)}</h1><p>Bars are calls on a logarithmic scale; the red line is the budget.</p>{body}"
    )


def _histogram(values: Sequence[float], top: float, mark: float) -> str:
    counts = [0] * _BUCKETS
    for value in values:
        counts[min(_BUCKETS - 1, int(value / top * _BUCKETS))] += 1
    bars = "".join(_bars(counts))
    at = mark / top * _WIDTH
    line = f"<line x1='{at:.1f}' x2='{at:.1f}' y1='0' y2='{_HEIGHT}'/>"
    ticks = "".join(
        f"<text x='{share * _WIDTH:.0f}' y='{_HEIGHT + 14}'>{share * top:.0f}</text>" for share in (0, 0.25, 0.5, 0.75)
    )
    return f"<svg width='{_WIDTH}' height='{_HEIGHT + 20}'>{bars}{line}{ticks}</svg>"


def _bars(counts: Sequence[int]) -> Iterator[str]:
    tallest = math.log1p(max(counts, default=0)) or 1.0
    width = _WIDTH / len(counts)
    for place, count in enumerate(counts):
        height = math.log1p(count) / tallest * _HEIGHT
        if count:
            where = f"x='{place * width:.1f}' y='{_HEIGHT - height:.1f}'"
            yield f"<rect {where} width='{width - 1:.1f}' height='{height:.1f}'><title>{count:,}</title></rect>"
