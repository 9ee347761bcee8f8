"""The shipped policies with classifiers, judged by the shipped models: `tests/cases/model_policies`, offline.

A case is a call of one stage and what must come of it: the action (`want`), rules that must determine it (`by`), the
`parts` of a retrieval, how the text `ends`, what of it it `keeps` and `loses`. Policies' own tests run with `assume`;
here nothing is assumed.
"""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import guardrail
from tests.unit.cli_runner import run_words
from tests.unit.installed_models import what_is_missing

POLICIES = Path(__file__).parents[2] / "policies"
CASES = Path(__file__).parent.parent / "cases" / "model_policies"

pytestmark = pytest.mark.skipif(bool(what_is_missing()), reason=what_is_missing() or "models are installed")


def _cases() -> Iterator[Any]:
    for path in sorted(CASES.glob("*.yaml")):
        page = yaml.safe_load(path.read_text("utf-8"))
        shared = {key: page[key] for key in ("policy", "request", "context") if key in page}
        for case in page["cases"]:
            yield pytest.param({**shared, **case}, id=f"{path.stem}: {case['note']}")


@pytest.fixture(autouse=True)
def _offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("a check opened a socket")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(scope="module")
def guards() -> dict[str, guardrail.Guard]:
    names = {param.values[0]["policy"] for param in _cases()}
    return {name: guardrail.load(POLICIES / name) for name in names}


def _judged(guard: guardrail.Guard, case: dict[str, Any]) -> guardrail.Decision:
    request = case["request"]
    match case["stage"]:
        case "input":
            return guard.input(case["text"], request=request)
        case "retrieval":
            return guard.retrieval(case["chunks"], request=request)
        case "tool_result":
            return guard.tool_result(case["tool"], case["text"], request=request)
        case _:
            return guard.output(
                case["text"],
                request=request,
                context=case.get("context"),
                question=case.get("question"),
                attempt=case.get("attempt", 1),
            )


@pytest.mark.parametrize("case", list(_cases()))
def test_a_shipped_policy_decides_as_a_person_would(case: dict[str, Any], guards: dict[str, guardrail.Guard]) -> None:
    decision = _judged(guards[case["policy"]], case)
    shown = [(f.rule, f.validator, f.score, f.threshold) for f in decision.findings]
    assert decision.errors == ()
    assert decision.action == case["want"], shown
    assert set(case.get("by", ())) <= set(decision.by), shown
    if "parts" in case:
        assert [part.action for part in decision.parts or ()] == case["parts"]
    text = decision.text or ""
    assert text.endswith(case.get("ends", ""))
    assert [kept for kept in case.get("keeps", ()) if kept not in text] == []
    assert [lost for lost in case.get("loses", ()) if lost in text] == []


def test_the_tests_of_the_policies_pass_with_the_models_where_they_assume_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    outcome = run_words(["test", str(POLICIES / "models"), "--live"], monkeypatch)
    assert outcome.status == 0, outcome.output + outcome.errors
    assert "quiet value" not in outcome.output


def test_validate_judges_answers_from_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {
        "late": "Your parcel is late because of the storm. It should arrive on Friday.",
        "rude": "You are a worthless idiot and nobody wants you here.",
        "health": "With a high fever and a stiff neck she must see a doctor today. Let her drink a lot until then.",
    }
    rows = [json.dumps({"id": name, "output": text}) for name, text in answers.items()]
    (tmp_path / "answers.jsonl").write_text("\n".join(rows) + "\n", "utf-8")
    policy = str(POLICIES / "models" / "support_models.guard")
    words = ["validate", policy, str(tmp_path / "answers.jsonl"), "--stage", "output", "--format", "jsonl"]
    outcome = run_words([*words, "--request", "channel=chat", "--request", "locale=en"], monkeypatch)
    judged = [json.loads(line) for line in outcome.output.splitlines()]
    assert {line["id"]: line["action"] for line in judged} == {"late": "allow", "rude": "block", "health": "fix"}
    assert outcome.status == 1
