"""The base of every diagnostic code: one class a code, one file a class, in `guardrail/diagnostics/codes/`."""

from __future__ import annotations

import importlib
import re
from typing import ClassVar

from guardrail.diagnostics.record import Diagnostic, Fix, Label, Level
from guardrail.diagnostics.source import Span


class Code:
    """A kind of diagnostic; subclasses hold its wording, so every message of a code stands in one file.

    `explanation` is what `guardrail explain` prints: what it means, why it matters, how to mend it, in
    Markdown. `example` is a small policy that causes it; `repaired` is the same one mended.
    """

    code: ClassVar[str]
    level: ClassVar[Level] = Level.ERROR
    title: ClassVar[str]
    explanation: ClassVar[str]
    example: ClassVar[str] = ""
    repaired: ClassVar[str] = ""

    @classmethod
    def build(
        cls,
        message: str,
        span: Span,
        label: str = "",
        *,
        secondary: tuple[Label, ...] = (),
        notes: tuple[str, ...] = (),
        helps: tuple[str, ...] = (),
        fixes: tuple[Fix, ...] = (),
        level: Level | None = None,
    ) -> Diagnostic:
        """A diagnostic of this code at `span`."""
        return Diagnostic(cls.code, level or cls.level, message, Label(span, label), secondary, notes, helps, fixes)


def all_codes() -> tuple[str, ...]:
    """Every code there is, in order, read off the folder."""
    import pkgutil

    package = importlib.import_module("guardrail.diagnostics.codes")
    names = (module.name for module in pkgutil.iter_modules(package.__path__))
    return tuple(sorted(name.upper() for name in names if re.fullmatch(r"g\d{3}", name)))


def find_code(code: str) -> type[Code] | None:
    """The class of `code` (any letter case), or None."""
    if not re.fullmatch(r"[Gg]\d{3}", code):
        return None
    try:
        module = importlib.import_module(f"guardrail.diagnostics.codes.{code.lower()}")
    except ModuleNotFoundError:
        return None
    found = getattr(module, code.upper())
    assert isinstance(found, type) and issubclass(found, Code)
    return found
