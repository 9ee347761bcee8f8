"""India, Malaysia, Singapore, Thailand, Indonesia."""

from __future__ import annotations

import re

from guardrail.validators.pii_kinds import checksums
from guardrail.validators.pii_kinds.dates import is_ddmmyy, is_yymmdd
from guardrail.validators.pii_kinds.kind import CERTAIN, FAIR, GOOD, REFUSED, STRONG, WEAK, PiiKind
from guardrail.validators.pii_kinds.shapes import (
    DASH,
    bounded,
    digits,
    graded,
    grouping,
    is_repeated,
    number,
)

_BASE_36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def kinds() -> tuple[PiiKind, ...]:
    """The kinds of this family."""
    return (*_india(), *_south_east())


def _india() -> tuple[PiiKind, ...]:
    return (
        PiiKind(
            name="in_aadhaar",
            title="Aadhaar number (India)",
            format="twelve digits, first 2 to 9, no palindrome; 4-4-4",
            checksum="Verhoeff",
            source="Unique Identification Authority of India, A UID Numbering Scheme (2010)",
            patterns=(number(4, 4, 4, separator=f"[ .:{DASH}]"),),
            confirm=_aadhaar,
            country="IN",
            context=("aadhaar", "aadhar", "adhaar", "uid", "uidai", "आधार", "ஆதார்", "আধার"),
        ),
        PiiKind(
            name="in_pan",
            title="permanent account number, PAN (India)",
            format="three letters, holder type, initial, four digits, letter",
            source="Income-tax Rules, 1962, rule 114; Income Tax Department",
            patterns=(bounded("(?i:[A-Z]{3}[ABCFGHJLPT][A-Z])[0-9]{4}(?i:[A-Z])"),),
            confirm=_pan,
            country="IN",
            context=("pan", "permanent account", "income tax", "pan card", "पैन"),
            numeric=False,
        ),
        PiiKind(
            name="in_gstin",
            title="goods and services tax number, GSTIN (India)",
            format="state (2), PAN, entity, Z, check character",
            checksum="modulo 36, weights 1 and 2",
            source="Central Goods and Services Tax Rules, 2017, rule 10; GSTN",
            patterns=(bounded("[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z]Z[0-9A-Z]"),),
            confirm=_gstin,
            country="IN",
            context=("gstin", "gst", "gst number"),
            numeric=False,
        ),
        PiiKind(
            name="in_voter",
            title="voter identity card number, EPIC (India)",
            format="three letters and seven digits; needs a word such as `voter` nearby",
            source="Election Commission of India, EPIC numbering",
            patterns=(bounded("(?i:[A-Z]{3})[0-9]{7}"),),
            confirm=lambda text: REFUSED if is_repeated(text[3:]) else WEAK,
            country="IN",
            context=("voter", "epic", "election", "electoral", "elector", "voter id", "मतदाता"),
            numeric=False,
        ),
        PiiKind(
            name="in_passport",
            title="passport number (India)",
            format="a letter (not Q, X, Z) and seven digits; needs a word such as `passport` nearby",
            source="ICAO Doc 9303-4; Passport Seva",
            patterns=(bounded("(?i:[A-PR-WY])[1-9][0-9] ?[0-9]{4}[1-9]"),),
            confirm=lambda text: REFUSED if is_repeated(digits(text)) else WEAK,
            country="IN",
            context=("passport", "travel document", "पासपोर्ट"),
            numeric=False,
        ),
    )


def _south_east() -> tuple[PiiKind, ...]:
    return (
        PiiKind(
            name="sg_nric",
            title="NRIC or FIN (Singapore)",
            format="S, T, F, G or M, seven digits, check letter",
            checksum="weights 2, 7, 6, 5, 4, 3, 2 modulo 11",
            source="National Registration Act; Immigration & Checkpoints Authority",
            patterns=(bounded("(?i:[STFGM])[0-9]{7}(?i:[A-Z])"),),
            confirm=_nric,
            country="SG",
            context=("nric", "fin", "identity card", "ic number", "singpass", "singapore"),
            numeric=False,
        ),
        PiiKind(
            name="my_nric",
            title="identity card number, MyKad (Malaysia)",
            format="YYMMDD-PB-####, PB a place of birth",
            source="National Registration Department (JPN), National Registration Regulations 1990",
            patterns=(bounded(f"[0-9]{{6}}[ {DASH}]?[0-9]{{2}}[ {DASH}]?[0-9]{{4}}"),),
            confirm=_mykad,
            country="MY",
            context=("mykad", "nric", "kad pengenalan", "no. kp", "ic no", "ic number", "identity card"),
        ),
        PiiKind(
            name="th_id",
            title="identification number (Thailand)",
            format="thirteen digits, first 1 to 8; 1-4-5-2-1",
            checksum="weights 13 to 2 modulo 11",
            source="Department of Provincial Administration, Civil Registration Act B.E. 2534",
            patterns=(number(1, 4, 5, 2, 1),),
            confirm=_thai,
            country="TH",
            context=("บัตรประชาชน", "เลขประจำตัวประชาชน", "thai id", "national id", "citizen id"),
        ),
        PiiKind(
            name="id_nik",
            title="population identification number, NIK (Indonesia)",
            format="region (6), DDMMYY (day + 40 for women), serial (4); needs a word such as `NIK` nearby",
            source="Undang-Undang 24/2013; Permendagri 102/2009",
            patterns=(bounded("[1-9][0-9]{15}"),),
            confirm=_nik,
            country="ID",
            context=("nik", "ktp", "nomor induk kependudukan", "kartu tanda penduduk"),
        ),
    )


def _aadhaar(text: str) -> float:
    value = digits(text)
    if value[0] in "01" or value == value[::-1] or not checksums.verhoeff(value):
        return REFUSED
    return graded(text, (4, 4, 4), GOOD, FAIR)


def _pan(text: str) -> float:
    if (not text.isupper() and not text.islower()) or is_repeated(text[:5].lower()):
        return REFUSED
    return GOOD + 0.05 if text.isupper() else FAIR


def _gstin(text: str) -> float:
    if not (1 <= int(text[:2]) <= 38 or int(text[:2]) in (96, 97, 99)):
        return REFUSED
    total = 0
    for place, char in enumerate(text[:14]):
        total += sum(divmod(_BASE_36.index(char) * (1 + place % 2), 36))
    return CERTAIN if _BASE_36[-total % 36] == text[14] else REFUSED


def _nric(text: str) -> float:
    value = text.upper()
    total = checksums.weighted(value[1:8], (2, 7, 6, 5, 4, 3, 2)) + {"T": 4, "G": 4, "M": 3}.get(value[0], 0)
    letters = {"S": "JZIHGFEDCBA", "T": "JZIHGFEDCBA", "F": "XWUTRQPNMLK", "G": "XWUTRQPNMLK", "M": "KLJNPQRTUWX"}[
        value[0]
    ]
    check = letters[total % 11] if value[0] != "M" else letters[10 - total % 11]
    if check != value[8]:
        return REFUSED
    return STRONG if text.isupper() else GOOD


def _mykad(text: str) -> float:
    value = digits(text)
    place = int(value[6:8])
    known = (
        1 <= place <= 16
        or 21 <= place <= 59
        or place in (60, 61, 62, 63, 64, 65, 66, 67, 68, 71, 72, 74, 75)
        or 76 <= place <= 79
    )
    if not is_yymmdd(value[:6]) or not (known or 82 <= place <= 93 or place in (98, 99)):
        return REFUSED
    return GOOD if grouping(text) == (6, 2, 4) and re.search(f"[{DASH}]", text) else WEAK


def _thai(text: str) -> float:
    value = digits(text)
    check = (11 - checksums.weighted(value, range(13, 1, -1)) % 11) % 10
    if value[0] in "09" or check != int(value[12]) or is_repeated(value):
        return REFUSED
    return graded(text, (1, 4, 5, 2, 1), CERTAIN, FAIR)


def _nik(text: str) -> float:
    day = int(text[6:8])
    dated = is_ddmmyy(f"{day - 40:02}{text[8:12]}" if day > 40 else text[6:12])
    return WEAK + 0.15 if dated and 11 <= int(text[:2]) <= 96 and text[12:] != "0000" else REFUSED
