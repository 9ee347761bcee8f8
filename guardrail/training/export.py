"""Turns trained weights into the ONNX files that ship."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import numpy as np

from guardrail.training.onnx_graph import Graph

if TYPE_CHECKING:
    import onnx

Weights: TypeAlias = "Mapping[str, np.ndarray[Any, Any]]"

WIDTH: Final = 384
_HEADS: Final = 12
_LAYERS: Final = 6
_MASKED: Final = -10_000.0
_SPECIAL: Final = (0, 101, 102)


def export_guard(weights: Weights, *, quantised: bool = True) -> onnx.ModelProto:
    """`ids` to `logits` [batch, 10], `embedding` [batch, 384], `pooled` [batch, 768]."""
    graph = Graph(quantised)
    states, kept = _trunk(graph, weights, segments=False)
    bias = graph.node("Mul", [_float(graph, graph.node("Not", [kept])), _scalar(graph, "masked", _MASKED)])
    queries = graph.constant("queries", (weights["queries"].T * WIDTH**-0.5).astype(np.float32))
    scores = graph.node("Add", [graph.node("MatMul", [states, queries]), _unsqueeze(graph, bias, 2)])
    shares = graph.node("Transpose", [graph.node("Softmax", [scores], axis=1)], perm=[0, 2, 1])
    pooled = graph.node("MatMul", [shares, states])
    parts = graph.split("Split", [pooled, _numbers(graph, "halves", [1, 1])], 2, axis=1)
    logits = graph.node("Concat", [_head(graph, weights, n, p) for n, p in zip(_NAMES, parts, strict=True)], axis=1)
    mean = _mean(graph, states, kept)
    norm = graph.node("ReduceL2", [mean], axes=[1], keepdims=1)
    outputs = {
        "logits": (logits, ("batch", 10)),
        "embedding": (graph.node("Div", [mean, norm]), ("batch", WIDTH)),
        "pooled": (graph.node("Flatten", [pooled], axis=1), ("batch", 2 * WIDTH)),
    }
    return graph.model(["ids"], outputs)


def export_ground(weights: Weights, *, quantised: bool = True) -> onnx.ModelProto:
    """`ids` and `segments` to `logits` [batch, 1] and `tokens` [batch, length]."""
    graph = Graph(quantised)
    states, kept = _trunk(graph, weights, segments=True)
    own = graph.node("And", [kept, graph.node("Equal", ["segments", _number(graph, "first_segment", 0)])])
    for token in _SPECIAL[1:]:
        same = graph.node("Equal", ["ids", _number(graph, f"special_{token}", token)])
        own = graph.node("And", [own, graph.node("Not", [same])])
    weight = graph.constant("sentence.weight", weights["sentence.weight"].T)
    bias = graph.constant("sentence.bias", weights["sentence.bias"])
    logits = graph.node("Add", [graph.node("MatMul", [_mean(graph, states, own), weight]), bias])
    token_weight = graph.constant("token.weight", weights["token.weight"].T)
    token_bias = graph.constant("token.bias", weights["token.bias"])
    tokens = graph.node("Add", [graph.node("MatMul", [states, token_weight]), token_bias])
    tokens = graph.node("Squeeze", [tokens, _numbers(graph, "last_axis", [2])])
    return graph.model(["ids", "segments"], {"logits": (logits, ("batch", 1)), "tokens": (tokens, ("batch", "length"))})


_NAMES: Final = ("toxicity", "injection")


def _trunk(graph: Graph, weights: Weights, *, segments: bool) -> tuple[str, str]:
    """The states of the last layer, and where tokens stand (a boolean [batch, length])."""
    kept = graph.node("Not", [graph.node("Equal", ["ids", _number(graph, "padding", 0)])])
    mask = graph.node("Cast", [kept], to=6)
    states = graph.embedding("words", "ids", weights["trunk.words"])
    length = graph.node("Gather", [graph.node("Shape", ["ids"]), _numbers(graph, "second", [1])], axis=0)
    positions = weights["trunk.positions"]
    if not segments:
        positions = positions + weights["trunk.segments"][0]
    table = graph.constant("positions", positions.astype(np.float32))
    states = graph.node("Add", [states, graph.node("Slice", [table, _numbers(graph, "none", [0]), length])])
    if segments:
        kinds = graph.constant("segments_table", weights["trunk.segments"])
        states = graph.node("Add", [states, graph.node("Gather", [kinds, "segments"])])
    states = graph.norm("norm", states, weights["trunk.norm.weight"], weights["trunk.norm.bias"])
    for place in range(_LAYERS):
        states = _layer(graph, weights, f"trunk.layers.{place}", states, mask)
    return states, kept


def _layer(graph: Graph, weights: Weights, name: str, states: str, mask: str) -> str:
    def linear(part: str, given: str) -> str:
        return graph.linear(f"{name}.{part}", given, weights[f"{name}.{part}.weight"], weights[f"{name}.{part}.bias"])

    def norm(part: str, given: str) -> str:
        return graph.norm(f"{name}.{part}", given, weights[f"{name}.{part}.weight"], weights[f"{name}.{part}.bias"])

    sizes = _numbers(graph, f"{name}.thirds", [WIDTH] * 3)
    query, key, value = graph.split("Split", [linear("attention_in", states), sizes], 3, axis=2)
    context = graph.node("MultiHeadAttention", [query, key, value, "", mask], domain="com.microsoft", num_heads=_HEADS)
    states = norm("attention_norm", graph.node("Add", [states, linear("attention_out", context)]))
    wide = graph.node("Gelu", [linear("wide", states)], domain="com.microsoft")
    return norm("norm", graph.node("Add", [states, linear("narrow", wide)]))


def _head(graph: Graph, weights: Weights, name: str, part: str) -> str:
    vector = graph.node("Squeeze", [part, _numbers(graph, f"{name}.axis", [1])])
    weight = graph.constant(f"{name}.weight", weights[f"{name}.weight"].T)
    bias = graph.constant(f"{name}.bias", weights[f"{name}.bias"])
    return graph.node("Add", [graph.node("MatMul", [vector, weight]), bias])


def _mean(graph: Graph, states: str, kept: str) -> str:
    share = _float(graph, kept)
    total = graph.node("ReduceSum", [share, _numbers(graph, f"axis_{len(graph.nodes)}", [1])], keepdims=1)
    row = _unsqueeze(graph, share, 1)
    summed = graph.node(
        "Squeeze", [graph.node("MatMul", [row, states]), _numbers(graph, f"row_{len(graph.nodes)}", [1])]
    )
    return graph.node("Div", [summed, graph.node("Max", [total, _scalar(graph, f"one_{len(graph.nodes)}", 1.0)])])


def _float(graph: Graph, value: str) -> str:
    return graph.node("Cast", [value], to=1)


def _unsqueeze(graph: Graph, value: str, axis: int) -> str:
    return graph.node("Unsqueeze", [value, _numbers(graph, f"axis_{len(graph.nodes)}", [axis])])


def _numbers(graph: Graph, name: str, values: list[int]) -> str:
    return graph.constant(name, np.array(values, np.int64))


def _number(graph: Graph, name: str, value: int) -> str:
    return graph.constant(name, np.array(value, np.int64))


def _scalar(graph: Graph, name: str, value: float) -> str:
    return graph.constant(name, np.array(value, np.float32))
