"""Telephone numbers: international notation (ITU-T E.164, E.123), and the national notations of many countries."""

from __future__ import annotations

import re

from guardrail.validators.pii_kinds import phone_plans
from guardrail.validators.pii_kinds.dates import is_day
from guardrail.validators.pii_kinds.kind import REFUSED, STRONG, WEAK, PiiKind
from guardrail.validators.pii_kinds.shapes import DASH, digits, is_repeated

_BARE = 0.45
"""The most that digits without any separator are worth on their own."""
_EXTENSION = r"(?:[ ,;]{0,3}(?:extension|ext\.?|ex\.?|x|#|durchwahl|poste|int\.?|доб\.?)[ .:=]{0,2}[0-9]{1,6})?"
_GAP = f"[ .{DASH}/()]{{0,3}}"


def kinds() -> tuple[PiiKind, ...]:
    """The one kind of this family."""
    national = [f"(?<![0-9A-Za-z_+]){plan.expression}{_EXTENSION}(?![0-9A-Za-z_])" for plan in phone_plans.plans()]
    return (
        PiiKind(
            name="phone",
            title="telephone number",
            format="`+` or `00`, country code, national number, with blanks, dashes, dots, slashes and brackets; "
            "national "
            "notations of North America and some thirty other countries; an extension may follow",
            source="ITU-T E.164 and E.123; the national numbering plans that regulators file with the ITU",
            patterns=(_international(), *national),
            confirm=_confirm,
            context=(
                "phone", "telephone", "tel", "tél", "téléphone", "telefon", "telefono", "teléfono", "telefone",
                "telefoon",
                "puhelin", "telefonnummer", "mobile", "mobil", "móvil", "cell", "cellphone", "cellular", "celular",
                "cellulare", "portable", "handy", "rufnummer", "call", "calls", "called", "calling", "dial", "fax",
                "sms",
                "text me", "texted", "whatsapp", "signal", "telegram", "viber", "hotline", "helpline", "landline",
                "contact",
                "reach", "ring", "voicemail", "ruf", "anrufen", "appeler", "appelez", "llamar", "llame", "llama",
                "chiamare",
                "chiama", "ligar", "bel", "ring mig", "zadzwoń", "numer telefonu", "тел", "телефон", "звоните",
                "позвоните",
                "电话", "手机", "電話", "携帯", "전화", "휴대폰", "फोन", "मोबाइल", "هاتف", "טלפון", "โทร",
            ),
            other=("ssn", "card", "iban", "fig", "figure", "equation", "latitude", "longitude"),
        ),
    )  # fmt: skip


def _international() -> str:
    zero = f"(?:{_GAP}\\(0\\))?"
    code = f"\\(?(?:\\+ ?|00[ {DASH}]?)[1-9][0-9]{{0,2}}\\)?"
    return f"(?<![0-9A-Za-z_+]){code}{zero}(?:{_GAP}[0-9]){{5,13}}{_EXTENSION}(?![0-9A-Za-z_])"


def _confirm(text: str) -> float:
    main = re.sub(r"(?i)[ ,;]*(?:extension|ext|ex|x|#|durchwahl|poste|int|доб)[ .:=]*[0-9]+$", "", text)
    if len(digits(main)) > 6 and is_repeated(digits(main)[2:]):
        return REFUSED
    if re.match(r"\(?(?:\+|00)", main):
        return _grade_international(main)
    if _is_date(main):
        return REFUSED
    size = sum(char.isalnum() for char in main)
    plans = (plan for plan in phone_plans.plans() if plan.least <= size <= plan.most)
    confidence = max((plan.confidence for plan in plans if re.fullmatch(plan.expression, main)), default=REFUSED)
    return min(confidence, _BARE) if main.isdigit() else confidence


def _grade_international(text: str) -> float:
    value = digits(text.replace("(0)", ""))
    value = value.removeprefix("00") if "+" not in text else value
    code = phone_plans.country_code(value)
    if code is None:
        return REFUSED
    low, high = phone_plans.national_length(code)
    if not low <= len(value) - len(code) <= high:
        return REFUSED
    if code == "1" and not re.match("1[2-9][0-9]{2}[2-9]", value):
        return WEAK * 2
    return STRONG if "+" in text else STRONG - 0.2 if re.search(r"[^0-9]", text) else WEAK


def _is_date(text: str) -> bool:
    """`01.02.2020` and the like, which begin as a trunk prefix does."""
    parts = [int(part) for part in re.findall("[0-9]+", text)]
    if len(parts) != 3:
        return False
    a, b, c = parts
    readings = ((c, b, a), (c, a, b), (a, b, c))
    return any(1000 <= year <= 2999 and is_day(year, month, day) for year, month, day in readings)
