"""The inline flags of a regular expression: `(?i)`, `(?im-s:...)`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from guardrail.text.scanner.regex_reader import Reader
from guardrail.text.scanner.regex_tree import Folding, RegexProblem


@dataclass(frozen=True, slots=True)
class Flags:
    """The flags in force at one place of an expression."""

    ascii: bool = False
    ignore_case: bool = False
    multiline: bool = False
    dotall: bool = False
    verbose: bool = False

    @property
    def folding(self) -> Folding:
        """How a leaf written here treats case."""
        if not self.ignore_case:
            return Folding.NONE
        return Folding.ASCII if self.ascii else Folding.UNICODE


NO_FLAGS = Flags()

_NAMES = {"i": "ignore_case", "m": "multiline", "s": "dotall", "x": "verbose"}


@dataclass(frozen=True, slots=True)
class ParsedFlags:
    """The flags after a flag group; `scoped` when it goes on as `(?i:...)`, the reader standing after the colon."""

    flags: Flags
    scoped: bool


def parse_flags(reader: Reader, flags: Flags) -> ParsedFlags:
    """Read `(?flags)` or `(?flags-flags:`, the reader standing at the parenthesis; raises `RegexProblem`."""
    start = reader.position
    reader.take("(?")
    added = _letters(reader)
    removed = ""
    if reader.take("-"):
        removed = _letters(reader)
        if not removed:
            raise RegexProblem("no flag follows `-`", reader.position)
    if not added and not removed:
        raise RegexProblem("`(?` is followed by something unknown", start)
    scoped = reader.take(":")
    if not scoped and (removed or not reader.take(")")):
        raise RegexProblem("a flag is unknown, or `:` is missing after the flags", reader.position)
    _refuse(added, removed, start)
    if flags.ascii and "u" in added and not scoped:
        raise RegexProblem("the flags `a` and `u` exclude each other", start)
    return ParsedFlags(_apply(flags, added, removed), scoped)


def _letters(reader: Reader) -> str:
    return reader.take_while("aiLmsux", 20)


def _refuse(added: str, removed: str, start: int) -> None:
    if "L" in added + removed:
        raise RegexProblem("the flag `L` works on bytes alone", start)
    if "a" in added and "u" in added:
        raise RegexProblem("the flags `a` and `u` exclude each other", start)
    if "a" in removed or "u" in removed:
        raise RegexProblem("the flags `a` and `u` cannot be turned off", start)
    if set(added) & set(removed):
        raise RegexProblem("a flag is turned on and off at once", start)


def _apply(flags: Flags, added: str, removed: str) -> Flags:
    for letter in added:
        flags = replace(flags, ascii=letter == "a") if letter in "au" else replace(flags, **{_NAMES[letter]: True})
    for letter in removed:
        flags = replace(flags, **{_NAMES[letter]: False})
    return flags
