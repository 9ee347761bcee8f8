"""United Kingdom and Ireland."""

from __future__ import annotations

import re

from guardrail.validators.pii_kinds import checksums
from guardrail.validators.pii_kinds.kind import FAIR, GOOD, REFUSED, STRONG, WEAK, PiiKind
from guardrail.validators.pii_kinds.shapes import bounded, digits, graded, is_repeated, letters_and_digits, number

_NINO_UNUSED = ("BG", "GB", "KN", "NK", "NT", "TN", "ZZ")


def kinds() -> tuple[PiiKind, ...]:
    """The kinds of this family."""
    return (
        PiiKind(
            name="uk_nino",
            title="National Insurance number (United Kingdom)",
            format="two prefix letters, six digits, suffix A to D; in one run or in pairs",
            source="HM Revenue & Customs, National Insurance Manual NIM39110",
            patterns=(bounded("(?i:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])[ -]?(?:[0-9]{2}[ -]?){3}(?i:[A-D])"),),
            confirm=_nino,
            country="GB",
            context=("nino", "national insurance", "ni number", "ni no", "insurance number", "hmrc", "paye"),
            numeric=False,
        ),
        PiiKind(
            name="uk_nhs",
            title="NHS number (England, Wales, Isle of Man)",
            format="ten digits, written 3-3-4",
            checksum="modulo 11, weights 10 to 2",
            source="NHS Data Dictionary, NHS NUMBER; NHS Digital ISB 0149",
            patterns=(number(3, 3, 4),),
            confirm=_nhs,
            country="GB",
            context=("nhs", "national health", "health service", "health number", "patient", "hospital number"),
        ),
        PiiKind(
            name="uk_driving_licence",
            title="driving licence number (Great Britain)",
            format="five of the surname (padded with 9), decade, month (+5 for women), day, year, initials, three more",
            source="Driver and Vehicle Licensing Agency, INF45 driver number",
            patterns=(bounded("[A-Z][A-Z9]{4}[0-9]{6}[A-Z][A-Z9][0-9A-Z]{3}(?: ?[0-9]{2})?"),),
            confirm=_driver,
            country="GB",
            context=("driving licence", "driver number", "licence", "license", "dvla"),
            numeric=False,
        ),
        PiiKind(
            name="uk_passport",
            title="passport number (United Kingdom)",
            format="nine digits, or two letters and seven digits; needs a word such as `passport` nearby",
            source="ICAO Doc 9303-4; HM Passport Office",
            patterns=(bounded("[0-9]{9}"), bounded("[A-Z]{2}[0-9]{7}")),
            confirm=lambda text: REFUSED if is_repeated(digits(text)) else WEAK,
            country="GB",
            context=("passport", "travel document", "hmpo"),
        ),
        PiiKind(
            name="ie_pps",
            title="Personal Public Service number (Ireland)",
            format="seven digits, a check letter, optionally A to I or W",
            checksum="modulo 23, weights 8 to 2, second letter times 9",
            source="Department of Social Protection, S.I. 540/2012; Revenue, PPSN format",
            patterns=(bounded("[0-9]{7} ?(?i:[A-W][A-IW]?)"),),
            confirm=_pps,
            country="IE",
            context=("pps", "ppsn", "pps number", "personal public service", "revenue", "uimhir psp"),
        ),
    )


def _nino(text: str) -> float:
    value = letters_and_digits(text)
    if value[:2] in _NINO_UNUSED or is_repeated(value[2:8]):
        return REFUSED
    return STRONG if text[:2].isupper() and text[-1].isupper() else GOOD


def _nhs(text: str) -> float:
    value = digits(text)
    check = 11 - checksums.weighted(value, range(10, 1, -1)) % 11
    if is_repeated(value) or (0 if check == 11 else check) != int(value[9]):
        return REFUSED
    return graded(text, (3, 3, 4), FAIR + 0.1, FAIR - 0.1)


def _driver(text: str) -> float:
    if not re.fullmatch("[A-Z]+9*", text[:5]):
        return REFUSED
    month, day = int(text[6:8]) % 50, int(text[8:10])
    return STRONG if 1 <= month <= 12 and 1 <= day <= 31 else REFUSED


def _pps(text: str) -> float:
    value = letters_and_digits(text)
    total = checksums.weighted(value[:7], range(8, 1, -1))
    if len(value) == 9 and value[8] != "W":
        total += (ord(value[8]) - 64) * 9
    if "WABCDEFGHIJKLMNOPQRSTUV"[total % 23] != value[7]:
        return REFUSED
    return STRONG if text[-1].isupper() else GOOD
