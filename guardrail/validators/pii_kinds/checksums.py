"""Check digits: the standard algorithms, over strings of ASCII digits (and letters where the standard has them)."""

from __future__ import annotations

from collections.abc import Sequence

_VERHOEFF_D = (
    "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
    "5987604321", "6598710432", "7659821043", "8765932104", "9876543210",
)  # fmt: skip
_VERHOEFF_P = (
    "0123456789", "1576283094", "5803796142", "8916043527",
    "9453126870", "4286573901", "2793806415", "7046913258",
)  # fmt: skip


def luhn(value: str) -> bool:
    """Whether the last digit is the Luhn check digit (ISO/IEC 7812-1, annex B).

    >>> luhn("4111111111111111"), luhn("4111111111111112")
    (True, False)
    """
    total = 0
    for place, char in enumerate(reversed(value)):
        digit = int(char)
        if place % 2:
            digit = digit * 2 - 9 * (digit > 4)
        total += digit
    return total % 10 == 0


def verhoeff(value: str) -> bool:
    """Whether the last digit is the Verhoeff check digit (J. Verhoeff, Error detecting decimal codes, 1969).

    >>> verhoeff("2363"), verhoeff("2364")
    (True, False)
    """
    check = 0
    for place, char in enumerate(reversed(value)):
        check = int(_VERHOEFF_D[check][int(_VERHOEFF_P[place % 8][int(char)])])
    return check == 0


def mod_97(value: str) -> int:
    """The remainder modulo 97 of letters and digits, A = 10 … Z = 35 (ISO/IEC 7064 MOD 97-10).

    >>> mod_97("3214282912345698765432161182")
    1
    """
    return int("".join(str(int(c, 36)) for c in value)) % 97


def mod_11_10(value: str) -> bool:
    """Whether the last digit is the ISO/IEC 7064 MOD 11,10 check digit.

    >>> mod_11_10("07945"), mod_11_10("07946")
    (True, False)
    """
    product = 10
    for char in value[:-1]:
        total = (int(char) + product) % 10 or 10
        product = total * 2 % 11
    return (product + int(value[-1])) % 10 == 1


def mod_11_2(value: str) -> bool:
    """Whether the last character (a digit or X) is the ISO/IEC 7064 MOD 11-2 check character.

    >>> mod_11_2("07940"), mod_11_2("07941")
    (True, False)
    """
    total = 0
    for char in value[:-1]:
        total = (total + int(char)) * 2 % 11
    return (total + (10 if value[-1] in "Xx" else int(value[-1]))) % 11 == 1


def weighted(value: str, weights: Sequence[int]) -> int:
    """The sum of digits times weights, over as many digits as there are weights.

    >>> weighted("123", (3, 2, 1))
    10
    """
    return sum(int(char) * weight for char, weight in zip(value, weights, strict=False))


def digit_sum(number: int) -> int:
    """The sum of a number's decimal digits.

    >>> digit_sum(147)
    12
    """
    return sum(int(char) for char in str(number))


def ean_13(value: str) -> bool:
    """Whether the last of 13 digits is the GS1 check digit (GS1 General Specifications, 7.9).

    >>> ean_13("4006381333931"), ean_13("4006381333932")
    (True, False)
    """
    return weighted(value, (1, 3) * 6 + (1,)) % 10 == 0
