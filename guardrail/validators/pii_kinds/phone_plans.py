"""Numbering plans: country codes with the lengths of their national numbers, and how numbers are written at home."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from guardrail.validators.pii_kinds.shapes import DASH

_TWO_DIGIT_CODES = (
    "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 "
    "90 91 92 "
    "93 94 95 98"
)
_THREE_DIGIT_CODES = (
    "211 212 213 216 218 220 221 222 223 224 225 226 227 228 229 230 231 232 233 234 235 236 237 238 239 240 241 242 "
    "243 244 "
    "245 246 247 248 249 250 251 252 253 254 255 256 257 258 260 261 262 263 264 265 266 267 268 269 290 291 297 298 "
    "299 350 "
    "351 352 353 354 355 356 357 358 359 370 371 372 373 374 375 376 377 378 380 381 382 383 385 386 387 389 420 421 "
    "423 500 "
    "501 502 503 504 505 506 507 508 509 590 591 592 593 594 595 596 597 598 599 670 672 673 674 675 676 677 678 679 "
    "680 681 "
    "682 683 685 686 687 688 689 690 691 692 800 808 850 852 853 855 856 870 878 880 881 882 883 886 888 960 961 962 "
    "963 964 "
    "965 966 967 968 970 971 972 973 974 975 976 977 979 992 993 994 995 996 998"
)
_NATIONAL_LENGTHS = (
    "1:10-10 7:10-10 20:8-10 27:9-9 30:10-10 31:9-9 32:8-9 33:9-9 34:9-9 36:8-9 39:6-11 40:9-9 41:9-9 43:4-13 44:9-10 "
    "45:8-8 "
    "46:7-10 47:8-8 48:9-9 49:6-12 51:8-9 52:10-11 54:10-11 55:10-11 56:9-9 57:8-10 58:10-10 60:8-10 61:9-9 62:8-12 "
    "63:8-10 "
    "64:8-10 65:8-8 66:8-9 81:9-10 82:8-10 84:9-10 86:10-12 90:10-10 91:10-10 92:9-10 351:9-9 352:4-11 353:7-9 354:7-9 "
    "358:5-12 359:7-9 370:8-8 371:8-8 372:7-8 380:9-9 381:7-10 385:8-9 386:8-8 420:9-9 421:9-9 852:8-8 853:8-8 "
    "880:8-10 "
    "886:8-9 961:7-8 962:8-9 965:8-8 966:8-9 968:8-8 971:8-9 972:8-9 973:8-8 974:8-8 234:7-10 254:8-10 233:9-9 "
    "212:9-9 213:8-9"
)
SHAPE_ALONE = 0.1
"""Written like a number that nobody can have, such as `123-456-7890`: a telephone number to those who write it."""
_GAP = f"[ .{DASH}]"


@dataclass(frozen=True, slots=True)
class Plan:
    """One national notation: who writes it, the expression, the confidence without a word nearby.

    `least` and `most` digits, where the expression alone allows more than the plan does.
    """

    country: str
    expression: str
    confidence: float
    least: int = 7
    most: int = 13


@cache
def _codes() -> frozenset[str]:
    return frozenset(("1", "7", *_TWO_DIGIT_CODES.split(), *_THREE_DIGIT_CODES.split()))


@cache
def _lengths() -> dict[str, tuple[int, int]]:
    entries = (entry.partition(":") for entry in _NATIONAL_LENGTHS.split())
    return {code: (int(span.split("-")[0]), int(span.split("-")[1])) for code, _, span in entries}


def country_code(value: str) -> str | None:
    """The country code that digits begin with (ITU-T E.164 annex), or None; no code is the beginning of another.

    >>> country_code("442079460958"), country_code("2101234567")
    ('44', None)
    """
    return next((value[:size] for size in (1, 2, 3) if value[:size] in _codes()), None)


def national_length(code: str) -> tuple[int, int]:
    """The least and the most digits of a national number behind this country code."""
    return _lengths().get(code, (5, 15 - len(code)))


@cache
def plans() -> tuple[Plan, ...]:
    """All national notations. Runs without separators are below the default threshold: a word must speak for them."""
    return (*_north_america(), *_trunk_zero(), *_europe(), *_asia(), *_south())


def _north_america() -> tuple[Plan, ...]:
    """NANP: area code and exchange begin with 2 to 9 (ATIS-0300051); seven digits only beside a word."""
    area, exchange = "[2-9][0-8][0-9]", "[2-9][0-9]{2}"
    one = f"(?:1{_GAP}?)?"
    return (
        Plan("US", f"{one}\\({area}\\)[ .{DASH}]{{0,2}}{exchange}[ .{DASH}]?[0-9]{{4}}", 0.85),
        Plan("US", f"{one}{area}{_GAP}{exchange}{_GAP}[0-9]{{4}}", 0.65),
        Plan("US", f"{one}{area}[/]{_GAP}?{exchange}{_GAP}[0-9]{{4}}", 0.65),
        Plan("US", f"1?{area}{exchange}[0-9]{{4}}", 0.2),
        Plan("US", f"{area}{_GAP}{exchange}[0-9]{{4}}", 0.5),
        Plan("US", f"{area}{exchange}{_GAP}[0-9]{{4}}", 0.3),
        Plan(
            "US", f"(?:1{_GAP})?8(?:00|33|44|55|66|77|88){_GAP}(?:[0-9A-Z]{{3}}{_GAP}[0-9A-Z]{{4}}|[A-Z]{{5,9}})", 0.65
        ),
        Plan("US", f"{exchange}[{DASH}.][0-9]{{4}}", 0.2),
        Plan("US", f"{one}\\(?[0-9]{{3}}\\)?[ .{DASH}]{{1,2}}[0-9]{{3}}{_GAP}[0-9]{{4}}", SHAPE_ALONE),
    )


def _trunk_zero() -> tuple[Plan, ...]:
    """Countries that write 0 before the area code within the country."""
    return (
        Plan("GB", f"\\(?0(?:20|23|24|28|29)\\)?{_GAP}?[0-9]{{4}}{_GAP}?[0-9]{{4}}", 0.65),
        Plan("GB", f"\\(?0(?:1[0-9]1|11[0-9])\\)?{_GAP}?[0-9]{{3}}{_GAP}?[0-9]{{4}}", 0.65),
        Plan("GB", f"\\(?01[0-9]{{3}}\\)?{_GAP}[0-9]{{5,6}}", 0.65),
        Plan("GB", f"\\(?01[0-9]{{3}}\\)?{_GAP}[0-9]{{3}}{_GAP}[0-9]{{3}}", 0.65),
        Plan("GB", f"07[0-9]{{3}}{_GAP}[0-9]{{3}}{_GAP}?[0-9]{{3}}", 0.65),
        Plan("GB", f"0(?:3|8)[0-9]{{2}}{_GAP}[0-9]{{3}}{_GAP}[0-9]{{4}}", 0.65),
        Plan("FR", f"0[1-9](?:{_GAP}[0-9]{{2}}){{4}}", 0.85),
        Plan("DE", f"0[1-9][0-9]{{1,4}}(?: ?/ ?|[{DASH}])[0-9]{{3,9}}(?:[ {DASH}][0-9]{{1,5}}){{0,3}}", 0.55, 9),
        Plan("DE", "\\(0[1-9][0-9]{0,4}\\) ?[0-9]{3,9}(?:[ \\-][0-9]{1,5}){0,3}", 0.75),
        Plan("DE", "0[1-9][0-9]{1,4} [0-9]{4,9}(?: [0-9]{1,5}){0,2}", 0.5),
        Plan("DE", "0[1-9][0-9]{1,4} [0-9]{2,3}(?: [0-9]{2,4}){1,4}", 0.5),
        Plan("IT", f"0[1-9][0-9]{{0,2}}{_GAP}[0-9]{{5,8}}", 0.5),
        Plan("AU", f"\\(?0[2-9]\\)?{_GAP}[0-9]{{4}}{_GAP}[0-9]{{4}}", 0.7),
        Plan("AU", f"04[0-9]{{2}}{_GAP}[0-9]{{3}}{_GAP}[0-9]{{3}}", 0.7),
        Plan("JP", f"\\(?0[1-9][0-9]{{0,3}}\\)?[ {DASH}]?[0-9]{{1,4}}[{DASH}][0-9]{{4}}", 0.7, 10, 11),
        Plan("CN", f"\\(?0[1-9][0-9]{{1,2}}\\)?[ {DASH}]?[1-9][0-9]{{6,7}}", 0.4),
        Plan("CN", f"\\(?0[1-9][0-9]{{1,2}}\\)?[ {DASH}][1-9][0-9]{{3}}[ {DASH}]?[0-9]{{4}}", 0.6),
        Plan("KR", f"0(?:1[016-9]|2|[3-6][1-5]|70){_GAP}[0-9]{{3,4}}{_GAP}[0-9]{{4}}", 0.75),
        Plan("NL", f"\\(?0[1-9][0-9]?\\)?{_GAP}[0-9]{{7,8}}", 0.5),
        Plan("BE", "0[1-9][0-9]{0,2}[ ./][0-9]{2,3}(?:[ .][0-9]{2}){2}", 0.6, 9, 10),
        Plan("CH", f"0[1-9][0-9]{_GAP}[0-9]{{3}}{_GAP}[0-9]{{2}}{_GAP}[0-9]{{2}}", 0.75),
        Plan("SE", f"0[1-9][0-9]{{0,2}} ?[{DASH}] ?[0-9]{{2,3}}(?: [0-9]{{2,3}}){{1,2}}", 0.6, 8, 10),
        Plan("ZA", f"0[1-8][0-9]{_GAP}[0-9]{{3}}{_GAP}[0-9]{{4}}", 0.7),
        Plan("IL", f"0(?:[2-489]|5[0-9]|7[2-9])[{DASH} ][0-9]{{3}}[{DASH} ]?[0-9]{{4}}", 0.65),
        Plan("TR", f"0 ?\\(?[2-5][0-9]{{2}}\\)?{_GAP}[0-9]{{3}}{_GAP}[0-9]{{2}}{_GAP}?[0-9]{{2}}", 0.75),
        Plan("IN", f"0[1-9][0-9]{{1,3}}[{DASH} ][2-9][0-9]{{5,7}}", 0.5),
        Plan("NZ", f"0(?:2[0-9]|[3-9]){_GAP}[0-9]{{3}}{_GAP}[0-9]{{3,4}}", 0.65),
        Plan("00", "0[1-9][0-9]{8,10}", 0.3),
    )


def _europe() -> tuple[Plan, ...]:
    """Countries without a trunk prefix."""
    return (
        Plan("ES", f"[6-9][0-9]{{2}}{_GAP}[0-9]{{3}}{_GAP}[0-9]{{3}}", 0.45),
        Plan("ES", f"[6-9][0-9]{{2}}{_GAP}[0-9]{{2}}{_GAP}[0-9]{{2}}{_GAP}[0-9]{{2}}", 0.7),
        Plan("ES", f"9[0-9]{_GAP}[0-9]{{3}}(?:{_GAP}[0-9]{{2}}){{2}}", 0.55),
        Plan("ES", "[679][0-9]{8}", 0.2),
        Plan("IT", f"3[0-9]{{2}}{_GAP}[0-9]{{3}}{_GAP}?[0-9]{{3,4}}", 0.5),
        Plan("IT", f"3[0-9]{{2}}{_GAP}[0-9]{{6,7}}", 0.5),
        Plan("PT", f"(?:9[1236][0-9]|2[0-9]{{2}}){_GAP}[0-9]{{3}}{_GAP}[0-9]{{3}}", 0.45),
        Plan("PL", f"[4-8][0-9]{{2}}{_GAP}[0-9]{{3}}{_GAP}[0-9]{{3}}", 0.4),
        Plan("DK", f"[2-9][0-9](?:{_GAP}[0-9]{{2}}){{3}}", 0.45),
        Plan("GR", f"(?:2[0-9]|69)[0-9]{_GAP}[0-9]{{3}}{_GAP}[0-9]{{4}}", 0.5),
        Plan(
            "RU",
            f"8 ?[{DASH}(]? ?[3489][0-9]{{2}}\\)?[ {DASH}]{{1,2}}[0-9]{{3}}[ {DASH}][0-9]{{2}}[ {DASH}]?[0-9]{{2}}",
            0.75,
        ),
        Plan("RU", "8[3489][0-9]{9}", 0.2),
    )


def _asia() -> tuple[Plan, ...]:
    return (
        Plan("CN", f"1[3-9][0-9]{_GAP}[0-9]{{4}}{_GAP}[0-9]{{4}}", 0.7),
        Plan("CN", "1[3-9][0-9]{9}", 0.45),
        Plan("IN", f"[6-9][0-9]{{4}}{_GAP}[0-9]{{5}}", 0.6),
        Plan("IN", f"[6-9][0-9]{{2}}{_GAP}[0-9]{{3}}{_GAP}[0-9]{{4}}", 0.6),
        Plan("IN", "[6-9][0-9]{9}", 0.3),
        Plan("SG", f"[3689][0-9]{{3}}{_GAP}[0-9]{{4}}", 0.3),
        Plan("SG", "[3689][0-9]{7}", 0.1),
        Plan("PK", f"03[0-9]{{2}}[ {DASH}][0-9]{{7}}", 0.65),
    )


def _south() -> tuple[Plan, ...]:
    argentina = "(?:11|2(?:2[0-9]|3[0-9]|49|6[0-9]|80|9[0-9])[0-9]?|3(?:36|4[0-9]|5[0-9]|6[24]|7[069]|8[0-9])[0-9]?)"
    return (
        Plan("BR", f"\\(0?[1-9][0-9]\\) ?9?[0-9]{{4}}[ .{DASH}]?[0-9]{{4}}", 0.85),
        Plan("BR", f"[1-9][0-9] 9[0-9]{{4}}[ .{DASH}]?[0-9]{{4}}", 0.6),
        Plan("MX", f"[2-9][0-9]{_GAP}[0-9]{{4}}{_GAP}[0-9]{{4}}", 0.55),
        Plan("AR", f"\\(?0?{argentina}\\)?[ {DASH}](?:15[ {DASH}])?[0-9]{{3,4}}[{DASH}][0-9]{{4}}", 0.55, 10, 13),
        Plan("CL", f"9{_GAP}[0-9]{{4}}{_GAP}[0-9]{{4}}", 0.55),
        Plan("CO", f"3[0-9]{{2}}{_GAP}[0-9]{{3}}{_GAP}[0-9]{{4}}", 0.6),
    )
