"""What every watch over a stream tells, whatever it looks for."""

from __future__ import annotations

from typing import Protocol


class Watch(Protocol):
    """Follows one text, chunk by chunk; positions count the characters of the whole text. Never shared by streams."""

    @property
    def live(self) -> int:
        """Where the earliest match begins that may still come about or change; the end of the text if there is none."""

    @property
    def is_between(self) -> bool:
        """Whether no match can reach over this place."""

    @property
    def completed(self) -> int | None:
        """Where the first match begins that may have come about and was not yet looked for; None if there is none."""

    def feed(self, chunk: str) -> int:
        """Go on with the text; returns `live`."""

    def looked(self, until: int) -> None:
        """Every match that begins before `until` was looked for."""
