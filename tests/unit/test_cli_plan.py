"""Plans as text: each policy of `tests/cases/plan` beside the plans it compiles into."""

from __future__ import annotations

from pathlib import Path

import pytest

from guardrail.compiler.front import analyse
from guardrail.compiler.lowering import lower
from guardrail.compiler.plan_text import plan_text
from guardrail.diagnostics.report import Report
from guardrail.engine.loading import choose
from guardrail.text.scanner.scanner import build_scanner

CASES = Path(__file__).parent.parent / "cases" / "plan"


@pytest.mark.usefixtures("standin_models")
@pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.guard")))
def test_a_plan_says_what_the_compiler_knows(name: str, update_goldens: bool) -> None:
    unit = analyse(CASES / f"{name}.guard", root=CASES)
    assert not unit.failed, Report(unit.diagnostics, unit.sources).summary
    pipelines = lower(unit, choose(unit, None), build_scanner)
    got = "\n".join(plan_text(pipeline, "0123456789abcdef") for pipeline in pipelines.values())
    golden = CASES / f"{name}.plan"
    if update_goldens:
        golden.write_text(got, encoding="utf-8")
    assert got == golden.read_text(encoding="utf-8")
