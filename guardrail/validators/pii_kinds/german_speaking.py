"""Germany, Austria, Switzerland."""

from __future__ import annotations

from collections import Counter

from guardrail.validators.pii_kinds import checksums
from guardrail.validators.pii_kinds.dates import is_ddmmyy
from guardrail.validators.pii_kinds.kind import CERTAIN, FAIR, GOOD, REFUSED, STRONG, PiiKind
from guardrail.validators.pii_kinds.shapes import DASH, bounded, digits, graded, is_repeated, letters_and_digits, number


def kinds() -> tuple[PiiKind, ...]:
    """The kinds of this family."""
    return (
        PiiKind(
            name="de_steuer_id",
            title="tax identification number (Germany)",
            format="eleven digits, first not 0; among the first ten exactly one digit stands twice or three times",
            checksum="ISO/IEC 7064 MOD 11,10",
            source="Abgabenordnung section 139b; Steueridentifikationsnummerverordnung; Bundeszentralamt für Steuern",
            patterns=(number(2, 3, 3, 3, separator=f"[ .{DASH}/]"),),
            confirm=_steuer_id,
            country="DE",
            context=(
                "steuer-id", "steuerid", "steuer id", "steueridentifikationsnummer", "idnr", "id-nr",
                "identifikationsnummer",
                "steuernummer", "steuer-identifikationsnummer", "tin", "tax id", "tax number",
            ),
        ),
        PiiKind(
            name="de_personalausweis",
            title="identity card or passport number (Germany)",
            format="nine letters and digits without vowels, first a letter, and a check digit",
            checksum="weights 7, 3, 1 modulo 10 (ICAO Doc 9303)",
            source="Personalausweisverordnung annex 3; ICAO Doc 9303-3 section 4.9",
            patterns=(bounded("[CFGHJKLMNPRTVWXYZ][0-9CFGHJKLMNPRTVWXYZ]{8}[ <]{0,2}[0-9](?:D|<{0,2})"),),
            confirm=_personalausweis,
            country="DE",
            context=(
                "personalausweis", "ausweis", "ausweisnummer", "personalausweisnummer", "reisepass",
                "reisepassnummer", "pass",
                "passnummer", "identity card", "id card", "passport", "perso",
            ),
            numeric=False,
        ),
        PiiKind(
            name="de_rentenversicherung",
            title="pension insurance number (Germany)",
            format="area (2), date of birth DDMMYY, initial, serial (2), check digit",
            checksum="weights 2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1, digit sums, modulo 10",
            source="Sozialgesetzbuch VI section 147; Versicherungsnummern-, Kontoführungs- und "
            "Versicherungsverlaufsverordnung",
            patterns=(bounded("[0-9]{2} ?[0-9]{6} ?[A-Z] ?[0-9]{2} ?[0-9]"),),
            confirm=_rentenversicherung,
            country="DE",
            context=(
                "rentenversicherungsnummer", "sozialversicherungsnummer", "versicherungsnummer", "rvnr", "svnr",
                "rente",
            ),
            numeric=False,
        ),
        PiiKind(
            name="at_svnr",
            title="Social insurance number (Austria)",
            format="serial (3), check digit, date of birth DDMMYY",
            checksum="weights 3, 7, 9, 5, 8, 4, 2, 1, 6 modulo 11, in fourth place",
            source="Allgemeines Sozialversicherungsgesetz section 31; Dachverband der Sozialversicherungsträger",
            patterns=(number(4, 6, separator=f"[ {DASH}/]"), bounded("[0-9]{4} [0-9]{2}[ .]?[0-9]{2}[ .]?[0-9]{2}")),
            confirm=_at_svnr,
            country="AT",
            context=(
                "svnr", "sv-nr", "sv-nummer", "sozialversicherungsnummer", "versicherungsnummer", "e-card", "vsnr",
            ),
        ),
        PiiKind(
            name="ch_ahv",
            title="AHV/AVS number (Switzerland)",
            format="756.xxxx.xxxx.xx",
            checksum="EAN-13",
            source="AHVG article 50c; Zentrale Ausgleichsstelle; GS1 prefix 756",
            patterns=(bounded(f"756[ .{DASH}]?[0-9]{{4}}[ .{DASH}]?[0-9]{{4}}[ .{DASH}]?[0-9]{{2}}"),),
            confirm=_ahv,
            country="CH",
            context=("ahv", "avs", "ahv-nr", "ahv-nummer", "sozialversicherungsnummer", "oasi", "numéro avs", "no avs"),
        ),
    )  # fmt: skip


def _steuer_id(text: str) -> float:
    value = digits(text)
    digit, times = Counter(value[:10]).most_common(1)[0]
    others_once = len(set(value[:10])) == 11 - times
    if value[0] == "0" or times not in (2, 3) or not others_once or digit * 3 in value[:10]:
        return REFUSED
    if not checksums.mod_11_10(value):
        return REFUSED
    return graded(text, (2, 3, 3, 3), STRONG, GOOD)


def _personalausweis(text: str) -> float:
    value = letters_and_digits(text)[:10]
    total = sum(int(char, 36) * weight for char, weight in zip(value[:9], (7, 3, 1) * 3, strict=True))
    if total % 10 != int(value[9]) or sum(char.isdigit() for char in value[:9]) < 2:
        return REFUSED
    return GOOD if text[-1] in "D<" else FAIR


def _rentenversicherung(text: str) -> float:
    value = letters_and_digits(text)
    day = int(value[2:4])
    born = f"{day - 50:02}{value[4:8]}" if day > 50 else value[2:8]
    if not is_ddmmyy(born):
        return REFUSED
    spelled = value[:8] + f"{ord(value[8]) - 64:02}" + value[9:11]
    weights = (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1)
    total = sum(checksums.digit_sum(int(char) * weight) for char, weight in zip(spelled, weights, strict=True))
    return STRONG if total % 10 == int(value[11]) else REFUSED


def _at_svnr(text: str) -> float:
    value = digits(text)
    check = checksums.weighted(value, (3, 7, 9, 0, 5, 8, 4, 2, 1, 6)) % 11
    if value[0] == "0" or check != int(value[3]) or not (is_ddmmyy(value[4:]) or 13 <= int(value[6:8]) <= 15):
        return REFUSED
    return FAIR if text.isdigit() else GOOD


def _ahv(text: str) -> float:
    value = digits(text)
    if not checksums.ean_13(value) or is_repeated(value[3:12]):
        return REFUSED
    return CERTAIN if text.count(".") == 3 else STRONG - 0.1
