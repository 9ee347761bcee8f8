"""What is read from the inputs: entries to be judged, each with its place, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

MAX_BYTES: Final = 8 * 1024 * 1024
"""UTF-8 bytes of one text, and of one line of JSON Lines."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands: the file as people see it, and the line of JSON Lines (from 1), None for a whole file."""

    file: str
    line: int | None = None

    def __str__(self) -> str:
        return self.file if self.line is None else f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to judge; `number` counts from 0 over all inputs. `is_object`: `content` is a JSON object."""

    number: int
    place: Place
    content: str
    is_object: bool = False


@dataclass(frozen=True, slots=True)
class Unread:
    """An input, or a line of one, that cannot be judged; `message` completes a sentence that names the place."""

    place: Place
    message: str
    help: str = ""

    def __str__(self) -> str:
        return f"`{self.place}` {self.message}"


Read: TypeAlias = Entry | Unread


class Unreadable(Exception):
    """Raised where an entry cannot be read; its words are those of `Unread`."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.message, self.help = message, help
