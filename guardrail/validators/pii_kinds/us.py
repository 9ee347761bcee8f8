"""United States: Social Security, taxpayer and employer numbers, passport, Medicare beneficiary identifier."""

from __future__ import annotations

from guardrail.validators.pii_kinds.kind import FAIR, GOOD, REFUSED, WEAK, PiiKind
from guardrail.validators.pii_kinds.shapes import DASH, bounded, digits, graded, is_repeated, number, separators

_ADVERTISED = (
    "078051120", "219099999", "457555462", "022281852", "042103580", "062360749", "095073645", "128036045", "135016629",
    "141186941", "165167999", "165187999", "165207999", "165227999", "165247999", "189092294", "212097694", "212099999",
    "306302348", "308125070", "468288779", "549241889",
)  # fmt: skip
"""Numbers printed in advertisements and on sample cards, which the Social Security Administration voids."""


def kinds() -> tuple[PiiKind, ...]:
    """The kinds of this family."""
    return (*_tax_numbers(), *_documents(), _medicare())


def _tax_numbers() -> tuple[PiiKind, ...]:
    return (
        PiiKind(
            name="us_ssn",
            title="Social Security number (United States)",
            format="area, group, serial: 3-2-4 digits; never area 000, 666 or 9xx, group 00, serial 0000",
            source="Social Security Administration, POMS RM 10201.035 and SSN randomization (2011)",
            patterns=(number(3, 2, 4),),
            confirm=_ssn,
            country="US",
            context=(
                "ssn",
                "ssns",
                "social security",
                "social",
                "socialsecurity",
                "soc sec",
                "ss#",
                "ssa",
                "ss number",
                "ssid",
            ),
        ),
        PiiKind(
            name="us_itin",
            title="individual taxpayer identification number (United States)",
            format="9xx-xx-xxxx with a group of 50-65, 70-88, 90-92 or 94-99",
            source="Internal Revenue Service, IRM 3.21.263.2",
            patterns=(number(3, 2, 4),),
            confirm=_itin,
            country="US",
            context=("itin", "individual taxpayer", "taxpayer", "tax id", "taxpayer identification", "tin", "irs"),
        ),
        PiiKind(
            name="us_ein",
            title="employer identification number (United States)",
            format="2-7 digits with a prefix that a campus of the IRS gives out; needs a word such as `EIN` nearby",
            source="Internal Revenue Service, how EINs are assigned and valid EIN prefixes",
            patterns=(bounded(f"[0-9]{{2}}[{DASH}][0-9]{{7}}"),),
            confirm=lambda text: REFUSED if text[:2] in _NO_EIN_PREFIX or is_repeated(digits(text)) else FAIR - 0.1,
            country="US",
            context=("ein", "fein", "employer identification", "employer id", "federal tax", "tax id", "irs"),
        ),
    )


def _documents() -> tuple[PiiKind, ...]:
    return (
        PiiKind(
            name="us_passport",
            title="passport number (United States)",
            format="nine digits, or a letter and eight digits (next-generation book); needs a word such as `passport` "
            "nearby",
            source="ICAO Doc 9303-4; Department of State, Form DS-82",
            patterns=(bounded("[0-9]{9}"), bounded("[A-Z][0-9]{8}")),
            confirm=lambda text: REFUSED if is_repeated(digits(text)) else WEAK,
            country="US",
            context=("passport", "passports", "travel document", "us passport"),
        ),
        PiiKind(
            name="us_driver_license",
            title="driver license number (United States)",
            format="the states' formats: letters and digits, 5 to 14 characters; needs a word such as `driver "
            "license` nearby",
            source="AAMVA DL/ID Card Design Standard; the states' motor vehicle departments",
            patterns=(
                bounded(f"[A-Z]{{1,2}}(?:[ {DASH}]?[0-9]{{3,4}}){{2,3}}"),
                bounded("[A-Z]{0,2}[0-9]{5,13}[A-Z]{0,2}"),
            ),
            confirm=lambda text: REFUSED if is_repeated(digits(text)) else WEAK,
            country="US",
            context=(
                "driver license",
                "driver's license",
                "drivers license",
                "driver’s license",
                "driving license",
                "driver lic",
                "drivers lic",
                "driver's licence",
                "driver id",
                "dl number",
                "dl no",
                "dl#",
                "dl:",
                "cdl",
                "dmv",
            ),
        ),
    )


def _medicare() -> PiiKind:
    letter = "[AC-HJKMNP-RT-Y]"
    either = "[AC-HJKMNP-RT-Y0-9]"
    return PiiKind(
        name="us_mbi",
        title="Medicare beneficiary identifier (United States)",
        format="eleven letters and digits, fixed by place, without S, L, O, I, B, Z; often 4-3-4 with dashes",
        source="Centers for Medicare & Medicaid Services, Understanding the MBI format",
        patterns=(
            bounded(f"[1-9]{letter}{either}[0-9][ {DASH}]?{letter}{either}[0-9][ {DASH}]?{letter}{letter}[0-9]{{2}}"),
        ),
        confirm=lambda text: GOOD + 0.15 if separators(text) else GOOD,
        country="US",
        context=("mbi", "medicare", "beneficiary", "cms"),
    )


_NO_EIN_PREFIX = (
    "00", "07", "08", "09", "17", "18", "19", "28", "29", "49", "69", "70", "78", "79", "89", "96", "97",
)  # fmt: skip


def _ssn(text: str) -> float:
    value = digits(text)
    area, group, serial = value[:3], value[3:5], value[5:]
    if area in ("000", "666") or area[0] == "9" or group == "00" or serial == "0000":
        return REFUSED
    if value in _ADVERTISED or is_repeated(value):
        return REFUSED
    return graded(text, (3, 2, 4), GOOD, WEAK)


def _itin(text: str) -> float:
    value = digits(text)
    group = int(value[3:5])
    known = 50 <= group <= 65 or 70 <= group <= 88 or 90 <= group <= 92 or 94 <= group <= 99
    if value[0] != "9" or not known or is_repeated(value):
        return REFUSED
    return graded(text, (3, 2, 4), GOOD, WEAK)
