"""`pii` and `secrets` on the marked texts below `tests/cases/pii` and `tests/cases/secrets`.

One text a line, what is to be found in it in marked brackets:

    == kinds of the call, separated by blanks; nothing for the default ones
    # a comment
    Write to ⟦email|jane@example.com⟧.

`\\n`, `\\t` and `\\uXXXX` are escapes; `¦` is dropped, so that no file holds a token that a secret scanner of a code
host would take for a real one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from guardrail.text.scanner.scanner import SharedScanner, build_scanner
from guardrail.text.subject import Piece
from guardrail.validators import pii, pii_kinds, secret_kinds, secrets
from guardrail.validators.contract import Arguments, Check, Match

CASES = Path(__file__).parent.parent / "cases"
VALIDATORS = {"pii": pii.VALIDATOR, "secrets": secrets.VALIDATOR}

_MARK = re.compile(r"⟦(\w+)\|(.*?)⟧")


def read() -> Iterator[tuple[Path, int, tuple[str, ...], str]]:
    """File, line number, kinds and line of every case."""
    for path in sorted((*CASES.glob("pii/*.txt"), *CASES.glob("secrets/*.txt"))):
        kinds: tuple[str, ...] = ()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.startswith("=="):
                kinds = tuple(line[2:].split())
            elif line and not line.startswith("#"):
                yield path, number, kinds, line


@cache
def bound(area: str, kinds: tuple[str, ...]) -> tuple[Check, SharedScanner]:
    check = VALIDATORS[area].bind(Arguments({"kinds": kinds}))
    assert check.request is not None
    return check, build_scanner([check.request])


def find(area: str, kinds: tuple[str, ...], text: str) -> tuple[Match, ...]:
    check, scanner = bound(area, kinds)
    piece = Piece(text)
    hits = scanner.scan(piece)
    return check.judge(hits[0], piece).matches if hits and hits[0] else ()


def plain(line: str) -> str:
    """The text that a line stands for, without marks."""
    text = _MARK.sub(lambda mark: mark.group(2), line).replace("¦", "")
    return re.sub(r"\\(n|t|u[0-9a-fA-F]{4})", lambda escape: _unescape(escape.group(1)), text)


def _unescape(name: str) -> str:
    return {"n": "\n", "t": "\t"}.get(name) or chr(int(name[1:], 16))


def wanted(line: str) -> list[tuple[str, str]]:
    """Label and text of every mark."""
    return [(mark.group(1), plain(mark.group(2))) for mark in _MARK.finditer(line)]


def remark(line: str, matches: tuple[Match, ...]) -> str:
    """The line with marks where the matches are; escapes and `¦` of the line are kept."""
    source = _MARK.sub(lambda mark: mark.group(2), line)
    shown = re.findall(r"\\(?:n|t|u[0-9a-fA-F]{4})|¦|.", source)
    places = [place for place, piece in enumerate(shown) if piece != "¦"]
    for match in sorted(matches, key=lambda m: -m.start):
        shown[places[match.end - 1]] += "⟧"
        shown[places[match.start]] = f"⟦{match.label}|" + shown[places[match.start]]
    return "".join(shown)


def rewrite(path: Path, number: int, line: str) -> None:
    """Put the line into the file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[number - 1] = line
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "number", "kinds", "line"),
    [pytest.param(*case, id=f"{case[0].parent.name}/{case[0].stem}:{case[1]}") for case in read()],
)
def test_case(path: Path, number: int, kinds: tuple[str, ...], line: str, update_goldens: bool) -> None:
    text = plain(line)
    matches = find(path.parent.name, kinds, text)
    if update_goldens:
        rewrite(path, number, remark(line, matches))
    else:
        assert [(match.label, text[match.start : match.end]) for match in matches] == wanted(line)


def test_every_kind_of_personal_data_has_a_case_that_finds_it() -> None:
    marked = {label for path, _, _, line in read() if path.parent.name == "pii" for label, _ in wanted(line)}
    assert {kind.name for kind in pii_kinds.all_kinds()} - marked == set()


def test_secrets_of_a_shape_of_their_own_have_cases() -> None:
    marked = {label for path, _, _, line in read() if path.parent.name == "secrets" for label, _ in wanted(line)}
    assert {kind.name for kind in secret_kinds.all_kinds() if not kind.umbrella} - marked == set()
