"""Numbers in text, whatever way they are written: `1,000`, `one thousand`, `1.2 million`, `3rd`, `5 %`, `$3`."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from guardrail.models.grounding.measures import currency, unit_of

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
_SHORT_SCALES = {"k": 1e3, "mn": 1e6, "mio": 1e6, "m": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_ABOUT = frozenset(
    {
        "about",
        "around",
        "approximately",
        "approx",
        "roughly",
        "nearly",
        "almost",
        "some",
        "circa",
        "ca",
        "over",
        "under",
    }
    | {"more than", "less than", "up to", "at least", "at most", "close to", "just"}
)
_APPROXIMATE = 0.1
"""How far `about 500` may be from what it stands for."""
_ROUNDING = 0.005
"""How far a converted unit may be from what it stands for."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that a text states.

    `value` is in the base unit of `unit` (metres for lengths, see `measures`), `raw` as written. `unit` is empty
    for a bare number. `slack` is the absolute difference that its way of writing allows (`1.2 million`, `about 40`).
    `small` marks a spelled number up to ten or an ordinal, which texts count out themselves.
    """

    value: float
    raw: float
    unit: str
    start: int
    end: int
    slack: float = 0.0
    small: bool = False


class Standing(Enum):
    """What passages know of a quantity."""

    KNOWN = "known"
    OTHER_UNIT = "other unit"
    """The figure is there, of something else: percent for dollars."""
    UNKNOWN = "unknown"


def quantities(text: str) -> list[Quantity]:
    """The numbers of a text in order; decades (`1990s`) and numbers inside words are left out.

    >>> [(q.raw, q.unit) for q in quantities("One thousand users paid $1.5m, 5 % of 2,000, over 3 km.")]
    [(1000.0, ''), (1500000.0, 'usd'), (5.0, 'percent'), (2000.0, ''), (3.0, 'length')]
    """
    found = list(_written(text))
    if not _spelled_words().isdisjoint(_letters().findall(text.lower())):
        ends = [quantity.end for quantity in found]
        # `million` of `5 million` is read already.
        spelled = [q for q in _spelled(text) if not _is_within(q.start, found, ends)]
        found = sorted(found + spelled, key=lambda quantity: quantity.start)
    return found


def _is_within(place: int, found: list[Quantity], ends: list[int]) -> bool:
    after = bisect_right(ends, place)
    return after < len(found) and found[after].start <= place


class QuantityIndex:
    """The numbers of some texts, for the question whether a number is among them."""

    __slots__ = ("_all", "_by_unit", "_raw")

    def __init__(self, known: Iterable[Quantity]) -> None:
        self._raw: dict[float, set[str]] = {}
        by_unit: dict[str, set[float]] = {}
        for quantity in known:
            self._raw.setdefault(quantity.raw, set()).add(quantity.unit)
            by_unit.setdefault(quantity.unit, set()).add(quantity.value)
        self._by_unit = {unit: sorted(values) for unit, values in by_unit.items()}
        self._all = sorted(self._raw)

    def standing(self, quantity: Quantity) -> Standing:
        """Whether a quantity is known: the same figure, the same in another unit, or what it rounds."""
        units = self._raw.get(quantity.raw)
        if units is not None and (not quantity.unit or quantity.unit in units or "" in units or "ordinal" in units):
            return Standing.KNOWN
        slack = max(quantity.slack, abs(quantity.value) * _ROUNDING if quantity.unit else 0.0)
        if _near(self._by_unit.get(quantity.unit, ()), quantity.value, slack):
            return Standing.KNOWN
        if quantity.slack and _near(self._all, quantity.raw, quantity.slack):
            return Standing.KNOWN
        return Standing.UNKNOWN if units is None else Standing.OTHER_UNIT


def _near(values: list[float] | tuple[()], value: float, slack: float) -> bool:
    place = bisect_left(values, value - slack - 1e-9)
    return place < len(values) and values[place] <= value + slack + 1e-9


def _written(text: str) -> Iterator[Quantity]:
    for match in _figure_pattern().finditer(text):
        if _ends_a_season(text, match):
            continue
        sign, number = match["sign"], _value(match["number"])
        end = match.end("number")
        unit, factor = (currency(match["currency"]) or ""), 1.0
        scale = _scale(match["scale"], glued=not match["gap"], money=bool(unit))
        if scale is not None:
            end = match.end("scale")
        elif match["suffix"]:
            if match["suffix"] == "s":
                continue
            end = match.end("suffix")
        measured = unit_of(text, end) if not unit and not match["suffix"] else None
        if measured is not None:
            unit, factor, end = measured
        elif match["suffix"]:
            unit = "ordinal"
        raw = (-number if sign else number) * (scale or 1.0)
        slack = _slack(text, match, raw, scale)
        yield Quantity(raw * factor, raw, unit, match.start(), end, slack * factor, unit == "ordinal")


def _ends_a_season(text: str, match: re.Match[str]) -> bool:
    """Whether it is the `19` of `2018–19`."""
    before = text[max(0, match.start("number") - 5) : match.start("number")]
    return len(match["number"]) == 2 and before[:4].isdecimal() and before[4:] in {"-", "–", "/"}


def _slack(text: str, match: re.Match[str], raw: float, scale: float | None) -> float:
    if _is_about(text, match.start()):
        return abs(raw) * _APPROXIMATE
    if scale is None:
        return 0.0
    decimals = len(match["number"].partition(".")[2])
    return 0.5 * scale / 10.0**decimals


def _is_about(text: str, start: int) -> bool:
    """Whether a word before the number says that it is not exact."""
    before = text[max(0, start - 24) : start].lower().rstrip()
    if before.endswith(("~", "≈")):
        return True
    last = before.replace(".", "").split()[-3:]
    if last and last[-1] in {"a", "an", "the"}:
        last.pop()
    return " ".join(last[-1:]) in _ABOUT or " ".join(last[-2:]) in _ABOUT


def _scale(written: str | None, *, glued: bool, money: bool) -> float | None:
    if not written:
        return None
    word = written.lower()
    if word in _SCALES:
        return _SCALES[word]
    # `5 m` is a length, `5m` of money are millions; `10k` is thousands, `10 k` nothing.
    if word in {"m", "b"} and not money:
        return None
    return _SHORT_SCALES[word] if glued or money or len(word) > 1 else None


def _value(written: str) -> float:
    if written.isdecimal():
        return float(written[:30])
    digits = re.sub(r"['\u00a0\u202f]", "", written)
    comma, dot = digits.rfind(","), digits.rfind(".")
    if comma >= 0 and dot >= 0:
        digits = digits.replace(",", "") if dot > comma else digits.replace(".", "").replace(",", ".")
    elif comma >= 0:
        grouped = all(len(part) == 3 for part in digits.split(",")[1:])
        digits = digits.replace(",", "") if grouped else digits.replace(",", ".", 1).replace(",", "")
    elif digits.count(".") > 1:
        digits = digits.replace(".", "")
    return float(digits[:30])


def _spelled(text: str) -> Iterator[Quantity]:
    for match in _words_pattern().finditer(text):
        parts = [part for part in re.split(r"[\s-]+", match[0].lower()) if part not in {"and", "a", "an"}]
        ordinal = _ordinal_values().get(parts[-1])
        if ordinal is not None and len(parts) == 1:
            if parts[0] != "second" or not text[match.start() - 1 : match.start()].isdecimal():
                yield Quantity(ordinal, ordinal, "ordinal", match.start(), match.end(), small=True)
            continue
        raw = _spelled_value(parts)
        if raw is None or (raw == 1 and len(parts) == 1):
            continue
        measured = unit_of(text, match.end())
        unit, factor, end = measured if measured is not None else ("", 1.0, match.end())
        about = _is_about(text, match.start())
        slack = raw * _APPROXIMATE if about or parts[-1] == "dozen" else 0.0
        yield Quantity(raw * factor, raw, unit, match.start(), end, slack * factor, raw <= 10 and not unit)


def _spelled_value(parts: list[str]) -> float | None:
    """`two hundred five thousand` as 205,000; None where the words are no number."""
    total, group = 0.0, 0.0
    for part in parts:
        if part in _SCALES:
            scale = _SCALES[part]
            if scale <= 100:
                group = (group or 1.0) * scale
            else:
                total += (group or 1.0) * scale
                group = 0.0
            continue
        value = _number_words().get(part)
        if value is None:
            return None
        if group % 100 and not (group % 10 == 0 and value < 10):
            return None
        group += value
    return total + group


@cache
def _number_words() -> dict[str, float]:
    ones = {word: float(value) for value, word in enumerate(_ONES.split())}
    return ones | {word: 10.0 * (value + 2) for value, word in enumerate(_TENS.split())}


@cache
def _spelled_words() -> frozenset[str]:
    return frozenset((*_number_words(), *_SCALES, *_ordinal_values()))


@cache
def _letters() -> re.Pattern[str]:
    return re.compile(r"[a-z]+")


@cache
def _ordinal_values() -> dict[str, float]:
    return {word: float(value + 1) for value, word in enumerate(_ORDINALS.split())}


@cache
def _figure_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w.,])(?P<sign>(?<!\S)[-−])?"
        r"(?:(?P<currency>(?:US|CA|AU|NZ)?\$|[€£¥₹]|\b(?:USD|EUR|GBP|CHF|INR|JPY)\b)[ ]?)?"
        r"(?P<number>\d{1,3}(?:[,'\u00a0\u202f]\d{3})+(?:\.\d+)?(?!\d)|\d+(?:[.,]\d+)*)"
        r"(?:(?P<suffix>st|nd|rd|th|s)\b"
        r"|(?P<gap>[ -]?)(?P<scale>(?i:hundred|thousand|million|billion|trillion|dozen|bn|mn|mio|tn|k|m|b)\b))?"
    )


@cache
def _words_pattern() -> re.Pattern[str]:
    word = "|".join((*_ONES.split(), *_TENS.split(), *_SCALES))
    ordinals = "|".join(_ORDINALS.split())
    return re.compile(
        rf"\b(?:(?:an?\s+(?=(?:hundred|thousand|million|billion|dozen)\b))?(?:{word})"
        rf"(?:(?:-|\s+|\s+and\s+)(?:{word}))*|(?:{ordinals}))\b",
        re.IGNORECASE,
    )
