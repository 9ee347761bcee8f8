"""Validators from elsewhere: which are found, which are refused and why, and what their faults come to."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import guardrail
from guardrail.compiler.front import analyse
from guardrail.compiler.unit import Unit
from guardrail.diagnostics.record import Diagnostic
from guardrail.text.requests import Pattern, ScanRequest
from guardrail.validators.contract import (
    ArgumentProblem,
    Arguments,
    Cost,
    DirectCheck,
    Facts,
    Kind,
    Match,
    Outcome,
    Parameter,
    Returns,
    ScanCheck,
    Signature,
    Stream,
)
from tests.unit.plugin_folder import PluginFolder, plugin_folder

HEAD = "policy p {\n  on error block\n  on timeout block\n  on output within 50ms limit 900 chars {\n"
OF_ANOTHER_NAME = """
from guardrail.validators.length import VALIDATOR as length
class VALIDATOR:
    signature, bind = length.signature, length.bind
"""
RULES = "    rule calm { redact if shouting }\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PluginFolder:
    """A folder that distributions are installed into."""
    return plugin_folder(tmp_path / "site", monkeypatch)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The folder of a policy that calls `shouting`."""
    root = tmp_path / "repository"
    (root / ".git").mkdir(parents=True)
    write(root, RULES)
    return root


def write(root: Path, rules: str, config: str | None = None) -> Path:
    """Write the policy, and `guardrail.toml` where there is one."""
    (root / "p.guard").write_text(f"guard 1\n{HEAD}{rules}  }}\n}}\n", encoding="utf-8")
    if config is not None:
        (root / "guardrail.toml").write_text(config, encoding="utf-8")
    return root / "p.guard"


def allowed(root: Path, *distributions: str) -> Path:
    """Allow distributions."""
    (root / "guardrail.toml").write_text(f"plugins = {list(distributions)}\n", encoding="utf-8")
    return root / "p.guard"


def only(unit: Unit) -> Diagnostic:
    """The one thing that is said about a policy."""
    (found,) = unit.diagnostics
    return found


# ------------------------------------------------------------------ found and refused


@pytest.mark.parametrize("written", ["acme-guardrails", "Acme_Guardrails", "acme.guardrails"])
def test_a_plugin_that_is_installed_and_allowed_is_a_check_like_others(
    site: PluginFolder, repository: Path, written: str
) -> None:
    site.install_acme()
    guard = guardrail.load(allowed(repository, written))
    assert guard.output("please stop").action == "allow"
    decision = guard.output("PLEASE STOP")
    assert (decision.action, decision.text) == ("fix", "[redacted]")
    assert [(found.validator, found.message, found.spans) for found in decision.findings] == [
        ("shouting", "shouted", ((0, 11),))
    ]


def test_nothing_of_a_plugin_is_imported_before_it_is_allowed(site: PluginFolder, repository: Path) -> None:
    site.install_acme()
    found = only(analyse(repository / "p.guard"))
    assert (found.code, found.message) == ("G113", "the plugin `shouting` is installed and not allowed")
    assert 'plugins = ["acme-guardrails"]' in found.helps[0]
    assert "acme_shouting" not in sys.modules


def test_nothing_of_a_plugin_is_imported_where_no_policy_names_it(site: PluginFolder, repository: Path) -> None:
    site.install_acme()
    write(repository, '    rule calm { flag if matches("x") }\n', 'plugins = ["acme-guardrails"]\n')
    guardrail.load(repository / "p.guard")
    assert "acme_shouting" not in sys.modules


def test_entry_points_are_not_read_for_built_in_checks(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def entry_points(**_: Any) -> None:
        raise AssertionError("read")

    monkeypatch.setattr("importlib.metadata.entry_points", entry_points)
    write(repository, '    rule calm { flag if matches("x") and not pii and length(max: 3) }\n')
    assert not analyse(repository / "p.guard").failed


def test_a_distribution_that_is_allowed_and_not_installed_is_named(site: PluginFolder, repository: Path) -> None:
    found = only(analyse(allowed(repository, "acme-guardrails")))
    assert (found.code, found.message) == ("G113", "unknown check `shouting`")
    assert found.notes == ("`guardrail.toml` allows the plugins of `acme-guardrails`, which is not installed",)


def test_a_misspelt_check_is_that_whatever_is_not_installed(site: PluginFolder, repository: Path) -> None:
    write(repository, "    rule calm { flag if mentionss }\n", 'plugins = ["acme-guardrails"]\n')
    assert only(analyse(repository / "p.guard")).code == "G102"


def test_the_names_of_plugins_that_are_allowed_are_suggested(site: PluginFolder, repository: Path) -> None:
    site.install_acme()
    write(repository, "    rule calm { flag if shoutin }\n", 'plugins = ["acme-guardrails"]\n')
    found = only(analyse(repository / "p.guard"))
    assert (found.code, found.helps) == ("G102", ("did you mean `shouting`?",))


def test_a_check_that_nothing_offers_is_unknown(site: PluginFolder, repository: Path) -> None:
    assert only(analyse(repository / "p.guard")).code == "G102"


def test_two_distributions_with_one_name_are_not_chosen_between(site: PluginFolder, repository: Path) -> None:
    site.install_acme()
    site.install("zeta", {"shouting": "acme_shouting:VALIDATOR"})
    found = only(analyse(allowed(repository, "acme-guardrails", "zeta")))
    assert found.message == "the plugin `shouting` is offered by `acme-guardrails` and `zeta`"
    assert guardrail.load(allowed(repository, "zeta")).output("STOP").action == "fix"


def test_a_built_in_check_is_never_replaced(site: PluginFolder, repository: Path) -> None:
    site.install("acme-guardrails", {"length": "acme_length:VALIDATOR"}, acme_length="raise SystemExit")
    write(repository, "    rule brief { require length(max: 3) else block }\n", 'plugins = ["acme-guardrails"]\n')
    assert guardrail.load(repository / "p.guard").output("long").action == "block"
    assert "acme_length" not in sys.modules


@pytest.mark.parametrize(
    ("module", "message"),
    [
        ("import no_such_module_anywhere", "cannot be imported: ModuleNotFoundError"),
        ("raise SystemExit", "cannot be imported: SystemExit"),
        ("x = (", "cannot be imported: SyntaxError"),
        ("OTHER = 1", "cannot be imported: AttributeError"),
        ("VALIDATOR = 1", "has no `signature` and `bind`"),
        ("class VALIDATOR:\n    signature = 'x'\n    bind = print", "has a `signature` that is no `Signature`"),
        (OF_ANOTHER_NAME, "has a signature of another name"),
    ],
)
def test_a_plugin_that_is_broken_is_told_in_our_words(
    site: PluginFolder, repository: Path, module: str, message: str
) -> None:
    site.install("acme-guardrails", {"shouting": "acme_shouting:VALIDATOR"}, acme_shouting=module)
    found = only(analyse(allowed(repository, "acme-guardrails")))
    assert found.code == "G113"
    assert found.message.startswith(f"the plugin `shouting` {message}")


def test_a_configuration_that_cannot_be_read_allows_nothing(site: PluginFolder, repository: Path) -> None:
    site.install_acme()
    write(repository, RULES, "plugin = ['acme-guardrails']\n")
    found = only(analyse(repository / "p.guard"))
    assert (found.code, found.message) == ("G113", "whether the plugin `shouting` is allowed cannot be told")
    assert found.notes[0].endswith("there is no setting `plugin`, did you mean `plugins`?")
    assert "acme_shouting" not in sys.modules


# ------------------------------------------------------------------ given to `load`


def signature(name: str = "shouting", **settings: Any) -> Signature:
    """A signature with what it must have."""
    needed = {"returns": Returns.TRUTH, "stream": Stream.WHOLE, "cost": Cost.C1}
    return Signature(name, "a check", **{**needed, **settings})


class Given:
    """A plugin whose check does what it is told."""

    def __init__(self, answer: Callable[[Any], Any], known: Signature | None = None, request: Any = None) -> None:
        self.signature = known or signature()
        self.answer = answer
        self.request = request

    def bind(self, arguments: Arguments) -> Any:
        """A check that answers so."""
        answer = self.answer

        class Check(DirectCheck):
            def run(self, subject: Any, facts: Facts) -> Any:
                return answer(subject)

        if self.request is None:
            return Check()
        return ScanCheck(self.request)


def output(repository: Path, *plugins: Any, rule: str = "block if shouting") -> guardrail.Decision:
    """What a policy with one rule decides about `text`, under `on error flag` to tell the two apart."""
    path = write(repository, f"    rule calm {{ {rule}\n on error flag }}\n")
    return guardrail.load(path, plugins=plugins).output("text")


def test_a_plugin_may_be_passed_and_needs_no_permission(repository: Path) -> None:
    assert output(repository, Given(lambda subject: Outcome(subject.text == "text"))).action == "block"
    assert output(repository, Given(lambda subject: Outcome(subject.text == "other"))).action == "allow"


def test_a_plugin_may_feed_on_the_shared_scanner(repository: Path) -> None:
    given = Given(print, signature(returns=Returns.FINDINGS), ScanRequest(patterns=(Pattern("t", "t"),)))
    decision = output(repository, given, rule="redact if shouting")
    assert decision.text == "[redacted]ex[redacted]"


@pytest.mark.parametrize(
    ("plugins", "message"),
    [
        ((1,), "the plugin in place 1 of `plugins` has no `signature` and `bind`"),
        (("acme-guardrails",), "the plugin in place 1 of `plugins` has no `signature` and `bind`"),
        ((Given(print, signature("pii")),), "the plugin `pii` has the name of a built-in validator"),
        ((Given(print), Given(print)), "two of the `plugins` are called `shouting`"),
        ((Given(print, signature("Shout-ing")),), "has a name that no policy can write"),
        ((Given(print, signature(stages=frozenset({"outputs"}))),), "has a signature with unknown stages"),
        ((Given(print, signature(stages=frozenset())),), "has a signature with unknown stages"),
        ((Given(print, signature(returns="truth ")),), "does not say what it returns"),
        ((Given(print, signature(cost=7)),), "does not say its cost"),
        ((Given(print, signature(parameters=[Parameter("a", Kind.TEXT, "")])),), "no tuple of `Parameter`"),
    ],
)
def test_what_cannot_be_a_plugin_is_refused(repository: Path, plugins: tuple[Any, ...], message: str) -> None:
    with pytest.raises(guardrail.EngineError) as raised:
        guardrail.load(repository / "p.guard", plugins=plugins)
    assert message in str(raised.value)


def test_levels_are_for_scores_with_a_calibration_card(repository: Path) -> None:
    scores = Given(lambda _: Outcome(score=0.7), signature(returns=Returns.SCORE, levels=True))
    assert output(repository, scores, rule="block if shouting >= 0.7").action == "block"
    with pytest.raises(guardrail.PolicyError, match="G208"):
        output(repository, scores, rule="block if shouting >= likely")


# ------------------------------------------------------------------ faults


def _raise(problem: BaseException) -> Any:
    raise problem


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (lambda _: _raise(ValueError("secret")), "shouting: the check raised ValueError"),
        (lambda _: _raise(SystemExit(1)), "shouting: the plugin `shouting` tried to end the program"),
        (lambda _: _raise(RecursionError()), "shouting: the check raised RecursionError"),
        (lambda _: None, "shouting: the plugin `shouting` answered with something that is no outcome"),
        (lambda _: True, "shouting: the plugin `shouting` answered with something that is no outcome"),
        (lambda _: Outcome(True, message=7), "shouting: the plugin `shouting` answered with something"),
        (lambda _: Outcome(True, matches=[Match(0, 1)]), "shouting: the plugin `shouting` answered with something"),
        (lambda _: Outcome(True, matches=((0, 1),)), "shouting: the plugin `shouting` answered with something"),
        (lambda _: Outcome(True, matches=(Match(0.5, 1),)), "shouting: the plugin `shouting` answered with something"),
        (lambda _: Outcome(True, matches=(Match(0, 99),)), "shouting: the check returned a span outside its text"),
        (lambda _: Outcome("yes"), "shouting: the check returned something that is no outcome"),
    ],
)
def test_a_fault_of_a_plugin_is_an_error_of_its_check(repository: Path, answer: Any, error: str) -> None:
    decision = output(repository, Given(answer))
    assert decision.action == "flag"
    assert len(decision.errors) == 1 and error in decision.errors[0]
    assert "secret" not in str(decision)


@pytest.mark.parametrize("score", [float("nan"), 1.5, -0.1, None, True, "0.5"])
def test_a_score_that_is_none_is_an_error_of_its_check(repository: Path, score: Any) -> None:
    scores = Given(lambda _: Outcome(score=score), signature(returns=Returns.SCORE))
    assert output(repository, scores, rule="block if shouting >= 0.5").action == "flag"


class Unbindable(Given):
    """A plugin that cannot be bound."""

    def __init__(self, bind: Callable[[], Any]) -> None:
        super().__init__(print)
        self.make = bind

    def bind(self, arguments: Arguments) -> Any:
        """What `make` says."""
        return self.make()


class HalfACheck:
    """Something with the names of a check and none of their types."""

    request = "words"
    judge_without_hits = light = False
    problems = ()
    judge = run = print


@pytest.mark.parametrize(
    ("bind", "code", "message"),
    [
        (lambda: _raise(SystemExit()), "G113", "the plugin `shouting` ended the program"),
        (lambda: None, "G113", "the plugin `shouting` gave something that is no check"),
        (lambda: HalfACheck(), "G113", "the plugin `shouting` gave something that is no check"),
        (
            lambda: ScanCheck(ScanRequest(patterns=(Pattern("t", "(" * 9),))),
            "G113",
            "the plugin `shouting` asks for words or patterns that cannot be looked for",
        ),
        (lambda: ScanCheck(ScanRequest(lists=(1,))), "G113", "the plugin `shouting` asks for words or patterns"),  # type: ignore[arg-type]
        (lambda: _raise(KeyError("secret")), "G201", "`shouting` could not be prepared with these arguments"),
        (lambda: _raise(ArgumentProblem("G210", "this is too much")), "G210", "this is too much"),
    ],
)
def test_a_plugin_that_cannot_be_bound_is_a_diagnostic(
    repository: Path, bind: Callable[[], Any], code: str, message: str
) -> None:
    write(repository, "    rule calm { block if shouting }\n")
    with pytest.raises(guardrail.PolicyError) as raised:
        guardrail.load(repository / "p.guard", plugins=[Unbindable(bind)])
    (found,) = raised.value.report.diagnostics
    assert found.code == code
    assert found.message.startswith(message)
    assert "secret" not in str(raised.value)
