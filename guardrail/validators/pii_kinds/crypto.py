"""Cryptocurrency addresses, each with its own checksum."""

from __future__ import annotations

import hashlib
import re

from guardrail.validators.pii_kinds.keccak import keccak_256
from guardrail.validators.pii_kinds.kind import CERTAIN, GOOD, REFUSED, STRONG, PiiKind

_BASE_58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_RIPPLE = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz"
_BECH_32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_VERSIONS = (0x00, 0x05, 0x6F, 0xC4, 0x30, 0x32, 0x3A, 0x1E, 0x16, 0x41, 0x4C, 0x10)
"""Bitcoin P2PKH and P2SH (main, test), Litecoin (L, M, test), Dogecoin (D, 9 and A), Tron, Dash (X, 7)."""


def kinds() -> tuple[PiiKind, ...]:
    """The one kind of this family."""
    base58 = "[1-9A-HJ-NP-Za-km-z]"
    bech32 = "[02-9ac-hj-np-z]"
    return (
        PiiKind(
            name="crypto_wallet",
            title="cryptocurrency address",
            format="Bitcoin (P2PKH, P2SH, segwit v0 and v1), Ethereum and its kin, Litecoin, Dogecoin, Dash, Tron, XRP",
            checksum="Base58Check, Bech32, Bech32m, EIP-55 where letters are of both cases",
            source="BIP 13, BIP 173, BIP 350, EIP-55; Litecoin, Dogecoin, Dash and Tron chain parameters; XRPL base58 "
            "encodings",
            patterns=(
                f"(?<![0-9A-Za-z_])[13LMDAX79mn2Tr]{base58}{{24,34}}(?![0-9A-Za-z_])",
                f"(?<![0-9A-Za-z_])(?:bc|tb|ltc|bcrt)1{bech32}{{11,71}}(?![0-9A-Za-z_])",
                f"(?<![0-9A-Za-z_])(?:BC|TB|LTC|BCRT)1{bech32.upper()}{{11,71}}(?![0-9A-Za-z_])",
                "(?<![0-9A-Za-z_])0x[0-9A-Fa-f]{40}(?![0-9A-Za-z_])",
            ),
            confirm=_confirm,
            context=("bitcoin", "btc", "wallet", "ethereum", "eth", "crypto", "address", "litecoin", "tron", "donate"),
            numeric=False,
        ),
    )


def _confirm(text: str) -> float:
    if text.startswith("0x"):
        return _ethereum(text[2:])
    if re.match("(?i)(?:bc|tb|ltc|bcrt)1", text) and "1" in text:
        return CERTAIN if _bech_32(text.lower()) else REFUSED
    if text[0] == "r":
        return CERTAIN if _base_58_check(text, _RIPPLE, (0,)) else REFUSED
    return CERTAIN if _base_58_check(text, _BASE_58, _VERSIONS) else REFUSED


def _base_58_check(text: str, alphabet: str, versions: tuple[int, ...]) -> bool:
    """Version byte, 20 bytes of hash, four bytes of a double SHA-256."""
    number = 0
    for char in text:
        place = alphabet.find(char)
        if place < 0:
            return False
        number = number * 58 + place
    if number >= 1 << 200:
        return False
    payload = number.to_bytes(25, "big")
    checksum = hashlib.sha256(hashlib.sha256(payload[:21]).digest()).digest()[:4]
    leading = len(text) - len(text.lstrip(alphabet[0]))
    zeros = len(payload) - len(payload.lstrip(b"\0"))
    return payload[0] in versions and checksum == payload[21:] and leading == zeros


def _bech_32(text: str) -> bool:
    """Human-readable part, `1`, version, program, six characters of a BCH code (Bech32m from version 1 on)."""
    prefix, _, data = text.rpartition("1")
    values = [_BECH_32.find(char) for char in data]
    expanded = [ord(char) >> 5 for char in prefix] + [0] + [ord(char) & 31 for char in prefix]
    check = 1
    for value in expanded + values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for place, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= generator if top >> place & 1 else 0
    return min(values, default=-1) >= 0 and check == (1 if values[0] == 0 else 0x2BC830A3)


def _ethereum(text: str) -> float:
    if len(set(text.lower())) < 6:
        return REFUSED
    if text.islower() or text.isupper() or text.isdigit():
        return GOOD + 0.1
    digest = keccak_256(text.lower().encode("ascii")).hex()
    cased = "".join(char.upper() if int(digest[place], 16) >= 8 else char for place, char in enumerate(text.lower()))
    return STRONG + 0.1 if cased == text else REFUSED
