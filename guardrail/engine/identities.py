"""Decision ids where the caller gives none: unique across processes, and cheap."""

from __future__ import annotations

import itertools
import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field


def _prefix() -> str:
    return secrets.token_hex(8)


@dataclass(frozen=True, slots=True)
class Identities:
    """A random prefix, the process and a count: a fork shares the prefix and the count, but not the process.

    >>> ids = Identities()
    >>> ids.next() != ids.next()
    True
    """

    prefix: str = field(default_factory=_prefix)
    count: Iterator[int] = field(default_factory=itertools.count)

    def next(self) -> str:
        """The next id; safe to call from any thread."""
        return f"{self.prefix}-{os.getpid():x}-{next(self.count):x}"
