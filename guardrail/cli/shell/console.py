"""The console: where output goes, in which width, with colours or without; UTF-8 whatever the locale says."""

from __future__ import annotations

import io
import os
import sys
from dataclasses import dataclass
from typing import Final, TextIO

from guardrail.cli.shell.width import terminal_width
from guardrail.diagnostics.display import escape

BOLD: Final = "1"
DIM: Final = "2"
RED: Final = "1;31"
GREEN: Final = "32"
YELLOW: Final = "1;33"
BLUE: Final = "1;34"
MAGENTA: Final = "1;35"
CYAN: Final = "1;36"

_NARROWEST, _WIDEST = 40, 160


class UnwritableOutput(Exception):
    """Standard output takes nothing any more."""


@dataclass(frozen=True, slots=True)
class Console:
    """Where a command writes: results to standard output, everything about the run to standard error."""

    color: bool
    error_color: bool
    width: int

    def write(self, text: str) -> None:
        """Write to standard output as it stands; raises BrokenPipeError and UnwritableOutput."""
        try:
            sys.stdout.write(text)
        except BrokenPipeError:
            raise
        except OSError:
            raise UnwritableOutput from None

    def line(self, text: str = "") -> None:
        """Write one line to standard output."""
        self.write(f"{text}\n")

    def flush(self) -> None:
        """Hand on what was written; raises as `write` does."""
        try:
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError:
            raise UnwritableOutput from None

    def paint(self, text: str, style: str) -> str:
        """`text` in a style (an SGR sequence of ECMA-48), for standard output."""
        return f"\x1b[{style}m{text}\x1b[0m" if self.color else text

    def tell(self, level: str, message: str, *helps: str) -> None:
        """One message about the run on standard error: `error: …`, `warning: …`, `note: …`, help below."""
        style = {"error": RED, "warning": YELLOW}.get(level, CYAN)
        head = f"\x1b[{style}m{level}\x1b[0m" if self.error_color else level
        lines = [f"{head}: {escape(message)}", *(f"  = help: {escape(help)}" for help in helps)]
        self.flush()
        print("\n".join(lines), file=sys.stderr, flush=True)


def open_console(color: str = "auto") -> Console:
    """The console for `--color` auto, always or never; `NO_COLOR` (no-color.org) turns `auto` off."""
    width = max(_NARROWEST, min(terminal_width(100), _WIDEST))
    return Console(_colored(color, sys.stdout), _colored(color, sys.stderr), width)


def is_terminal(stream: TextIO) -> bool:
    """Whether a person looks at the stream, on a terminal that can move its cursor."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def use_utf8() -> None:
    """Write UTF-8 whatever the locale says; what has no UTF-8 form (a lone surrogate) is spelt out.

    A stream that whoever started the process has closed is replaced by one that takes everything and keeps nothing.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def drop_output() -> None:
    """Send what is still to be written nowhere: whoever read it has gone, and the exit must not complain."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _colored(color: str, stream: TextIO) -> bool:
    if color != "auto":
        return color == "always"
    return not os.environ.get("NO_COLOR") and is_terminal(stream)
