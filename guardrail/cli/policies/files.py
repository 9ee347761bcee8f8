"""Finds the policy files that a command line names."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from guardrail.cli.shell.command import UsageProblem

SUFFIX: Final = ".guard"
_MOST_FILES: Final = 10_000


def find_policy_files(names: Iterable[str], *, recursive: bool = True) -> list[Path]:
    """The named files, and the `.guard` files of the named folders in the order of their paths, each once.

    Raises UsageProblem for a name that leads nowhere, and for a folder without any.
    """
    found: dict[Path, None] = {}
    for name in names:
        path = Path(name)
        if path.is_dir():
            inside = sorted(_inside(path, recursive))
            if not inside:
                raise UsageProblem(f"`{name}` holds no {SUFFIX} file", "name the folder of your policies")
            found.update(dict.fromkeys(inside))
        elif path.exists():
            found[path] = None
        else:
            raise UsageProblem(f"`{name}` does not exist", *missing_help(path))
    return list(found)


def _inside(folder: Path, recursive: bool) -> Iterator[Path]:
    count = 0
    for where, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if recursive and not name.startswith(".")]
        for name in files:
            if name.endswith(SUFFIX) and not name.startswith("."):
                count += 1
                if count > _MOST_FILES:
                    raise UsageProblem(f"`{folder}` holds more than {_MOST_FILES:,} {SUFFIX} files", "name fewer")
                yield Path(where, name)


def missing_help(path: Path) -> tuple[str, ...]:
    """What to do about a path that leads nowhere: the nearest name beside it."""
    from guardrail.compiler.suggest import nearest

    try:
        close = nearest(path.name, sorted(os.listdir(path.parent))[:_MOST_FILES])
    except OSError:
        close = None
    return (f"did you mean `{path.parent / close}`?",) if close else (f"name a {SUFFIX} file or a folder of them",)
