"""Turkey, Israel, South Africa."""

from __future__ import annotations

from guardrail.validators.pii_kinds import checksums
from guardrail.validators.pii_kinds.dates import is_yymmdd
from guardrail.validators.pii_kinds.kind import FAIR, GOOD, REFUSED, STRONG, WEAK, PiiKind
from guardrail.validators.pii_kinds.shapes import DASH, bounded, digits, is_placeholder, is_repeated, number


def kinds() -> tuple[PiiKind, ...]:
    """The kinds of this family."""
    return (
        PiiKind(
            name="tr_tckn",
            title="identification number, T.C. kimlik no (Turkey)",
            format="eleven digits, first not 0",
            checksum="two digits modulo 10",
            source="Nüfus Hizmetleri Kanunu 5490; Nüfus ve Vatandaşlık İşleri Genel Müdürlüğü",
            patterns=(bounded("[1-9][0-9]{10}"), bounded("[1-9][0-9]{2} [0-9]{3} [0-9]{3} [0-9]{2}")),
            confirm=_tckn,
            country="TR",
            context=("tc kimlik", "t.c. kimlik", "kimlik no", "kimlik numarası", "tckn", "tc no"),
        ),
        PiiKind(
            name="il_id",
            title="identity number, mispar zehut (Israel)",
            format="nine digits, often 8-1",
            checksum="Luhn",
            source="Population Registry Law, 5725-1965; Population and Immigration Authority",
            patterns=(bounded("[0-9]{9}"), bounded(f"[0-9]{{8}}[{DASH}][0-9]")),
            confirm=_israel,
            country="IL",
            context=(
                "תעודת זהות",
                "ת.ז",
                "ת״ז",
                "מספר זהות",
                "teudat zehut",
                "mispar zehut",
                "israeli id",
                "identity number",
            ),
        ),
        PiiKind(
            name="za_id",
            title="identity number (South Africa)",
            format="YYMMDD SSSS C A Z, C 0 to 2 for citizenship",
            checksum="Luhn",
            source="Identification Act 68 of 1997; Department of Home Affairs",
            patterns=(number(6, 4, 3), bounded("[0-9]{6} [0-9]{4} [0-9] [0-9] [0-9]")),
            confirm=_south_africa,
            country="ZA",
            context=("id number", "identity number", "south african id", "sa id", "rsa id", "identity document"),
        ),
    )


def _tckn(text: str) -> float:
    value = [int(char) for char in digits(text)]
    tenth = (sum(value[0:9:2]) * 7 - sum(value[1:8:2])) % 10
    if tenth != value[9] or sum(value[:10]) % 10 != value[10] or len(set(value)) == 1:
        return REFUSED
    return FAIR + 0.15


def _israel(text: str) -> float:
    value = digits(text)
    if is_placeholder(value) or value.startswith("0000") or not checksums.luhn(value):
        return REFUSED
    return FAIR - 0.1 if len(text) > 9 else WEAK + 0.1


def _south_africa(text: str) -> float:
    value = digits(text)
    if not is_yymmdd(value[:6]) or value[10] not in "012" or is_repeated(value) or not checksums.luhn(value):
        return REFUSED
    return GOOD if text.isdigit() else STRONG
