"""Finds commands: a file in `guardrail/cli/` is one, under its own name."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import Final

from guardrail.cli.shell.command import Command

_NOT_COMMANDS: Final = frozenset({"main"})
COMING: Final = (
    "bench", "build", "calibrate", "diff", "eval", "lsp", "queue", "replay", "report", "serve", "sign", "train",
    "verify", "worker",
)  # fmt: skip
"""Commands of the design that this version does not have."""


@cache
def names() -> tuple[str, ...]:
    """The names of all commands, in order.

    >>> names()[0]
    'check'
    """
    package = importlib.import_module("guardrail.cli")
    modules = pkgutil.iter_modules(package.__path__)
    return tuple(sorted(module.name for module in modules if not module.ispkg and module.name not in _NOT_COMMANDS))


def find(name: str) -> Command | None:
    """The command called `name`, or None."""
    if name not in names():
        return None
    command: Command = importlib.import_module(f"guardrail.cli.{name}").COMMAND
    assert command.name == name
    return command
