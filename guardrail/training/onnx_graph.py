"""Builds the ONNX graphs by hand: int8 matrices with a scale a column, int8 word embeddings with a scale a row.

Activations are quantised as they come (`DynamicQuantizeMatMul`). A plain sum before each normalisation is kept: the
fused operator is slower on processors. Operators: ONNX opset 17, and onnxruntime's contributed ones.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import numpy as np

if TYPE_CHECKING:
    import onnx

Array: TypeAlias = "np.ndarray[Any, Any]"

_OPSET: Final = 17
_IR_VERSION: Final = 9
_CONTRIBUTED: Final = "com.microsoft"
EPSILON: Final = 1e-12


@dataclass(slots=True)
class Graph:
    """A graph that grows node by node; every method adds one and returns its output's name."""

    quantised: bool = True
    nodes: list[Any] = field(default_factory=list)
    tensors: list[Any] = field(default_factory=list)

    def constant(self, name: str, value: Array) -> str:
        """An initialiser."""
        from onnx import numpy_helper

        self.tensors.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, operator: str, inputs: Sequence[str], *, domain: str = "", **attributes: Any) -> str:
        """A node with one output."""
        return self.split(operator, inputs, 1, domain=domain, **attributes)[0]

    def split(
        self, operator: str, inputs: Sequence[str], count: int, *, domain: str = "", **attributes: Any
    ) -> list[str]:
        """A node with `count` outputs."""
        from onnx import helper

        outputs = [f"{operator.lower()}_{len(self.nodes)}_{place}" for place in range(count)]
        self.nodes.append(helper.make_node(operator, list(inputs), outputs, domain=domain, **attributes))
        return outputs

    def linear(self, name: str, states: str, weight: Array, bias: Array) -> str:
        """`states @ weight.T + bias`, the weight given as [out, in]."""
        offset = self.constant(f"{name}.bias", bias.astype(np.float32))
        if not self.quantised:
            matrix = self.constant(f"{name}.weight", weight.T.astype(np.float32))
            return self.node("Add", [self.node("MatMul", [states, matrix]), offset])
        scale = np.maximum(np.abs(weight).max(axis=1), 1e-8) / 127.0
        matrix = self.constant(f"{name}.weight", np.round(weight / scale[:, None]).clip(-127, 127).T.astype(np.int8))
        scales = self.constant(f"{name}.scale", scale.astype(np.float32))
        zeros = self.constant(f"{name}.zero", np.zeros(len(scale), np.int8))
        return self.node("DynamicQuantizeMatMul", [states, matrix, scales, zeros, offset], domain=_CONTRIBUTED)

    def embedding(self, name: str, ids: str, table: Array) -> str:
        """Rows of a table by id."""
        if not self.quantised:
            return self.node("Gather", [self.constant(name, table.astype(np.float32)), ids])
        scale = np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-8) / 127.0
        rows = self.constant(name, np.round(table / scale).clip(-127, 127).astype(np.int8))
        scales = self.constant(f"{name}.scale", scale.astype(np.float32))
        whole = self.node("Cast", [self.node("Gather", [rows, ids])], to=1)
        return self.node("Mul", [whole, self.node("Gather", [scales, ids])])

    def norm(self, name: str, states: str, weight: Array, bias: Array) -> str:
        """Layer normalisation over the last axis."""
        inputs = [states, self.constant(f"{name}.weight", weight), self.constant(f"{name}.bias", bias)]
        return self.node("LayerNormalization", inputs, axis=-1, epsilon=EPSILON)

    def model(self, inputs: Sequence[str], outputs: Mapping[str, tuple[str, Sequence[int | str]]]) -> onnx.ModelProto:
        """The finished model: int64 inputs [batch, length]; `outputs` maps a name to its node output and shape."""
        from onnx import TensorProto, checker, helper

        for name, (output, _) in outputs.items():
            self.nodes.append(helper.make_node("Identity", [output], [name]))
        graph = helper.make_graph(
            self.nodes,
            "guardrail",
            [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"]) for name in inputs],
            [helper.make_tensor_value_info(n, TensorProto.FLOAT, list(shape)) for n, (_, shape) in outputs.items()],
            self.tensors,
        )
        opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_CONTRIBUTED, 1)]
        model = helper.make_model(graph, opset_imports=opsets, producer_name="guardrail", ir_version=_IR_VERSION)
        checker.check_model(model)
        return model
