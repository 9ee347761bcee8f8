"""Binding: canonical keys, one bind a distinct call, and what becomes of validators that refuse or break."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guardrail.compiler.call_keys import call_key
from guardrail.compiler.front import analyse
from guardrail.compiler.passes.bind import missing_models
from guardrail.compiler.unit import Unit
from guardrail.diagnostics.record import Level
from guardrail.language import tree
from guardrail.validators import registry
from guardrail.validators.contract import (
    ArgumentProblem,
    Arguments,
    Check,
    Cost,
    DirectCheck,
    Kind,
    Parameter,
    Returns,
    Signature,
    Stream,
    Validator,
)

KINDS = ("email", "iban", "phone")
PROBE = Signature(
    "probe",
    "a validator of these tests",
    Returns.FINDINGS,
    Stream.PREFIX,
    Cost.C1,
    (
        Parameter("kinds", Kind.CHOICE, "what to find", variadic=True, choices=KINDS),
        Parameter("words", Kind.INTEGER, "how many", named=True, default=8, minimum=1),
        Parameter("among", Kind.STRINGS, "where", named=True),
        Parameter("rubric", Kind.FILE, "a file", named=True),
        Parameter("said", Kind.TEXT, "a text", named=True),
        Parameter("exact", Kind.BOOLEAN, "exactly", named=True, default=False),
    ),
)


class Probe:
    """Binds whatever it is given, and remembers it; `behave` may raise."""

    def __init__(self, behave: Callable[[Arguments], None] = lambda _: None, signature: Signature = PROBE) -> None:
        self.signature = signature
        self.seen: list[Arguments] = []
        self.behave = behave

    def bind(self, arguments: Arguments) -> Check:
        self.seen.append(arguments)
        self.behave(arguments)
        return DirectCheck()


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Callable[[Probe], Probe]:
    real = registry.find

    def put(probe: Probe) -> Probe:
        def find(name: str) -> Validator | None:
            return probe if name == probe.signature.name else real(name)

        monkeypatch.setattr(registry, "find", find)
        return probe

    return put


def unit_of(folder: Path, *conditions: str, head: str = "", rule: str = "") -> Unit:
    rules = "".join(f"rule r{i} {{ flag if {c} {rule} }}\n" for i, c in enumerate(conditions))
    stage = f"on output within 9ms limit 99 chars {{\n{rules}}}"
    text = f"guard 1\n{head}policy p {{ on error block on timeout block\n{stage}\n}}\n"
    (folder / "main.guard").write_text(text, encoding="utf-8")
    return analyse(folder / "main.guard", root=folder)


def keys(unit: Unit) -> list[str]:
    return [call.key for _, call in sorted(unit.calls.items(), key=lambda item: item[0])]


def errors(unit: Unit) -> list[tuple[str, str]]:
    return [(d.code, d.message) for d in unit.diagnostics if d.level is Level.ERROR]


def test_keys_leave_out_defaults_and_order_choices(tmp_path: Path, install: Callable[[Probe], Probe]) -> None:
    install(Probe())
    unit = unit_of(
        tmp_path,
        "probe",
        "probe()",
        "probe(phone, email)",
        "probe(email, phone, phone, words: 8)",
        'probe(said: "so \\"it\\" is", exact: true, words: 9)',
        'probe(among: ["a", "b"])',
    )
    assert errors(unit) == []
    assert keys(unit) == [
        "probe",
        "probe",
        "probe(email, phone)",
        "probe(email, phone)",
        'probe(words: 9, said: "so \\"it\\" is", exact: true)',
        'probe(among: ["a", "b"])',
    ]


def test_equal_calls_are_bound_once(tmp_path: Path, install: Callable[[Probe], Probe]) -> None:
    probe = install(Probe())
    unit = unit_of(tmp_path, "probe(phone, email)", "probe(email, phone)", "probe(iban) or probe(email, phone)")
    assert len(probe.seen) == 2
    assert len({id(call.check) for call in unit.calls.values()}) == 2


def test_arguments_are_resolved_with_defaults_and_files(tmp_path: Path, install: Callable[[Probe], Probe]) -> None:
    probe = install(Probe())
    (tmp_path / "rubric.md").write_text("be kind\n", encoding="utf-8")
    head = 'list names = ["Ann", "Bob"]\ntext sorry = "Sorry."\n'
    unit = unit_of(tmp_path, 'probe(iban, among: names, rubric: "rubric.md", said: sorry)', head=head)
    assert errors(unit) == []
    values = dict(probe.seen[0].values)
    rubric = values.pop("rubric")
    assert values == {"kinds": ("iban",), "words": 8, "among": ("Ann", "Bob"), "said": "Sorry.", "exact": False}
    assert (rubric.name, rubric.content) == ("rubric.md", b"be kind\n")
    assert "rubric.md" in unit.hashes


def test_lists_of_one_name_in_two_files_are_told_apart(tmp_path: Path, install: Callable[[Probe], Probe]) -> None:
    install(Probe())
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "rubric.md").write_text("be kind\n", encoding="utf-8")
    (tmp_path / "shared" / "base.guard").write_text(
        'guard 1\nlist names = ["Cyd"]\nlist more = ["Dee"]\npolicy company { on error block on timeout block\n'
        "on output within 9ms limit 99 chars {\n"
        "rule a { flag if probe(among: names) }\nrule b { flag if probe(among: more) }\n"
        'rule c { flag if probe(rubric: "rubric.md") }\n} }\n',
        encoding="utf-8",
    )
    (tmp_path / "main.guard").write_text(
        'guard 1\nimport "shared/base.guard" as base\nlist names = ["Ann"]\n'
        "policy p extends base.company { on error block on timeout block\non output within 9ms limit 99 chars {\n"
        "rule d { flag if probe(among: names) }\nrule e { flag if probe(among: base.names) }\n"
        'rule f { flag if probe(rubric: "shared/rubric.md") }\n} }\n',
        encoding="utf-8",
    )
    unit = analyse(tmp_path / "main.guard", root=tmp_path)
    assert errors(unit) == []
    assert keys(unit) == [
        "probe(among: names)",
        "probe(among: names of shared/base.guard)",
        'probe(rubric: "shared/rubric.md")',
        "probe(among: names of shared/base.guard)",
        "probe(among: more)",
        'probe(rubric: "shared/rubric.md")',
    ]


def test_key_of_a_call_in_a_test_is_the_key_of_the_same_call_in_a_rule(
    tmp_path: Path, install: Callable[[Probe], Probe]
) -> None:
    install(Probe())
    unit = unit_of(tmp_path, "probe(phone, email)")
    assert unit.scope is not None
    arguments = tuple(tree.Argument(None, tree.Path((kind,))) for kind in ("email", "phone"))
    assert call_key(unit, tree.Call(("probe",), arguments), unit.scope) == keys(unit)[0]
    assert call_key(unit, tree.Call(("nothing_like_it",), ()), unit.scope) is None


def test_a_refused_argument_is_a_diagnostic_at_the_argument(tmp_path: Path, install: Callable[[Probe], Probe]) -> None:
    def refuse(arguments: Arguments) -> None:
        raise ArgumentProblem("G210", "`words` is odd", parameter="words", help="write an even number")

    install(Probe(refuse))
    unit = unit_of(tmp_path, "probe(words: 9)", "probe(words: 9)")
    found = [d for d in unit.diagnostics if d.level is Level.ERROR]
    assert [(d.code, d.message, d.helps) for d in found] == [("G210", "`words` is odd", ("write an even number",))]
    assert unit.sources["main.guard"].text[found[0].span.start : found[0].span.end] == "9"
    assert unit.calls == {}


def test_an_unknown_code_falls_back_to_a_type_error(tmp_path: Path, install: Callable[[Probe], Probe]) -> None:
    def refuse(arguments: Arguments) -> None:
        raise ArgumentProblem("G999", "no such code")

    install(Probe(refuse))
    assert errors(unit_of(tmp_path, "probe")) == [("G201", "no such code")]


def test_a_broken_validator_is_a_diagnostic_not_a_traceback(tmp_path: Path, install: Callable[[Probe], Probe]) -> None:
    def fail(arguments: Arguments) -> None:
        raise KeyError("secret detail")

    install(Probe(fail))
    unit = unit_of(tmp_path, "probe")
    assert [d.code for d in unit.diagnostics] == ["G201"]
    assert "KeyError" in unit.diagnostics[0].notes[0]
    assert "secret detail" not in str(unit.diagnostics)


def test_problems_of_a_check_are_warnings(tmp_path: Path, install: Callable[[Probe], Probe]) -> None:
    class Odd(Probe):
        def bind(self, arguments: Arguments) -> Check:
            check = DirectCheck()
            check.problems = (ArgumentProblem("G406", "slow", parameter="said"),)
            return check

    install(Odd())
    unit = unit_of(tmp_path, 'probe(said: "x")')
    assert [(d.code, d.level, d.message) for d in unit.diagnostics] == [("G406", Level.WARNING, "slow")]


def test_a_missing_model_is_a_note_that_loading_turns_into_an_error(
    tmp_path: Path, install: Callable[[Probe], Probe]
) -> None:
    def miss(arguments: Arguments) -> None:
        raise ArgumentProblem("G703", "the model `probe` is not installed", help="install it")

    install(Probe(miss))
    unit = unit_of(tmp_path, "probe", "probe(email)", "pii(email)")
    notes = [d for d in unit.diagnostics if d.code == "G703"]
    assert [(d.level, len(d.secondary)) for d in notes] == [(Level.NOTE, 1)]
    assert not unit.failed
    assert [call.check is None for call in unit.calls.values()] == [True, True, False]
    assert [d.level for d in missing_models(unit, unit.policies["p"])] == [Level.ERROR]


def test_models_of_deferred_rules_do_not_keep_a_policy_from_loading(
    tmp_path: Path, install: Callable[[Probe], Probe]
) -> None:
    def miss(arguments: Arguments) -> None:
        raise ArgumentProblem("G703", "the model `probe` is not installed")

    install(Probe(miss))
    unit = unit_of(tmp_path, "probe", rule="later")
    assert missing_models(unit, unit.policies["p"]) == ()
    assert [d.code for d in missing_models(unit, unit.policies["p"], later=True)] == ["G703"]


def test_a_call_with_wrong_arguments_is_not_bound(tmp_path: Path, install: Callable[[Probe], Probe]) -> None:
    probe = install(Probe())
    unit = unit_of(tmp_path, "probe(emial)", 'probe(rubric: "missing.md")')
    assert [code for code, _ in errors(unit)] == ["G103", "G107"]
    assert probe.seen == []
    assert unit.calls == {}
