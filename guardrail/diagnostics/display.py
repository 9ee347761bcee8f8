"""How text from a policy file is shown in a terminal: the invisible spelt out, wide characters two cells wide."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_TAB = 4
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Categories that a terminal hides, obeys or reorders text by: controls, bidirectional and zero-width characters."""
ELLIPSIS = "…"


def escape(text: str) -> str:
    """Text for one line of a terminal, every control, bidirectional and invisible character spelt out.

    >>> escape("a\\x1b[31mb\\u202e")
    'a\\\\u{1b}[31mb\\\\u{202e}'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_spelt(character) if _is_invisible(character) else character for character in text)


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character) in _INVISIBLE


def _spelt(character: str) -> str:
    return f"\\u{{{ord(character):x}}}"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Line:
    """One line as it is shown: `text`, and at `columns[i]` the cell that character i of the source line starts at.

    `columns` has one entry more than there are characters: the width of the line in cells. `visible` are the
    characters that were not cut away (half-open).
    """

    text: str
    columns: tuple[int, ...]
    visible: tuple[int, int]


def lay_out(text: str, wanted: tuple[int, int], width: int) -> Line:
    """A source line in at most `width` cells, cut so that the characters `wanted` (half-open) can be seen.

    Characters that are cut away stand at the nearest edge. A line that fits is not cut.

    >>> lay_out("a\\tb", (2, 3), 80)
    Line(text='a   b', columns=(0, 1, 4, 5), visible=(0, 3))
    >>> lay_out("x" * 50 + "here" + "y" * 50, (50, 54), 20).text
    '…xxxxxxxhereyyyyyyy…'
    """
    shown, widths = _cells(text)
    if sum(widths) <= width:
        return Line("".join(shown), _columns(widths, 0), (0, len(shown)))
    first, last = _window(widths, wanted, max(width - 2, 1))
    left, right = ELLIPSIS if first else "", ELLIPSIS if last < len(shown) else ""
    columns = _columns(widths[first:last], len(left))
    before, after = (columns[0],) * first, (columns[-1],) * (len(shown) - last)
    return Line(left + "".join(shown[first:last]) + right, before + columns + after, (first, last))


def _cells(text: str) -> tuple[list[str], list[int]]:
    shown: list[str] = []
    widths: list[int] = []
    column = 0
    for character in text:
        if character == "\t":
            cell = " " * (_TAB - column % _TAB)
        elif _is_invisible(character):
            cell = _spelt(character)
        else:
            cell = character
        width = cell_width(cell)
        shown.append(cell)
        widths.append(width)
        column += width
    return shown, widths


def cell_width(text: str) -> int:
    """How many cells a terminal gives to printable text (Unicode Standard Annex 11).

    >>> cell_width("abc"), cell_width("日本"), cell_width("e\\u0301")
    (3, 4, 1)
    """
    if text.isascii():
        return len(text)
    width = 0
    for character in text:
        if unicodedata.category(character) in ("Mn", "Me"):
            continue
        width += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return width


def _columns(widths: list[int], start: int) -> tuple[int, ...]:
    columns = [start]
    for width in widths:
        columns.append(columns[-1] + width)
    return tuple(columns)


def _window(widths: list[int], wanted: tuple[int, int], width: int) -> tuple[int, int]:
    """The characters to keep: what is wanted, from its start if it is too long, with as much around it as fits."""
    first = min(wanted[0], len(widths) - 1)
    last, used = first, 0
    while last < max(wanted[1], first + 1) and last < len(widths) and used + widths[last] <= width:
        used += widths[last]
        last += 1
    grows = True
    while grows:
        grows = False
        if first > 0 and used + widths[first - 1] <= width:
            first -= 1
            used += widths[first]
            grows = True
        if last < len(widths) and used + widths[last] <= width:
            used += widths[last]
            last += 1
            grows = True
    return first, max(last, first + 1)
