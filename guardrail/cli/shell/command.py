"""What a command is: one file in `guardrail/cli/` with a module attribute `COMMAND`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from guardrail.cli.shell.parsing import Parser


class Exit(IntEnum):
    """The exit statuses of every command; where several hold, `UNUSABLE` goes first, then `UNCHECKED`, `FAILED`."""

    OK = 0
    FAILED = 1
    """Something that was judged, checked or tested failed."""
    UNUSABLE = 2
    """A usage error, a policy with errors, or an input that cannot be read."""
    UNCHECKED = 3
    """Some check could not run, whatever was then decided."""


class UsageProblem(Exception):
    """What was asked for cannot be done; the message is for people, `helps` say what to do next."""

    def __init__(self, message: str, *helps: str) -> None:
        super().__init__(message)
        self.message, self.helps = message, helps


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Example:
    """A command line worth showing, and what it does."""

    line: str
    purpose: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Command:
    """A command: `run` gets the parsed arguments and returns an exit status; `details` are further help paragraphs."""

    name: str
    summary: str
    add_arguments: Callable[[Parser], None]
    run: Callable[[argparse.Namespace], int]
    examples: tuple[Example, ...]
    details: str = ""
