"""How much of a text a model may still look at: asked before every window, so that a long text stops in time."""

from __future__ import annotations

from typing import Protocol


class Allowance(Protocol):
    """Given by whoever keeps the time."""

    def admits(self, share: float) -> bool:
        """Whether a window may be run that is filled to `share`, in (0, 1]. Once it said no, it goes on saying no."""
