"""Finds validators: a file in this folder is one, under its own name. Nothing is imported before it is asked for."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from guardrail.validators.contract import Validator

if TYPE_CHECKING:
    from guardrail.validators.plugins import Plugins, Refusal

_NOT_VALIDATORS = frozenset({"contract", "plugins", "registry"})


@cache
def names() -> tuple[str, ...]:
    """The names of all built-in validators, in order."""
    package = importlib.import_module("guardrail.validators")
    modules = pkgutil.iter_modules(package.__path__)
    return tuple(sorted(m.name for m in modules if not m.ispkg and m.name not in _NOT_VALIDATORS))


@cache
def find(name: str) -> Validator | None:
    """The built-in validator called `name`, or None."""
    if name not in names():
        return None
    validator: Validator = importlib.import_module(f"guardrail.validators.{name}").VALIDATOR
    assert validator.signature.name == name
    return validator


class Registry:
    """The validators that one policy may call: the built-in ones, and plugins, which never stand in for one of those.

    `root` is the policy root, whose `guardrail.toml` says which installed plugins are allowed; without it there are
    none. `given` are validators that a caller passes. Immutable but for what it found out about plugins.

    >>> Registry().find("mentions") is find("mentions"), Registry().find("tone")
    (True, None)
    """

    __slots__ = ("_given", "_plugins", "_root")

    def __init__(self, root: Path | None = None, given: Sequence[Validator] = ()) -> None:
        self._root = root
        self._given = {validator.signature.name: validator for validator in given}
        self._plugins: Plugins | None = None

    def find(self, name: str) -> Validator | None:
        """The validator called `name`, or None."""
        built_in = find(name)
        plugins = self._others() if built_in is None else None
        return built_in if plugins is None else plugins.find(name)

    def names(self) -> tuple[str, ...]:
        """The names of all that may be called, in order."""
        plugins = self._others()
        return names() if plugins is None else tuple(sorted({*names(), *plugins.names()}))

    def refusal(self, name: str) -> Refusal | None:
        """Why the plugin called `name` cannot be used; None where there is none that is known."""
        plugins = self._others()
        return None if plugins is None else plugins.refusal(name)

    def _others(self) -> Plugins | None:
        """The plugins; most policies name none, and need nothing of what finds them."""
        if self._plugins is None and self._root is not None:
            from guardrail.validators.plugins import Plugins

            self._plugins = Plugins(self._root, self._given)
        return self._plugins


BUILT_IN = Registry()
"""The built-in validators alone."""
