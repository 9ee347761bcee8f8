"""The public surface: the names of the package, and `load`."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import guardrail
from tests.unit.api_policy import POLICY, write


def test_every_public_name_is_there() -> None:
    assert set(guardrail.__all__) <= set(dir(guardrail))
    for name in guardrail.__all__:
        assert getattr(guardrail, name) is not None
    assert {"Blocked", "Breaker", "Answer", "BundleError", "load"} <= set(guardrail.__all__)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute `guards`"):
        guardrail.guards  # noqa: B018


def test_a_module_below_is_no_public_name_until_it_is_imported() -> None:
    code = "import sys, guardrail; guardrail.Breaker; raise SystemExit('asyncio' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_errors_do_not_inherit_from_each_other() -> None:
    errors = (guardrail.PolicyError, guardrail.BundleError, guardrail.EngineError, guardrail.Blocked)
    assert all(error.__bases__ == (Exception,) for error in errors)


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ({"deferred": "sqlite:///q.db"}, "there is no deferred lane yet"),
    ],
)
def test_what_this_version_does_not_have_is_an_engine_error(
    tmp_path: Path, option: dict[str, Any], message: str
) -> None:
    with pytest.raises(guardrail.EngineError, match=message):
        guardrail.load(write(tmp_path, POLICY), **option)


@pytest.mark.parametrize("name", ["absent.guard", "empty"])
def test_a_path_without_a_policy_is_a_policy_error(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(guardrail.PolicyError) as raised:
        guardrail.load(tmp_path / name)
    assert raised.value.diagnostics


def test_several_policies_in_a_folder_are_listed_and_one_can_be_named(tmp_path: Path) -> None:
    write(tmp_path, POLICY.replace("policy p", "policy first"), "a.guard")
    write(tmp_path, POLICY.replace("policy p", "policy second"), "b.guard")
    with pytest.raises(guardrail.PolicyError) as raised:
        guardrail.load(tmp_path)
    assert [d.code for d in raised.value.diagnostics if d.level == "error"] == ["G110"]
    assert "`first`" in str(raised.value) and "`second`" in str(raised.value)
    assert guardrail.load(tmp_path, policy="second").policy == "second"
    with pytest.raises(guardrail.PolicyError):
        guardrail.load(tmp_path, policy="third")


def test_an_imported_policy_is_no_choice(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "guardrail.toml").write_text("", "utf-8")
    write(tmp_path / "shared", POLICY.replace("policy p", "policy base"), "base.guard")
    child = 'guard 1\nimport "shared/base.guard" as b\npolicy child extends b.base { on error block on timeout block }'
    guard = guardrail.load(write(tmp_path, child, "child.guard"))
    assert guard.policy == "child"
    assert guard.output("Globex").by == ("rivals",)


def test_a_policy_error_carries_every_diagnostic_and_prints_them(tmp_path: Path) -> None:
    text = 'guard 1\nlist unused = ["x"]\npolicy p {\n  on output {\n    rule a { flag if nothing(x) }\n  }\n}\n'
    with pytest.raises(guardrail.PolicyError) as raised:
        guardrail.load(write(tmp_path, text))
    codes = {diagnostic.code for diagnostic in raised.value.diagnostics}
    assert {"G102", "G301", "G309"} <= codes
    assert all(f"[{code}]" in str(raised.value) for code in codes)


_TOXICITY = (
    "guard 1\npolicy p {\n  on error block\n  on timeout block\n"
    "  on output within 50ms limit 100 chars { rule a { block if toxicity >= likely } }\n}\n"
)


@pytest.mark.usefixtures("absent_models")
def test_a_check_whose_model_is_absent_fails_the_load_and_not_the_request(tmp_path: Path) -> None:
    with pytest.raises(guardrail.PolicyError) as raised:
        guardrail.load(write(tmp_path, _TOXICITY))
    assert "G703" in {diagnostic.code for diagnostic in raised.value.diagnostics}


@pytest.mark.usefixtures("standin_models")
def test_a_check_whose_model_is_installed_judges(tmp_path: Path) -> None:
    guard = guardrail.load(write(tmp_path, _TOXICITY))
    assert [guard.output(text).action for text in ("You are stupid.", "Good morning.")] == ["block", "allow"]


def test_a_guard_is_reloaded_by_replacement_and_never_changes(tmp_path: Path) -> None:
    path = write(tmp_path, POLICY)
    before = guardrail.load(path)
    write(tmp_path, POLICY.replace('"Globex"', '"Initech"'))
    after = guardrail.load(path)
    assert [g.output("Globex").action for g in (before, after)] == ["fix", "allow"]
    with pytest.raises(dataclasses.FrozenInstanceError):
        before.rails = after.rails  # type: ignore[misc]
