"""One diagnostic as a value, whatever draws it: code, level, message, spans, notes, help, fixes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from guardrail.diagnostics.source import Span


class Level(str, Enum):
    """How bad it is: an `error` refuses the policy, a `warning` and a `note` do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Label:
    """A span with what there is to say about it."""

    span: Span
    text: str = ""


@dataclass(frozen=True, slots=True)
class Fix:
    """A replacement a tool may apply; `safe` ones change no meaning."""

    span: Span
    replacement: str
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding about a policy. Messages are lower case, without a final period, user text in backticks."""

    code: str
    level: Level
    message: str
    primary: Label
    secondary: tuple[Label, ...] = ()
    notes: tuple[str, ...] = ()
    helps: tuple[str, ...] = ()
    fixes: tuple[Fix, ...] = ()

    @property
    def span(self) -> Span:
        """Where it points first."""
        return self.primary.span
