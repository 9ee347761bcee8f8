"""Runs tests/cases/grounding/*.json: add an object, then run with `--update-goldens` and read the diff.

`roles.json` and `facts.json` say what is right and are never rewritten.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from guardrail.models.grounding.claims import role_of
from guardrail.models.grounding.evidence import Passages, split
from guardrail.models.grounding.facts import doubtful, known, known_question
from guardrail.models.grounding.splitting import Sentence, read
from tests.unit.standin_grounding import standin_scorer

CASES = Path(__file__).parents[1] / "cases" / "grounding"
Entry = dict[str, Any]


def entries(name: str) -> list[Entry]:
    found: list[Entry] = json.loads((CASES / f"{name}.json").read_text("utf-8"))
    return found


def splitting(entry: Entry) -> Entry:
    answer = entry["answer"]
    sentences = read(answer)
    assert split(answer) == tuple((s.start, s.end) for s in sentences)
    return {
        "sentences": [
            {"text": s.text, "from": answer[s.start : s.end], "lead": s.lead, "heading": s.heading} for s in sentences
        ]
    }


def evidence(entry: Entry) -> Entry:
    passages = entry["passages"]
    found = Passages(passages).choose(entry["sentence"], entry["budget"])
    sources = [(passages if isinstance(passages, str) else passages[p.passage])[p.start : p.end] for p in found.pieces]
    assert found.passages == tuple(sorted(found.passages))
    return {
        "text": found.text,
        "pieces": [f"{p.passage}, rank {p.rank}: {s}" for p, s in zip(found.pieces, sources, strict=True)],
    }


def judged(entry: Entry) -> Entry:
    answer = entry["answer"]
    found = standin_scorer().judge(answer, entry["passages"], entry.get("question"))
    return {
        "support": round(found.support, 2),
        "sentences": [
            {
                "text": answer[s.start : s.end],
                "role": s.role.value,
                "support": round(s.support, 2),
                "unsupported": [answer[start:end] for start, end in s.unsupported],
                "passage": s.passage,
            }
            for s in found.sentences
        ],
    }


@pytest.mark.parametrize(
    ("name", "observe", "given"),
    [
        ("splitting", splitting, ("note", "answer")),
        ("evidence", evidence, ("note", "passages", "sentence", "budget")),
        ("judged", judged, ("note", "passages", "answer", "question")),
    ],
    ids=["splitting", "evidence", "judged"],
)
def test_golden_cases(
    name: str, observe: Callable[[Entry], Entry], given: tuple[str, ...], update_goldens: bool
) -> None:
    before = entries(name)
    observed = [{key: e[key] for key in given if key in e} | observe(e) for e in before]
    if update_goldens:
        text = json.dumps(observed, indent=1, ensure_ascii=False)
        (CASES / f"{name}.json").write_text(text + "\n", "utf-8")
        return
    for entry, seen in zip(before, observed, strict=True):
        assert entry == seen, entry["note"]


@pytest.mark.parametrize("entry", entries("roles"), ids=lambda entry: entry["sentence"])
def test_what_a_sentence_does(entry: Entry) -> None:
    sentence = Sentence(entry["sentence"], 0, len(entry["sentence"]))
    assert role_of(sentence, entry["question"]).value == entry["role"]


@pytest.mark.parametrize("entry", entries("facts"), ids=lambda entry: entry["note"])
def test_which_facts_the_passages_lack(entry: Entry) -> None:
    text, question = entry["sentence"], entry.get("question")
    found = doubtful(text, known(entry["passages"]), known_question(question) if question else None)
    assert [f"{fact.kind.value}: {text[fact.start : fact.end]}" for fact in found] == entry["doubtful"]
