"""Spain and Portugal."""

from __future__ import annotations

from guardrail.validators.pii_kinds import checksums
from guardrail.validators.pii_kinds.kind import FAIR, GOOD, REFUSED, STRONG, PiiKind
from guardrail.validators.pii_kinds.shapes import DASH, bounded, digits, graded, is_repeated, letters_and_digits, number

_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
_GAP = f"[ .{DASH}]"


def kinds() -> tuple[PiiKind, ...]:
    """The kinds of this family."""
    return (
        PiiKind(
            name="es_nif",
            title="tax number of natural persons, DNI (Spain)",
            format="eight digits and a letter, or K, L, M, seven digits and a letter; dots, dash or blank allowed",
            checksum="letter by the number modulo 23",
            source="Real Decreto 1065/2007, articles 18-20; Orden EHA/451/2008",
            patterns=(
                bounded(f"[0-9]{{1,2}}\\.?[0-9]{{3}}\\.?[0-9]{{3}}{_GAP}?[A-HJ-NP-TV-Za-hj-np-tv-z]"),
                bounded(f"[KLMklm]{_GAP}?[0-9]{{7}}{_GAP}?[A-Za-z]"),
            ),
            confirm=_nif,
            country="ES",
            context=(
                "nif",
                "dni",
                "d.n.i",
                "n.i.f",
                "documento nacional",
                "identificación",
                "identidad",
                "documento",
                "cif",
            ),
            numeric=False,
        ),
        PiiKind(
            name="es_nie",
            title="foreigner identification number, NIE (Spain)",
            format="X, Y or Z, seven digits and a letter; dashes or blanks allowed",
            checksum="letter by the number modulo 23, X, Y, Z as 0, 1, 2",
            source="Real Decreto 557/2011, article 206; Orden INT/2058/2008",
            patterns=(bounded(f"[XYZxyz]{_GAP}?[0-9]{{7,8}}{_GAP}?[A-Za-z]"),),
            confirm=_nie,
            country="ES",
            context=("nie", "n.i.e", "extranjero", "extranjeros", "identificación", "residencia"),
            numeric=False,
        ),
        PiiKind(
            name="pt_nif",
            title="tax number, NIF (Portugal)",
            format="nine digits that begin with 1, 2, 3, 5, 6, 8 or 9",
            checksum="modulo 11, weights 9 to 2",
            source="Decreto-Lei 14/2013, article 3; Portaria 377/2003",
            patterns=(number(3, 3, 3), bounded("PT ?[0-9]{9}")),
            confirm=_pt_nif,
            country="PT",
            context=("nif", "contribuinte", "número fiscal", "numero fiscal", "nipc", "finanças", "fiscal"),
        ),
        PiiKind(
            name="pt_citizen_card",
            title="citizen card number (Portugal)",
            format="eight digits, check digit, two letters or digits, check digit",
            checksum="Luhn over the whole with A = 10 … Z = 35",
            source="Agência para a Modernização Administrativa, validação do número de documento do Cartão de Cidadão",
            patterns=(bounded("[0-9]{8} ?[0-9] ?[0-9A-Z]{2} ?[0-9]"),),
            confirm=_citizen_card,
            country="PT",
            context=("cartão de cidadão", "cartao de cidadao", "cartão", "bilhete de identidade", "cc", "cidadão"),
        ),
    )


def _nif(text: str) -> float:
    value = letters_and_digits(text)
    number_part = value[1:-1] if value[0] in "KLM" else value[:-1]
    if len(number_part) < 7 or _LETTERS[int(number_part) % 23] != value[-1]:
        return REFUSED
    if len(number_part) == 7 and value[0].isdigit():
        return FAIR + 0.1 if " " not in text else FAIR
    if " " in text:
        return GOOD if text[-1].isupper() else FAIR - 0.1
    return STRONG if text[-1].isupper() else GOOD


def _nie(text: str) -> float:
    value = letters_and_digits(text)
    valid = _LETTERS[int(str("XYZ".index(value[0])) + value[1:-1]) % 23] == value[-1]
    if not valid:
        return REFUSED
    if text[0].islower():
        return FAIR - 0.2 if " " in text else GOOD
    return STRONG


def _pt_nif(text: str) -> float:
    value = digits(text)
    check = 11 - checksums.weighted(value, range(9, 1, -1)) % 11
    if value[0] not in "1235689" or is_repeated(value) or (0 if check > 9 else check) != int(value[8]):
        return REFUSED
    return GOOD if text[0] == "P" else graded(text, (3, 3, 3), FAIR, FAIR - 0.1)


def _citizen_card(text: str) -> float:
    value = letters_and_digits(text)
    total = 0
    for place, char in enumerate(reversed(value)):
        amount = int(char, 36)
        if place % 2:
            amount = amount * 2 - 9 * (amount * 2 > 9)
        total += amount
    if total % 10 or is_repeated(value):
        return REFUSED
    return STRONG - 0.15 if any(char.isalpha() for char in value) else FAIR - 0.1
