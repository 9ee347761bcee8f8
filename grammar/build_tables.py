"""Writes what is worked out ahead into the package: a build hook for wheels, and a script for a checkout.

The parse tables of the grammar, and the facts about the shipped patterns of `pii` and `secrets`. Run
`python grammar/build_tables.py` after any of them changed; until then a checkout works them out in memory.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Makes `tables.json` and `patterns.json` before anything is packed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling; the files are listed as artifacts, since git ignores them."""
        write_tables(Path(self.root))
        write_pattern_facts(Path(self.root))


def write_tables(root: Path) -> Path:
    """Write the tables of the grammar below `root`; the same grammar always gives the same bytes."""
    grammar = (root / "grammar" / "guard.lark").read_text(encoding="utf-8")
    target = root / "guardrail" / "language" / "tables.json"
    tables = _generator(root / "guardrail" / "language" / "generate.py").generate(grammar)
    target.write_text(json.dumps(tables, separators=(",", ":"), ensure_ascii=True) + "\n", encoding="utf-8")
    return target


def write_pattern_facts(root: Path) -> Path:
    """Write the facts about the shipped patterns; needs nothing but the standard library."""
    sys.path.insert(0, str(root))
    try:
        facts = importlib.import_module("guardrail.text.scanner.pattern_facts")
        expressions = []
        for kinds in ("pii_kinds", "secret_kinds"):
            for kind in importlib.import_module(f"guardrail.validators.{kinds}").all_kinds():
                expressions += kind.patterns
    finally:
        sys.path.remove(str(root))
    target: Path = facts.write_facts(expressions, root / "guardrail" / "text" / "scanner")
    return target


def _generator(path: Path) -> Any:
    """The package is not installed while it is built, so its generator is loaded by path."""
    spec = importlib.util.spec_from_file_location("guardrail_generate", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"no table generator at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    for written in (write_tables, write_pattern_facts):
        print(written(Path(__file__).resolve().parent.parent))
