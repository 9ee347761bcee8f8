"""Decision ids where the caller gives none: unique across processes, and cheap."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from dataclasses import dataclass, field


def _prefix() -> str:
    return f"{os.urandom(8).hex()}-"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Identities:
    """A random prefix and a count; a forked process, which shares both, adds its own number.

    >>> ids = Identities()
    >>> ids.next() != ids.next()
    True
    """

    prefix: str = field(default_factory=_prefix)
    process: int = field(default_factory=os.getpid)
    count: Iterator[int] = field(default_factory=itertools.count)

    def next(self) -> str:
        """The next id; safe to call from any thread."""
        process = os.getpid()
        if process == self.process:
            return f"{self.prefix}{next(self.count):x}"
        return f"{self.prefix}{process:x}-{next(self.count):x}"
