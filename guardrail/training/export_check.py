"""What exporting and quantising cost: the same texts through torch, the float ONNX graph and the int8 one."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

import numpy as np

from guardrail.models.encoder import HEADS
from guardrail.models.grounding.claims import Role, claims
from guardrail.models.grounding.evidence import Passages
from guardrail.models.grounding.pairs import encode_pair
from guardrail.models.preparing import prepare
from guardrail.models.sessions import open_session
from guardrail.models.wordpiece import CLS, SEP, WordPiece
from guardrail.training.base_weights import base_folder
from guardrail.training.export import export_ground, export_guard
from guardrail.training.given_data import read_answers, read_texts
from guardrail.training.ground_readings import drawn
from guardrail.training.rows import LabelledText
from guardrail.training.shipping import numpy_weights

if TYPE_CHECKING:
    import onnx

    from guardrail.training.guard_recipe import Sources
    from guardrail.training.loop import Run

Array: TypeAlias = "np.ndarray[Any, Any]"
Inputs: TypeAlias = dict[str, Array]
Logits: TypeAlias = Callable[[Inputs], list[float]]
ModelName: TypeAlias = Literal["guard", "ground"]

OUTPUTS: Final[dict[ModelName, tuple[str, ...]]] = {"guard": HEADS, "ground": ("unsupported", "highest token")}
_GUARD_TOKENS: Final = 256
_SOURCES: Final = 30
"""About how many sources each file of labelled data has: rows are drawn evenly among them."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How far the logits of one output lie from torch's over `texts`: the largest and mean distance, the mean shift.

    `flipped` is the share of texts whose logit changes its sign.
    """

    output: str
    texts: int
    largest: float
    mean: float
    shift: float
    flipped: float


@dataclass(frozen=True, slots=True)
class ExportCheck:
    """The differences of each output by what ran it: `float` is the exported graph, `int8` the one that ships."""

    model: ModelName
    by_graph: dict[str, tuple[Difference, ...]]

    @property
    def table(self) -> str:
        """A Markdown table, a line an output and graph."""
        lines = [
            "| output | graph | texts | largest difference | mean difference | mean shift | decisions flipped |",
            "|---|---|---|---|---|---|---|",
        ]
        lines += [
            f"| {one.output} | {graph} | {one.texts:,} | {one.largest:.4f} | {one.mean:.4f} | {one.shift:+.4f} "
            f"| {one.flipped:.2%} |"
            for graph, found in self.by_graph.items()
            for one in found
        ]
        return "\n".join(lines) + "\n"


def check_export(model: ModelName, sources: Sources, run: Run, trained: Path, most: int = 2000) -> ExportCheck:
    """Export the weights in `trained` and run at most `most` dev texts, each alone, through all three.

    Raises `EngineError` where the data cannot be read.
    """
    import torch

    torch.set_num_threads(run.threads)
    words = WordPiece.load(base_folder(sources.base) / "vocab.txt")
    reference, graphs = (_guard if model == "guard" else _ground)(sources, trained)
    inputs = list(_INPUTS[model](sources, words, run.seed, most))
    wanted = np.array([reference(one) for one in inputs])
    found: dict[str, tuple[Difference, ...]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, made in graphs.items():
            path = Path(folder) / f"{name}.onnx"
            path.write_bytes(made.SerializeToString())
            logits = _onnx_logits(path)
            found[name] = differences(OUTPUTS[model], wanted, np.array([logits(one) for one in inputs]))
    return ExportCheck(model, found)


def differences(outputs: Sequence[str], wanted: Array, found: Array) -> tuple[Difference, ...]:
    """How far `found` lies from `wanted`, both [texts, outputs].

    >>> one = differences(["toxicity"], np.array([[0.5], [-1.0]]), np.array([[-0.25], [-1.25]]))[0]
    >>> one.largest, one.mean, one.shift, one.flipped
    (0.75, 0.5, -0.5, 0.5)
    """
    apart = found - wanted
    flipped = (found > 0) != (wanted > 0)
    return tuple(
        Difference(
            name,
            len(wanted),
            float(np.abs(apart[:, place]).max()),
            float(np.abs(apart[:, place]).mean()),
            float(apart[:, place].mean()),
            float(flipped[:, place].mean()),
        )
        for place, name in enumerate(outputs)
    )


def _guard(sources: Sources, trained: Path) -> tuple[Logits, dict[str, onnx.ModelProto]]:
    import torch

    from guardrail.training.guard_recipe import load_guard

    model = load_guard(sources, trained)
    weights = numpy_weights(model)

    def logits(inputs: Inputs) -> list[float]:
        with torch.no_grad():
            found: list[float] = model(torch.from_numpy(inputs["ids"])).logits[0].tolist()
        return found

    return logits, {"float": export_guard(weights, quantised=False), "int8": export_guard(weights)}


def _ground(sources: Sources, trained: Path) -> tuple[Logits, dict[str, onnx.ModelProto]]:
    import torch

    from guardrail.training.ground_recipe import load_ground

    model = load_ground(sources, trained)
    weights = numpy_weights(model)

    def logits(inputs: Inputs) -> list[float]:
        with torch.no_grad():
            found = model(torch.from_numpy(inputs["ids"]), torch.from_numpy(inputs["segments"]))
        return _with_highest(inputs, found.logits.numpy(), found.tokens.numpy())

    return logits, {"float": export_ground(weights, quantised=False), "int8": export_ground(weights)}


def _onnx_logits(path: Path) -> Logits:
    session = open_session(path)

    def logits(inputs: Inputs) -> list[float]:
        if "segments" not in inputs:
            found: list[float] = session.run(("logits",), inputs)[0][0].tolist()
            return found
        return _with_highest(inputs, *session.run(("logits", "tokens"), inputs))

    return logits


def _with_highest(inputs: Inputs, logits: Array, tokens: Array) -> list[float]:
    """The logit of the sentence, and the highest of its own tokens: those between CLS and the first SEP."""
    own = int(inputs["ids"][0].tolist().index(SEP))
    return [float(logits[0, 0]), float(tokens[0, 1:own].max()) if own > 1 else 0.0]


def _guard_inputs(sources: Sources, words: WordPiece, seed: int, most: int) -> Iterator[Inputs]:
    rows = [row for name in ("toxicity", "injection") for row in read_texts(sources.data, name) if row.split == "dev"]
    kept: list[LabelledText] = drawn(rows, seed, max(most // _SOURCES, 1))
    for row in kept[:most]:
        ids = words.encode(prepare(row.text))[: _GUARD_TOKENS - 2]
        yield {"ids": np.array([[CLS, *ids, SEP]], np.int64)}


def _ground_inputs(sources: Sources, words: WordPiece, seed: int, most: int) -> Iterator[Inputs]:
    rows = [row for row in read_answers(sources.data) if row.split == "dev"]
    left = most
    for row in drawn(rows, seed, max(most // _SOURCES, 1)):
        passages = Passages(row.context)
        for claim in claims(row.answer, row.question):
            if claim.role is Role.CLAIM and left:
                left -= 1
                pair = encode_pair(words, claim.text, passages.choose(claim.text, hint=claim.hint))
                yield {"ids": np.array([pair.ids], np.int64), "segments": np.array([pair.segments], np.int64)}


_INPUTS: Final = {"guard": _guard_inputs, "ground": _ground_inputs}
