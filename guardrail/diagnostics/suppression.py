"""Comments that suppress a warning or a note: `# guardrail: allow G601 because …`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guardrail.diagnostics.source import Source

_COMMENT = re.compile(r"#[ \t]*guardrail:[ \t]*allow[ \t]+(G\d{3}(?:[ \t]*,[ \t]*G\d{3})*)[ \t]+because[ \t]+\S")

_STRING = re.compile(r'"(?:\\.|[^"\\])*"')
_BRACE = re.compile(r"[{}]")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Suppression:
    """Codes that need not be told about some lines (from 1, both ends included)."""

    codes: frozenset[str]
    first: int
    last: int

    def covers(self, line: int) -> bool:
        """Whether a diagnostic that points at `line` is meant."""
        return self.first <= line <= self.last


def suppressions(source: Source) -> tuple[Suppression, ...]:
    """Every suppression in a policy file. One without a reason is none.

    A comment behind something is about its own line. A comment on a line of its own is about what comes next: that
    line, and the whole block if the line opens one.

    >>> text = "# guardrail: allow G601, G602 because it is a demo\\nrule x {\\n}\\n"
    >>> found = suppressions(Source("a.guard", text))[0]
    >>> sorted(found.codes), found.first, found.last
    (['G601', 'G602'], 1, 3)
    """
    if "guardrail:" not in source.text:
        return ()
    lines = source.text.split("\n")
    ends, following = _block_ends(lines), _next_lines(lines)
    found: list[Suppression] = []
    for number, line in enumerate(lines, 1):
        comment = comment_start(line)
        match = _COMMENT.match(line, comment) if comment is not None else None
        if match is None:
            continue
        codes = frozenset(re.findall(r"G\d{3}", match[1]))
        own_line = not line[:comment].strip()
        last = ends.get(following[number], following[number]) if own_line else number
        found.append(Suppression(codes, number, last))
    return tuple(found)


def comment_start(line: str) -> int | None:
    """Where the comment of a policy line begins, strings respected.

    >>> comment_start('say "#1"  # first'), comment_start("flag always")
    (10, None)
    """
    in_string = False
    position = 0
    while position < len(line):
        character = line[position]
        if character == "\\" and in_string:
            position += 1
        elif character == '"':
            in_string = not in_string
        elif character == "#" and not in_string:
            return position
        position += 1
    return None


def _next_lines(lines: list[str]) -> list[int]:
    """For each line (from 1; entry 0 is unused) the next one that is neither empty nor a comment, or the last."""
    following = [len(lines)] * (len(lines) + 1)
    for number in range(len(lines) - 1, 0, -1):
        line = lines[number].strip()
        following[number] = number + 1 if line and not line.startswith("#") else following[number + 1]
    return following


def _block_ends(lines: list[str]) -> dict[int, int]:
    """For each line that opens a block the line that closes it, both from 1."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    for number, line in enumerate(lines, 1):
        code = _STRING.sub("", line[: comment_start(line)])
        for brace in _BRACE.findall(code):
            if brace == "{":
                opened.append(number)
            elif opened:
                start = opened.pop()
                ends[start] = max(number, ends.get(start, 0))
    return ends
