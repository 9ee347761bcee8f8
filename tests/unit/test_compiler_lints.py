"""Lints: found by their file names, silent on what is right, silenced by a comment, and never beside an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from guardrail.compiler import lints
from guardrail.compiler.front import analyse
from guardrail.compiler.linting import find_lint, lint_names
from guardrail.compiler.unit import Unit
from guardrail.diagnostics.record import Level
from guardrail.diagnostics.report import Report

SHIPPED = Path(__file__).parents[2] / "policies"
RULE = """\
guard 1
policy p {{
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {{
    rule a {{
      {}
    }}
  }}
}}
"""


def checked(clauses: str) -> Unit:
    return analyse(Path("/nowhere/p.guard"), text=RULE.format(clauses), root=Path("/nowhere"))


def test_every_file_in_the_folder_is_a_lint() -> None:
    files = {path.stem for path in Path(lints.__path__[0]).glob("*.py")} - {"__init__"}
    assert set(lint_names()) == files
    assert all(callable(find_lint(name)) for name in lint_names())


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.guard")), ids=lambda path: path.name)
def test_shipped_policies_have_no_warnings(path: Path) -> None:
    assert analyse(path).diagnostics == ()


def test_a_comment_with_a_reason_silences_a_lint() -> None:
    arm = 'block if matches("evil.com")'
    unit = checked(f"# guardrail: allow G407 because any character will do\n      {arm}")
    report = Report(unit.diagnostics, unit.sources)
    assert report.diagnostics == ()
    assert [found.code for found in report.suppressed] == ["G407"]


def test_a_lint_says_nothing_where_an_error_stands() -> None:
    unit = checked("block if length(max: 4) >= 3")
    assert {found.level for found in unit.diagnostics} == {Level.ERROR}


def test_a_lint_speaks_beside_an_error_elsewhere() -> None:
    unit = checked('block if mentions(nobody)\n      block if matches("[error]")')
    assert [found.code for found in unit.diagnostics] == ["G103", "G407"]


@pytest.mark.parametrize(
    "pattern",
    [
        r"\d+\.\d+",
        r"C:\\docs",
        "[aeiou]",
        "[abc]",
        "[0-9a-f]",
        "[kmgt]b",
        r"evil\.com",
        "[.]com",
        "[$€]",
        r"[$\s]",
        r"\[x\]",
    ],
)
def test_a_pattern_that_means_what_it_says_is_no_matter_for_a_lint(pattern: str) -> None:
    assert checked(f'block if matches("{pattern}")').diagnostics == ()
