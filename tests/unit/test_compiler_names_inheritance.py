"""What a policy is after `extends`, and which policy is chosen."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from guardrail.compiler.front import analyse
from guardrail.compiler.passes.inheritance import MAX_ANCESTORS, choose_policy
from guardrail.compiler.passes.names import all_scopes, find_list, find_policy, find_text
from guardrail.compiler.unit import ResolvedPolicy, Unit
from guardrail.diagnostics.record import Diagnostic

BASE = """\
guard 1
list hosts = ["vault.example.net"]
text sorry = "Sorry."
request {
  tier: string in ["free", "pro"] ?
  tenant: string
}
policy company {
  on error block
  on timeout block
  keep redacted
  on output within 50ms limit 4000 chars hold sentence {
    rule no_hosts {
      when request.tier == "free"
      block if mentions(hosts)
      say sorry
    }
    overridable rule no_names {
      redact if mentions(hosts)
    }
    overridable rule length_of_answer {
      flag if mentions(hosts)
    }
  }
}
"""
CHILD = """\
guard 1
import "shared/base.guard" as base
list names = ["Globex"]
request {
  tier: string in ["pro", "max"]
}
policy support extends base.company {
  on error allow
  on timeout flag
  drop rule length_of_answer because "answers are long here"
  on output within 20ms hold all {
    override rule no_names {
      redact if mentions(names)
      on error block
    }
    rule no_shouting {
      flag if mentions(names)
    }
  }
  on input within 10ms limit 100 chars {
    rule no_names {
      flag if mentions(names)
    }
  }
}
"""


@pytest.fixture
def support(tmp_path: Path) -> ResolvedPolicy:
    """`support`, which extends `base.company`."""
    unit = _analyse(tmp_path, CHILD)
    assert {found.code for found in unit.diagnostics if found.code.startswith("G1")} == set()
    return unit.policies["support"]


def _analyse(folder: Path, text: str, base: str = BASE) -> Unit:
    (folder / "shared").mkdir()
    (folder / "shared" / "base.guard").write_text(base, encoding="utf-8")
    (folder / "support.guard").write_text(text, encoding="utf-8")
    return analyse(folder / "support.guard", root=folder)


def test_inherited_rules_come_first_and_replaced_and_dropped_ones_are_gone(support: ResolvedPolicy) -> None:
    output = support.stages["output"]
    assert [rule.name for rule in output.rules] == ["no_hosts", "no_names", "no_shouting"]
    assert [rule.policy for rule in output.rules] == ["company", "support", "support"]
    assert [rule.name for rule in support.stages["input"].rules] == ["no_names"]


def test_an_inherited_rule_keeps_its_parents_failure_settings_and_scope(support: ResolvedPolicy) -> None:
    no_hosts, no_names, no_shouting = support.stages["output"].rules
    assert (no_hosts.on_error, no_hosts.on_timeout) == ("block", "block")
    assert (no_names.on_error, no_names.on_timeout) == ("block", "flag")
    assert (no_shouting.on_error, no_shouting.on_timeout) == ("allow", "flag")
    assert no_hosts.scope.file == "shared/base.guard"
    assert find_list(no_hosts.scope, ("hosts",)) is not None
    assert find_list(no_names.scope, ("hosts",)) is None
    assert no_names.scope.file == "support.guard"


def test_settings_are_the_tightest_of_parent_and_child(support: ResolvedPolicy) -> None:
    output = support.stages["output"]
    assert (output.within, output.limit, output.hold) == (20_000, 4000, "all")
    assert support.keep == "redacted"
    assert support.stages["input"].limit == 100


def test_request_fields_of_all_files_are_joined_and_the_stricter_half_holds(support: ResolvedPolicy) -> None:
    assert list(support.fields) == ["tier", "tenant"]
    tier = support.fields["tier"]
    assert not tier.optional
    assert tier.domain is not None
    assert [item.value for item in tier.domain.items] == ["pro"]


def test_names_of_imports_are_found_behind_their_alias(tmp_path: Path) -> None:
    unit = _analyse(tmp_path, CHILD)
    scope = unit.scope
    assert scope is not None
    assert set(all_scopes(unit)) == {"support.guard", "shared/base.guard"}
    hosts = find_list(scope, ("base", "hosts"))
    assert hosts is not None
    assert hosts.entries == ("vault.example.net",)
    assert find_text(scope, ("base", "sorry")) == "Sorry."
    assert find_list(scope, ("names", "hosts")) is None
    found = find_policy(scope, ("base", "company"))
    assert found is not None
    assert found[1].name == "company"


def test_only_the_main_files_policies_count(tmp_path: Path) -> None:
    unit = _analyse(tmp_path, CHILD)
    assert list(unit.policies) == ["support"]
    assert choose_policy(unit, None) is unit.policies["support"]
    assert choose_policy(unit, "support") is unit.policies["support"]
    unknown = choose_policy(unit, "company")
    assert isinstance(unknown, Diagnostic)
    assert unknown.code == "G110"


def test_several_policies_and_none_named_are_listed(tmp_path: Path) -> None:
    unit = _analyse(tmp_path, CHILD + "policy mail {\n  on error block\n  on timeout block\n}\n")
    problem = choose_policy(unit, None)
    assert isinstance(problem, Diagnostic)
    assert problem.code == "G110"
    assert problem.helps == ("name one of `support` or `mail`, as with `--policy support`",)


def test_a_folder_is_one_unit_and_imported_files_lie_anywhere(tmp_path: Path) -> None:
    (tmp_path / "mail.guard").write_text(CHILD.replace("policy support", "policy mail"), encoding="utf-8")
    _analyse(tmp_path, CHILD)
    unit = analyse(tmp_path)
    assert list(unit.policies) == ["mail", "support"]
    assert set(unit.files) == {"mail.guard", "support.guard", "shared/base.guard"}
    assert unit.policies["mail"].scope.file == "mail.guard"


def test_an_unsaved_text_stands_in_for_the_file(tmp_path: Path) -> None:
    (tmp_path / "guardrail.toml").write_text("")
    unit = analyse(tmp_path / "unsaved.guard", text="guard 1\npolicy a {\n  on error block\n  on timeout block\n}\n")
    assert unit.diagnostics == ()
    assert list(unit.policies) == ["a"]
    assert unit.main == "unsaved.guard"


@pytest.mark.parametrize("name", ["absent.guard", "folder"])
def test_a_main_file_that_cannot_be_read_is_one_diagnostic(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    unit = analyse(tmp_path / name)
    assert [found.code for found in unit.diagnostics] == ["G107"]
    assert unit.failed
    assert isinstance(choose_policy(unit, None), Diagnostic)


def test_what_did_not_parse_is_not_called_missing(tmp_path: Path) -> None:
    unit = _analyse(tmp_path, CHILD.replace('list names = ["Globex"]', "list names = Globex"))
    assert {found.code[:2] for found in unit.diagnostics} == {"G0"}


def test_a_chain_of_ancestors_is_bounded(tmp_path: Path) -> None:
    settings = "{\n  on error block\n  on timeout block\n}\n"
    names = [f"p{number}" for number in range(MAX_ANCESTORS + 2)]
    links = "".join(f"policy {child} extends {parent} {settings}" for child, parent in pairwise(names))
    unit = _analyse(tmp_path, f"guard 1\n{links}policy {names[-1]} {settings}")
    assert [found.code for found in unit.diagnostics] == ["G108"]


def test_imports_are_bounded(tmp_path: Path) -> None:
    for number in range(80):
        imported = f'import "f{number + 1}.guard" as next\n' if number < 79 else ""
        (tmp_path / f"f{number}.guard").write_text(f"guard 1\n{imported}", encoding="utf-8")
    unit = analyse(tmp_path / "f0.guard", root=tmp_path)
    assert len(unit.files) == 64
    assert "a policy may consist of 64 files at most" in [found.message for found in unit.diagnostics]
