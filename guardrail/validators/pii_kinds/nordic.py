"""Sweden, Denmark, Finland, Norway."""

from __future__ import annotations

from guardrail.validators.pii_kinds import checksums
from guardrail.validators.pii_kinds.dates import is_day, is_ddmmyy, is_yymmdd
from guardrail.validators.pii_kinds.kind import CERTAIN, FAIR, GOOD, REFUSED, STRONG, WEAK, PiiKind
from guardrail.validators.pii_kinds.shapes import DASH, bounded, digits, is_repeated, letters_and_digits, number

_HETU = "0123456789ABCDEFHJKLMNPRSTUVWXY"


def kinds() -> tuple[PiiKind, ...]:
    """The kinds of this family."""
    return (
        PiiKind(
            name="se_personnummer",
            title="Personal identity number (Sweden)",
            format="YYMMDD or YYYYMMDD, `-` (`+` from the hundredth year on), four digits; day + 60 for coordination "
            "numbers",
            checksum="Luhn over the ten digits",
            source="Folkbokföringslag (1991:481) section 18; Skatteverket SKV 704",
            patterns=(bounded(f"(?:18|19|20)?[0-9]{{6}}[{DASH}+]?[0-9]{{4}}"),),
            confirm=_personnummer,
            country="SE",
            context=(
                "personnummer",
                "personnr",
                "pnr",
                "samordningsnummer",
                "personal number",
                "personal identity number",
                "född",
            ),
        ),
        PiiKind(
            name="dk_cpr",
            title="civil registration number, CPR (Denmark)",
            format="DDMMYY-SSSS",
            checksum="modulo 11 (weights 4, 3, 2, 7, 6, 5, 4, 3, 2, 1), no longer on every number since 2007",
            source="CPR-loven; CPR-kontoret, Personnummeret i CPR",
            patterns=(bounded(f"[0-9]{{6}}[ {DASH}]?[0-9]{{4}}"),),
            confirm=_cpr,
            country="DK",
            context=("cpr", "cpr-nr", "cpr-nummer", "personnummer", "cpr nummer", "cprnr", "sygesikring"),
        ),
        PiiKind(
            name="fi_hetu",
            title="Personal identity code, henkilötunnus (Finland)",
            format="DDMMYY, century sign (`+`, `-`, U to Y, A to F), individual number (3), check character",
            checksum="number modulo 31",
            source="Valtioneuvoston asetus väestötietojärjestelmästä 128/2010, 690/2022; Digi- ja väestötietovirasto",
            patterns=(bounded("[0-9]{6}[-+\u2010-\u2014A-FU-Ya-fu-y][0-9]{3}[0-9A-FHJ-NPR-Ya-fhj-npr-y]"),),
            confirm=_hetu,
            country="FI",
            context=("hetu", "henkilötunnus", "henkilötunnuksen", "personbeteckning", "personal identity code", "sotu"),
            numeric=False,
        ),
        PiiKind(
            name="no_fodselsnummer",
            title="National identity number (Norway)",
            format="DDMMYY, individual number (3), two check digits; day + 40 (D number), month + 40 (H number)",
            checksum="two digits modulo 11",
            source="Folkeregisterforskriften section 2-2-1; Skatteetaten",
            patterns=(number(6, 5, separator=f"[ {DASH}]"), bounded("[0-9]{6} [0-9]{3} [0-9]{2}")),
            confirm=_fodselsnummer,
            country="NO",
            context=(
                "fødselsnummer",
                "fodselsnummer",
                "personnummer",
                "fnr",
                "d-nummer",
                "fødselsnr",
                "national identity",
            ),
        ),
    )


def _personnummer(text: str) -> float:
    value = digits(text)
    ten = value[-10:]
    day = int(ten[4:6])
    born = ten[:4] + f"{day - 60:02}" if day > 60 else ten[:6]
    dated = is_day(int(value[:4]), int(born[2:4]), int(born[4:6])) if len(value) == 12 else is_yymmdd(born)
    if not dated or is_repeated(ten) or not checksums.luhn(ten):
        return REFUSED
    if text.isdigit():
        return FAIR + 0.1 if len(value) == 12 else FAIR - 0.1
    return STRONG


def _cpr(text: str) -> float:
    value = digits(text)
    if not is_ddmmyy(value[:6]) or (is_repeated(value[6:]) and value[6] == "0"):
        return REFUSED
    checked = checksums.weighted(value, (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)) % 11 == 0
    if text.isdigit():
        return FAIR - 0.2 if checked else WEAK - 0.05
    if " " in text:
        return FAIR
    return STRONG - 0.1 if checked else GOOD - 0.1


def _hetu(text: str) -> float:
    value = letters_and_digits(text)
    numbers, individual = value[:6], value[-4:-1]
    if not is_ddmmyy(numbers) or int(individual) < 2 or _HETU[int(numbers + individual) % 31] != value[-1]:
        return REFUSED
    return CERTAIN if not any(char.islower() for char in text) else GOOD


def _fodselsnummer(text: str) -> float:
    value = digits(text)
    day, month = int(value[:2]), int(value[2:4])
    if not is_ddmmyy(f"{day % 40:02}{month % 40:02}{value[4:6]}") or is_repeated(value):
        return REFUSED
    first = checksums.weighted(value, (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)) % 11
    second = checksums.weighted(value, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)) % 11
    return (GOOD + 0.1 if text.isdigit() else STRONG) if first == 0 and second == 0 else REFUSED
