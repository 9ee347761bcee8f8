"""Keccak-256 as Ethereum uses it: the original padding, not that of SHA-3 (so hashlib has none)."""

from __future__ import annotations

_MASK = (1 << 64) - 1
_RATE = 136


def keccak_256(message: bytes) -> bytes:
    """The 32-byte digest of the message (G. Bertoni et al., The Keccak reference, version 3.0, section 1).

    >>> keccak_256(b"").hex()[:16]
    'c5d2460186f7233c'
    """
    padded = bytearray(message) + b"\x01" + b"\0" * ((-len(message) - 1) % _RATE)
    padded[-1] |= 0x80
    lanes = [0] * 25
    for start in range(0, len(padded), _RATE):
        block = padded[start : start + _RATE]
        for place in range(_RATE // 8):
            lanes[place] ^= int.from_bytes(block[place * 8 : place * 8 + 8], "little")
        lanes = _permute(lanes)
    return b"".join(lane.to_bytes(8, "little") for lane in lanes[:4])


def _rotate(value: int, amount: int) -> int:
    return (value << amount | value >> (64 - amount)) & _MASK if amount else value


def _permute(lanes: list[int]) -> list[int]:
    """Keccak-f[1600]: 24 rounds of theta, rho, pi, chi, iota."""
    constant = 1
    for _ in range(24):
        columns = [lanes[x] ^ lanes[x + 5] ^ lanes[x + 10] ^ lanes[x + 15] ^ lanes[x + 20] for x in range(5)]
        mixed = [columns[(x - 1) % 5] ^ _rotate(columns[(x + 1) % 5], 1) for x in range(5)]
        lanes = [lane ^ mixed[place % 5] for place, lane in enumerate(lanes)]
        lanes = _rho_and_pi(lanes)
        lanes = [
            lanes[place] ^ (~lanes[place // 5 * 5 + (place + 1) % 5] & lanes[place // 5 * 5 + (place + 2) % 5] & _MASK)
            for place in range(25)
        ]
        constant, mask = _round_constant(constant)
        lanes[0] ^= mask
    return lanes


def _rho_and_pi(lanes: list[int]) -> list[int]:
    """Rotate the lanes along the path of pi by the triangular numbers, and move each to its new place."""
    moved = list(lanes)
    x, y, current = 1, 0, lanes[1]
    for step in range(24):
        x, y = y, (2 * x + 3 * y) % 5
        current, moved[x + 5 * y] = lanes[x + 5 * y], _rotate(current, (step + 1) * (step + 2) // 2 % 64)
    return moved


def _round_constant(state: int) -> tuple[int, int]:
    """The next state of the linear feedback register and the round's constant (x^8 + x^6 + x^5 + x^4 + 1)."""
    mask = 0
    for place in range(7):
        if state & 1:
            mask ^= 1 << ((1 << place) - 1)
        state <<= 1
        if state & 0x100:
            state ^= 0x171
    return state, mask
