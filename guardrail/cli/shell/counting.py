"""Numbers in words that people read."""

from __future__ import annotations


def counted(number: int, what: str) -> str:
    """A number with what it counts.

    >>> counted(1, "text"), counted(39829, "text")
    ('1 text', '39,829 texts')
    """
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def share(part: int, whole: int) -> str:
    """A part as a percentage that is never rounded to nothing, nor to everything.

    >>> share(1, 3), share(1, 100_000), share(0, 3), share(99_999, 100_000)
    ('33.3 %', '<0.1 %', '0.0 %', '>99.9 %')
    """
    if whole == 0:
        return "-"
    percent = 100 * part / whole
    if 0 < percent < 0.1:
        return "<0.1 %"
    if 99.9 < percent < 100:
        return ">99.9 %"
    return f"{percent:.1f} %"
