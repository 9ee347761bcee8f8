"""Decides what a pattern matches, with the exact meaning of Python's `re`, near candidates or in a whole text.

Why looking near candidates is enough. Let S be the RE2 expression, a superset of the pattern P: whenever P can
match [s, e), so can S match from s on. Neither matches the empty text (patterns that do are never windowed). Take
RE2's leftmost, non-overlapping candidates, and a place s where P can match. After the last candidate that ends at
or before s, RE2 looks on from there; S matches at s, so the next candidate starts at or before s, and, not being
that last one, ends after s. Hence every place where P can match lies inside of a candidate [c, d), c <= s < d, and
looking for P from c on, as long as its start is before d, finds what a scan of the whole text finds there.

Why a window is enough. The left context is always the whole text. To the right, all that an engine may look at
from s on holds at most `bounded + beyond` characters that no unbounded repeat of the pattern matches (`Reach`).
The window of a candidate ends before the next such character after d - 1, so the engine decides as if it saw all.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from guardrail.text.scanner.patterns_fault import PatternFault
from guardrail.text.scanner.regex_danger import is_cheap
from guardrail.text.scanner.regex_module import regex_spelling
from guardrail.text.scanner.regex_spell import spell_tree
from guardrail.text.scanner.regex_tree import AnyChar, Leaf, Node
from guardrail.text.scanner.regex_width import Reach, reach, width

TIME_LIMIT = 0.05
"""Seconds of this thread's CPU that one pattern may take on one text, where no linear engine decides."""

MAX_TEXT = 500_000
"""Characters; longer texts are not given to an engine that may backtrack."""

_WIDEST_WINDOW = 20_000

_TOO_LONG = "the pattern took too long on this text"

Offsets = tuple[int, int]


class Engine(Protocol):
    """A compiled expression with one text's time limit, if it has one."""

    def search(self, text: str, start: int, end: int) -> Offsets | None:
        """The first match from `start` on, the text ending at `end`."""

    def everywhere(self, text: str) -> Iterator[Offsets]:
        """What `finditer` finds."""


class ExactPattern:
    """One pattern under an exact engine: `re` where few paths are proven, else `regex` under a time limit."""

    __slots__ = ("_compiled", "_skip", "_tree", "_window", "cheap", "nullable")

    def __init__(self, tree: Node) -> None:
        seen = reach(tree)
        self._tree = tree
        self._compiled: Any = None
        self._window = _window_size(seen)
        self._skip = _skipper(seen.loops, self._window)
        self.cheap = is_cheap(tree)
        self.nullable = width(tree)[0] == 0

    def spans(self, text: str, candidates: Sequence[Offsets] | None) -> list[Offsets]:
        """All matches that are not empty; `candidates` None means anywhere. Raises `PatternFault`."""
        engine = self._engine(text)
        if candidates is None or self.nullable:
            return [(start, end) for start, end in engine.everywhere(text) if start < end]
        return self._near(engine, text, candidates)

    def _near(self, engine: Engine, text: str, candidates: Sequence[Offsets]) -> list[Offsets]:
        found: list[Offsets] = []
        start = window_end = 0
        for first, end in candidates:
            start = max(start, first)
            if start < end and window_end < len(text):
                window_end = self._window_end(text, end - 1)
            while start < end:
                hit = engine.search(text, start, window_end)
                if hit is None and window_end == len(text):
                    return found
                # A match that starts behind the candidate may have been cut by the window: not judged here.
                if hit is None or (hit[0] >= end and window_end < len(text)):
                    break
                found.append(hit)
                start = hit[1]
        return found

    def _window_end(self, text: str, last_start: int) -> int:
        if self._window is None:
            return len(text)
        if self._skip is None:
            return min(last_start + self._window, len(text))
        skipped = self._skip.match(text, last_start)
        return skipped.end() - 1 if skipped else len(text)

    def _engine(self, text: str) -> Engine:
        if self._compiled is None:
            self._compiled = _compile(self._tree, self.cheap)
        return _Unlimited(self._compiled) if self.cheap else _Limited(self._compiled, text)


class _Unlimited:
    __slots__ = ("_compiled",)

    def __init__(self, compiled: re.Pattern[str]) -> None:
        self._compiled = compiled

    def search(self, text: str, start: int, end: int) -> Offsets | None:
        hit = self._compiled.search(text, start, end)
        return hit.span() if hit else None

    def everywhere(self, text: str) -> Iterator[Offsets]:
        return (hit.span() for hit in self._compiled.finditer(text))


class _Limited:
    """All searches for one pattern in one text share the time limit; it counts CPU, so that load trips nothing."""

    __slots__ = ("_compiled", "_until")

    def __init__(self, compiled: Any, text: str) -> None:
        if len(text) > MAX_TEXT:
            raise PatternFault(f"the text is longer than {MAX_TEXT:,} characters, too long for a pattern like this")
        self._compiled = compiled
        self._until = time.thread_time() + TIME_LIMIT

    def search(self, text: str, start: int, end: int) -> Offsets | None:
        left = self._until - time.thread_time()
        if left <= 0:
            raise PatternFault(_TOO_LONG)
        try:
            hit = self._compiled.search(text, start, end, timeout=left)
        except TimeoutError:
            raise PatternFault(_TOO_LONG) from None
        return hit.span() if hit else None

    def everywhere(self, text: str) -> Iterator[Offsets]:
        try:
            for hit in self._compiled.finditer(text, timeout=TIME_LIMIT):
                yield hit.span()
        except TimeoutError:
            raise PatternFault(_TOO_LONG) from None


def _window_size(seen: Reach) -> int | None:
    """How many characters outside of loops may be looked at; None where only the whole text is enough."""
    size = seen.bounded + seen.beyond
    if size > _WIDEST_WINDOW or any(isinstance(leaf, AnyChar) and leaf.newline for leaf in seen.loops):
        return None
    return size


def _skipper(loops: frozenset[Leaf], window: int | None) -> re.Pattern[str] | None:
    """Matches up to and with the first character behind a window; None where no loop stretches it."""
    if not loops or window is None:
        return None
    in_loop = "|".join(sorted(spell_tree(leaf) for leaf in loops))
    return re.compile(f"(?s:(?:(?:{in_loop})*+.){{{window + 1}}})")


def _compile(tree: Node, cheap: bool) -> Any:
    if cheap:
        return re.compile(spell_tree(tree))
    import regex

    return regex.compile(spell_tree(tree, regex_spelling()), regex.VERSION0)
