"""The raw, clean and folded views of a text; the disguised one has a file of its own."""

from __future__ import annotations

from guardrail.text.folding import Table, clean_parts, folded_parts
from guardrail.text.offsets import (
    OffsetMap,
    RenderRun,
    clean_run,
    clean_shapes,
    folded_run,
    folded_shapes,
)
from guardrail.text.requests import View


class IdentityView:
    """A rendering with a character for every character of the original: raw texts, and every ASCII text."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The same offsets."""
        return start, end


class MappedView:
    """A rendering made run by run; its offset map is built when `origin` is first called."""

    __slots__ = ("_map", "_originals", "_render", "_renderings", "_shapes", "text")

    def __init__(self, originals: list[str], renderings: list[str], render: RenderRun, shapes: Table) -> None:
        self.text = "".join(renderings)
        self._originals = originals
        self._renderings = renderings
        self._render = render
        self._shapes = shapes
        self._map: OffsetMap | None = None

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The original span of `[start, end)`.

        From the first character that contributed to it to the end of the last, with the marks on that one, also
        those that were dropped. A rendering's part of a ligature maps to the whole ligature.
        """
        if self._map is None:
            self._map = OffsetMap(self._originals, self._renderings, self._render, self._shapes)
        return self._map.span(start, end)


def clean_view(text: str) -> View:
    """NFKC with ignorable characters dropped, case kept (`ViewName.CLEAN`)."""
    if text.isascii():
        return IdentityView(text)
    return MappedView(*clean_parts(text), clean_run, clean_shapes())


def folded_view(text: str) -> View:
    """The clean view, case folded, marks dropped, plain quotes and dashes (`ViewName.FOLDED`).

    >>> view = folded_view("un cafe\\u0301 noir")
    >>> view.text, view.origin(3, 7)
    ('un cafe noir', (3, 8))
    """
    if text.isascii():
        return IdentityView(text.lower())
    return MappedView(*folded_parts(text), folded_run, folded_shapes())
