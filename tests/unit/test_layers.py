"""The house: who may import whom, top to bottom only."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "guardrail"

# A room may import from itself and from what is named here.
BOTTOM = {"decision", "diagnostics", "config", "_version"}
TEXT = BOTTOM | {"text"}
VALIDATORS = TEXT | {"models", "validators"}
COMPILER = VALIDATORS | {"compiler", "language"}
ENGINE = COMPILER | {"engine"}
UPPER = ENGINE | {"observe", "evaluate", "deferred", "bundle", "training"}
MAY_IMPORT = {
    "_version": set(),
    "decision": set(),
    "diagnostics": {"diagnostics", "decision"},
    "config": set(),
    "language": {"diagnostics", "language"},
    "text": TEXT,
    "models": TEXT | {"models"},
    "validators": VALIDATORS,
    "compiler": COMPILER,
    "engine": ENGINE,
    "reference": {"language", "decision", "diagnostics", "reference"},
    "observe": ENGINE | {"observe"},
    "evaluate": UPPER,
    "training": UPPER,
    "api": UPPER,
    "cli": UPPER | {"cli", "api", "reference"},
    "__init__": UPPER | {"api"},
    "__main__": {"cli"},
}


def _room(path: Path) -> str:
    relative = path.relative_to(PACKAGE)
    return relative.parts[0] if len(relative.parts) > 1 else relative.stem


def _imports(path: Path) -> set[tuple[str, int]]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        modules = []
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            modules = [node.module]
            if node.module == "guardrail":
                modules = [f"guardrail.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        for module in modules:
            parts = module.split(".")
            if parts[0] == "guardrail" and len(parts) > 1:
                found.add((parts[1], node.lineno))
    return found


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_layers_import_downwards_only(path: Path) -> None:
    room = _room(path)
    wrong = [
        f"line {line} imports guardrail.{name}" for name, line in sorted(_imports(path)) if name not in MAY_IMPORT[room]
    ]
    assert not wrong, f"{room} may import only {sorted(MAY_IMPORT[room])}: {wrong}"


@pytest.mark.parametrize(
    "module", ["numpy", "lark", "pydantic", "jsonschema", "onnxruntime", "yaml", "regex", "asyncio"]
)
def test_importing_the_package_imports_nothing_heavy(module: str) -> None:
    import subprocess
    import sys

    code = f"import sys, guardrail; raise SystemExit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
