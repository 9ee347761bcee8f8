"""The pre-commit hooks that other repositories use: what they run, and on which files."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.unit.cli_runner import Outcome, run_words

HOOKS = yaml.safe_load((Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text("utf-8"))
POLICY = """\
guard 1
list rivals from "lists/rivals.txt"

policy p {
  on error block
  on timeout block
  on output within 60s limit 400 chars {
    rule rivals {
      redact if mentions(rivals)
      because "Brand guide"
      owner "brand@example.com"
    }
  }
}
"""
TEST = """
test "a rival is hidden" for p {
  given output "Ask Globex."
  expect redact by rivals
}
"""


def hook(name: str) -> dict[str, Any]:
    """The hook of a name."""
    found = [one for one in HOOKS if one["id"] == name]
    assert len(found) == 1
    return dict(found[0])


def run(name: str, monkeypatch: pytest.MonkeyPatch, *files: str) -> Outcome:
    """Run a hook as pre-commit does: the entry, its arguments, and the files that changed where it takes them."""
    entry = hook(name)
    passed = list(files) if entry.get("pass_filenames", True) else []
    words = [*shlex.split(entry["entry"]), *entry.get("args", []), *passed]
    assert words[0] == "guardrail"
    return run_words(words[1:], monkeypatch)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a policy that has a test, and one without."""
    (tmp_path / "policies" / "lists").mkdir(parents=True)
    (tmp_path / "policies" / "lists" / "rivals.txt").write_text("Globex\n", encoding="utf-8")
    (tmp_path / "policies" / "a.guard").write_text(POLICY + TEST, encoding="utf-8")
    (tmp_path / "policies" / "b.guard").write_text(POLICY.replace("policy p", "policy q"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", ["guardrail-check", "guardrail-test", "guardrail-fmt"])
def test_a_hook_passes_on_good_policies(repository: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    outcome = run(name, monkeypatch, "policies/a.guard", "policies/b.guard")
    assert outcome.status == 0, outcome.output + outcome.errors


def test_a_file_without_tests_is_no_failure_beside_one_with_them(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "1 test, 1 passed, 0 failed" in run("guardrail-test", monkeypatch, "policies/b.guard").output


def test_a_changed_list_is_noticed_though_no_policy_changed(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / "policies" / "lists" / "rivals.txt").write_text("Initech\n", encoding="utf-8")
    assert run("guardrail-test", monkeypatch, "policies/lists/rivals.txt").status == 1
    (repository / "policies" / "lists" / "rivals.txt").unlink()
    assert run("guardrail-check", monkeypatch, "policies/lists/rivals.txt").status == 1


@pytest.mark.parametrize("name", ["guardrail-check", "guardrail-test"])
def test_the_hooks_about_a_folder_run_on_every_commit(name: str) -> None:
    entry = hook(name)
    assert (entry["always_run"], entry["pass_filenames"], entry["args"]) == (True, False, ["policies"])


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = run("guardrail-check", monkeypatch)
    assert (outcome.status, "`policies` does not exist" in outcome.errors) == (2, True)


def test_the_formatter_takes_policy_files_alone(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pattern = re.compile(hook("guardrail-fmt")["files"])
    assert pattern.search("policies/a.guard") and not pattern.search("policies/lists/rivals.txt")
    policy = repository / "policies" / "a.guard"
    policy.write_text(POLICY.replace("  on error block", "      on error block"), encoding="utf-8")
    assert run("guardrail-fmt", monkeypatch, "policies/a.guard").status == 0
    assert policy.read_text("utf-8") == POLICY
