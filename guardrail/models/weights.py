"""The files that models are made of, each checked once a process against the package's manifest."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from guardrail.models.problems import ModelMissing, ModelProblem

_INSTALL_AGAIN = "install guardrail again"


def folder() -> Path:
    """Where the weights lie: package data."""
    return Path(__file__).parent / "weights"


def weight_file(name: str) -> Path:
    """The path of a weight file that is known to be the one that was shipped.

    Raises `ModelMissing` where the manifest does not list it or it is not there, `ModelProblem` where its length or
    its SHA-256 differs from the manifest's.
    """
    return _verified(folder(), name)


def weight_hash(name: str) -> str:
    """The SHA-256 of a weight file in hex, as the manifest says; raises `ModelMissing`."""
    return str(_entry(folder(), name)["sha256"])


@cache
def _verified(where: Path, name: str) -> Path:
    expected = _entry(where, name)
    path = where / name
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        length = path.stat().st_size
    except FileNotFoundError:
        raise ModelMissing(f"the model file `{name}` is not installed", _INSTALL_AGAIN) from None
    except OSError:
        raise ModelProblem(f"the model file `{name}` cannot be read", _INSTALL_AGAIN) from None
    if length != expected["bytes"] or found != expected["sha256"]:
        raise ModelProblem(f"the model file `{name}` is not the one that was shipped", _INSTALL_AGAIN)
    return path


def _entry(where: Path, name: str) -> dict[str, Any]:
    entry = _manifest(where).get(name)
    if entry is None:
        raise ModelMissing(f"the model file `{name}` is not installed", _INSTALL_AGAIN)
    return entry


@cache
def _manifest(where: Path) -> dict[str, dict[str, Any]]:
    """File names to `sha256` (hex) and `bytes`; empty where there is no manifest."""
    import json

    try:
        written = json.loads((where / "manifest.json").read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        raise ModelProblem("the list of model files cannot be read", _INSTALL_AGAIN) from None
    entries: dict[str, Any] = written if isinstance(written, dict) else {"": None}
    if not all(isinstance(entry, dict) and {"sha256", "bytes"} <= set(entry) for entry in entries.values()):
        raise ModelProblem("the list of model files is not one", _INSTALL_AGAIN)
    return entries
