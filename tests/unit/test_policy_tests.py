"""Runs the policy files of `tests/cases/policy_tests` and compares what came of their tests with what is expected.

A case is a `.guard` file; the `.expected` beside it has a line a test, and below it each failure with its line.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from guardrail.compiler.front import analyse
from guardrail.compiler.scopes import main_scopes
from guardrail.compiler.unit import Unit
from guardrail.diagnostics.terminal import render
from guardrail.engine.loading import policy_error
from guardrail.evaluate import policy_tests
from tests.unit.cli_runner import run_words

CASES = Path(__file__).parent.parent / "cases" / "policy_tests"


def results_of(path: Path) -> tuple[Unit, list[policy_tests.TestResult]]:
    """The results of the tests in a policy file without errors."""
    unit = analyse(path)
    assert not unit.failed, render(policy_error(unit, ()).report, color=False, width=100)
    return unit, policy_tests.run_tests(unit, [(scope, test) for scope in main_scopes(unit) for test in scope.tests])


def described(unit: Unit, result: policy_tests.TestResult) -> str:
    """A result as the expected side of a case has it."""
    by = f" by {', '.join(result.decision.by)}" if result.decision is not None and result.decision.by else ""
    came = "no decision" if result.decision is None else f"{result.decision.action}{by}"
    lines = [f"{'ok  ' if result.passed else 'FAIL'} {result.test.title}: {came}"]
    lines += [f"     could not run: {error}" for error in (result.decision.errors if result.decision else ())]
    for failure in result.failures:
        line, column = unit.sources[failure.clause.span.source].position(failure.clause.span.start)
        lines.append(f"     {line}:{column}: {failure.message}")
    return "\n".join(lines)


@pytest.mark.parametrize("path", sorted(CASES.glob("*.guard")), ids=lambda path: path.stem)
def test_the_tests_of_a_policy_come_out_as_expected(path: Path, update_goldens: bool) -> None:
    unit, results = results_of(path)
    got = "".join(f"{described(unit, result)}\n" for result in results)
    expected = path.with_suffix(".expected")
    if update_goldens:
        expected.write_text(got, encoding="utf-8")
    assert got == expected.read_text(encoding="utf-8")


def test_a_test_that_gives_something_wrong_does_not_end_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CASES)
    outcome = run_words(["test", "given_values.guard", "enforced_shares.guard"], monkeypatch)
    assert outcome.status == 1 and outcome.errors == ""
    assert "FAIL  an answer that is a list" in outcome.output
    assert "the answer must be a string, not list" in outcome.output
    assert "ok    a share takes every test in" in outcome.output


def test_shares_are_enforced_the_same_under_every_key(monkeypatch: pytest.MonkeyPatch) -> None:
    for key in ("0123456789abcdef", "fedcba9876543210", "a third key, quite long"):
        monkeypatch.setenv("GUARDRAIL_KEY", key)
        _, results = results_of(CASES / "enforced_shares.guard")
        assert [result.passed for result in results] == [True] * 4


def test_configuration_that_cannot_be_used_is_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "guardrail.toml").write_text("key_file = 7\n", encoding="utf-8")
    (tmp_path / "p.guard").write_text((CASES / "enforced_shares.guard").read_text("utf-8"), encoding="utf-8")
    outcome = run_words(["test", "p.guard"], monkeypatch)
    assert outcome.status == 2
    assert "`guardrail.toml` cannot be used: `key_file` must be a string" in outcome.errors
    assert "Traceback" not in outcome.errors
