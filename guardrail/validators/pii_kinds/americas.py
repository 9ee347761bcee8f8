"""Brazil, Canada, Mexico, Argentina, Chile, Colombia."""

from __future__ import annotations

from guardrail.validators.pii_kinds import checksums
from guardrail.validators.pii_kinds.dates import is_yymmdd
from guardrail.validators.pii_kinds.kind import CERTAIN, FAIR, GOOD, REFUSED, STRONG, WEAK, PiiKind
from guardrail.validators.pii_kinds.shapes import (
    DASH,
    bounded,
    digits,
    graded,
    is_placeholder,
    is_repeated,
    letters_and_digits,
    number,
)

_STATES = "AS BC BS CC CL CM CS CH DF DG GT GR HG JC MC MN MS NT NL OC PL QT QR SP SL SR TC TS TL VZ YN ZS NE"
_CURP = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ"
_RFC = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ"


def kinds() -> tuple[PiiKind, ...]:
    """The kinds of this family."""
    return (*_brazil(), *_north(), *_south())


def _brazil() -> tuple[PiiKind, ...]:
    return (
        PiiKind(
            name="br_cpf",
            title="taxpayer number of natural persons, CPF (Brazil)",
            format="XXX.XXX.XXX-XX",
            checksum="two digits modulo 11",
            source="Receita Federal, Instrução Normativa RFB 2.172/2024",
            patterns=(bounded(f"[0-9]{{3}}[ .]?[0-9]{{3}}[ .]?[0-9]{{3}}[ .{DASH}/]?[0-9]{{2}}"),),
            confirm=_cpf,
            country="BR",
            context=("cpf", "cadastro de pessoas", "contribuinte", "c.p.f"),
        ),
        PiiKind(
            name="br_cnpj",
            title="register number of legal persons, CNPJ (Brazil)",
            format="XX.XXX.XXX/XXXX-XX; letters and digits since 2026 but for the two check digits",
            checksum="two digits modulo 11",
            source="Receita Federal, Instruções Normativas RFB 2.119/2022 and 2.229/2024",
            patterns=(
                bounded(f"[0-9A-Z]{{2}}\\.?[0-9A-Z]{{3}}\\.?[0-9A-Z]{{3}}[/ ]?[0-9A-Z]{{4}}[{DASH} ]?[0-9]{{2}}"),
            ),
            confirm=_cnpj,
            country="BR",
            context=("cnpj", "cadastro nacional", "pessoa jurídica", "empresa"),
        ),
    )


def _north() -> tuple[PiiKind, ...]:
    return (
        PiiKind(
            name="ca_sin",
            title="Social insurance number (Canada)",
            format="nine digits, 3-3-3; first 1 to 7, 9 for temporary residents, 0 for numbers of the tax agency",
            checksum="Luhn",
            source="Employment and Social Development Canada, Social Insurance Number code of practice",
            patterns=(number(3, 3, 3),),
            confirm=_sin,
            country="CA",
            context=("sin", "social insurance", "nas", "assurance sociale", "numéro d'assurance"),
        ),
        PiiKind(
            name="mx_curp",
            title="population registry code, CURP (Mexico)",
            format="four letters, YYMMDD, sex (H, M, X), state, three consonants, letter or digit, check digit",
            checksum="weights 18 to 2 modulo 10",
            source="DOF, Instructivo Normativo para la Asignación de la CURP (2021)",
            patterns=(bounded("(?i:[A-Z][AEIOUX][A-Z]{2}[0-9]{6}[HMX][A-Z]{2}[B-DF-HJ-NP-TV-Z]{3}[0-9A-Z])[0-9]"),),
            confirm=_curp,
            country="MX",
            context=("curp", "clave única", "registro de población"),
            numeric=False,
        ),
        PiiKind(
            name="mx_rfc",
            title="taxpayer code of natural persons, RFC (Mexico)",
            format="four letters, YYMMDD, two letters or digits, check digit",
            checksum="weights 13 to 2 modulo 11",
            source="Servicio de Administración Tributaria, Anexo 1-A; Código Fiscal de la Federación, article 27",
            patterns=(bounded("[A-Z&Ñ]{4}[0-9]{6}[0-9A-Z]{2}[0-9A]"),),
            confirm=_rfc,
            country="MX",
            context=("rfc", "contribuyentes", "sat", "fiscal"),
            numeric=False,
        ),
    )


def _south() -> tuple[PiiKind, ...]:
    return (
        PiiKind(
            name="ar_cuit",
            title="tax or labour code, CUIT/CUIL (Argentina)",
            format="XX-XXXXXXXX-X with prefix 20, 23, 24, 25, 26, 27, 30, 33 or 34",
            checksum="weights 5, 4, 3, 2, 7, 6, 5, 4, 3, 2 modulo 11",
            source="ARCA (formerly AFIP), Resolución General 10/1997",
            patterns=(number(2, 8, 1),),
            confirm=_cuit,
            country="AR",
            context=("cuit", "cuil", "clave única", "afip", "arca"),
        ),
        PiiKind(
            name="ar_dni",
            title="National identity document, DNI (Argentina)",
            format="seven or eight digits, often with dots; needs a word such as `DNI` nearby",
            source="Registro Nacional de las Personas, Ley 17.671",
            patterns=(bounded("[1-9][0-9]?\\.[0-9]{3}\\.[0-9]{3}"), bounded("[1-9][0-9]{6,7}")),
            confirm=lambda text: REFUSED if is_repeated(digits(text)) else WEAK,
            country="AR",
            context=("dni", "d.n.i", "documento nacional"),
        ),
        PiiKind(
            name="cl_rut",
            title="tax and identity number, RUT/RUN (Chile)",
            format="XX.XXX.XXX-C, C a digit or K",
            checksum="weights 2 to 7 from the right, modulo 11",
            source="D.F.L. 3/1969; Servicio de Registro Civil e Identificación",
            patterns=(
                bounded(f"[0-9]{{1,2}}\\.[0-9]{{3}}\\.[0-9]{{3}}[{DASH}][0-9Kk]"),
                bounded(f"[1-9][0-9]{{6,7}}[{DASH}][0-9Kk]"),
                bounded("[1-9][0-9]{6,7}[0-9Kk]"),
            ),
            confirm=_rut,
            country="CL",
            context=("rut", "run", "rol único", "r.u.t", "cédula"),
        ),
        PiiKind(
            name="co_nit",
            title="tax number, NIT (Colombia)",
            format="XXX.XXX.XXX-C; needs a word such as `NIT` nearby when written without dots",
            checksum="prime weights modulo 11",
            source="DIAN, Orden Administrativa 4/1989",
            patterns=(
                bounded(f"[0-9]{{3}}\\.[0-9]{{3}}\\.[0-9]{{3}} ?[{DASH}] ?[0-9]"),
                bounded(f"[0-9]{{9}}[{DASH}][0-9]"),
            ),
            confirm=_nit,
            country="CO",
            context=("nit", "n.i.t", "número de identificación tributaria"),
        ),
    )


def _two_digits(values: list[int], first: tuple[int, ...], second: tuple[int, ...]) -> tuple[int, int]:
    """The two check digits of Brazil: 11 minus the remainder, 0 where that is over 9."""
    a = 11 - sum(value * weight for value, weight in zip(values, first, strict=False)) % 11
    a = 0 if a > 9 else a
    base = [*values[: len(first)], a]
    b = 11 - sum(value * weight for value, weight in zip(base, second, strict=True)) % 11
    return a, 0 if b > 9 else b


def _cpf(text: str) -> float:
    value = digits(text)
    values = [int(char) for char in value]
    if is_repeated(value) or _two_digits(values, tuple(range(10, 1, -1)), tuple(range(11, 1, -1))) != (
        values[9],
        values[10],
    ):
        return REFUSED
    return GOOD if text.isdigit() else CERTAIN


def _cnpj(text: str) -> float:
    value = letters_and_digits(text)
    if is_repeated(value) or not (value.isdigit() or "/" in text or sum(c.isdigit() for c in value) >= 6):
        return REFUSED
    values = [ord(char) - 48 for char in value]
    first, second = (5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2), (6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)
    if _two_digits(values, first, second) != (values[12], values[13]):
        return REFUSED
    return CERTAIN if "/" in text else GOOD


def _sin(text: str) -> float:
    value = digits(text)
    if value[0] == "8" or is_repeated(value) or not checksums.luhn(value):
        return REFUSED
    grouped = FAIR if value[0] == "0" or "." in text else FAIR + 0.15
    return graded(text, (3, 3, 3), grouped, FAIR - 0.15)


def _curp(text: str) -> float:
    value = text.upper()
    if not is_yymmdd(value[4:10]) or value[11:13] not in _STATES.split():
        return REFUSED
    total = sum(_CURP.index(char) * weight for char, weight in zip(value[:17], range(18, 1, -1), strict=True))
    return CERTAIN if (10 - total % 10) % 10 == int(value[17]) else REFUSED


def _rfc(text: str) -> float:
    if not is_yymmdd(text[4:10]):
        return REFUSED
    total = sum(_RFC.index(char) * weight for char, weight in zip(text[:12], range(13, 1, -1), strict=True))
    check = "0123456789A0"[11 - total % 11] if total % 11 else "0"
    return STRONG if check == text[12] else REFUSED


def _cuit(text: str) -> float:
    value = digits(text)
    check = 11 - checksums.weighted(value, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11
    known = value[:2] in ("20", "23", "24", "25", "26", "27", "30", "33", "34")
    if not known or {11: 0, 10: 9}.get(check, check) != int(value[10]) or is_repeated(value[2:10]):
        return REFUSED
    return graded(text, (2, 8, 1), STRONG, FAIR)


def _rut(text: str) -> float:
    value = letters_and_digits(text)
    body, check = value[:-1], value[-1]
    total = sum(int(char) * (2 + place % 6) for place, char in enumerate(reversed(body)))
    if "0123456789K0"[11 - total % 11] != check or is_repeated(body) or len(body) < 7:
        return REFUSED
    if text.isalnum():
        return FAIR - 0.1 if check == "K" else WEAK
    return STRONG if "." in text else GOOD


def _nit(text: str) -> float:
    value = digits(text)
    remainder = checksums.weighted(value[8::-1], (3, 7, 13, 17, 19, 23, 29, 37, 41)) % 11
    if (remainder if remainder < 2 else 11 - remainder) != int(value[9]) or is_placeholder(value[:9]):
        return REFUSED
    return GOOD if "." in text else FAIR
