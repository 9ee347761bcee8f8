"""First drafts that a newcomer wrote from the documentation alone, with the messages that led to the fix.

`tests/cases/newcomer/drafts` holds a draft and beside it what `guardrail check` says; the policy that came of it stands
one folder higher under the same name. `pytest --update-goldens` rewrites the messages.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from guardrail.compiler.front import analyse
from guardrail.diagnostics.record import Level
from guardrail.diagnostics.report import Report
from guardrail.diagnostics.terminal import render

CASES = Path(__file__).parents[1] / "cases" / "newcomer"
DRAFTS = sorted((CASES / "drafts").glob("*.guard"))


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.stem)
def test_a_draft_is_answered_as_expected(draft: Path, update_goldens: bool) -> None:
    unit = analyse(draft, root=draft.parent)
    said = render(Report(unit.diagnostics, unit.sources), color=False, width=100)
    golden = draft.with_suffix(".out")
    if update_goldens:
        golden.write_text(said, encoding="utf-8")
    assert said == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.stem)
def test_every_error_in_a_draft_says_what_to_do(draft: Path) -> None:
    errors = [found for found in analyse(draft, root=draft.parent).diagnostics if found.level is Level.ERROR]
    assert errors or draft.stem.endswith("_base")
    assert [found.message for found in errors if not found.helps] == []


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.stem)
def test_every_draft_became_a_policy(draft: Path) -> None:
    assert (CASES / draft.name).exists()
