"""When a text that goes on has become too long."""

from __future__ import annotations

from collections.abc import Callable


class LengthWatch:
    """Tells once the length that `measure` finds may have passed `most`; it never holds anything back.

    No measure grows by more than one a character, so the text is measured again only when it may have passed.
    """

    __slots__ = ("_measure", "_most", "_parts", "_room", "completed", "is_between", "live")

    def __init__(self, measure: Callable[[str], int], most: int) -> None:
        self._measure = measure
        self._most = most
        self._parts: list[str] = []
        self._room = most
        self.live = 0
        self.is_between = True
        self.completed: int | None = None

    def feed(self, chunk: str) -> int:
        """Go on with the text; returns `live`."""
        self.live += len(chunk)
        self._parts.append(chunk)
        self._room -= len(chunk)
        if self._room < 0 and self.completed is None:
            text = "".join(self._parts)
            self._parts = [text]
            self._room = self._most - self._measure(text)
            if self._room < 0:
                self.completed = 0
        return self.live

    def looked(self, until: int) -> None:
        """What is too long stays so: there is nothing to look for any more."""
        self.completed = None
