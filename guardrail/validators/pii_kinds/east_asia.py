"""China, Hong Kong, Taiwan, Japan, South Korea."""

from __future__ import annotations

from guardrail.validators.pii_kinds import checksums
from guardrail.validators.pii_kinds.dates import is_day, is_yymmdd
from guardrail.validators.pii_kinds.kind import CERTAIN, FAIR, GOOD, REFUSED, STRONG, WEAK, PiiKind
from guardrail.validators.pii_kinds.shapes import DASH, bounded, digits, graded, is_repeated, letters_and_digits, number

_TAIWAN = "ABCDEFGHJKLMNPQRSTUVXYWZIO"
"""Letters in the order of their codes, 10 first."""


def kinds() -> tuple[PiiKind, ...]:
    """The kinds of this family."""
    return (
        PiiKind(
            name="cn_resident_id",
            title="resident identity number (China)",
            format="division (6), date of birth YYYYMMDD, sequence (3), check character",
            checksum="ISO/IEC 7064 MOD 11-2",
            source="GB 11643-1999",
            patterns=(bounded("[1-8][0-9]{5} ?(?:18|19|20)[0-9]{6} ?[0-9]{3}[0-9Xx]"),),
            confirm=_resident,
            country="CN",
            context=("身份证", "身份证号", "身分證", "公民身份号码", "resident id", "identity card", "id number"),
        ),
        PiiKind(
            name="hk_id",
            title="identity card number, HKID (Hong Kong)",
            format="one or two letters, six digits, check character in brackets",
            checksum="weights 9 to 1 modulo 11",
            source="Registration of Persons Ordinance (Cap. 177); Immigration Department",
            patterns=(bounded("[A-Z]{1,2}[0-9]{6}[0-9A]"), "(?<![0-9A-Za-z_])[A-Z]{1,2} ?[0-9]{6} ?\\([0-9A]\\)"),
            confirm=_hkid,
            country="HK",
            context=("hkid", "身份證", "身份證號碼", "香港身份證", "identity card", "id card"),
            numeric=False,
        ),
        PiiKind(
            name="tw_id",
            title="National identification number (Taiwan)",
            format="a letter, 1 or 2 (residents 8 or 9), eight digits",
            checksum="letter code and weights 8 to 1 modulo 10",
            source="戶籍法; Ministry of the Interior, National Immigration Agency (2021)",
            patterns=(bounded("[A-Za-z][1289][0-9]{8}"),),
            confirm=_taiwan,
            country="TW",
            context=("身分證", "身分證字號", "身份證", "居留證", "national id", "taiwan"),
            numeric=False,
        ),
        PiiKind(
            name="jp_my_number",
            title="individual number, My Number (Japan)",
            format="twelve digits, 4-4-4",
            checksum="modulo 11 with weights 2 to 7",
            source="総務省令第85号 (2014), article 5",
            patterns=(number(4, 4, 4, separator=f"[ .:{DASH}]"),),
            confirm=_my_number,
            country="JP",
            context=("マイナンバー", "個人番号", "my number", "mynumber", "individual number"),
        ),
        PiiKind(
            name="kr_rrn",
            title="resident registration number (South Korea)",
            format="YYMMDD-SNNNNNC, S sex, century and residence",
            checksum="weights 2 to 9 and 2 to 5 modulo 11, no longer on numbers given since October 2020",
            source="주민등록법 시행규칙 article 2; 출입국관리법",
            patterns=(bounded(f"[0-9]{{6}} ?[{DASH}]? ?[1-8][0-9]{{6}}"),),
            confirm=_rrn,
            country="KR",
            context=("주민등록번호", "주민번호", "외국인등록번호", "resident registration", "rrn"),
        ),
        PiiKind(
            name="kr_passport",
            title="passport number (South Korea)",
            format="M, S, R, O or D and eight digits, or with a letter in fifth place; needs a word such as "
            "`passport` nearby",
            source="여권법 시행규칙; ICAO Doc 9303-4",
            patterns=(bounded("[MSRODmsrod][0-9]{8}"), bounded("[MSRODmsrod][0-9]{3}[A-Za-z][0-9]{4}")),
            confirm=lambda text: REFUSED if is_repeated(digits(text)) else WEAK,
            country="KR",
            context=("여권", "여권번호", "passport", "korean passport"),
            numeric=False,
        ),
    )


def _resident(text: str) -> float:
    value = letters_and_digits(text)
    province = int(value[:2])
    known = province in (81, 82, 83) or (11 <= province <= 65 and province % 10 <= 7) or province == 71
    if not known or not is_day(int(value[6:10]), int(value[10:12]), int(value[12:14])):
        return REFUSED
    return CERTAIN if checksums.mod_11_2(value) else REFUSED


def _hkid(text: str) -> float:
    value = letters_and_digits(text)
    padded = value.rjust(9)
    amounts = [36 if char == " " else int(char, 36) for char in padded]
    total = sum(amount * weight for amount, weight in zip(amounts, range(9, 0, -1), strict=True))
    if total % 11 or is_repeated(value[-7:-1]):
        return REFUSED
    return STRONG if "(" in text else FAIR


def _taiwan(text: str) -> float:
    code = _TAIWAN.index(text[0].upper()) + 10
    total = code // 10 + code % 10 * 9 + checksums.weighted(text[1:], (8, 7, 6, 5, 4, 3, 2, 1, 1))
    if total % 10 or is_repeated(text[2:]):
        return REFUSED
    return GOOD if text[0].isupper() else FAIR


def _my_number(text: str) -> float:
    value = digits(text)
    total = sum(int(char) * (2 + place % 6) for place, char in enumerate(reversed(value[:11])))
    check = 11 - total % 11
    if is_repeated(value) or (0 if check > 9 else check) != int(value[11]):
        return REFUSED
    return graded(text, (4, 4, 4), FAIR + 0.1, FAIR - 0.1)


def _rrn(text: str) -> float:
    value = digits(text)
    if not is_yymmdd(value[:6]) or is_repeated(value[7:]):
        return REFUSED
    total = checksums.weighted(value, (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5))
    foreign = value[6] in "5678"
    check = (11 - total % 11) % 10 if not foreign else (13 - total % 11) % 10
    valid = check == int(value[12])
    if text.isdigit():
        return FAIR + 0.1 if valid else WEAK
    return STRONG + 0.05 if valid else GOOD
