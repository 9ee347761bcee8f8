"""Runs `tests/cases/patterns/matches.json` and `problems.json` (`--update-goldens` rewrites what is wanted)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from guardrail.text.requests import Pattern, ViewName
from guardrail.text.scanner.patterns import PatternMatcher
from guardrail.text.subject import Subject
from guardrail.validators.contract import ArgumentProblem, Arguments
from guardrail.validators.matches import VALIDATOR

FOLDER = Path(__file__).parent.parent / "cases" / "patterns"
VIEWS = (ViewName.RAW, ViewName.CLEAN)


def load(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    return found


def save(name: str, cases: list[dict[str, Any]]) -> None:
    lines = ",\n".join(f"  {json.dumps(case, ensure_ascii=True)}" for case in cases)
    (FOLDER / name).write_text(f"[\n{lines}\n]\n", encoding="utf-8")


def spans(case: dict[str, Any], *, linear: bool) -> list[list[Any]]:
    matcher = PatternMatcher.build([Pattern("", text, VIEWS) for text in case["patterns"]], linear=linear)
    found = matcher.find(Subject.of_text(case["text"]).whole) or []
    return [[place, *hit.span, case["text"][slice(*hit.span)]] for place, hit in found]


def problems(case: dict[str, Any]) -> list[list[Any]]:
    try:
        check = VALIDATOR.bind(Arguments({"patterns": tuple(case["patterns"])}))
    except ArgumentProblem as problem:
        return [[problem.code, problem.message, problem.help]]
    return [[problem.code, problem.message, problem.help] for problem in check.problems]


def test_matches(update_goldens: bool) -> None:
    cases = load("matches.json")
    if update_goldens:
        save("matches.json", [case | {"want": spans(case, linear=True)} for case in cases])
    for case in load("matches.json"):
        assert spans(case, linear=True) == case["want"], case["note"]


@pytest.mark.parametrize("case", load("matches.json"), ids=lambda case: case["note"])
def test_without_the_linear_engine_the_matches_are_the_same(case: dict[str, Any]) -> None:
    assert spans(case, linear=False) == spans(case, linear=True)


def test_problems(update_goldens: bool) -> None:
    cases = load("problems.json")
    if update_goldens:
        save("problems.json", [case | {"want": problems(case)} for case in cases])
    for case in load("problems.json"):
        assert problems(case) == case["want"], case["patterns"]
