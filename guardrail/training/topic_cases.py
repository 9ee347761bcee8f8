"""The texts that topics are tuned on: questions and answers with whether they are on the topic, and lists of teams."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from guardrail.diagnostics.errors import EngineError

FOLDER: Final = Path("tests/cases/topics/tuning")
"""In the checkout; the questions that judge the topics lie beside it and are never read here."""

_WHOLE_WORD: Final = 3
"""Up to so many letters a word must stand alone: `ear` is not in `early`."""


@dataclass(frozen=True, slots=True)
class Case:
    """One text, whether it is about the topic, and what kind of text it is."""

    text: str
    about: bool
    kind: str


@dataclass(frozen=True, slots=True)
class OwnList:
    """A list as a team would write it, texts about it, and words that tell that another text may be about it."""

    name: str
    phrases: tuple[str, ...]
    about: tuple[str, ...]
    words: tuple[str, ...]


def read_cases(folder: Path, topic: str) -> list[Case]:
    """The cases of a shipped topic, with those that are about nothing in particular; raises `EngineError`."""
    rows = [row for name in (topic, "none") for row in _read(folder, name)]
    return [Case(row["text"], row["about"], row["kind"]) for row in rows]


def read_ordinary(folder: Path) -> list[str]:
    """Texts about nothing in particular."""
    return [row["text"] for row in _read(folder, "none")]


def read_own_lists(folder: Path) -> list[OwnList]:
    """The lists of teams."""
    return [
        OwnList(row["name"], tuple(row["phrases"]), tuple(row["about"]), tuple(row["words"]))
        for row in _read(folder, "own")
    ]


def read_words(folder: Path, topic: str) -> tuple[str, ...]:
    """Words that tell that a text of the reference set may be about a shipped topic."""
    return tuple(_read(folder, "reference")[topic])


def mentions_any(text: str, words: Sequence[str]) -> bool:
    """Whether a word of the text begins with one of `words`, or is one where that is short.

    >>> mentions_any("Early doctors", ["ear"]), mentions_any("Early doctors", ["doctor"])
    (False, True)
    """
    parts = [rf"{re.escape(word)}(?:e?s)?\b" if len(word) <= _WHOLE_WORD else re.escape(word) for word in words]
    return re.search(rf"\b(?:{'|'.join(parts)})", text, re.IGNORECASE) is not None


def _read(folder: Path, name: str) -> Any:
    import yaml

    try:
        return yaml.safe_load((folder / f"{name}.yaml").read_text("utf-8"))
    except FileNotFoundError:
        raise EngineError(f"`{folder}` has no `{name}.yaml`; name the folder of tuning cases with --cases") from None
