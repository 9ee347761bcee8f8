"""Cards and heads of a team's own are checked before they stand in for shipped ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from guardrail.models.own_models import read_own_model
from guardrail.models.problems import ModelMissing, ModelProblem
from guardrail.models.weights import weight_hash
from tests.unit.standin_models import install, write_models

LEVELS = {"possible": 0.3, "likely": 0.6, "very_likely": 0.9}


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_models(tmp_path_factory.mktemp("models"))


@pytest.fixture(autouse=True)
def _installed(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, models)


def written(folder: Path, **changes: object) -> Path:
    card = {"model": "toxicity", "weights_sha256": weight_hash("guard.onnx"), "slope": 2.0, "offset": 0.5}
    (folder / "own.json").write_text(json.dumps({**card, "levels": LEVELS, **changes}), "utf-8")
    return folder / "own.json"


def test_a_card_for_these_weights_is_read(tmp_path: Path) -> None:
    own = read_own_model("toxicity", written(tmp_path), None)
    assert (own.card.slope, own.card.offset, own.card.levels, own.head) == (2.0, 0.5, LEVELS, None)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"model": "injection"}, "is not one of `toxicity`"),
        ({"weights_sha256": "00" * 32}, "made for other weights"),
        ({"slope": -1}, "is not one"),
        ({"levels": {**LEVELS, "likely": 0.2}}, "do not rise"),
    ],
)
def test_a_card_that_does_not_belong_here_is_refused(tmp_path: Path, changes: dict[str, object], words: str) -> None:
    with pytest.raises(ModelProblem, match=words):
        read_own_model("toxicity", written(tmp_path, **changes), None)


def test_an_absent_a_broken_and_no_file_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match="does not exist"):
        read_own_model("toxicity", tmp_path / "none.json", None)
    (tmp_path / "broken.json").write_text("{", "utf-8")
    with pytest.raises(ModelProblem, match="cannot be read"):
        read_own_model("toxicity", tmp_path / "broken.json", None)
    with pytest.raises(ModelProblem, match="neither a card nor a head"):
        read_own_model("toxicity", None, None)
