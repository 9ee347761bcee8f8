"""Reads the pages of the documentation: their fenced blocks, headings and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
_FENCE: Final = re.compile(r"^(```+)(.*)$")
_HEADING: Final = re.compile(r"^#{1,6} (.+)$")
_LINK: Final = re.compile(r"(?<!!)\[[^\]\n]*\]\(([^)\s]+)\)")
_TOKEN: Final = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, the words after it, `key=value` words apart; `line` counts from 1."""

    page: Path
    line: int
    language: str
    words: tuple[str, ...]
    options: dict[str, str]
    body: str

    @property
    def place(self) -> str:
        """Where it begins, as editors understand it."""
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def pages() -> list[Path]:
    """Every page of the documentation, in order."""
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def blocks(page: Path) -> Iterator[Block]:
    """The fenced blocks of a page, in order."""
    opened: tuple[int, str, str] | None = None
    body: list[str] = []
    for number, line in enumerate(page.read_text("utf-8").splitlines(), 1):
        fence = _FENCE.match(line)
        if opened is None:
            if fence:
                opened, body = (number, fence[1], fence[2]), []
        elif fence and fence[1] == opened[1] and not fence[2]:
            yield _block(page, opened[0], opened[2], body)
            opened = None
        else:
            body.append(line)
    assert opened is None, f"{page}:{opened[0] if opened else 0}: the block is not closed"


def _block(page: Path, line: int, info: str, body: list[str]) -> Block:
    language, *words = info.split() or [""]
    options = dict(word.split("=", 1) for word in words if "=" in word)
    text = "".join(f"{part}\n" for part in body)
    return Block(page, line, language, tuple(word for word in words if "=" not in word), options, text)


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    found: set[str] = set()
    fenced = False
    for line in page.read_text("utf-8").splitlines():
        fenced ^= line.startswith("```")
        heading = None if fenced else _HEADING.match(line)
        if heading:
            slug = re.sub(r"[^\w\- ]", "", heading[1].strip().lower()).replace(" ", "-")
            found.add(slug if slug not in found else f"{slug}-1")
    return found


def links(page: Path) -> list[str]:
    """The targets of a page's links, code left out."""
    return _LINK.findall(_TOKEN.sub("", page.read_text("utf-8")))
