"""Finds commands: a file in `guardrail/cli/` is one, under its own name."""

from __future__ import annotations

import importlib
from functools import cache
from typing import Final

from guardrail.cli.shell.command import Command

_NOT_COMMANDS: Final = frozenset({"main"})
COMING: Final = (
    "build", "diff", "eval", "lsp", "queue", "replay", "report", "serve", "sign", "verify", "worker",
)  # fmt: skip
"""Commands of the design that this version does not have."""


@cache
def names() -> tuple[str, ...]:
    """The names of all commands, in order.

    >>> names()[0]
    'bench'
    """
    import pkgutil

    package = importlib.import_module("guardrail.cli")
    modules = pkgutil.iter_modules(package.__path__)
    return tuple(sorted(module.name for module in modules if not module.ispkg and module.name not in _NOT_COMMANDS))


def find(name: str) -> Command | None:
    """The command called `name`, or None."""
    module_name = f"guardrail.cli.{name}"
    if not name.isidentifier():
        return None
    try:
        module = importlib.import_module(module_name)
    except ModuleNotFoundError as problem:
        if problem.name == module_name:
            return None
        raise
    # The folders of what commands share, and the entry point, are modules without one.
    command: Command | None = getattr(module, "COMMAND", None)
    assert command is None or command.name == name
    return command
