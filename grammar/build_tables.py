"""Writes the parse tables into the package: a build hook for wheels, and a script for a checkout.

Run `python grammar/build_tables.py` after the grammar changed; until then a checkout makes the tables in memory.
"""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Makes `guardrail/language/tables.json` before anything is packed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling; the file is listed as an artifact, since git ignores it."""
        write_tables(Path(self.root))


def write_tables(root: Path) -> Path:
    """Write the tables of the grammar below `root`; the same grammar always gives the same bytes."""
    grammar = (root / "grammar" / "guard.lark").read_text(encoding="utf-8")
    target = root / "guardrail" / "language" / "tables.json"
    tables = _generator(root / "guardrail" / "language" / "generate.py").generate(grammar)
    target.write_text(json.dumps(tables, separators=(",", ":"), ensure_ascii=True) + "\n", encoding="utf-8")
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
    print(write_tables(Path(__file__).resolve().parent.parent))
