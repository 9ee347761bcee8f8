"""The way back: from offsets in a rendering to exact spans of the original text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from functools import cache
from itertools import accumulate
from typing import TypeAlias

from guardrail.text.characters import is_accent, is_follower, is_ignorable, is_variation_selector
from guardrail.text.folding import Table, attach_marks, clean_runs, clean_table, compose, folded_table

Stretch: TypeAlias = tuple[int, int, int, bool]
"""Offset in the rendering, original start, original end, and whether each character maps to the one at its place."""

RenderRun: TypeAlias = Callable[[str], str]


class OffsetMap:
    """Maps a rendering back to its original, both given in the parts that `split_runs` cuts.

    ASCII parts map character by character. A run is cut into clusters, the smallest stretches that render alone: a
    character, what composes with it, and the marks on it that were dropped. A run is aligned when it is first asked
    for.
    """

    __slots__ = ("_alignments", "_original_starts", "_originals", "_render", "_shapes", "_view_starts")

    def __init__(self, originals: list[str], renderings: list[str], render: RenderRun, shapes: Table) -> None:
        originals, renderings = list(originals), list(renderings)
        attach_marks(originals, renderings)
        self._originals = originals
        self._render = render
        self._shapes = shapes
        self._original_starts = list(accumulate(map(len, originals), initial=0))
        self._view_starts = list(accumulate(map(len, renderings), initial=0))
        self._alignments: dict[int, list[Stretch]] = {}

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original span of rendering offsets `[start, end)`; an empty one stays empty, before its character."""
        if end > start:
            return self._original_of(start)[0], self._original_of(end - 1)[1]
        if start >= self._view_starts[-1]:
            return self._original_starts[-1], self._original_starts[-1]
        first = self._original_of(start)[0]
        return first, first

    def _original_of(self, offset: int) -> tuple[int, int]:
        place = bisect_right(self._view_starts, offset, 0, len(self._originals)) - 1
        inside = offset - self._view_starts[place]
        base = self._original_starts[place]
        if place % 2 == 0:
            return base + inside, base + inside + 1
        stretches = self._alignment(place)
        view_start, first, last, exact = stretches[bisect_right(stretches, inside, key=lambda s: s[0]) - 1]
        if exact:
            return base + first + inside - view_start, base + first + inside - view_start + 1
        return base + first, base + last

    def _alignment(self, place: int) -> list[Stretch]:
        found = self._alignments.get(place)
        if found is None:
            found = self._alignments[place] = align(self._originals[place], self._render, self._shapes)
        return found


def align(run: str, render: RenderRun, shapes: Table) -> list[Stretch]:
    """The stretches of one run, in order; those that render to nothing are left out."""
    stretches: list[Stretch] = []
    offset = 0
    for cluster in _clusters().finditer(run.translate(shapes)):
        first, last = cluster.span()
        exact = cluster.lastgroup == "plain"
        length = last - first if exact else len(render(run[first:last]))
        if length:
            stretches.append((offset, first, last, exact))
            offset += length
    return stretches


@cache
def _clusters() -> re.Pattern[str]:
    # b: renders to one character; e: to more; c: joins the one before it; m: a dropped mark; z: dropped otherwise.
    return re.compile(r"(?P<plain>b+)(?![zmc])|[bec](?:[zmc]*[mc])?")


def folded_run(run: str) -> str:
    """The folded rendering of one run."""
    return compose(run.translate(folded_table()))


def clean_run(run: str) -> str:
    """The clean rendering of one run."""
    return clean_runs([run])[0]


@cache
def folded_shapes() -> Table:
    """The part each character takes in a folded rendering's clusters."""
    return Table(lambda character: _shape(character, folded_table()[ord(character)]))


@cache
def clean_shapes() -> Table:
    """The part each character takes in a clean rendering's clusters."""
    return Table(lambda character: _shape(character, unicodedata.normalize("NFKC", clean_table()[ord(character)])))


def _shape(character: str, rendering: str) -> str:
    if not rendering:
        return "m" if is_accent(character) or is_variation_selector(character) else "z"
    if is_follower(unicodedata.normalize("NFKD", rendering)[0]):
        return "c"
    return "b" if len(rendering) == 1 and not is_ignorable(rendering) else "e"
