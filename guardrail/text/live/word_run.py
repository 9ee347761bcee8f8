"""The last words of a stream, folded, with where each stands in the original."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guardrail.text.views import folded_view


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A folded word from `start` on; `open`: the text ends with it, so it may go on."""

    text: str
    start: int
    open: bool


class WordRun:
    """Keeps the end of a text from one word on."""

    __slots__ = ("_base", "_expression", "_text")

    def __init__(self, expression: re.Pattern[str]) -> None:
        self._expression = expression
        self._text = ""
        self._base = 0

    def feed(self, chunk: str) -> list[SeenWord]:
        """The words that are kept, those of `chunk` included."""
        self._text += chunk
        view = folded_view(self._text)
        end = len(view.text)
        return [
            SeenWord(match[0], self._base + view.origin(*match.span())[0], view.text[match.end() : end] in ("", "'"))
            for match in self._expression.finditer(view.text)
        ]

    @property
    def position(self) -> int:
        """The end of the text."""
        return self._base + len(self._text)

    def forget(self, until: int) -> None:
        """Keep what stands from `until` on."""
        self._text = self._text[max(0, until - self._base) :]
        self._base = max(self._base, until)
