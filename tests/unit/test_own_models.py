"""A deployment's own cards and heads, named in `guardrail.toml`, in place of the shipped ones."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import guardrail
from guardrail.diagnostics.errors import EngineError
from guardrail.models.own_models import read_own_model
from guardrail.models.problems import ModelMissing, ModelProblem
from guardrail.models.weights import weight_hash
from guardrail.training.own_heads import train_head, write_head
from tests.unit.standin_models import install, write_models
from tests.unit.test_own_heads import made_rows

_POLICY = """guard 1
policy p {
  on error block
  on timeout block
  on output within 500ms limit 6000 chars {
    rule calm { block if toxicity >= likely }
  }
}
"""


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_models(tmp_path_factory.mktemp("models"))


@pytest.fixture
def work(models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    install(monkeypatch, models)
    (tmp_path / "p.guard").write_text(_POLICY, "utf-8")
    return tmp_path


def write_card(path: Path, levels: tuple[float, float, float], **changes: object) -> None:
    card: Mapping[str, Any] = {
        "model": "toxicity",
        "weights_sha256": weight_hash("guard.onnx"),
        "slope": 1.0,
        "offset": 0.0,
        "levels": dict(zip(("possible", "likely", "very_likely"), levels, strict=True)),
        **changes,
    }
    path.write_text(json.dumps(card), "utf-8")


def test_a_card_of_ones_own_moves_the_level(work: Path) -> None:
    # The stand-in gives `damn` a score of 0.62; the shipped card's `likely` is 0.7.
    assert guardrail.load(work / "p.guard").output("damn late").action == "allow"
    write_card(work / "own.json", (0.3, 0.6, 0.9))
    (work / "guardrail.toml").write_text('[models.toxicity]\ncard = "own.json"\n', "utf-8")
    assert guardrail.load(work / "p.guard").output("damn late").action == "block"


def test_a_head_of_ones_own_answers_for_the_validator(work: Path) -> None:
    write_head(work / "head.json", train_head(made_rows(200), "toxicity"))
    (work / "guardrail.toml").write_text('[models.toxicity]\nhead = "head.json"\n', "utf-8")
    guard = guardrail.load(work / "p.guard")
    assert guard.output("The merger opened. The acquisition works.").action == "block"
    assert guard.output("The garden opened.").action == "allow"


def test_a_wrong_file_keeps_the_policy_from_loading(work: Path) -> None:
    write_card(work / "own.json", (0.3, 0.6, 0.9), weights_sha256="00" * 32)
    (work / "guardrail.toml").write_text('[models.toxicity]\ncard = "own.json"\n', "utf-8")
    with pytest.raises(EngineError, match="made for other weights"):
        guardrail.load(work / "p.guard")
    (work / "guardrail.toml").write_text('[models.toxcity]\ncard = "own.json"\n', "utf-8")
    with pytest.raises(EngineError, match="known are `toxicity`"):
        guardrail.load(work / "p.guard")


def test_a_card_for_another_model_an_absent_one_and_none_are_told_apart(work: Path) -> None:
    write_card(work / "other.json", (0.3, 0.6, 0.9), model="injection")
    with pytest.raises(ModelProblem, match="is not one of `toxicity`"):
        read_own_model("toxicity", work / "other.json", None)
    with pytest.raises(ModelMissing, match="does not exist"):
        read_own_model("toxicity", work / "none.json", None)
    with pytest.raises(ModelProblem, match="neither a card nor a head"):
        read_own_model("toxicity", None, None)
