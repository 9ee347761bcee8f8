"""Poland, Czechia and Slovakia, Romania, Bulgaria, Croatia, Estonia and Lithuania, Greece, Russia."""

from __future__ import annotations

from guardrail.validators.pii_kinds import checksums
from guardrail.validators.pii_kinds.dates import is_day, is_ddmmyy, is_yymmdd
from guardrail.validators.pii_kinds.kind import CERTAIN, FAIR, GOOD, REFUSED, STRONG, PiiKind
from guardrail.validators.pii_kinds.shapes import (
    DASH,
    bounded,
    digits,
    grouping,
    is_placeholder,
    is_repeated,
    letters_and_digits,
)


def kinds() -> tuple[PiiKind, ...]:
    """The kinds of this family."""
    return (*_poland(), *_others(), *_baltic_and_south(), *_russia())


def _poland() -> tuple[PiiKind, ...]:
    return (
        PiiKind(
            name="pl_pesel",
            title="PESEL number (Poland)",
            format="YYMMDD with the century in the month, serial (4), check digit",
            checksum="weights 1, 3, 7, 9 modulo 10",
            source="Ustawa o ewidencji ludności, art. 15; Ministerstwo Cyfryzacji",
            patterns=(bounded("[0-9]{11}"),),
            confirm=_pesel,
            country="PL",
            context=("pesel", "numer pesel", "nr pesel", "ewidencyjny"),
        ),
        PiiKind(
            name="pl_nip",
            title="tax number, NIP (Poland)",
            format="ten digits, 3-3-2-2 or 3-2-2-3; `PL` may stand in front",
            checksum="weights 6, 5, 7, 2, 3, 4, 5, 6, 7 modulo 11",
            source="Ustawa o zasadach ewidencji i identyfikacji podatników, art. 2",
            patterns=(
                bounded(f"(?:PL ?)?[0-9]{{3}}[ {DASH}][0-9]{{3}}[ {DASH}][0-9]{{2}}[ {DASH}][0-9]{{2}}"),
                bounded(f"(?:PL ?)?[0-9]{{3}}[ {DASH}][0-9]{{2}}[ {DASH}][0-9]{{2}}[ {DASH}][0-9]{{3}}"),
                bounded("(?:PL ?)?[0-9]{10}"),
            ),
            confirm=_nip,
            country="PL",
            context=("nip", "numer identyfikacji podatkowej", "podatkowy", "vat"),
        ),
        PiiKind(
            name="pl_identity_card",
            title="identity card number (Poland)",
            format="three letters, six digits of which the first is a check digit",
            checksum="weights 7, 3, 1, 9, 7, 3, 1, 7, 3 modulo 10",
            source="Ustawa o dowodach osobistych; Ministerstwo Cyfryzacji",
            patterns=(bounded("[A-Z]{3} ?[0-9]{6}"),),
            confirm=_polish_card,
            country="PL",
            context=("dowód osobisty", "dowodu", "dowód", "dowod", "identity card", "seria i numer"),
            numeric=False,
        ),
    )


def _others() -> tuple[PiiKind, ...]:
    return (
        PiiKind(
            name="cz_rodne_cislo",
            title="birth number (Czechia, Slovakia)",
            format="YYMMDD/SSSC; month + 50 for women, + 20 or + 70 from 2004 on",
            checksum="divisible by 11 (before 1985 a remainder of 10 counts as 0)",
            source="Zákon 133/2000 Sb. section 13; Zákon 301/1995 Z. z.",
            patterns=(bounded("[0-9]{6} ?/ ?[0-9]{4}"), bounded("[0-9]{10}")),
            confirm=_rodne_cislo,
            country="CZ",
            context=("rodné číslo", "rodne cislo", "rodného čísla", "r.č", "rč", "birth number"),
        ),
        PiiKind(
            name="ro_cnp",
            title="Personal numeric code, CNP (Romania)",
            format="sex and century, YYMMDD, county, serial (3), check digit",
            checksum="weights 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9 modulo 11",
            source="Legea 105/1996; H.G. 64/2011",
            patterns=(bounded("[1-9][0-9]{12}"),),
            confirm=_cnp,
            country="RO",
            context=("cnp", "cod numeric personal", "codul numeric"),
        ),
        PiiKind(
            name="bg_egn",
            title="uniform civil number, EGN (Bulgaria)",
            format="YYMMDD (month + 20 before 1900, + 40 from 2000 on), serial (3), check digit",
            checksum="weights 2, 4, 8, 5, 10, 9, 7, 3, 6 modulo 11",
            source="Закон за гражданската регистрация, article 11",
            patterns=(bounded("[0-9]{10}"),),
            confirm=_egn,
            country="BG",
            context=("егн", "egn", "единен граждански номер"),
        ),
        PiiKind(
            name="hr_oib",
            title="Personal identification number, OIB (Croatia)",
            format="eleven digits",
            checksum="ISO/IEC 7064 MOD 11,10",
            source="Zakon o osobnom identifikacijskom broju, NN 60/08",
            patterns=(bounded("(?:HR ?)?[0-9]{11}"),),
            confirm=lambda text: (
                REFUSED
                if is_repeated(digits(text)) or not checksums.mod_11_10(digits(text))
                else (GOOD if text[0] == "H" else FAIR - 0.1)
            ),
            country="HR",
            context=("oib", "osobni identifikacijski broj"),
        ),
    )


def _baltic_and_south() -> tuple[PiiKind, ...]:
    return (
        PiiKind(
            name="ee_isikukood",
            title="Personal identification code (Estonia, Lithuania)",
            format="sex and century, YYMMDD, serial (3), check digit",
            checksum="two-stage modulo 11",
            source="EVS 585:2007; Lietuvos Respublikos gyventojų registro įstatymas",
            patterns=(bounded("[1-8][0-9]{10}"),),
            confirm=_isikukood,
            country="EE",
            context=("isikukood", "isikukoodi", "asmens kodas", "asmens koda", "personal code"),
        ),
        PiiKind(
            name="gr_amka",
            title="Social security number, AMKA (Greece)",
            format="DDMMYY and five digits",
            checksum="Luhn",
            source="Νόμος 3655/2008, article 153; ΗΔΙΚΑ",
            patterns=(bounded("[0-9]{11}"),),
            confirm=lambda text: (
                FAIR + 0.05 if is_ddmmyy(text[:6]) and checksums.luhn(text) and not is_repeated(text[:10]) else REFUSED
            ),
            country="GR",
            context=("αμκα", "amka", "α.μ.κ.α"),
        ),
        PiiKind(
            name="gr_afm",
            title="tax number, AFM (Greece)",
            format="nine digits; `EL` may stand in front",
            checksum="powers of two modulo 11",
            source="Υπουργική Απόφαση ΠΟΛ 1055; ΑΑΔΕ",
            patterns=(bounded("(?:EL ?)?[0-9]{9}"),),
            confirm=_afm,
            country="GR",
            context=("αφμ", "afm", "α.φ.μ", "vat"),
        ),
    )


def _russia() -> tuple[PiiKind, ...]:
    return (
        PiiKind(
            name="ru_snils",
            title="pension insurance number, SNILS (Russia)",
            format="XXX-XXX-XXX YY",
            checksum="weights 9 to 1 modulo 101",
            source="Федеральный закон 27-ФЗ; постановление Правления ПФР 192п",
            patterns=(
                bounded(f"[0-9]{{3}}[ {DASH}][0-9]{{3}}[ {DASH}][0-9]{{3}}[ {DASH}][0-9]{{2}}"),
                bounded("[0-9]{11}"),
            ),
            confirm=_snils,
            country="RU",
            context=("снилс", "snils", "страховой номер"),
        ),
        PiiKind(
            name="ru_inn",
            title="tax number of natural persons, INN (Russia)",
            format="twelve digits",
            checksum="two digits modulo 11",
            source="Приказ ФНС России ЕД-7-14/559@",
            patterns=(bounded("[0-9]{12}"),),
            confirm=_inn,
            country="RU",
            context=("инн", "inn", "идентификационный номер"),
        ),
    )


def _pesel(text: str) -> float:
    century, month = divmod(int(text[2:4]), 20)
    year = {4: 1800, 0: 1900, 1: 2000, 2: 2100, 3: 2200}[century] + int(text[:2])
    if not is_day(year, month, int(text[4:6])) or is_repeated(text):
        return REFUSED
    return FAIR + 0.15 if checksums.weighted(text, (1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)) % 10 == 0 else REFUSED


def _nip(text: str) -> float:
    value = digits(text)
    if checksums.weighted(value, (6, 5, 7, 2, 3, 4, 5, 6, 7)) % 11 != int(value[9]) or is_placeholder(value):
        return REFUSED
    if text.startswith("PL"):
        return STRONG
    return FAIR - 0.1 if len(grouping(text)) == 1 else GOOD


def _polish_card(text: str) -> float:
    value = letters_and_digits(text)
    total = sum(int(c, 36) * w for c, w in zip(value, (7, 3, 1, 9, 7, 3, 1, 7, 3), strict=True))
    return FAIR + 0.05 if total % 10 == 0 and not is_repeated(value[3:]) else REFUSED


def _rodne_cislo(text: str) -> float:
    value = digits(text)
    month = int(value[2:4])
    plain = next((month - shift for shift in (70, 50, 20, 0) if 1 <= month - shift <= 12), 0)
    remainder = int(value[:9]) % 11 % 10
    if not is_yymmdd(f"{value[:2]}{plain:02}{value[4:6]}") or remainder != int(value[9]) or is_repeated(value):
        return REFUSED
    return STRONG if "/" in text else FAIR - 0.1


def _cnp(text: str) -> float:
    county = int(text[7:9])
    known = 1 <= county <= 48 or county in (51, 52, 70)
    if not is_yymmdd(text[1:7]) or not known or text[9:12] == "000":
        return REFUSED
    check = checksums.weighted(text, (2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9)) % 11
    return GOOD if (1 if check == 10 else check) == int(text[12]) else REFUSED


def _egn(text: str) -> float:
    month = int(text[2:4]) % 20
    if int(text[2:4]) > 52 or not is_yymmdd(f"{text[:2]}{month:02}{text[4:6]}"):
        return REFUSED
    check = checksums.weighted(text, (2, 4, 8, 5, 10, 9, 7, 3, 6)) % 11 % 10
    return FAIR if check == int(text[9]) and not is_repeated(text) else REFUSED


def _isikukood(text: str) -> float:
    if not is_yymmdd(text[1:7]):
        return REFUSED
    check = checksums.weighted(text, (1, 2, 3, 4, 5, 6, 7, 8, 9, 1)) % 11
    if check == 10:
        check = checksums.weighted(text, (3, 4, 5, 6, 7, 8, 9, 1, 2, 3)) % 11 % 10
    return FAIR + 0.05 if check == int(text[10]) and not is_repeated(text) else REFUSED


def _afm(text: str) -> float:
    value = digits(text)
    check = checksums.weighted(value, (256, 128, 64, 32, 16, 8, 4, 2)) % 11 % 10
    if check != int(value[8]) or is_repeated(value):
        return REFUSED
    return GOOD if text[0] == "E" else FAIR - 0.15


def _snils(text: str) -> float:
    value = digits(text)
    if checksums.weighted(value, range(9, 0, -1)) % 101 % 100 != int(value[9:]) or is_repeated(value[:9]):
        return REFUSED
    return FAIR + 0.05 if text.isdigit() else CERTAIN


def _inn(text: str) -> float:
    first = checksums.weighted(text, (7, 2, 4, 10, 3, 5, 9, 4, 6, 8)) % 11 % 10
    second = checksums.weighted(text, (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)) % 11 % 10
    return FAIR + 0.05 if (first, second) == (int(text[10]), int(text[11])) and not is_repeated(text) else REFUSED
