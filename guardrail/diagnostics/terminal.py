"""Diagnostics for people at a terminal: the source line, what is wrong underlined, what to do below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guardrail.diagnostics.display import Line, escape, lay_out
from guardrail.diagnostics.record import Diagnostic, Label, Level
from guardrail.diagnostics.report import Report

_COLORS = {Level.ERROR: "1;31", Level.WARNING: "1;33", Level.NOTE: "1;36"}
_GUTTER_COLOR = "1;34"
_BOLD = "1"
_NARROWEST = 20
"""Cells that a source line gets at least, however narrow the terminal."""


def render(report: Report, *, color: bool, width: int) -> str:
    """The report as text for a terminal of `width` cells, with ANSI colours if `color`; ends in the counts."""
    blocks = [_Block(problem, report, color, width).text() for problem in report.shown]
    return "\n".join([*blocks, report.summary]) + "\n"


@dataclass(frozen=True, slots=True)
class _Mark:
    """A label with its place: line from 1, characters of that line (half-open)."""

    label: Label
    primary: bool
    line: int
    first: int
    last: int
    last_line: int


@dataclass(frozen=True, slots=True)
class _Block:
    """One diagnostic on its way to the terminal."""

    problem: Diagnostic
    report: Report
    color: bool
    width: int

    def text(self) -> str:
        marks = [self._mark(self.problem.primary, True)]
        marks += [self._mark(label, False) for label in self.problem.secondary]
        gutter = max(len(str(mark.line)) for mark in marks)
        lines = [self._headline()]
        for section in _sections(marks):
            lines.extend(self._section(section, gutter))
        lines.extend(self._footer(gutter))
        return "\n".join(lines) + "\n"

    def _headline(self) -> str:
        level = self.problem.level
        head = self._paint(f"{level}[{self.problem.code}]", _COLORS[level])
        return f"{head}: {self._paint(escape(self.problem.message), _BOLD)}"

    def _mark(self, label: Label, primary: bool) -> _Mark:
        source = self.report.source_of(label.span.source)
        line, column = source.position(label.span.start)
        last_line, last_column = source.position(label.span.end)
        end = last_column - 1 if last_line == line else len(source.line(line))
        return _Mark(label, primary, line, column - 1, max(end, column), last_line)

    def _section(self, marks: list[_Mark], gutter: int) -> Iterator[str]:
        """The place of some labels on one line, the line itself, and an underline for each label."""
        leading = marks[0]
        name = leading.label.span.source
        source = self.report.source_of(name)
        arrow = self._paint("-->" if leading.primary else ":::", _GUTTER_COLOR)
        if not source.text:
            yield f"{' ' * gutter}{arrow} {escape(name)}"
            return
        yield f"{' ' * gutter}{arrow} {escape(name)}:{leading.line}:{leading.first + 1}"
        bar = self._paint(f"{' ' * gutter} |", _GUTTER_COLOR)
        room = max(self.width - gutter - 3, _NARROWEST)
        shown = lay_out(source.line(leading.line), (leading.first, leading.last), room)
        yield bar
        yield f"{self._paint(f'{leading.line:>{gutter}} |', _GUTTER_COLOR)} {shown.text}".rstrip()
        hidden = [mark for mark in marks if mark is not leading and not _is_visible(mark, shown)]
        for mark in marks:
            if mark in hidden:
                continue
            # A span may begin behind the last character: at the line break, or at the end of the file.
            start = shown.columns[min(mark.first, len(shown.columns) - 1)]
            end = shown.columns[min(mark.last, len(shown.columns) - 1)]
            yield f"{bar} {' ' * start}{self._underline(mark, max(end - start, 1))}"
        if hidden:
            yield from self._section(hidden, gutter)

    def _underline(self, mark: _Mark, length: int) -> str:
        color = _COLORS[self.problem.level] if mark.primary else _GUTTER_COLOR
        text = escape(mark.label.text)
        if mark.last_line > mark.line:
            text = f"{text} (to line {mark.last_line})".lstrip()
        return self._paint(f"{('^' if mark.primary else '-') * length} {text}".rstrip(), color)

    def _footer(self, gutter: int) -> Iterator[str]:
        sign = f"{' ' * gutter} {self._paint('=', _GUTTER_COLOR)}"
        for note in self.problem.notes:
            yield f"{sign} {self._paint('note', _BOLD)}: {escape(note)}"
        for text in self.problem.helps:
            yield f"{sign} {self._paint('help', _BOLD)}: {escape(text)}"
        yield f"{sign} {self._paint('docs', _BOLD)}: guardrail explain {self.problem.code}"

    def _paint(self, text: str, color: str) -> str:
        return f"\x1b[{color}m{text}\x1b[0m" if self.color else text


def _is_visible(mark: _Mark, shown: Line) -> bool:
    first, last = shown.visible
    return first <= mark.first < last


def _sections(marks: list[_Mark]) -> list[list[_Mark]]:
    """Labels by the line they point at, in the order they were given."""
    sections: dict[tuple[str, int], list[_Mark]] = {}
    for mark in marks:
        sections.setdefault((mark.label.span.source, mark.line), []).append(mark)
    return list(sections.values())
