"""Finds validators: a file in this folder is one, under its own name. Nothing is imported before it is asked for."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from guardrail.validators.contract import Validator

_NOT_VALIDATORS = frozenset({"contract", "registry"})


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
