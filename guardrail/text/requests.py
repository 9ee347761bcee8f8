"""What a validator asks of the shared scanner, and what it gets back.

A validator never scans: at load it hands in a `ScanRequest`; the scanner of a stage puts the words of all of
them into one automaton and the patterns of all of them into one linear-time prefilter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol, TypeAlias


class CheckFault(Exception):
    """A check cannot answer for a reason that may be told: ours, lower case, without user text."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ViewName(str, Enum):
    """Which rendering of the text is looked at."""

    RAW = "raw"
    """The text as it came."""
    CLEAN = "clean"
    """NFKC, ignorable characters dropped, case kept: what `pii`, `secrets` and the second look of `matches` see."""
    FOLDED = "folded"
    """CLEAN, case folded, marks dropped: what `mentions` and `contains` see by default."""
    DISGUISED = "disguised"
    """FOLDED with look-alikes, leetspeak, hidden channels and deletions folded, squashed to letters and digits."""


@dataclass(frozen=True, slots=True)
class Matching:
    """The options after `matching`, all off but for what the list asks; `typos` is an edit distance, 0 or 1."""

    whole_words: bool = False
    any_case: bool = False
    any_accent: bool = False
    plurals: bool = False
    disguised: bool = False
    typos: int = 0


DEFAULT_MATCHING = Matching(whole_words=True, any_case=True, any_accent=True)


@dataclass(frozen=True, slots=True)
class WordList:
    """A named list of entries with how they match; `exceptions` are longer phrases that are never a hit."""

    name: str
    entries: tuple[str, ...]
    matching: Matching = DEFAULT_MATCHING
    exceptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression in the syntax of Python's `re`, with Unicode `\\b \\d \\w`.

    `views` are the renderings it runs over. `label` says which kind it finds. `flags` are inline in the
    expression (`(?i)`).
    """

    label: str
    expression: str
    views: tuple[ViewName, ...] = (ViewName.CLEAN,)


@dataclass(frozen=True, slots=True)
class ScanRequest:
    """All that one check wants from the scanner."""

    lists: tuple[WordList, ...] = ()
    patterns: tuple[Pattern, ...] = ()


class View(Protocol):
    """One rendering of a piece of text, and the way back to the original."""

    @property
    def text(self) -> str:
        """The rendering."""

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The original span of rendering offsets `[start, end)`; the offset map is built on the first call."""


@dataclass(slots=True)
class Hit:
    """One confirmed hit: boundaries, options and exceptions of a list are already applied, a pattern's match exact.

    Never changed once made; not frozen, since texts with many findings make many. `index` counts the request's
    lists, then its patterns; `entry` is the list entry's place. `start`/`end` are offsets in `view`, whose `origin`
    leads back to the original text.
    """

    index: int
    view: View
    start: int
    end: int
    entry: int = -1

    @property
    def text(self) -> str:
        """The matched text as the view shows it."""
        return self.view.text[self.start : self.end]

    @property
    def span(self) -> tuple[int, int]:
        """The matched text's span in the original."""
        return self.view.origin(self.start, self.end)


RequestHits: TypeAlias = Mapping[int, tuple[Hit, ...]]
"""Hits by the place of the request that asked for them; a request without hits is left out."""


class PieceLike(Protocol):
    """A stretch of text to be judged: the whole text, or one decoded string of a JSON document."""

    @property
    def text(self) -> str:
        """The original text of this piece."""

    @property
    def at(self) -> str | int | None:
        """Where it stands: None for the whole text, else a JSON pointer or an index."""

    @property
    def unescaped(self) -> UnescapedLike | None:
        """The piece without JSON escapes that nobody has decoded, where it has any and may be JSON."""

    def view(self, name: ViewName) -> View:
        """A rendering, made at most once."""


class UnescapedLike(Protocol):
    """A piece whose JSON escapes are decoded, and the way back."""

    @property
    def piece(self) -> PieceLike:
        """The text without escapes."""

    def view(self, view: View) -> View:
        """A view of `piece` whose origins lie in the text with escapes."""


class Scanner(Protocol):
    """The shared scanner of one stage; immutable and safe to share among threads."""

    def scan(self, piece: PieceLike) -> RequestHits | None:
        """Hits by request; None when there is none at all (the fast path)."""

    def scan_pieces(self, pieces: Sequence[PieceLike]) -> Mapping[int, RequestHits] | None:
        """What `scan` finds in each piece, by its place; pieces without hits are left out, None when all are."""
