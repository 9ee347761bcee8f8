"""The parse tables: read from `tables.json` where it fits the grammar at hand, else made from the grammar."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from guardrail.language.generate import FORMAT, generate, grammar_hash


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Rule:
    """One production: `size` symbols become a node called `name` under the symbol `origin`.

    `children` are the kept places, None for an absent optional part, `-1 - place` for one that is spliced in. A
    `single` node vanishes when it has one child.
    """

    origin: str
    name: str
    size: int
    single: bool
    children: tuple[int | None, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Tables:
    """What a parser needs: `states` map a symbol to a state to shift to, or to `-1 - rule` to reduce by.

    `keywords` and `marks` map the words and the punctuation of the language to their terminals; `patterns` are the
    remaining terminals with their regular expressions, in the order they are tried.
    """

    patterns: tuple[tuple[str, str], ...]
    keywords: dict[str, str]
    marks: dict[str, str]
    rules: tuple[Rule, ...]
    states: tuple[dict[str, int], ...]
    start: int
    end: int


@cache
def load_tables() -> Tables:
    """The tables of the language, made once a process."""
    here = Path(__file__).parent
    grammar = find_grammar(here)
    data = _read(here / "tables.json")
    if data is None or (grammar is not None and data["grammar"] != grammar_hash(grammar)):
        if grammar is None:
            raise FileNotFoundError("neither the parse tables nor the grammar are installed: reinstall guardrail")
        data = generate(grammar)
    return decode_tables(data)


def find_grammar(here: Path) -> str | None:
    """The grammar's text: the wheel keeps it inside the package, a checkout beside it."""
    for path in (here.parent / "grammar" / "guard.lark", here.parent.parent / "grammar" / "guard.lark"):
        if path.is_file():
            return path.read_text(encoding="utf-8")
    return None


def decode_tables(data: dict[str, Any]) -> Tables:
    """Tables from their JSON form, see `generate`."""
    symbols: list[str] = data["symbols"]
    literals: dict[str, str] = data["literals"]
    return Tables(
        patterns=tuple((name, pattern) for name, pattern in data["patterns"]),
        keywords={text: name for text, name in literals.items() if re.match(r"\w", text)},
        marks={text: name for text, name in literals.items() if not re.match(r"\w", text)},
        rules=tuple(Rule(o, name, size, single, tuple(places)) for o, name, size, single, places in data["rules"]),
        states=tuple({symbols[s]: t for s, t in zip(f[::2], f[1::2], strict=True)} for f in data["states"]),
        start=data["start"],
        end=data["end"],
    )


def _read(path: Path) -> dict[str, Any] | None:
    if not path.is_file():
        return None
    data: dict[str, Any] = json.loads(path.read_bytes())
    return data if data.get("format") == FORMAT else None
