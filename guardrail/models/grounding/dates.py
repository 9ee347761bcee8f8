"""Dates and times of day in text, whatever way they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

_MONTHS = "january february march april may june july august september october november december"
_NOON = 12 * 60


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, as far as it is given, or a time of day in `minute`s after midnight; `start`, `end` in the text.

    `swapped` marks a date in figures whose day and month may be the other way round (`03/04/2020`).
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    minute: int | None = None
    swapped: bool = False


def moments(text: str) -> list[Moment]:
    """The dates and times of a text in order; a year alone is a number, not a date.

    >>> [(m.year, m.month, m.day) for m in moments("On 3 March, or March 3rd, 2020; 2020-03-04")]
    [(None, 3, 3), (2020, 3, 3), (2020, 3, 4)]
    >>> [m.minute for m in moments("from 9 a.m. to 5:30 pm, or 17:30; closed at noon")]
    [540, 1050, 1050, 720]
    """
    lower = text.lower()
    found: list[Moment] = []
    if any(month in lower for month in _months()):
        found += _named_dates(text)
    if any(map(str.isdecimal, text)) or "noon" in lower or "midnight" in lower:
        found += _figure_dates(text)
        found += _times(text)
    return sorted(found, key=lambda moment: moment.start)


class MomentIndex:
    """The dates and times of some texts. `years` are further years that stand there as numbers."""

    __slots__ = ("_dates", "_minutes", "_years")

    def __init__(self, known: Iterable[Moment], years: Iterable[float] = ()) -> None:
        self._dates: set[tuple[int | None, int | None, int | None]] = set()
        self._minutes: set[int] = set()
        self._years: set[float] = set(years)
        for moment in known:
            if moment.minute is not None:
                self._minutes.add(moment.minute)
                continue
            self._dates.add((moment.year, moment.month, moment.day))
            if moment.swapped:
                self._dates.add((moment.year, moment.day, moment.month))
            if moment.year is not None:
                self._years.add(moment.year)

    def knows(self, moment: Moment) -> bool:
        """Whether a moment is among them, every given part of it; a year may stand apart from its day."""
        if moment.minute is not None:
            return moment.minute in self._minutes
        if self._has(moment.year, moment.month, moment.day):
            return True
        return moment.swapped and self._has(moment.year, moment.day, moment.month)

    def _has(self, year: int | None, month: int | None, day: int | None) -> bool:
        for known_year, known_month, known_day in self._dates:
            if known_month != month or (day is not None and known_day != day):
                continue
            if year is None or known_year == year or (known_year is None and year in self._years):
                return True
        return False


def _named_dates(text: str) -> Iterator[Moment]:
    for match in _named_pattern().finditer(text):
        month = _months()[match["month"].lower()[:3]]
        day = match["before"] or match["after"]
        year = match["year"]
        # `May` and `March` are words as well: a month needs a day or a year beside it, or a preposition.
        if day is None and year is None and not _preposition().search(text, max(0, match.start() - 10), match.start()):
            continue
        if day is not None and not 1 <= int(day) <= 31:
            continue
        yield Moment(match.start(), match.end(), int(year) if year else None, month, int(day) if day else None)


def _figure_dates(text: str) -> Iterator[Moment]:
    for match in _iso_pattern().finditer(text):
        year, month, day = int(match[1]), int(match[2]), int(match[3])
        if 1 <= month <= 12 and 1 <= day <= 31:
            yield Moment(match.start(), match.end(), year, month, day)
    for match in _slash_pattern().finditer(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        year += 2000 if year < 50 else 1900 if year < 100 else 0
        month, day = (second, first) if first > 12 or match[2] == "." else (first, second)
        if 1 <= month <= 12 and 1 <= day <= 31:
            yield Moment(match.start(), match.end(), year, month, day, swapped=day <= 12)


def _times(text: str) -> Iterator[Moment]:
    for match in _time_pattern().finditer(text):
        if match["word"]:
            yield Moment(match.start(), match.end(), minute=_NOON if match["word"].lower() == "noon" else 0)
            continue
        hour, minute = int(match["hour"] or match["only"]), int(match["minute"] or 0)
        half = (match["half"] or match["half_only"] or "").lower()
        if half:
            if not 1 <= hour <= 12:
                continue
            hour = hour % 12 + (12 if half.startswith("p") else 0)
        if hour < 24 and minute < 60:
            yield Moment(match.start(), match.end(), minute=60 * hour + minute)


@cache
def _months() -> dict[str, int]:
    return {name[:3]: place for place, name in enumerate(_MONTHS.split(), 1)}


@cache
def _named_pattern() -> re.Pattern[str]:
    full = "|".join(_MONTHS.split())
    month = rf"(?P<month>(?i:{full})|(?i:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
    return re.compile(
        rf"(?:\b(?P<before>\d{{1,2}})(?:st|nd|rd|th)?[ ](?:of[ ])?)?\b{month}(?![a-zA-Z])"
        r"(?:[ ](?P<after>\d{1,2})(?:st|nd|rd|th)?(?![\d:.]?\d))?(?:,?[ ](?:of[ ])?(?P<year>[12]\d{3})\b)?"
    )


@cache
def _preposition() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:in|since|until|till|by|of|during|from|to|between|before|after|last|next|early|late|mid)[ -]$"
    )


@cache
def _iso_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])([12]\d{3})-(\d{2})-(\d{2})(?!\d)")


@cache
def _slash_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<![\w/.])(\d{1,2})([/.])(\d{1,2})\2((?:[12]\d)?\d{2})(?![\w/]|\.\d)")


@cache
def _time_pattern() -> re.Pattern[str]:
    half = r"(?i:[ap]\.m\.|[ap]m\b)"
    return re.compile(
        rf"(?<![\w:.,])(?:(?P<hour>\d{{1,2}})(?::(?P<minute>\d{{2}})(?::\d{{2}})?(?:[ ]?(?P<half>{half}))?)"
        rf"|(?P<only>\d{{1,2}})[ ]?(?P<half_only>{half}))(?![\d:])"
        r"|\b(?P<word>(?i:noon|midnight))\b"
    )
