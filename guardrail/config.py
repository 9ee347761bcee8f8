"""`guardrail.toml`: what a deployment decides and a policy file must not: keys, endpoints, plugins that are allowed.

Looked for in the policy's folder and those above it, up to the root of the repository; never required. The deployment
key signs what is written to logs and chooses shares; without one a random key is made for the process, so that its
records cannot be matched with others'.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

CONFIG_NAME = "guardrail.toml"
KEY_VARIABLE = "GUARDRAIL_KEY"
MINIMUM_KEY_BYTES: Final = 16
MAXIMUM_BYTES: Final = 1024 * 1024
"""Of `guardrail.toml` and of a key file."""


class ConfigError(Exception):
    """`guardrail.toml` cannot be used; the message says what to mend, in our words."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible endpoint that a judge may call; `key_variable` names an environment variable."""

    url: str
    model: str
    key_variable: str | None = None


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """A calibration card, or a head, in place of a shipped one; paths are absolute."""

    card: Path | None = None
    head: Path | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """A deployment's settings. `ephemeral` tells that the key was made up for this process."""

    key: bytes = field(repr=False)
    ephemeral: bool = False
    plugins: frozenset[str] = frozenset()
    endpoints: dict[str, Endpoint] = field(default_factory=dict)
    models: dict[str, ModelFiles] = field(default_factory=dict)


@cache
def _process_key() -> bytes:
    return os.urandom(32)


def find_config(start: Path) -> Path | None:
    """The nearest `guardrail.toml` in `start` or above it, not above the repository that `start` lies in."""
    folder = start if start.is_dir() else start.parent
    for candidate in (folder, *folder.parents):
        if (candidate / CONFIG_NAME).is_file():
            return candidate / CONFIG_NAME
        if (candidate / ".git").exists():
            return None
    return None


def read_config(start: Path) -> Config:
    """The configuration that holds for a policy at `start`; raises ConfigError."""
    path = find_config(start.resolve())
    given = _environment_key()
    if path is None:
        return Config(given or _process_key(), ephemeral=not given)
    settings = _parse(path)
    if not given and settings["key_file"] is not None:
        given = _read_key(path.parent / settings["key_file"])
    endpoints = {name: Endpoint(**endpoint) for name, endpoint in settings["endpoints"].items()}
    models = {
        name: ModelFiles(*(None if file is None else path.parent / file for file in (model["card"], model["head"])))
        for name, model in settings["models"].items()
    }
    return Config(given or _process_key(), not given, frozenset(settings["plugins"]), endpoints, models)


def _environment_key() -> bytes:
    """What the environment variable holds, without white space around it; empty when it is not set."""
    key = os.environ.get(KEY_VARIABLE, "").encode("utf-8", "surrogateescape").strip()
    if key and len(key) < MINIMUM_KEY_BYTES:
        raise ConfigError(f"the key in the environment variable `{KEY_VARIABLE}` is shorter than 16 bytes")
    return key


def _read_key(path: Path) -> bytes:
    try:
        key = _read(path).strip()
    except (OSError, ValueError):
        raise ConfigError(f"the key file `{path.name}` named in `{CONFIG_NAME}` cannot be read") from None
    if len(key) < MINIMUM_KEY_BYTES:
        raise ConfigError(f"the key in `{path.name}` is shorter than 16 bytes")
    return key


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        content = file.read(MAXIMUM_BYTES + 1)
    if len(content) > MAXIMUM_BYTES:
        raise ConfigError(f"`{_shown(path)}` is larger than 1 MB")
    return content


def _parse(path: Path) -> dict[str, Any]:
    # Imported here alone: most processes have no configuration file.
    import tomllib

    from pydantic import BaseModel, ConfigDict, ValidationError

    class EndpointModel(BaseModel):
        model_config = ConfigDict(extra="forbid")
        url: str
        model: str
        key_variable: str | None = None

    class ModelFilesModel(BaseModel):
        model_config = ConfigDict(extra="forbid")
        card: str | None = None
        head: str | None = None

    class ConfigModel(BaseModel):
        model_config = ConfigDict(extra="forbid")
        key_file: str | None = None
        plugins: list[str] = []
        endpoints: dict[str, EndpointModel] = {}
        models: dict[str, ModelFilesModel] = {}

    try:
        return ConfigModel.model_validate(tomllib.loads(_read(path).decode("utf-8"))).model_dump()
    except OSError:
        raise ConfigError(f"`{_shown(path)}` cannot be read") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as problem:
        raise ConfigError(f"`{_shown(path)}` is not valid TOML{_place(problem)}") from None
    except ValidationError as problem:
        known = (tuple(ConfigModel.model_fields), tuple(EndpointModel.model_fields))
        slips = "; ".join(_slip(error["type"], tuple(map(str, error["loc"])), known) for error in problem.errors())
        raise ConfigError(f"`{_shown(path)}` cannot be used: {slips}") from None


_WANTED = {
    "string_type": "must be a string",
    "list_type": "must be a list of strings",
    "dict_type": "must be a table",
    "model_type": "must be a table",
    "model_attributes_type": "must be a table",
    "missing": "is missing",
}


def _slip(kind: str, place: tuple[str, ...], known: tuple[tuple[str, ...], tuple[str, ...]]) -> str:
    """What is wrong with one setting; `known` are the settings of the file, and of an endpoint.

    >>> _slip("extra_forbidden", ("plugin",), (("key_file", "plugins"), ("url",)))
    'there is no setting `plugin`, did you mean `plugins`?'
    >>> _slip("string_type", ("key_file",), ((), ()))
    '`key_file` must be a string'
    """
    shown = ".".join(place)
    if kind != "extra_forbidden":
        return f"`{shown}` {_WANTED.get(kind, 'has a wrong value')}"
    from difflib import get_close_matches

    names = known[0] if len(place) == 1 else known[1]
    word = place[-1].lower()
    close = get_close_matches(word, names, 1) or [name for name in names if name.startswith(word)]
    if close:
        return f"there is no setting `{shown}`, did you mean `{'.'.join((*place[:-1], close[0]))}`?"
    return f"there is no setting `{shown}`, known are {', '.join(f'`{name}`' for name in names)}"


def _shown(path: Path) -> str:
    """A path as people know it: from the working directory where it lies below it, else its name alone."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return path.name


def _place(problem: Exception) -> str:
    """Where the reader stopped: the one thing worth keeping of its message."""
    found = re.search(r"line \d+, column \d+", str(problem))
    return f": {found.group()}" if found else ""
