"""Where the figures of this machine are kept: a file in the user's cache folder, written by `guardrail bench`."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from guardrail.compiler.costs import Profile, ProfileProblem, profile_json, read_profile

FILE: Final = "machine.json"


def profile_path() -> Path:
    """The file that holds this machine's figures, whether there is one or not."""
    return _cache_folder() / "guardrail" / FILE


def _cache_folder() -> Path:
    """By the XDG base directory specification on Linux, and the custom of the other systems."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    variable = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME"
    given = os.environ.get(variable, "")
    return Path(given) if Path(given).is_absolute() else Path.home() / ".cache"


def stored_profile(workers: int, path: Path | None = None) -> Profile | None:
    """This machine's figures for as many checks at once as there are workers; None where it was never measured.

    Raises `ProfileProblem` for a file that cannot be used: what it would have said is not to be guessed.
    """
    path = path or profile_path()
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError:
        raise ProfileProblem(f"`{path}` cannot be read") from None
    try:
        profiles = read_profile(content)
    except ProfileProblem as problem:
        raise ProfileProblem(
            f"`{path}` cannot be used: {problem}; remove it, or write it anew with `guardrail bench`"
        ) from None
    return next((one for one in reversed(profiles) if one.threads <= workers), profiles[0])


def store_profiles(profiles: Sequence[Profile], path: Path) -> None:
    """Write the figures of a machine, in one step: a reader sees the old file or the new one."""
    import orjson

    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    unfinished.write_bytes(orjson.dumps(profile_json(profiles), option=orjson.OPT_INDENT_2))
    unfinished.replace(path)
