"""France, Belgium, the Netherlands."""

from __future__ import annotations

from guardrail.validators.pii_kinds import checksums
from guardrail.validators.pii_kinds.dates import is_yymmdd
from guardrail.validators.pii_kinds.kind import CERTAIN, FAIR, GOOD, REFUSED, STRONG, PiiKind
from guardrail.validators.pii_kinds.shapes import (
    DASH,
    bounded,
    digits,
    grouping,
    is_repeated,
    letters_and_digits,
    number,
)

_GAP = f"[ .{DASH}]?"


def kinds() -> tuple[PiiKind, ...]:
    """The kinds of this family."""
    return (
        PiiKind(
            name="fr_nir",
            title="Social security number, NIR (France)",
            format="sex, year, month, department (2A and 2B for Corsica), commune, order, two-digit key; 1-2-2-2-3-3-2",
            checksum="97 minus the number modulo 97, 2A as 19, 2B as 18",
            source="INSEE, Répertoire national d'identification des personnes physiques; décret 82-103",
            patterns=(
                bounded(
                    f"[1-478]{_GAP}[0-9]{{2}}{_GAP}[0-9]{{2}}{_GAP}(?:[0-9]{{2}}|2[AaBb]){_GAP}[0-9]{{3}}{_GAP}[0-9]{{3}}{_GAP}[0-9]{{2}}"
                ),
            ),
            confirm=_nir,
            country="FR",
            context=(
                "nir", "insee", "sécurité sociale", "securite sociale", "sécu", "numéro de sécu", "carte vitale",
                "vitale",
                "assuré", "social security",
            ),
        ),
        PiiKind(
            name="be_rrn",
            title="National register number (Belgium)",
            format="date of birth YYMMDD, serial (3), two-digit check; YY.MM.DD-SSS.CC",
            checksum="97 minus the number modulo 97, with 2 in front from 2000 on",
            source="Arrêté royal du 3 avril 1984 relatif au numéro d'identification; IBZ Registre national",
            patterns=(number(2, 2, 2, 3, 2),),
            confirm=_rrn,
            country="BE",
            context=(
                "rijksregisternummer", "rijksregister", "registre national", "numéro national", "national number",
                "nrn", "insz",
                "niss", "rrn", "national register",
            ),
        ),
        PiiKind(
            name="nl_bsn",
            title="citizen service number, BSN (Netherlands)",
            format="nine digits (eight with the leading zero left out)",
            checksum="eleven test, weights 9 to 2 and -1",
            source="Wet algemene bepalingen burgerservicenummer; Logisch Ontwerp BSN, RvIG",
            patterns=(bounded("[0-9]{8,9}"), bounded("[0-9]{4}\\.[0-9]{2}\\.[0-9]{3}"), number(3, 3, 3)),
            confirm=_bsn,
            country="NL",
            context=(
                "bsn", "burgerservicenummer", "sofinummer", "sofi", "sofi-nummer", "citizen service number",
                "service number",
            ),
        ),
        PiiKind(
            name="nl_btw",
            title="VAT number of a natural person (Netherlands)",
            format="NL, nine digits, B, two digits",
            checksum="ISO/IEC 7064 MOD 97-10 over the whole, or the eleven test of the older numbers",
            source="Belastingdienst, btw-identificatienummer (2020)",
            patterns=(bounded("NL ?[0-9]{9} ?B ?[0-9]{2}"),),
            confirm=_btw,
            country="NL",
            context=("btw", "btw-id", "btw-nummer", "vat"),
            numeric=False,
        ),
    )  # fmt: skip


def _nir(text: str) -> float:
    value = letters_and_digits(text)
    month = int(value[3:5])
    if not (1 <= month <= 12 or 20 <= month <= 42 or 50 <= month <= 99) or value[5:7] in ("00", "96"):
        return REFUSED
    body = value[:13].replace("2A", "19") if value[5:7] == "2A" else value[:13].replace("2B", "18")
    if not body.isdigit() or 97 - int(body) % 97 != int(value[13:]):
        return REFUSED
    return CERTAIN if grouping(text) in ((15,), (13, 2), (1, 2, 2, 2, 3, 3, 2)) else GOOD


def _rrn(text: str) -> float:
    value = digits(text)
    key, body = int(value[9:]), int(value[:9])
    if key not in (97 - body % 97, 97 - (body + 2_000_000_000) % 97) or is_repeated(value):
        return REFUSED
    bis = f"{value[:2]}{int(value[2:4]) % 20:02}{value[4:6]}"
    if not is_yymmdd(bis) and value[2:6] != "0000":
        return REFUSED
    return CERTAIN if grouping(text) == (2, 2, 2, 3, 2) else GOOD


def _eleven_test(value: str) -> bool:
    return checksums.weighted(value, (9, 8, 7, 6, 5, 4, 3, 2, -1)) % 11 == 0


def _bsn(text: str) -> float:
    value = digits(text).zfill(9)
    if is_repeated(value) or value.startswith("00") or not _eleven_test(value):
        return REFUSED
    if len(digits(text)) == 8:
        return FAIR - 0.2
    return GOOD if grouping(text) == (4, 2, 3) else FAIR - 0.1


def _btw(text: str) -> float:
    value = letters_and_digits(text)
    return STRONG if checksums.mod_97(value) == 1 or _eleven_test(value[2:11]) else REFUSED
