"""`guardrail.toml`: what a deployment decides and a policy file must not: keys, endpoints, plugins that are allowed.

Looked for in the policy root and its parents. The deployment key signs what is written to logs and chooses
shares; without one a random key is made for the process, so that its records cannot be matched with others'.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

CONFIG_NAME = "guardrail.toml"
KEY_VARIABLE = "GUARDRAIL_KEY"


class ConfigError(Exception):
    """`guardrail.toml` cannot be used; the message says what to mend, in our words."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible endpoint that a judge may call; `key_variable` names an environment variable."""

    url: str
    model: str
    key_variable: str | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """A deployment's settings. `ephemeral` tells that the key was made up for this process."""

    key: bytes
    ephemeral: bool = False
    plugins: frozenset[str] = frozenset()
    endpoints: dict[str, Endpoint] = field(default_factory=dict)


@cache
def _process_key() -> bytes:
    return os.urandom(32)


def find_config(start: Path) -> Path | None:
    """The nearest `guardrail.toml` in `start` or above it."""
    folder = start if start.is_dir() else start.parent
    return next((p / CONFIG_NAME for p in (folder, *folder.parents) if (p / CONFIG_NAME).is_file()), None)


def read_config(start: Path) -> Config:
    """The configuration that holds for a policy at `start`; raises ConfigError."""
    path = find_config(start.resolve())
    given = os.environ.get(KEY_VARIABLE, "").encode()
    if path is None:
        return Config(given or _process_key(), ephemeral=not given)
    settings = _parse(path)
    if not given and settings["key_file"] is not None:
        given = _read_key(path.parent / settings["key_file"])
    endpoints = {name: Endpoint(**endpoint) for name, endpoint in settings["endpoints"].items()}
    return Config(given or _process_key(), not given, frozenset(settings["plugins"]), endpoints)


def _read_key(path: Path) -> bytes:
    try:
        key = path.read_bytes().strip()
    except OSError:
        raise ConfigError(f"the key file `{path.name}` named in `{CONFIG_NAME}` cannot be read") from None
    if len(key) < 16:
        raise ConfigError(f"the key in `{path.name}` is shorter than 16 bytes")
    return key


def _parse(path: Path) -> dict[str, Any]:
    # Imported here alone: most processes have no configuration file.
    import tomllib

    from pydantic import BaseModel, ConfigDict, ValidationError

    class EndpointModel(BaseModel):
        model_config = ConfigDict(extra="forbid")
        url: str
        model: str
        key_variable: str | None = None

    class ConfigModel(BaseModel):
        model_config = ConfigDict(extra="forbid")
        key_file: str | None = None
        plugins: list[str] = []
        endpoints: dict[str, EndpointModel] = {}

    try:
        return ConfigModel.model_validate(tomllib.loads(path.read_text("utf-8"))).model_dump()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise ConfigError(f"`{path}` is not valid TOML") from None
    except ValidationError as problem:
        names = ", ".join(f"`{'.'.join(map(str, error['loc']))}`" for error in problem.errors())
        raise ConfigError(
            f"`{path}` has settings that are unknown or of a wrong type: {names}; "
            "known are `key_file`, `plugins` and `endpoints`"
        ) from None
