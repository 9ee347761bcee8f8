"""Runs the command lines of `tests/cases/cli` and compares what they print, and how they end, with what is expected.

A case is a folder: `commands` has one command line a line (behind `<`, the file that it reads), `expected` what came
of them, the other files are what the commands work on. Times and rates are masked.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.unit.cli_runner import run_line

CASES = Path(__file__).parent.parent / "cases" / "cli"

pytestmark = pytest.mark.usefixtures("standin_models")


@pytest.mark.parametrize("name", sorted(folder.name for folder in CASES.iterdir()))
def test_a_command_line_prints_what_is_expected(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, update_goldens: bool
) -> None:
    work = tmp_path / name
    shutil.copytree(CASES / name, work)
    monkeypatch.chdir(work)
    lines = (work / "commands").read_text(encoding="utf-8").splitlines()
    got = "".join(run_line(line, monkeypatch) for line in lines)
    if update_goldens:
        (CASES / name / "expected").write_text(got, encoding="utf-8")
    assert got == (CASES / name / "expected").read_text(encoding="utf-8")
