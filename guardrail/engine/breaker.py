"""A circuit breaker: after so many failures in a row the call is not tried for a while, then once, then as before.

Source: M. Nygard, Release It!, 2nd edition 2018, "Circuit Breaker".
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from guardrail.diagnostics.errors import EngineError


@dataclass(slots=True)
class Breaker:
    """Opens after `failures` failures in a row, and lets one trial through after `reset` seconds.

    Raises `EngineError` for less than one failure and a `reset` that is negative or no number.

    >>> now = 0.0
    >>> breaker = Breaker(failures=1, reset=10, clock=lambda: now)
    >>> breaker.failed(); breaker.allows()
    False
    """

    failures: int = 5
    reset: float = 30.0
    clock: Callable[[], float] = time.monotonic
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)
    _count: int = field(default=0, init=False)
    _opened: float | None = field(default=None, init=False)
    _trial: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        if not isinstance(self.failures, int) or isinstance(self.failures, bool) or self.failures < 1:
            raise EngineError("`failures` of a breaker must be a whole number from 1")
        if not isinstance(self.reset, (int, float)) or isinstance(self.reset, bool) or not self.reset >= 0:
            raise EngineError("`reset` of a breaker must be a number of seconds, 0 or more")

    def allows(self) -> bool:
        """Whether a call may be tried now; a True while open is the one trial."""
        with self._lock:
            if self._opened is None:
                return True
            if self._trial or self.clock() - self._opened < self.reset:
                return False
            self._trial = True
            return True

    def succeeded(self) -> None:
        """Close the circuit."""
        with self._lock:
            self._count, self._opened, self._trial = 0, None, False

    def abandoned(self) -> None:
        """A call that was tried came to no end: if it was the trial, another may be made."""
        with self._lock:
            self._trial = False

    def failed(self) -> None:
        """Count a failure; opens at the limit, and again at once after a failed trial."""
        with self._lock:
            self._count += 1
            if self._trial or self._count >= self.failures:
                self._opened, self._trial = self.clock(), False
