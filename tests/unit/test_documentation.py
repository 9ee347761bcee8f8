"""Runs what the documentation shows: every policy, every piece of Python, every command, every link."""

from __future__ import annotations

import importlib.util
import shlex
import shutil
from pathlib import Path
from types import ModuleType

import pytest

import guardrail
from guardrail.compiler.front import analyse
from guardrail.validators import registry
from tests.unit.documentation_pages import ROOT, anchors, blocks, links, pages
from tests.unit.documentation_runs import PageRun, failures, run_session, write_file

_KNOWN = {"guard", "python", "console", "sh", "text", "csv", "json", "yaml", "toml", "markdown"}
_GENERATED = {"validators.md": "generate_validators", "diagnostics.md": "generate_diagnostics"}


def _shown(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository as the reader has it, with the shipped policies and the examples."""
    (tmp_path / ".git").mkdir()
    shutil.copytree(ROOT / "policies", tmp_path / "policies")
    shutil.copytree(ROOT / "docs" / "examples", tmp_path / "docs" / "examples")
    return tmp_path


@pytest.mark.parametrize("page", pages(), ids=_shown)
def test_a_page_does_what_it_shows(page: Path, folder: Path, update_goldens: bool) -> None:
    run = PageRun(folder)
    for block in blocks(page):
        assert block.language in _KNOWN, f"{block.place}: a block in `{block.language}` is not tested"
        run.carry_out(block)
    if update_goldens and run.outputs:
        _rewrite(page, run.outputs)
        run.problems = [problem for problem in run.problems if "` prints\n" not in problem]
    assert not run.problems, "\n\n".join(run.problems)


def _rewrite(page: Path, outputs: dict[int, str]) -> None:
    lines = page.read_text("utf-8").splitlines(keepends=True)
    for line, output in sorted(outputs.items(), reverse=True):
        end = next(number for number in range(line, len(lines)) if lines[number].startswith("```"))
        lines[line:end] = [output]
    page.write_text("".join(lines), "utf-8")


@pytest.mark.parametrize("page", pages(), ids=_shown)
def test_every_link_leads_somewhere(page: Path) -> None:
    wrong = []
    for target in links(page):
        path, _, anchor = target.partition("#")
        to = page if not path else (page.parent / path).resolve()
        if not to.exists() or (anchor and anchor not in anchors(to)):
            wrong.append(target)
    assert not wrong, f"{_shown(page)} links to what is not there: {wrong}"


@pytest.mark.parametrize(("name", "generator"), _GENERATED.items())
def test_a_generated_page_is_up_to_date(name: str, generator: str, update_goldens: bool) -> None:
    page, made = ROOT / "docs" / name, _load(generator).page()
    if update_goldens:
        page.write_text(made, "utf-8")
    assert page.read_text("utf-8") == made, f"run `python docs/{generator}.py`"


@pytest.mark.parametrize("name", registry.names())
def test_the_examples_of_a_validator_hold_as_shown(name: str, tmp_path: Path) -> None:
    validator = registry.find(name)
    assert validator is not None
    wrong = []
    for expression, text, holds in validator.signature.examples:
        policy = tmp_path / "p.guard"
        head = "policy p {\non error block\non timeout block\non output within 50ms limit 8000 chars {"
        policy.write_text(f"guard 1\n{head}\nrule r {{ flag if {expression} }}\n}}\n}}\n", "utf-8")
        if (guardrail.load(policy).output(text).action == "flag") != holds:
            wrong.append(expression)
    assert not wrong


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_hooks_and_the_workflow_shown_pass(folder: Path) -> None:
    """Every command that `guardrail` is called with in YAML files of the getting-started page succeeds."""
    import yaml

    page = ROOT / "docs" / "getting-started.md"
    for block in blocks(page):
        write_file(folder, block)
    hooks = yaml.safe_load((folder / ".pre-commit-config.yaml").read_text("utf-8"))
    called = [hook["entry"] for repo in hooks["repos"] for hook in repo["hooks"]]
    workflow = yaml.safe_load((folder / ".github" / "workflows" / "policies.yml").read_text("utf-8"))
    called += [step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step]
    called = [command for command in called if shlex.split(command)[0] == "guardrail"]
    assert len(called) >= 5
    for command in called:
        assert run_session(folder, [f"{command}; echo status $?"])[0].endswith("status 0\n"), command


@pytest.mark.parametrize(
    "policy", sorted((ROOT / "tests" / "cases" / "newcomer").glob("*.guard")), ids=lambda p: p.stem
)
def test_what_a_newcomer_wrote_compiles_and_passes_its_tests(policy: Path) -> None:
    unit = analyse(policy)
    assert not unit.failed
    assert unit.scope is not None
    assert unit.scope.tests, "a policy without a test proves nothing"
    assert failures(unit) == []
    assert "\n# Note: " in policy.read_text("utf-8")[:20]


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 150
