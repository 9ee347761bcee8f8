"""`guardrail test --live`: model checks ask their model, and it is said where one is not installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from guardrail.compiler.front import analyse
from guardrail.compiler.scopes import main_scopes
from guardrail.evaluate import policy_tests
from tests.unit.cli_runner import run_words

POLICY = """guard 1
policy p {
  on error block
  on timeout block
  on output within 60s limit 200 chars {
    rule rude { flag if toxicity >= likely }
    rule orders { flag if injection(span: sentence) >= likely }
    rule sampled { flag if not judge("rubric.md") later sample 10% }
  }
}
test "rude" for p { given output "You are stupid." assume injection = 0.0 expect flag by rude }
"""


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    (tmp_path / "rubric.md").write_text("Be kind.", "utf-8")
    (tmp_path / "p.guard").write_text(POLICY, "utf-8")
    return tmp_path / "p.guard"


def _results(path: Path, *, live: bool) -> list[policy_tests.TestResult]:
    unit = analyse(path)
    tests = [(scope, test) for scope in main_scopes(unit) for test in scope.tests]
    return policy_tests.run_tests(unit, tests, live=live)


@pytest.mark.usefixtures("standin_models")
def test_a_model_is_asked_where_nothing_is_assumed(policy: Path) -> None:
    (quiet,), (live,) = _results(policy, live=False), _results(policy, live=True)
    assert (quiet.passed, quiet.quiet, quiet.absent) == (False, ("toxicity",), ())
    assert (live.passed, live.quiet, live.absent) == (True, (), ())


@pytest.mark.usefixtures("absent_models")
def test_a_model_that_is_absent_is_named_and_the_check_fails(policy: Path) -> None:
    (live,) = _results(policy, live=True)
    assert (live.passed, live.absent) == (False, ("toxicity",))
    assert live.decision is not None
    assert live.decision.action == "block" and live.decision.errors


@pytest.mark.usefixtures("absent_models")
def test_the_command_says_which_model_is_absent_and_ends_with_status_3(
    policy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome = run_words(["test", str(policy), "--live"], monkeypatch)
    assert outcome.status == 3
    assert "error: the model of `toxicity` is not installed: 1 test could not ask it\n" in outcome.errors
    assert run_words(["test", str(policy)], monkeypatch).status == 1
