"""Dates of birth: a date in any usual notation, beside a word that says so."""

from __future__ import annotations

import re

from guardrail.validators.pii_kinds.dates import is_day
from guardrail.validators.pii_kinds.kind import REFUSED, WEAK, PiiKind
from guardrail.validators.pii_kinds.shapes import DASH, bounded

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|"
    "januar|februar|märz|maerz|mai|juni|juli|oktober|dezember|"
    "janvier|février|fevrier|mars|avril|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre|"
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|"
    "gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|"
    "janeiro|fevereiro|março|marco|maio|junho|julho|setembro|outubro|novembro|dezembro|"
    "januari|februari|maart|mei|augustus|oktober|december"
)


def kinds() -> tuple[PiiKind, ...]:
    """The one kind of this family."""
    month = f"(?i:{_MONTHS})"
    day = "[0-9]{1,2}(?:st|nd|rd|th|er|º|\\.)?"
    year = "(?:18|19|20)[0-9]{2}"
    return (
        PiiKind(
            name="date_of_birth",
            title="date of birth",
            format="a full date (ISO 8601, day or month first, month names in seven languages, Chinese and Japanese "
            "notation) "
            "beside a word such as `born` or `DOB`",
            source="ISO 8601-1; CLDR date formats",
            patterns=(
                bounded(f"{year}[{DASH}/. ][0-9]{{1,2}}[{DASH}/. ][0-9]{{1,2}}"),
                bounded(f"[0-9]{{1,2}}(?:[{DASH}/]|\\. ?)[0-9]{{1,2}}(?:[{DASH}/]|\\. ?)(?:{year}|[0-9]{{2}})"),
                bounded(f"{day}[ {DASH}](?:of |de )?{month}\\.?,?[ {DASH}](?:de |of )?{year}"),
                bounded(f"{month}\\.?[ {DASH}][0-9]{{1,2}}(?:st|nd|rd|th)?(?:, ?|[ {DASH}]){year}"),
                f"(?<![0-9]){year} ?[年년] ?[0-9]{{1,2}} ?[月월] ?[0-9]{{1,2}} ?[日일]",
                bounded("(?:19|20)[0-9]{6}"),
            ),
            confirm=_date,
            context=(
                "born", "birth:", "year of birth", "birthdate", "birthday", "birth date", "date of birth", "dob",
                "d.o.b", "d.o.b.",
                "b-day",
                "geboren", "geburtsdatum", "geburtstag", "geb", "né le", "née le", "née", "naissance", "nacido",
                "nacida",
                "nació", "nacimiento", "nato", "nata", "nascita", "nascido", "nascida", "nascimento", "geboortedatum",
                "född", "født", "syntynyt", "urodzony", "urodzona", "urodzenia", "родился", "родилась", "рождения",
                "doğum", "出生", "生年月日", "生まれ", "生日", "생년월일", "출생", "जन्म", "ميلاد", "לידה", "เกิด",
            ),
            other=(
                "died", "death", "dies", "deceased", "passed away", "†", "gestorben", "mort", "falleció", "morto",
                "issued",
                "issue date", "expires", "expiry", "expiration", "valid until", "due", "due date", "updated",
                "published",
                "retrieved", "accessed", "posted", "created", "signed", "founded", "established", "released", "married",
            ),
            numeric=False,
            after=4,
        ),
    )  # fmt: skip


def _date(text: str) -> float:
    """Digits must be a day of some calendar notation; a month's name needs a day of the month."""
    parts = [int(part) for part in re.findall("[0-9]+", text)]
    if len(parts) == 1:
        return WEAK if is_day(parts[0] // 10000, parts[0] // 100 % 100, parts[0] % 100) else REFUSED
    if len(parts) == 2:
        day, year = parts if parts[0] < 100 else (parts[1], parts[0])
        return WEAK if is_day(year, 1, day) else REFUSED
    a, b, c = parts
    readings = ((a, b, c), (c, b, a), (c, a, b))
    return WEAK if any(is_day(*reading) for reading in readings) else REFUSED
