"""Weights, sessions and cards: absent, damaged, hostile."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy
import onnx
import pytest
from onnx import TensorProto, helper

from guardrail.models import cards, weights
from guardrail.models.cards import LEVELS, Card, card, parse_card, threshold
from guardrail.models.encoder import HEADS
from guardrail.models.problems import ModelMissing, ModelProblem
from guardrail.models.sessions import open_session
from tests.unit.standin_models import LEVELS as STANDIN_LEVELS
from tests.unit.standin_models import install, write_manifest, write_models

GOOD = {"slope": 1.5, "offset": -0.5, "levels": {"possible": 0.2, "likely": 0.6, "very_likely": 0.9}}


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_models(tmp_path_factory.mktemp("models"))


# ------------------------------------------------------------------ what is shipped


def test_every_shipped_file_is_the_one_the_manifest_lists() -> None:
    listed = json.loads((weights.folder() / "manifest.json").read_text("utf-8"))
    there = {path.name for path in weights.folder().iterdir()} - {"manifest.json"}
    assert set(listed) == there
    for name in listed:
        assert weights.weight_file(name) == weights.folder() / name


def test_every_shipped_card_is_one_and_of_the_shipped_model() -> None:
    for path in cards.folder().glob("*.json"):
        assert card(path.stem).name == path.stem
        written = json.loads(path.read_text("utf-8"))
        assert written["weights_sha256"] == weights.weight_hash("guard.onnx"), path.name


# ------------------------------------------------------------------ weights


def test_a_listed_file_is_found(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, models)
    assert weights.weight_file("guard.onnx").read_bytes()[:1] == b"\x08"
    assert len(weights.weight_hash("guard.onnx")) == 64


def test_a_file_that_is_not_listed_is_missing(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, models)
    with pytest.raises(ModelMissing, match=r"`ground\.onnx` is not installed"):
        weights.weight_file("ground.onnx")


def test_a_listed_file_that_is_gone_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, write_models(tmp_path))
    (tmp_path / "weights" / "guard.onnx").unlink()
    with pytest.raises(ModelMissing, match=r"`guard\.onnx` is not installed"):
        weights.weight_file("guard.onnx")


@pytest.mark.parametrize("change", [b"", b"x"], ids=["cut", "replaced"])
def test_a_changed_file_is_refused(change: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, write_models(tmp_path))
    path = tmp_path / "weights" / "guard.onnx"
    path.write_bytes(path.read_bytes()[:-1] + change)
    with pytest.raises(ModelProblem, match="not the one that was shipped") as caught:
        weights.weight_file("guard.onnx")
    assert str(tmp_path) not in caught.value.reason + caught.value.help


@pytest.mark.parametrize("written", ["[", "[1]", '{"guard.onnx": {"sha256": "x"}}', '{"guard.onnx": 3}'])
def test_a_broken_manifest_is_a_problem(written: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "weights").mkdir()
    (tmp_path / "weights" / "manifest.json").write_text(written)
    install(monkeypatch, tmp_path)
    with pytest.raises(ModelProblem, match="list of model files"):
        weights.weight_file("guard.onnx")


# ------------------------------------------------------------------ sessions


def test_a_session_runs_what_is_asked_for(models: Path) -> None:
    session = open_session(models / "weights" / "guard.onnx")
    assert session.outputs == ("logits", "embedding", "pooled")
    embedding, logits = session.run(("embedding", "logits"), {"ids": numpy.array([[101, 2054, 102, 0]])})
    assert logits.shape == (1, len(HEADS))
    assert numpy.linalg.norm(embedding[0]) == pytest.approx(1, abs=1e-5)


def test_a_model_that_cannot_take_its_input_is_a_problem_in_our_words(models: Path) -> None:
    session = open_session(models / "weights" / "guard.onnx")
    with pytest.raises(ModelProblem, match=r"^the model could not be run$"):
        session.run(("logits",), {"ids": numpy.array([[101.5]])})


def test_weights_in_other_files_are_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.bin"
    secret.write_bytes(b"\0" * 16)
    tensor = TensorProto(name="w", data_type=TensorProto.FLOAT, dims=[4], data_location=TensorProto.EXTERNAL)
    tensor.external_data.add(key="location", value="secret.bin")
    graph = helper.make_graph(
        [helper.make_node("Add", ["x", "w"], ["y"])],
        "g",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [4])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [4])],
        [tensor],
    )
    path = tmp_path / "model.onnx"
    path.write_bytes(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)]).SerializeToString())
    with pytest.raises(ModelProblem, match="keeps weights in other files"):
        open_session(path)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("model.pkl", b""),
        ("model.onnx", b"not a model"),
        ("model.onnx", b"\0\0\0\0ORTM" + b"\0" * 50),
        ("model.ort", b""),
    ],
)
def test_only_onnx_is_loaded(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ModelProblem, match="is no model"):
        open_session(tmp_path / name)


def test_an_absent_model_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing):
        open_session(tmp_path / "absent.onnx")


def test_a_huge_model_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "model.onnx"
    with path.open("wb") as file:
        file.truncate(201 * 1024 * 1024)
    with pytest.raises(ModelProblem, match="larger than 200 MB"):
        open_session(path)


def test_the_stand_in_is_a_sound_model(models: Path) -> None:
    onnx.checker.check_model(onnx.load(models / "weights" / "guard.onnx"))


# ------------------------------------------------------------------ cards


def test_thresholds_are_nominal_without_a_card(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cards, "folder", lambda: tmp_path)
    assert [threshold("toxicity", level) for level in LEVELS] == [0.5, 0.8, 0.95]
    with pytest.raises(KeyError):
        threshold("toxicity", "certain")


def test_thresholds_are_the_card_s(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, models)
    assert {level: threshold("toxicity", level) for level in LEVELS} == STANDIN_LEVELS
    with pytest.raises(KeyError):
        threshold("toxicity", "certain")


@pytest.mark.parametrize(
    "change",
    [
        {"slope": 0},
        {"slope": "1"},
        {"offset": float("nan")},
        {"offset": True},
        {"levels": {"possible": 0.5}},
        {"levels": {"possible": 0.5, "likely": 0.5, "very_likely": 0.9}},
        {"levels": {"possible": 0.5, "likely": 0.6, "very_likely": 1.5}},
        {"levels": [1]},
        {"options": {"nearest": "3"}},
    ],
)
def test_what_cannot_be_a_card_is_refused(change: dict[str, Any]) -> None:
    assert parse_card("x", GOOD).slope == 1.5
    with pytest.raises(ModelProblem, match="the calibration card `x`"):
        parse_card("x", {**GOOD, **change})


def test_a_card_that_is_no_json_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "toxicity.json").write_text("{")
    monkeypatch.setattr(cards, "folder", lambda: tmp_path)
    with pytest.raises(ModelProblem, match="cannot be read"):
        threshold("toxicity", "likely")


def test_scores_on_another_scale_meet_at_the_levels_and_rise() -> None:
    own = Card("threat", 2.0, -1.0, {"possible": 0.05, "likely": 0.3, "very_likely": 0.8})
    other = Card("all", 1.0, 0.0, {"possible": 0.4, "likely": 0.7, "very_likely": 0.94})
    for level in LEVELS:
        logit = (cards.log_odds(own.levels[level]) + 1.0) / 2.0
        assert own.score(logit) == pytest.approx(own.levels[level])
        assert own.score_on(other, logit) == pytest.approx(other.levels[level])
    scores = [own.score_on(other, logit / 10) for logit in range(-300, 300)]
    assert scores == sorted(scores)
    assert scores[0] >= 0 and scores[-1] <= 1
    assert own.score_on(own, 0.3) == own.score(0.3)


def test_extreme_logits_do_not_overflow() -> None:
    assert parse_card("x", GOOD).score(-1e6) == 0.0
    assert parse_card("x", GOOD).score(1e6) == 1.0


def test_manifest_writing_lists_every_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    write_manifest(tmp_path)
    assert json.loads((tmp_path / "manifest.json").read_text())["a.txt"]["bytes"] == 1
