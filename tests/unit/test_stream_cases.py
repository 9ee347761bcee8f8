"""Runs tests/cases/streams: a policy beside a JSON list of streams, each with what came out after every chunk.

A case gives `chunks` and may give `request` and `attempt`; `out`, `end` (what came when the text had ended) and
`decision` are written by `pytest --update-goldens`. Classifiers are stand-ins that know `rude` and `vile`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from guardrail.engine.guard import Guard
from guardrail.engine.stages import Asked
from guardrail.engine.stream.session import Session
from tests.property.stream_cases import load

CASES = Path(__file__).parent.parent / "cases" / "streams"


@pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.guard")))
def test_a_stream_gives_what_the_case_says(name: str, update_goldens: bool) -> None:
    golden = CASES / f"{name}.json"
    guard = load((CASES / f"{name}.guard").read_text("utf-8"))
    cases = json.loads(golden.read_text("utf-8"))
    got = [_run(guard, case) for case in cases]
    if update_goldens:
        golden.write_text(json.dumps(got, indent=1, ensure_ascii=True) + "\n", "utf-8")
    assert got == json.loads(golden.read_text("utf-8"))


def _run(guard: Guard, case: dict[str, Any]) -> dict[str, Any]:
    given = {key: case[key] for key in ("note", "chunks", "request", "attempt") if key in case}
    session = Session(guard.rails, guard.plans, Asked(case.get("request"), case.get("attempt", 1), "1"))
    out = [session.feed(chunk) for chunk in case["chunks"]]
    end = session.finish()
    decision = session.decision
    assert decision is not None
    assert decision.action == "block" or decision.action == "reask" or decision.text == "".join(out) + end
    told = {"action": str(decision.action), "by": list(decision.by), "released": decision.released}
    return {**given, "out": out, "end": end, "decision": told}
