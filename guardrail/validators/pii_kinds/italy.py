"""Italy."""

from __future__ import annotations

from guardrail.validators.pii_kinds import checksums
from guardrail.validators.pii_kinds.kind import CERTAIN, FAIR, REFUSED, STRONG, WEAK, PiiKind
from guardrail.validators.pii_kinds.shapes import bounded, digits, is_repeated, letters_and_digits

_ODD = (1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23)
"""What a character in an odd place counts: A and 0 first, Z last (D.M. 23 dicembre 1976, table)."""
_OMOCODIA = "LMNPQRSTUV"
"""Letters that stand for 0 to 9 where two people would share a code."""


def kinds() -> tuple[PiiKind, ...]:
    """The kinds of this family."""
    figure = "[0-9LMNPQRSTUVlmnpqrstuv]"
    month = "[ABCDEHLMPRSTabcdehlmprst]"
    return (
        PiiKind(
            name="it_codice_fiscale",
            title="tax code, codice fiscale (Italy)",
            format="surname (3), name (3), year, month letter, day (+40 for women), municipality, check letter; "
            "digits may be "
            "replaced by letters (omocodia)",
            checksum="modulo 26 over tables for odd and even places",
            source="D.P.R. 605/1973; D.M. 23 dicembre 1976, Agenzia delle Entrate",
            patterns=(
                bounded(f"[A-Za-z]{{6}}{figure}{{2}}{month}{figure}{{2}}[A-Za-z]{figure}{{3}}[A-Za-z]"),
                bounded(f"[A-Z]{{3}} [A-Z]{{3}} {figure}{{2}}{month}{figure}{{2}} [A-Z]{figure}{{3}} ?[A-Z]"),
            ),
            confirm=_codice_fiscale,
            country="IT",
            context=("codice fiscale", "cod. fisc", "c.f", "cf", "fiscal code", "tax code"),
            numeric=False,
        ),
        PiiKind(
            name="it_partita_iva",
            title="VAT number, partita IVA (Italy)",
            format="eleven digits, office 001-100, 120, 121, 888 or 999 in places eight to ten; `IT` may stand in "
            "front",
            checksum="Luhn",
            source="D.P.R. 633/1972, article 35; Agenzia delle Entrate",
            patterns=(bounded("(?:IT ?)?[0-9]{11}"),),
            confirm=_partita_iva,
            country="IT",
            context=("partita iva", "p.iva", "p. iva", "piva", "iva", "vat"),
        ),
        PiiKind(
            name="it_identity_card",
            title="identity card number (Italy)",
            format="two letters, five digits, two letters (electronic), or two letters and seven digits (paper); "
            "needs context",
            source="Ministero dell'Interno, Carta d'identità elettronica 3.0",
            patterns=(
                bounded("(?i:[A-Z]{2})[0-9]{5}(?i:[A-Z]{2})"),
                bounded("[A-Z]{2} ?[0-9]{7}"),
                bounded("[0-9]{7}[A-Z]{2}"),
            ),
            confirm=lambda text: REFUSED if is_repeated(digits(text)) else WEAK,
            country="IT",
            context=(
                "carta d'identità", "carta identità", "carta d'identita", "carta di identità", "identity card", "cie",
                "identità", "id card",
            ),
            numeric=False,
        ),
        PiiKind(
            name="it_passport",
            title="passport number (Italy)",
            format="two letters and seven digits; needs a word such as `passaporto` nearby",
            source="ICAO Doc 9303-4; Ministero dell'Interno, D.M. 303/014",
            patterns=(bounded("(?i:[A-Z]{2})[0-9]{7}"),),
            confirm=lambda text: REFUSED if is_repeated(digits(text)) else WEAK,
            country="IT",
            context=("passaporto", "passport", "viaggio", "numero di passaporto"),
            numeric=False,
        ),
        PiiKind(
            name="it_driving_licence",
            title="driving licence number (Italy)",
            format="two letters, seven digits, a letter, or U1 and eight more; needs a word such as `patente` nearby",
            source="D.Lgs. 285/1992, article 116; Ministero delle Infrastrutture e dei Trasporti",
            patterns=(bounded("(?i:[A-Z]{2})[0-9]{7}(?i:[A-Z])"), bounded("U1[0-9BCDFGHJKLMNPRSTWXYZ]{7}[A-Z]")),
            confirm=lambda text: REFUSED if is_repeated(digits(text)) else WEAK,
            country="IT",
            context=(
                "patente", "patente di guida", "driving licence", "driver's license", "licenza di guida", "licenza",
            ),
            numeric=False,
        ),
    )  # fmt: skip


def _codice_fiscale(text: str) -> float:
    value = letters_and_digits(text)
    places = (6, 7, 9, 10, 12, 13, 14)
    plain = list(value)
    for place in places:
        plain[place] = str(_OMOCODIA.find(plain[place])) if plain[place].isalpha() else plain[place]
    day = int("".join(plain[9:11]))
    if not (1 <= day <= 31 or 41 <= day <= 71):
        return REFUSED
    odd = sum(_ODD[_rank(char)] for char in value[:15:2])
    even = sum(_rank(char) for char in value[1:15:2])
    if (odd + even) % 26 != ord(value[15]) - 65:
        return REFUSED
    return CERTAIN if text.isupper() else STRONG


def _rank(char: str) -> int:
    return int(char) if char.isdigit() else ord(char) - 65


def _partita_iva(text: str) -> float:
    value = digits(text)
    office = int(value[7:10])
    known = 1 <= office <= 121 or office in (888, 999)
    if not known or value[:7] == "0000000" or is_repeated(value) or not checksums.luhn(value):
        return REFUSED
    return STRONG if text.startswith("IT") else FAIR
