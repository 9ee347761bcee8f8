"""The conformance files: `tests/cases/eval/*.yaml`, each case run on the engine and on the reference.

A file holds a `policy` (and `files` beside it) and `cases`; a case may bring a policy of its own. A case has a `note`,
a `stage`, a `subject`, what comes with it (`request`, `attempt`, `context`, `history`, …), an `oracle` of what checks
answer instead of being run, and what to `want`: `level`, `by`, `text`, `say`, `hint`, `parts`, `warnings` (how many),
or the `codes` with which the compiler refuses the policy.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from guardrail.compiler.front import analyse
from guardrail.compiler.unit import Unit
from guardrail.decision import Decision
from guardrail.diagnostics.record import Level
from guardrail.engine.loading import choose
from guardrail.reference.values import Verdict
from tests.property.reference_adapter import Compiled, Question

CASES = Path(__file__).parents[1] / "cases" / "eval"
HEAD = "guard 1\n"
COME_WITH = ("request", "attempt", "id", "tool", "history", "context", "question", "system")
WANTED = {"level", "by", "text", "say", "hint", "parts", "warnings", "codes"}


def _cases() -> Iterator[Any]:
    for path in sorted(CASES.glob("*.yaml")):
        file = yaml.safe_load(path.read_text("utf-8"))
        for case in file["cases"]:
            merged = {"policy": file.get("policy"), "files": file.get("files", {}), **case}
            yield pytest.param(merged, id=f"{path.stem}: {case['note']}")


@cache
def _unit(policy: str, files: tuple[tuple[str, str], ...], folder: Path) -> Unit:
    for name, content in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    main = folder / "main.guard"
    main.write_text(HEAD + policy, "utf-8")
    return analyse(main, root=folder)


@pytest.fixture(scope="session")
def folder_of(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A folder a policy, the same for the same policy."""
    return cache(lambda policy, files: tmp_path_factory.mktemp("eval"))


def _compiled(case: dict[str, Any], folder_of: Any) -> Unit:
    files = tuple(sorted(case["files"].items()))
    return _unit(case["policy"], files, folder_of(case["policy"], files))


@pytest.mark.parametrize("case", list(_cases()))
def test_both_engines_decide_as_the_case_wants(case: dict[str, Any], folder_of: Any) -> None:
    want = case["want"]
    assert set(want) <= WANTED
    unit = _compiled(case, folder_of)
    errors = sorted({problem.code for problem in unit.diagnostics if problem.level is Level.ERROR})
    if "codes" in want:
        assert errors == want["codes"]
        return
    assert not errors, unit.diagnostics
    compiled = Compiled.of(unit, choose(unit, case.get("name")))
    given = {key: case[key] for key in COME_WITH if key in case}
    question = Question(case["stage"], case["subject"], **given, assumed=case.get("oracle", {}))
    _check_engine(compiled.by_engine(question), want)
    _check_reference(compiled, question, want)


def _check_engine(decision: Decision, want: dict[str, Any]) -> None:
    assert decision.action == want["level"]
    assert set(decision.by) <= set(want.get("by", ()))
    assert bool(decision.by) == (want["level"] != "allow")
    for what in ("text", "say", "hint"):
        if what in want:
            assert getattr(decision, what) == want[what], what
    if "warnings" in want:
        assert len(decision.warnings) == want["warnings"]
    if "parts" in want:
        assert [[str(part.action), part.text] for part in decision.parts or ()] == want["parts"]


def _check_reference(compiled: Compiled, question: Question, want: dict[str, Any]) -> None:
    if question.stage not in compiled.policy.stages:
        return
    verdict: Verdict = compiled.by_reference(question)
    assert verdict.action == want["level"]
    assert list(verdict.by) == want.get("by", [])
    if "parts" in want:
        parts = compiled.parts_by_reference(question)
        assert [[str(part.action), part.text] for part in parts] == want["parts"]
        return
    for what in ("text", "say", "hint"):
        if what in want:
            assert getattr(verdict, what) == want[what], what


def test_every_case_says_what_it_wants() -> None:
    cases = [param.values[0] for param in _cases()]
    assert len(cases) > 60
    assert all(case["want"].keys() & {"level", "codes"} for case in cases)
