"""Invisible characters where no script needs them: what the `hidden_text` validator reports.

Joiners that Persian, Hindi and emoji are written with, line-break hints of scripts without spaces, soft hyphens between
syllables, balanced bidi isolates, emoji presentation, flags, jamo fillers and Braille art are not reported.
Sources: UAX 9 (bidi), UTS 51 (emoji), UAX 31 section 2.3 (joiners), Trojan Source (CVE-2021-42574).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias, get_args

from guardrail.text.bidi import suspicious_controls
from guardrail.text.characters import is_accent
from guardrail.text.hidden import find_payloads
from guardrail.text.reveal import has_deletions
from guardrail.text.selectors import is_misplaced_selector

InvisibleKind: TypeAlias = Literal[
    "zero_width", "bidi", "tags", "variation_selectors", "sneaky_bits", "fillers", "deletions", "long_runs"
]
KINDS: tuple[InvisibleKind, ...] = get_args(InvisibleKind)

_CONTROLS = bytes((*range(0x08), *range(0x0E, 0x1B), *range(0x1C, 0x20)))
"""Control characters that terminals show as nothing; not backspace, white space and escape."""

MAX_RUN = 8
"""Ignorable characters in a row that a disguised word may hold between two letters; more are a finding."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Trace:
    """A stretch of the original text that hides something, or hides where nothing need be hidden."""

    kind: InvisibleKind
    start: int
    end: int


def find_invisible(text: str) -> tuple[Trace, ...]:
    """Every trace of hidden text, in order; those of one kind do not overlap.

    >>> [trace.kind for trace in find_invisible("Glo\\u200bbex x\\b")]
    ['zero_width', 'deletions']
    """
    found = list(_deletions(text)) if has_deletions(text) else []
    if _has_controls(text):
        found += [Trace("zero_width", *control.span()) for control in _controls_in_words().finditer(text)]
    if not text.isascii() and _runs().search(text):
        payloads = [Trace(payload.channel, payload.start, payload.end) for payload in find_payloads(text)]
        runs = list(_uncovered(text, payloads))
        found += payloads
        found += _zero_width(text, runs)
        art = _braille_art(text)
        found += [Trace("fillers", *span) for span in _fillers(text, runs, art)]
        found += [Trace("variation_selectors", i, i + 1) for i in _places(runs) if is_misplaced_selector(text, i)]
        found += [Trace("bidi", i, i + 1) for i in suspicious_controls(text)]
        found += _long_runs(text, found, art)
    return tuple(sorted(found, key=lambda trace: (trace.start, trace.end, trace.kind)))


@cache
def _runs() -> re.Pattern[str]:
    invisible = (
        "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
        "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
    )
    # The leading single character keeps `re`'s fast search.
    return re.compile(f"{invisible}{invisible}*")


def _uncovered(text: str, payloads: list[Trace]) -> Iterator[tuple[int, int]]:
    """The runs of invisible characters that no payload covers."""
    waiting = iter((*payloads, Trace("tags", len(text) + 1, len(text) + 1)))
    payload = next(waiting)
    for run in _runs().finditer(text):
        start, end = run.span()
        while payload.end <= start:
            payload = next(waiting)
        while payload.start < end:
            if start < payload.start:
                yield start, payload.start
            start = payload.end
            payload = next(waiting)
        if start < end:
            yield start, end


def _places(runs: Iterable[tuple[int, int]]) -> Iterator[int]:
    return (place for start, end in runs for place in range(start, end))


def _deletions(text: str) -> Iterator[Trace]:
    """Backspaces and deletes, with the characters they strike out."""
    last = 0
    for run in re.finditer("[\b\x7f]+", text):
        first = max(last, run.start() - len(run[0]))
        line = text.rfind("\n", first, run.start()) + 1
        yield Trace("deletions", max(first, line), run.end())
        last = run.end()


def _has_controls(text: str) -> bool:
    # Deleting bytes and comparing lengths is ten times faster than a search by `re`.
    data = text.encode("utf-8", "surrogatepass")
    return len(data.translate(None, _CONTROLS)) != len(data)


@cache
def _controls_in_words() -> re.Pattern[str]:
    return re.compile(r"(?<=\w)[\x00-\x07\x0e-\x1a\x1c-\x1f]+(?=\w)")


def _long_runs(text: str, found: list[Trace], art: set[int]) -> list[Trace]:
    covered = {(trace.start, trace.end) for trace in found}
    long = (run.span() for run in _runs().finditer(text) if run.end() - run.start() > MAX_RUN)
    return [
        Trace("long_runs", start, end)
        for start, end in long
        if (start, end) not in covered and not art.issuperset(range(start, end))
    ]


# ------------------------------------------------------------------ zero width

_SOFT_HYPHEN = "\u00ad"
_MARKS_OF_DIRECTION = frozenset("\u200e\u200f\u061c")
_INVISIBLE_OPERATORS = frozenset("\u2061\u2062\u2063\u2064")
_NEVER_NEEDED = frozenset("\u206a\u206b\u206c\u206d\u206e\u206f\ufff9\ufffa\ufffb")
_ZERO_WIDTH = (
    frozenset("\u200b\u200c\u200d\u2060\ufeff\u180e\u2065")
    | {_SOFT_HYPHEN}
    | _MARKS_OF_DIRECTION
    | _INVISIBLE_OPERATORS
    | _NEVER_NEEDED
)
_CHAIN = 3


def _zero_width(text: str, runs: list[tuple[int, int]]) -> list[Trace]:
    inside = [(start, end) for start, end in runs if set(text[start:end]) <= _ZERO_WIDTH]
    suspicious = {span for span in inside if _parts_a_word(text, *span)}
    suspicious |= _chained(text, inside)
    return [Trace("zero_width", start, end) for start, end in sorted(suspicious)]


def _chained(text: str, runs: list[tuple[int, int]]) -> set[tuple[int, int]]:
    """Runs that stand between single letters: no script spells that way, and no hyphenation parts words so."""
    chains: list[list[tuple[int, int]]] = []
    for run in runs:
        if chains and run[0] - chains[-1][-1][1] == 1 and text[run[0] - 1].isalnum():
            chains[-1].append(run)
        else:
            chains.append([run])
    return {run for chain in chains if _is_chain(text, chain) for run in chain}


def _is_chain(text: str, chain: list[tuple[int, int]]) -> bool:
    soft = all(text[start] == _SOFT_HYPHEN for start, _ in chain)
    return len(chain) >= (2 if soft else _CHAIN)


def _parts_a_word(text: str, start: int, end: int) -> bool:
    run = set(text[start:end])
    if run & _NEVER_NEEDED:
        return True
    left, right = _neighbour(text, start - 1, -1), _neighbour(text, end, 1)
    if not ((left.isalpha() and right.isalpha()) or (left.isdecimal() and right.isdecimal())):
        return False
    if run <= {_SOFT_HYPHEN}:
        return end - start > 1 or not (_is_inside_word(text, start - 2) or _is_inside_word(text, end + 1))
    if run <= _MARKS_OF_DIRECTION:
        return not (_is_right_to_left(left) or _is_right_to_left(right))
    if run <= _INVISIBLE_OPERATORS and end - start == 1:
        return _is_inside_word(text, start - 2) and _is_inside_word(text, end + 1)
    return end - start > 2 or not (_takes_joiners(left) or _takes_joiners(right))


def _neighbour(text: str, place: int, step: int) -> str:
    while 0 <= place < len(text) and is_accent(text[place]):
        place += step
    return text[place] if 0 <= place < len(text) else ""


def _is_inside_word(text: str, place: int) -> bool:
    return 0 <= place < len(text) and (text[place].isalpha() or is_accent(text[place]))


def _is_right_to_left(character: str) -> bool:
    return "\u0590" <= character <= "\u08ff" or "\ufb1d" <= character <= "\ufefc"


def _takes_joiners(character: str) -> bool:
    """Whether its script joins letters or is written without spaces (Arabic, Brahmic scripts, Mongolian, CJK)."""
    return _joining().fullmatch(character) is not None


@cache
def _joining() -> re.Pattern[str]:
    return re.compile(
        "[\u0600-\u109f\u1700-\u18af\u1900-\u1cff\u2e80-\ua4cf\ua800-\uaadf\uabc0-\uabff\uac00-\ud7ff\uf900-\ufaff"
        "\ufb50-\ufdff\ufe70-\ufefc\uff66-\uffdc\U00010a00-\U00012000\U0001e900-\U0001e95f\U00020000-\U0003ffff]"
    )


# ------------------------------------------------------------------ fillers

_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")


def _fillers(text: str, runs: list[tuple[int, int]], art: set[int]) -> Iterator[tuple[int, int]]:
    for start, end in runs:
        if set(text[start:end]) <= _FILLERS:
            if not _belongs(text, start, end, art):
                yield start, end
        else:
            places = (place for place in range(start, end) if text[place] in _FILLERS)
            yield from ((place, place + 1) for place in places if not _belongs(text, place, place + 1, art))


def _belongs(text: str, start: int, end: int, art: set[int]) -> bool:
    """Whether a filler stands where its script puts it: beside jamo, Khmer letters, combining marks, Braille."""
    if start in art:
        return art.issuperset(range(start, end))
    home = _homes().get(text[start])
    around = text[start - 1 : start] + text[end : end + 1]
    return home is not None and end - start == 1 and home.search(around) is not None


@cache
def _homes() -> dict[str, re.Pattern[str]]:
    homes = {
        "\u034f": "[\u0300-\u034e\u0350-\u036f\u0483-\u05c7]",
        "\u115f": "[\u1161-\u11ff]",
        "\u1160": "[\u1100-\u115e\u11a8-\u11ff]",
        "\u17b4": "[\u1780-\u17b3\u17b6-\u17ff]",
        "\u17b5": "[\u1780-\u17b3\u17b6-\u17ff]",
        "\u3164": "[\u3131-\u3163\u3165-\u318e]",
        "\uffa0": "[\uffa1-\uffdc]",
    }
    return {filler: re.compile(home) for filler, home in homes.items()}


def _braille_art(text: str) -> set[int]:
    """The places of empty Braille patterns on lines with drawn ones, and on lines beside those."""
    if "\u2800" not in text:
        return set()
    lines = [line.span() for line in re.finditer(r"[^\n]*\n?", text)]
    drawn = [_drawn_braille().search(text, *span) is not None for span in lines]
    near = [any(drawn[max(0, index - 1) : index + 2]) for index in range(len(lines))]
    kept = (span for span, is_near in zip(lines, near, strict=True) if is_near)
    return {place for start, end in kept for place in range(start, end) if text[place] == "\u2800"}


@cache
def _drawn_braille() -> re.Pattern[str]:
    return re.compile("[\u2801-\u28ff]")
