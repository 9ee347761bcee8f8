"""All diagnostics of one run as a value: in order, each once, suppressed where the policy says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from guardrail.diagnostics.record import Diagnostic, Level
from guardrail.diagnostics.source import Source
from guardrail.diagnostics.suppression import Suppression, suppressions

MAXIMUM = 20
"""How many diagnostics are shown unless a caller asks for another number."""
_SEVERITY = {Level.ERROR: 0, Level.WARNING: 1, Level.NOTE: 2}


@dataclass(frozen=True, slots=True)
class Report:
    """What is to be told about some policy files.

    Whatever order they are given in, `diagnostics` are sorted by file, line and column, each once (at its worst
    level). Those that a `# guardrail: allow CODE because …` comment covers are in `suppressed` instead. `sources`
    are the texts that spans lead into, by name. At most `maximum` are shown, errors before warnings before notes.
    """

    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]
    maximum: int = MAXIMUM
    suppressed: tuple[Diagnostic, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        allowed = {name: suppressions(source) for name, source in self.sources.items()}
        kept: list[Diagnostic] = []
        suppressed: list[Diagnostic] = []
        for problem in sorted(_distinct(self.diagnostics), key=_position):
            source = self.sources.get(problem.span.source)
            hidden = source is not None and _is_allowed(problem, source, allowed[problem.span.source])
            (suppressed if hidden else kept).append(problem)
        object.__setattr__(self, "diagnostics", tuple(kept))
        object.__setattr__(self, "suppressed", tuple(suppressed))

    @property
    def shown(self) -> tuple[Diagnostic, ...]:
        """What is printed: the worst `maximum`, in the order of their places."""
        if len(self.diagnostics) <= self.maximum:
            return self.diagnostics
        worst = sorted(range(len(self.diagnostics)), key=lambda place: _SEVERITY[self.diagnostics[place].level])
        return tuple(self.diagnostics[place] for place in sorted(worst[: self.maximum]))

    def count(self, level: Level) -> int:
        """How many diagnostics there are of a level."""
        return sum(problem.level is level for problem in self.diagnostics)

    @property
    def failed(self) -> bool:
        """Whether there is an error, which refuses the policy."""
        return self.count(Level.ERROR) > 0

    @property
    def summary(self) -> str:
        """The counts in words, with how many are not shown."""
        counts = [_counted(self.count(level), level.value) for level in Level if self.count(level)]
        text = ", ".join(counts) or "no problems"
        hidden = len(self.diagnostics) - len(self.shown)
        if hidden:
            text += f" ({hidden} not shown)"
        if self.suppressed:
            text += f", {len(self.suppressed)} suppressed"
        return text

    def source_of(self, name: str) -> Source:
        """The source called `name`, empty when it is not at hand."""
        return self.sources.get(name) or Source(name, "")


def _distinct(diagnostics: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    """Each diagnostic once; of two that differ in their level alone, the worse one."""
    worst: dict[Diagnostic, Diagnostic] = {}
    for problem in diagnostics:
        same = replace(problem, level=Level.ERROR)
        known = worst.get(same)
        if known is None or _SEVERITY[problem.level] < _SEVERITY[known.level]:
            worst[same] = problem
    return worst.values()


def _position(problem: Diagnostic) -> tuple[str, int, int, str, str]:
    # Offsets order the places of one file as lines and columns do.
    span = problem.span
    return span.source, span.start, span.end, problem.code, problem.message


def _is_allowed(problem: Diagnostic, source: Source, allowed: tuple[Suppression, ...]) -> bool:
    if problem.level is Level.ERROR or not allowed:
        return False
    line, _ = source.position(problem.span.start)
    return any(problem.code in entry.codes and entry.covers(line) for entry in allowed)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
