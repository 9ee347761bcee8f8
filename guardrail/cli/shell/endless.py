"""Tells files that may keep a command waiting forever: named pipes and devices."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Final

_STANDARD: Final = ("/dev/stdin", "/dev/stdout", "/dev/stderr", os.devnull)


def may_never_end(path: Path) -> bool:
    """Whether it is a named pipe, which waits for its other end, or a device; raises OSError where there is none.

    The pipes that a shell makes for a command (`<(…)`, standard streams) have their other end already.
    """
    mode = path.stat().st_mode
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return False
    return str(path) not in _STANDARD and not any(map(path.is_relative_to, ("/dev/fd", "/proc/self/fd")))
