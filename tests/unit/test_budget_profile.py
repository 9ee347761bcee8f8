"""The figures of machines: read, kept, measured, and what they say of a stage."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from guardrail.cli.benching import measuring
from guardrail.compiler.budget import cost_of_pipeline
from guardrail.compiler.budget_text import budget_lines
from guardrail.compiler.costs import (
    Cost,
    Figures,
    Profile,
    ProfileProblem,
    profile_json,
    read_profile,
    reference_profile,
)
from guardrail.compiler.front import analyse
from guardrail.compiler.lowering import lower
from guardrail.compiler.plan import Pipeline
from guardrail.diagnostics.errors import EngineError
from guardrail.engine.loading import choose, load_guard
from guardrail.engine.profiles import profile_path, store_profiles, stored_profile
from guardrail.evaluate.profiling.machine import ENCODER, Effort, kinds, measure, measure_together
from guardrail.text.scanner.scanner import build_scanner
from guardrail.validators import registry
from tests.unit.cli_runner import run_line

POLICY = """guard 1
list names = ["Globex"]
policy p {
  on error block
  on timeout block
  on output within 100ms limit 5000 chars {
    rule names { redact if mentions(names) }
    rule orders { flag if injection >= 0.5 }
    rule rude { flag if toxicity >= 0.5 }
    rule rude_sentences { redact if toxicity(span: sentence) >= 0.5 }
    rule long { flag if length(max: 40) }
  }
}
"""
MACHINE = Profile(
    "a machine",
    1,
    {
        "scan": Cost(Figures(1), Figures(100)),
        "mentions": Cost(Figures(1), Figures(900, 1_000)),
        "encoder": Cost(Figures(1), Figures(1_000, 0, 20_000)),
        "encoder by sentence": Cost(Figures(1), Figures(0, 0, 10_000)),
        "toxicity": Cost(Figures(1), Figures(500), ("encoder",)),
        "toxicity span": Cost(Figures(1), Figures(500), ("encoder by sentence",)),
        "injection": Cost(Figures(1), Figures(500), ("encoder",)),
        "closing": Cost(Figures(1), Figures(250)),
    },
)


@pytest.fixture
def pipeline(tmp_path: Path) -> Pipeline:
    path = tmp_path / "p.guard"
    path.write_text(POLICY, "utf-8")
    unit = analyse(path, lints=False)
    return lower(unit, choose(unit, None), build_scanner)["output"]


def test_shared_windows_count_once_and_a_second_look_counts(pipeline: Pipeline) -> None:
    cost = cost_of_pipeline(pipeline, MACHINE)
    names = [(line.what, round(line.bound.milliseconds(2_000), 3)) for line in cost.lines]
    assert names == [
        ("one scan for 2 checks", 3.0),
        ("encoder, once for injection, toxicity", 41.0),
        ("injection", 0.5),
        ("toxicity", 0.5),
        ("encoder by sentence, once for toxicity(span: sentence)", 20.0),
        ("toxicity(span: sentence)", 0.5),
        ("looking at the edited text again", 3.0),
        ("making the decision", 0.25),
    ]
    assert cost.bound(2_000) == pytest.approx(sum(time for _, time in names))


def test_the_longest_text_is_the_longest_that_fits(pipeline: Pipeline) -> None:
    cost = cost_of_pipeline(pipeline, MACHINE)
    longest = cost.longest(100, 5_000)
    assert cost.bound(longest) <= 100 < cost.bound(longest + 1)
    assert cost.longest(0.1, 5_000) == 0
    assert cost.longest(10_000, 5_000) == 5_000


def test_the_table_says_what_times_out_first(pipeline: Pipeline) -> None:
    lines = list(budget_lines(pipeline, MACHINE))
    assert lines[0] == "budget 165 ms at 5,000 characters, within 100 ms   (p99 on a machine)"
    assert lines[-1].strip() == "over 2,900 characters `toxicity(span: sentence)` times out: block"


def test_a_call_that_was_measured_itself_goes_before_its_kind(pipeline: Pipeline) -> None:
    own = Profile("x", 1, {**MACHINE.costs, "mentions(names)": Cost(Figures(), Figures(7_000))})
    assert cost_of_pipeline(pipeline, own).lines[0].bound == Figures(7_100)


def test_what_nobody_measured_costs_what_its_class_costs(pipeline: Pipeline) -> None:
    only = Profile("x", 1, {"C2": Cost(Figures(), Figures(5_000))})
    toxicity = next(slot for slot in pipeline.slots if slot.key == "toxicity")
    assert only.of(toxicity).bound == Figures(5_000)


def test_the_reference_knows_every_validator_and_is_slower_than_its_median() -> None:
    costs = reference_profile().costs
    for name in registry.names():
        validator = registry.find(name)
        assert validator is not None
        assert name in costs or validator.signature.later_only, name
    for name, cost in costs.items():
        for characters in (1, 200, 20_000):
            assert cost.usual.milliseconds(characters) <= cost.bound.milliseconds(characters), name
        assert all(run in costs for run in cost.runs), name


def test_profiles_are_read_as_they_were_written() -> None:
    written = json.dumps(profile_json([MACHINE, Profile("a machine", 4, MACHINE.costs)])).encode()
    one, four = read_profile(written)
    assert (one.name, one.threads, dict(one.costs)) == ("a machine", 1, dict(MACHINE.costs))
    assert four.threads == 4


def _with(change: Any) -> bytes:
    value = profile_json([MACHINE])
    change(value)
    return json.dumps(value).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[" * 100_000,
        b"[]",
        b"x" * 2_000_000,
        _with(lambda v: v.update(version=2)),
        _with(lambda v: v.update(threads={})),
        _with(lambda v: v.update(threads=[1])),
        _with(lambda v: v.update(machine=3)),
        _with(lambda v: v.update(threads={"0": {}})),
        _with(lambda v: v.update(threads={"99999999999": {}})),
        _with(lambda v: v.update(threads={"one": {}})),
        _with(lambda v: v["threads"].update({"1": 3})),
        _with(lambda v: v["threads"]["1"].update(scan={"usual": {}})),
        _with(lambda v: v["threads"]["1"].update(scan={"usual": {}, "bound": {}, "more": 1})),
        _with(lambda v: v["threads"]["1"].update(scan={"usual": {}, "bound": {"fixed_us": -1}})),
        _with(lambda v: v["threads"]["1"].update(scan={"usual": {}, "bound": {"fixed_us": True}})),
        _with(lambda v: v["threads"]["1"].update(scan={"usual": {}, "bound": {"fixed_us": float("inf")}})),
        _with(lambda v: v["threads"]["1"].update(scan={"usual": {}, "bound": {"fixed_us": float("nan")}})),
        _with(lambda v: v["threads"]["1"].update(scan={"usual": {}, "bound": {"unknown": 1}})),
        _with(lambda v: v["threads"]["1"].update(scan={"usual": {}, "bound": {}, "runs": "encoder"})),
    ],
)
def test_what_is_no_profile_is_refused_in_our_words(content: bytes) -> None:
    with pytest.raises(ProfileProblem) as problem:
        read_profile(content)
    assert str(problem.value)[0].islower() or str(problem.value)[0] == "`"


def test_the_file_lies_in_the_users_cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert profile_path() == tmp_path / "guardrail" / "machine.json"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert profile_path() == tmp_path / ".cache" / "guardrail" / "machine.json"


def test_guards_go_by_the_stored_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert stored_profile(2) is None
    many = Profile("m", 64, {"scan": Cost(Figures(), Figures(2_000_000)), "length": Cost()})
    store_profiles(
        [Profile("m", 1, {"C1": Cost(Figures(), Figures(1_000_000)), "length": Cost()}), many], profile_path()
    )
    assert [path.name for path in profile_path().parent.iterdir()] == ["machine.json"]
    single, together = stored_profile(1), stored_profile(64)
    assert single is not None
    assert together is not None
    assert (single.threads, together.threads) == (1, 64)
    policy = tmp_path / "p.guard"
    policy.write_text(
        "guard 1\npolicy p {\n  on error block\n  on timeout flag\n  on output within 50ms limit 100 chars {\n"
        '    rule a { flag if language("en") }\n  }\n}\n'
    )
    decision = load_guard(policy).output("hello")
    assert decision.budget.skipped == ('language("en"): no time (a)',)
    profile_path().write_text("{", "utf-8")
    with pytest.raises(EngineError, match="guardrail bench"):
        load_guard(policy)


def test_plans_show_this_machine_beside_the_reference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "p.guard").write_text(POLICY, "utf-8")
    store_profiles([MACHINE], profile_path())
    shown = run_line("guardrail plan p.guard", monkeypatch)
    assert shown.count("\nbudget ") == 2
    assert "(p99 on a machine)" in shown
    shown = run_line("guardrail check p.guard --budget", monkeypatch)
    assert "times in ms, p99 on the reference machine\n" in shown
    assert "p.output  5,000     100         165              2,900" in shown


def test_every_kind_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    now = iter(range(1_000_000))
    cheap = [call for call in kinds() if call.signature.cost < 2]
    assert {call.signature.name for call in cheap} == {
        name
        for name in registry.names()
        if registry.find(name).signature.cost < 2  # type: ignore[union-attr]
    }
    single = measure("here", lambda: next(now) / 1_000, Effort(2, 2), told.append, cheap)
    assert {"scan", "closing", "mentions disguised", "contains similarity", "pii"} <= single.costs.keys()
    assert set(told) <= single.costs.keys()
    together = measure_together(single, 2, lambda: next(now) / 1_000, Effort(2, 2), told.append, cheap)
    assert (together.threads, together.costs["pii"]) == (2, single.costs["pii"])
    assert ENCODER not in together.costs or ENCODER in single.costs


def test_bench_measures_stores_and_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    some = [call for call in kinds() if call.signature.name in ("length", "mentions", "json_schema")]
    monkeypatch.setattr(measuring, "kinds", lambda: tuple(some))
    monkeypatch.setattr(measuring, "_QUICK", Effort(2, 2))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "p.guard").write_text(
        "guard 1\npolicy p {\n  on error block\n  on timeout block\n  on output within 1s limit 9 chars {\n"
        "    rule a { flag if length(max: 3) }\n  }\n}\n"
    )
    shown = run_line("guardrail bench p.guard --quick --threads 2 --out machine.json", monkeypatch)
    assert "one check at a time" in shown
    assert "2 checks at once" in shown
    assert "  length(max: 3) " in shown
    one, two = read_profile((tmp_path / "machine.json").read_bytes())
    assert (one.threads, two.threads) == (1, 2)
    assert {"scan", "length", "length(max: 3)", "mentions", "json_schema"} <= one.costs.keys()
    given = json.loads(
        run_line("guardrail bench --quick --threads 1 --out m.json --format json", monkeypatch).split("\n")[1]
    )
    assert list(given["threads"]) == ["1"]
    assert "cannot be written" in run_line("guardrail bench --quick --threads 1 --out p.guard/x.json", monkeypatch)


def test_validate_lets_checks_end_unless_it_is_timed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    store_profiles([Profile("m", 1, {"C1": Cost(Figures(), Figures(1_000_000))})], profile_path())
    (tmp_path / "p.guard").write_text(
        "guard 1\npolicy p {\n  on error block\n  on timeout block\n  on output within 50ms limit 100 chars {\n"
        '    rule a { flag if language("de") }\n  }\n}\n'
    )
    (tmp_path / "t.txt").write_text("hello there, this is English", "utf-8")
    assert "status 0" in run_line("guardrail validate p.guard t.txt", monkeypatch)
    timed = run_line("guardrail validate p.guard t.txt --timed", monkeypatch)
    assert "the time left was too short" in timed
    assert "status 3" in timed
