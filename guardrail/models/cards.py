"""Calibration cards: which score a level (`possible`, `likely`, `very_likely`) stands for.

A level is a false-alarm rate on the card's reference set (5 %, 1 %, 0.1 %). Where no card is shipped, a policy
cannot be loaded (G703), yet it can be checked and tested under `assume`: then the nominal scores below stand in,
which only keep the levels in their order.
"""

from __future__ import annotations

from typing import Final

LEVELS: Final = ("possible", "likely", "very_likely")
_NOMINAL: Final = {"possible": 0.5, "likely": 0.8, "very_likely": 0.95}


def threshold(validator: str, level: str) -> float:
    """The score in [0, 1] at which `validator` reaches `level`; raises KeyError for an unknown level."""
    return _NOMINAL[level]
