"""Whether digits inside an identifier are a day of the calendar."""

from __future__ import annotations

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the Gregorian calendar has that day; a `year` below 100 is one of either century.

    >>> is_day(2023, 2, 29), is_day(2024, 2, 29), is_day(0, 2, 29)
    (False, True, True)
    """
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
        return False
    if month == 2 and day == 29:
        return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0 or year < 100)
    return True


def is_yymmdd(value: str) -> bool:
    """Whether six digits are year, month and day.

    >>> is_yymmdd("850730"), is_yymmdd("851330")
    (True, False)
    """
    return is_day(int(value[:2]), int(value[2:4]), int(value[4:6]))


def is_ddmmyy(value: str) -> bool:
    """Whether six digits are day, month and year.

    >>> is_ddmmyy("300785"), is_ddmmyy("301385")
    (True, False)
    """
    return is_day(int(value[4:6]), int(value[2:4]), int(value[:2]))
