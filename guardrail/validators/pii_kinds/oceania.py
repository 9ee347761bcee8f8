"""Australia and New Zealand."""

from __future__ import annotations

from guardrail.validators.pii_kinds import checksums
from guardrail.validators.pii_kinds.kind import FAIR, GOOD, REFUSED, STRONG, PiiKind
from guardrail.validators.pii_kinds.shapes import (
    DASH,
    bounded,
    digits,
    graded,
    grouping,
    is_placeholder,
    is_repeated,
    number,
)


def kinds() -> tuple[PiiKind, ...]:
    """The kinds of this family."""
    return (
        PiiKind(
            name="au_tfn",
            title="tax file number (Australia)",
            format="nine digits, 3-3-3",
            checksum="weights 1, 4, 3, 7, 5, 8, 6, 9, 10 modulo 11",
            source="Australian Taxation Office, Tax file number algorithm",
            patterns=(number(3, 3, 3),),
            confirm=_tfn,
            country="AU",
            context=("tfn", "tax file", "tax file number", "ato"),
        ),
        PiiKind(
            name="au_abn",
            title="business number (Australia)",
            format="eleven digits, 2-3-3-3",
            checksum="first digit less 1, weights 10, 1, 3, 5 … 19 modulo 89",
            source="Australian Business Register, Format of the ABN",
            patterns=(number(2, 3, 3, 3, separator=f"[ .{DASH}/]"),),
            confirm=_abn,
            country="AU",
            context=("abn", "business number", "australian business"),
        ),
        PiiKind(
            name="au_acn",
            title="company number (Australia)",
            format="nine digits, 3-3-3",
            checksum="weights 8 to 1, complement modulo 10",
            source="Australian Securities and Investments Commission, ACN check digit",
            patterns=(number(3, 3, 3),),
            confirm=_acn,
            country="AU",
            context=("acn", "company number", "australian company", "asic"),
        ),
        PiiKind(
            name="au_medicare",
            title="Medicare card number (Australia)",
            format="first digit 2 to 6, seven digits, check digit, issue number; 4-5-1; a reference number may follow",
            checksum="weights 1, 3, 7, 9 modulo 10, in ninth place",
            source="Services Australia, Medicare card number check digit; METeOR 270101",
            patterns=(bounded(f"[2-6][0-9]{{3}}[ {DASH}]?[0-9]{{5}}[ {DASH}]?[0-9](?:[ /{DASH}]?[1-9])?"),),
            confirm=_medicare,
            country="AU",
            context=("medicare", "medicare card", "irn", "bulk bill"),
        ),
        PiiKind(
            name="nz_ird",
            title="Inland Revenue number (New Zealand)",
            format="eight or nine digits from 10-000-000 to 150-000-000",
            checksum="modulo 11 with two sets of weights",
            source="Inland Revenue, Resident withholding tax specification, IRD number validation",
            patterns=(bounded(f"[0-9]{{2,3}}[ {DASH}]?[0-9]{{3}}[ {DASH}]?[0-9]{{3}}"),),
            confirm=_ird,
            country="NZ",
            context=("ird", "ird number", "inland revenue", "gst number"),
        ),
    )


def _tfn(text: str) -> float:
    value = digits(text)
    if is_placeholder(value) or checksums.weighted(value, (1, 4, 3, 7, 5, 8, 6, 9, 10)) % 11:
        return REFUSED
    return graded(text, (3, 3, 3), FAIR + 0.1, FAIR - 0.1)


def _abn(text: str) -> float:
    value = digits(text)
    reduced = str(int(value[0]) - 1) + value[1:]
    if (
        value[0] == "0"
        or is_repeated(value)
        or checksums.weighted(reduced, (10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19)) % 89
    ):
        return REFUSED
    return graded(text, (2, 3, 3, 3), STRONG, FAIR + 0.15)


def _acn(text: str) -> float:
    value = digits(text)
    check = (10 - checksums.weighted(value, range(8, 0, -1)) % 10) % 10
    if check != int(value[8]) or is_placeholder(value):
        return REFUSED
    return graded(text, (3, 3, 3), FAIR + 0.1, FAIR - 0.15)


def _medicare(text: str) -> float:
    value = digits(text)
    if checksums.weighted(value, (1, 3, 7, 9, 1, 3, 7, 9)) % 10 != int(value[8]) or is_placeholder(value[:9]):
        return REFUSED
    return GOOD if grouping(text)[:2] == (4, 5) else FAIR - 0.1


def _ird(text: str) -> float:
    value = digits(text).zfill(9)
    if not 10_000_000 < int(value) < 150_000_000 or is_placeholder(value):
        return REFUSED
    for weights in ((3, 2, 7, 6, 5, 4, 3, 2), (7, 4, 3, 2, 5, 2, 7, 6)):
        check = -checksums.weighted(value, weights) % 11
        if check < 10:
            break
    if check != int(value[8]):
        return REFUSED
    return graded(text, (len(digits(text)) - 6, 3, 3), FAIR + 0.05, FAIR - 0.15)
