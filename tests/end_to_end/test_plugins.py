"""A plugin from installing it to judging with it: every command and way in, with a distribution in a folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import guardrail
from tests.end_to_end.command import ROOT, SECONDS
from tests.unit.cli_runner import run_words
from tests.unit.plugin_folder import PluginFolder, plugin_folder

POLICY = """\
guard 1

policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule calm {
      redact as "[shouted]" if shouting(share: 0.6)
      because "Answers are friendly."
    }
  }
}

test "a calm answer passes" {
  given output "Your order is on its way."
  expect allow
}

test "a loud one does not" {
  given output "YOUR ORDER IS LOST"
  expect redact by calm
}

test "what comes of a broken plugin" {
  given output "Your order is on its way."
  assume shouting fails
  expect block by calm
}

test "an exact call may be assumed" {
  given output "Your order is on its way."
  assume shouting(share: 0.6) = true
  expect text "[shouted]"
}
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PluginFolder:
    """The folder with the distribution, and the repository as working directory."""
    repository = tmp_path / "repository"
    (repository / "policies").mkdir(parents=True)
    (repository / ".git").mkdir()
    (repository / "policies" / "support.guard").write_text(POLICY, encoding="utf-8")
    (repository / "guardrail.toml").write_text('plugins = ["acme-guardrails"]\n', encoding="utf-8")
    (repository / "answers.jsonl").write_text(
        '{"text": "All is well."}\n{"text": "GO AWAY"}\n{"text": "it may crash"}\n{"text": "exit"}\n', encoding="utf-8"
    )
    monkeypatch.chdir(repository)
    folder = plugin_folder(tmp_path / "site", monkeypatch)
    folder.install_acme()
    return folder


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (["check", "policies"], "1 file, no problems"),
        (["check", "policies/support.guard", "--strict"], "1 file, no problems"),
        (["test", "policies"], "4 tests, 4 passed, 0 failed"),
        (["explain", "policies/support.guard"], "shouting(share: 0.6)"),
        (["plan", "policies/support.guard"], "shouting(share: 0.6)"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_every_command_knows_the_plugin(
    site: PluginFolder, words: list[str], shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome = run_words(words, monkeypatch)
    assert (outcome.status, outcome.errors) == (0, "")
    assert shown in outcome.output


def test_validate_judges_with_it_and_its_faults_are_the_declared_outcome(
    site: PluginFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome = run_words(["validate", "policies/support.guard", "answers.jsonl", "--format", "jsonl"], monkeypatch)
    actions = [line.split('"action":"')[1].split('"')[0] for line in outcome.output.splitlines()]
    assert actions == ["allow", "fix", "block", "block"]
    # Some check could not run, whatever was then decided.
    assert outcome.status == 3


def test_worker_processes_load_it_too(site: PluginFolder) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "guardrail", "validate", "policies/support.guard", "answers.jsonl", "--jobs", "2"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(site.path)]), "NO_COLOR": "1"},
        capture_output=True,
        timeout=SECONDS,
        check=False,
        text=True,
    )
    assert "Traceback" not in done.stderr
    assert "1 allow" in done.stdout and "1 fix" in done.stdout and "2 block" in done.stdout
    assert done.returncode == 3


def test_python_loads_it(site: PluginFolder) -> None:
    guard = guardrail.load("policies/support.guard")
    assert guard.output("GO AWAY").text == "[shouted]"
    assert guard.output("exit").action == "block"


@pytest.mark.parametrize("command", ["check", "test", "validate", "explain"])
def test_every_command_says_what_to_do_where_it_is_not_allowed(
    site: PluginFolder, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("guardrail.toml").unlink()
    words = [command, "policies/support.guard", *(["answers.jsonl"] if command == "validate" else [])]
    outcome = run_words(words, monkeypatch)
    said = outcome.output + outcome.errors
    assert outcome.status == (1 if command == "check" else 2)
    assert "error[G113]: the plugin `shouting` is installed and not allowed" in said
    assert '= help: write `plugins = ["acme-guardrails"]` into `guardrail.toml`' in said


def test_an_argument_that_the_plugin_refuses_is_pointed_at(site: PluginFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    policy = Path("policies/support.guard")
    policy.write_text(POLICY.replace("share: 0.6", "share: 0"), encoding="utf-8")
    outcome = run_words(["check", "policies"], monkeypatch)
    assert "error[G210]: a share of 0 is true of every text" in outcome.output
    policy.write_text(POLICY.replace("share: 0.6", "shares: 0.6"), encoding="utf-8")
    assert "did you mean `share`?" in run_words(["check", "policies"], monkeypatch).output
    policy.write_text(POLICY.replace("share: 0.6", "share: 2"), encoding="utf-8")
    assert "error[G210]" in run_words(["check", "policies"], monkeypatch).output
