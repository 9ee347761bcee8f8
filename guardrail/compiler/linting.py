"""Runs the lints: one file each in `guardrail/compiler/lints/`, found by its name."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from guardrail.compiler.consequences import outside_errors
from guardrail.compiler.unit import Pass, Unit


@cache
def lint_names() -> tuple[str, ...]:
    """The names of all lints, in order."""
    package = importlib.import_module("guardrail.compiler.lints")
    return tuple(sorted(module.name for module in pkgutil.iter_modules(package.__path__)))


def find_lint(name: str) -> Pass:
    """The lint in the file called `name`."""
    lint: Pass = importlib.import_module(f"guardrail.compiler.lints.{name}").run
    return lint


def run_lints(unit: Unit) -> Unit:
    """Add the warnings and notes of every lint, but for places that an error stands on."""
    linted = unit
    for name in lint_names():
        linted = find_lint(name)(linted)
    known = len(unit.diagnostics)
    return unit.with_diagnostics(*outside_errors(linted.diagnostics[known:], unit.diagnostics))
