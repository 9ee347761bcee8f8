"""Payment: card numbers, IBAN, BIC, and the routing and account numbers of the United States."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guardrail.validators.pii_kinds import checksums
from guardrail.validators.pii_kinds.kind import CERTAIN, FAIR, GOOD, REFUSED, STRONG, WEAK, PiiKind
from guardrail.validators.pii_kinds.shapes import (
    DASH,
    SEPARATOR,
    bounded,
    digits,
    grouping,
    is_placeholder,
    is_repeated,
    letters_and_digits,
    separators,
)

_IBAN_LENGTHS = (
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 "
    "ES24 "
    "FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 "
    "LC32 "
    "LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 "
    "RO24 "
    "RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30"
)
_COUNTRIES = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ "
    "CA CC "
    "CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA "
    "GB GD "
    "GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE "
    "KG KH "
    "KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU "
    "MV MW "
    "MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA "
    "SB SC "
    "SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM "
    "US UY "
    "UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW"
)
_ACCOUNT_WORDS = ("account", "acct", "a/c", "bank", "checking account", "savings", "deposit", "debit")


def kinds() -> tuple[PiiKind, ...]:
    """The kinds of this family."""
    return (
        PiiKind(
            name="card_number",
            title="payment card number",
            format="13 to 19 digits of Visa, Mastercard, American Express, Discover, Diners Club, JCB, UnionPay, "
            "Maestro or "
            "Mir; in one run or in the groups printed on cards, separated by blanks, dashes or dots",
            checksum="Luhn",
            source="ISO/IEC 7812-1; the card networks' published issuer identification ranges",
            patterns=(bounded(f"[2-6](?:{SEPARATOR}?[0-9]){{12,18}}"),),
            confirm=_card,
            context=(
                "card", "credit", "debit", "visa", "mastercard", "amex", "american express", "discover", "maestro",
                "pan",
                "cc", "cvv", "cvc", "expiry", "expires", "kreditkarte", "karte", "carte", "tarjeta", "carta", "cartão",
                "cartao", "kaart", "kort", "karta", "卡号", "信用卡", "カード", "카드",
            ),
            locate=_card_places,
        ),
        PiiKind(
            name="iban",
            title="international bank account number",
            format="country code, two check digits, account; the country's exact length; in one run or in groups of "
            "four, "
            "upper or lower case",
            checksum="ISO/IEC 7064 MOD 97-10",
            source="ISO 13616-1; SWIFT IBAN registry",
            patterns=(
                bounded("[A-Za-z]{2}[0-9]{2}[0-9A-Za-z]{11,30}"),
                bounded(f"[A-Za-z]{{2}}[0-9]{{2}}(?:[ {DASH}][0-9A-Za-z]{{4}}){{2,7}}(?:[ {DASH}][0-9A-Za-z]{{1,4}})?"),
            ),
            confirm=_iban,
            numeric=False,
            locate=_iban_places,
        ),
        PiiKind(
            name="swift_bic",
            title="business identifier code (SWIFT)",
            format="four letters, country code, two letters or digits, optionally three more; needs a word such as "
            "`BIC` nearby",
            source="ISO 9362",
            patterns=(bounded("[A-Z]{4}[A-Z]{2}[0-9A-Z]{2}(?:[0-9A-Z]{3})?"),),
            confirm=lambda text: WEAK if text[4:6] in _COUNTRIES.split() else REFUSED,
            context=("bic", "swift", "swift code", "swift/bic", "iban", "bank identifier"),
            numeric=False,
        ),
        PiiKind(
            name="us_bank_routing",
            title="ABA routing transit number",
            format="nine digits that begin with a Federal Reserve prefix; needs a word such as `routing` nearby",
            checksum="weights 3, 7, 1 modulo 10",
            source="American Bankers Association, Routing Number Policy; ANS X9.100-160",
            patterns=(bounded("[0-9]{9}"), bounded(f"[0-9]{{4}}[{DASH}][0-9]{{4}}[{DASH}][0-9]")),
            confirm=_routing,
            country="US",
            context=("routing", "aba", "rtn", "transit", "wire", "ach"),
        ),
        PiiKind(
            name="us_bank_account",
            title="bank account number (United States)",
            format="8 to 17 digits; needs a word such as `account` nearby",
            source="NACHA Operating Rules, DFI account number field (17 characters)",
            patterns=(bounded("[0-9]{8,17}"),),
            confirm=lambda text: REFUSED if is_repeated(text) else WEAK,
            country="US",
            context=_ACCOUNT_WORDS,
        ),
    )  # fmt: skip


def _brand_lengths(value: str) -> tuple[int, ...]:
    """The lengths that the network owning this issuer prefix gives out; empty when none does."""
    two, three, four, six = int(value[:2]), int(value[:3]), int(value[:4]), int(value[:6])
    if value[0] == "4":
        return (13, 16, 19)
    if 51 <= two <= 55 or 222100 <= six <= 272099:
        return (16,)
    if two in (34, 37):
        return (15,)
    if four == 6011 or 644 <= three <= 649 or two == 65 or 622126 <= six <= 622925:
        return (16, 17, 18, 19)
    if 300 <= three <= 305 or three == 309 or two in (36, 38, 39):
        return (14, 15, 16, 17, 18, 19)
    if 3528 <= four <= 3589:
        return (16, 17, 18, 19)
    if two in (62, 81):
        return (16, 17, 18, 19)
    if 2200 <= four <= 2204:
        return (16, 17, 18, 19)
    if two == 50 or 56 <= two <= 58 or two in (60, 61, 63, 66, 67, 68, 69):
        return (12, 13, 14, 15, 16, 17, 18, 19)
    return ()


def _card(text: str) -> float:
    value = digits(text)
    if len(value) < 13 or len(value) not in _brand_lengths(value) or not checksums.luhn(value):
        return REFUSED
    maestro = value[0] in "56" and len(_brand_lengths(value)) == 8
    if len(grouping(text)) == 1:
        return FAIR if maestro else STRONG
    return GOOD if maestro else CERTAIN


def _card_places(stretch: str) -> Iterator[tuple[int, int]]:
    """Every run of whole groups that could be a card: no separator, or one throughout and groups as printed."""
    groups = _digit_groups(stretch)
    for first in range(len(groups)):
        for last in range(first, len(groups)):
            start, end = groups[first][0], groups[last][1]
            size = sum(b - a for a, b in groups[first : last + 1])
            if size > 19:
                break
            if size >= 13 and _is_printed(stretch[start:end]):
                yield start, end


def _digit_groups(stretch: str) -> list[tuple[int, int]]:
    """The leading digit groups with single separators between them."""
    run = re.match(f"[0-9]+(?:{SEPARATOR}[0-9]+)*", stretch)
    return [m.span() for m in re.finditer("[0-9]+", run.group())] if run else []


def _is_printed(text: str) -> bool:
    sizes = grouping(text)
    if len(sizes) == 1:
        return True
    return (
        len(set(separators(text))) == 1
        and sizes[0] >= 4
        and all(size >= 3 for size in sizes[1:-1])
        and max(sizes) <= 12
    )


def _iban_places(stretch: str) -> Iterator[tuple[int, int]]:
    """Every place where a country code begins, cut to the country's length."""
    lengths = {entry[:2]: int(entry[2:]) for entry in _IBAN_LENGTHS.split()}
    for match in re.finditer(r"(?<![0-9A-Za-z])[A-Za-z]{2}[0-9]{2}", stretch):
        left = lengths.get(match.group()[:2].upper(), 0)
        for place in range(match.start(), len(stretch) if left else 0):
            char = stretch[place]
            if char.isascii() and char.isalnum():
                left -= 1
            elif not re.match(f"[ {DASH}]", char):
                break
            if left == 0:
                yield match.start(), place + 1
                break


def _iban(text: str) -> float:
    value = letters_and_digits(text)
    sizes = grouping(text)
    if len(sizes) > 1 and not (set(sizes[:-1]) == {4} and sizes[-1] <= 4):
        return REFUSED
    if not 2 <= int(value[2:4]) <= 98:
        return REFUSED
    return CERTAIN if checksums.mod_97(value[4:] + value[:4]) == 1 else REFUSED


def _routing(text: str) -> float:
    value = digits(text)
    prefix = int(value[:2])
    known = prefix <= 12 or 21 <= prefix <= 32 or 61 <= prefix <= 72 or prefix == 80
    if not known or is_repeated(value) or checksums.weighted(value, (3, 7, 1) * 3) % 10:
        return REFUSED
    return WEAK if is_placeholder(value) else FAIR - 0.1
