"""Models of the shipped ones' shapes that know a handful of words, for tests: no weights, no training."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from guardrail.models import cards, weights
from guardrail.models.encoder import HEADS
from guardrail.models.wordpiece import CLS, SEP, WordPiece

VOCABULARY = Path(weights.__file__).parent / "weights" / "vocab.txt"

WORDS: Mapping[str, Mapping[str, float]] = {
    "stupid": {"toxicity": 3.0, "harassment": 3.0},
    "hurt": {"toxicity": 2.0, "threat": 4.0},
    "damn": {"toxicity": 0.5, "profanity": 4.0},
    "ignore": {"injection": 4.0, "direct": 4.0},
    "disregard": {"injection": 1.0, "indirect": 1.0},
}
"""Words with the logits they give a window; every other word gives -6, and a window has the highest of its words'."""

LEVELS = {"possible": 0.4, "likely": 0.7, "very_likely": 0.94}
CARDS: Mapping[str, Mapping[str, Any]] = {
    "toxicity": {"slope": 1.0, "offset": 0.0, "levels": LEVELS},
    "injection": {"slope": 1.0, "offset": 0.0, "levels": LEVELS},
    "topic": {"slope": 10.0, "offset": -5.0, "levels": LEVELS, "options": {"nearest": 1, "contrast": 2.0}},
    **{
        f"toxicity_{category}": {
            "slope": 2.0,
            "offset": -1.0,
            "levels": {"possible": 0.1, "likely": 0.5, "very_likely": 0.9},
        }
        for category in ("hate", "harassment", "threat", "sexual", "profanity")
    },
}


def guard_model(seed: int = 7) -> bytes:
    """An ONNX model with the input and outputs of `guard.onnx`: a word's vectors are random, but always the same."""
    words = WordPiece.load(VOCABULARY)
    size = sum(1 for _ in VOCABULARY.open(encoding="utf-8"))
    random = numpy.random.default_rng(seed)
    logits = numpy.full((size, len(HEADS)), -6.0, dtype=numpy.float32)
    for word, given in WORDS.items():
        (token,) = words.encode(word)
        for head, value in given.items():
            logits[token, HEADS.index(head)] = value
    vectors = random.standard_normal((size, 16)).astype(numpy.float32)
    vectors[[CLS, SEP]] = 0.01
    constants = {
        "token_logits": logits,
        "token_vectors": vectors,
        "to_embedding": random.standard_normal((16, 384)).astype(numpy.float32),
        "to_pooled": random.standard_normal((16, 768)).astype(numpy.float32),
        "zero": numpy.array(0, dtype=numpy.int64),
        "low": numpy.array(-100.0, dtype=numpy.float32),
        "last": numpy.array([-1], dtype=numpy.int64),
        "tokens": numpy.array([1], dtype=numpy.int64),
    }
    nodes = [
        helper.make_node("Equal", ["ids", "zero"], ["padding"]),
        helper.make_node("Unsqueeze", ["padding", "last"], ["absent"]),
        helper.make_node("Gather", ["token_logits", "ids"], ["said"]),
        helper.make_node("Where", ["absent", "low", "said"], ["masked"]),
        helper.make_node("ReduceMax", ["masked", "tokens"], ["logits"], keepdims=0),
        helper.make_node("Gather", ["token_vectors", "ids"], ["vectors"]),
        helper.make_node("Cast", ["absent"], ["absence"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["vectors", "absence"], ["padded"]),
        helper.make_node("Sub", ["vectors", "padded"], ["present"]),
        helper.make_node("ReduceSum", ["present", "tokens"], ["sum"], keepdims=0),
        helper.make_node("MatMul", ["sum", "to_embedding"], ["wide"]),
        helper.make_node("LpNormalization", ["wide"], ["embedding"], axis=-1, p=2),
        helper.make_node("MatMul", ["sum", "to_pooled"], ["pooled"]),
    ]
    outputs = {"logits": len(HEADS), "embedding": 384, "pooled": 768}
    graph = helper.make_graph(
        nodes,
        "standin",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, ["batch", "length"])],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", width]) for name, width in outputs.items()],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())


def write_models(folder: Path) -> Path:
    """A folder laid out like the package's: `weights` with a manifest, and `cards`."""
    where = folder / "weights"
    where.mkdir(parents=True)
    (where / "guard.onnx").write_bytes(guard_model())
    shutil.copy(VOCABULARY, where / "vocab.txt")
    write_manifest(where)
    (folder / "cards").mkdir()
    for name, card in CARDS.items():
        (folder / "cards" / f"{name}.json").write_text(json.dumps(card), "utf-8")
    return folder


def write_manifest(where: Path) -> None:
    """List every file of a folder of weights."""
    files = [path for path in sorted(where.iterdir()) if path.name != "manifest.json"]
    listed = {
        path.name: {"sha256": hashlib.sha256(path.read_bytes()).hexdigest(), "bytes": path.stat().st_size}
        for path in files
    }
    (where / "manifest.json").write_text(json.dumps(listed), "utf-8")


def install(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let the models of a folder stand in for the shipped ones."""
    monkeypatch.setattr(weights, "folder", lambda: folder / "weights")
    monkeypatch.setattr(cards, "folder", lambda: folder / "cards")
