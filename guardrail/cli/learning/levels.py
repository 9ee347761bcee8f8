"""Reads the shares of false alarms that `--false-alarms` gives for the levels of a card."""

from __future__ import annotations

import argparse
import re
from itertools import pairwise

from guardrail.models.cards import LEVELS


def read_rates(text: str) -> dict[str, float]:
    """Level names to shares, lowest level first; raises `argparse.ArgumentTypeError` for anything else.

    >>> read_rates("5%,1%,0.1%")
    {'possible': 0.05, 'likely': 0.01, 'very_likely': 0.001}
    """
    parts = [part.strip() for part in text.split(",")]
    if len(parts) != len(LEVELS) or not all(re.fullmatch(r"[0-9]{1,2}(\.[0-9]{1,6})? ?%", part) for part in parts):
        raise argparse.ArgumentTypeError(f"`{text}` is not three percentages, such as `5%,1%,0.1%`")
    rates = [float(part.rstrip("% ")) / 100 for part in parts]
    if not all(higher > lower > 0 for higher, lower in pairwise(rates)):
        raise argparse.ArgumentTypeError(f"`{text}` must fall from level to level and stay above 0")
    return dict(zip(LEVELS, rates, strict=True))
