"""The width of the terminal; `shutil` tells it too, but importing that costs more than many a command."""

from __future__ import annotations

import os
import sys


def terminal_width(otherwise: int) -> int:
    """Columns of the terminal by `COLUMNS`, else by standard output; `otherwise` where neither says."""
    given = os.environ.get("COLUMNS", "")
    if given.isdigit() and int(given) > 0:
        return int(given)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns if sys.__stdout__ is not None else otherwise
    except (OSError, ValueError):
        return otherwise
