"""From trained weights to what ships: the int8 grounding model, its line in the manifest, and its stack."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from guardrail.diagnostics.errors import EngineError
from guardrail.evaluate.measures import MeasureError
from guardrail.models import weights
from guardrail.models.grounding.reading import CrossEncoder
from guardrail.models.grounding.scorer import MODEL, Scorer
from guardrail.models.grounding.stack import shipped_file
from guardrail.models.sessions import open_session
from guardrail.models.wordpiece import WordPiece
from guardrail.training.base_weights import base_folder
from guardrail.training.export import export_ground
from guardrail.training.given_data import read_answers
from guardrail.training.ground_calibration import calibrated
from guardrail.training.ground_readings import MOST_ROWS, ReadAnswer, read_all
from guardrail.training.ground_recipe import given_passages, load_ground
from guardrail.training.ground_report import report
from guardrail.training.ground_stack import by_hand, claim_table, fit_weights, write_stack
from guardrail.training.guard_recipe import Sources
from guardrail.training.loop import Run
from guardrail.training.own_data import own_grounding
from guardrail.training.rows import LabelledAnswer
from guardrail.training.shipping import numpy_weights, ship

if TYPE_CHECKING:
    import onnx


def ship_ground(sources: Sources, run: Run, trained: Path, package: Path | None = None) -> list[Path]:
    """Export, fit the stack and put both in place; a report goes to the run's folder.

    `package` holds `weights/` and `grounding/`, by default the installed one's. The fit reads the int8 file: quantising
    moves logits a little. Where the first pass's weights lie beside `trained`, our own rows are read by it too: it has
    not seen their sources. Raises `EngineError` where the data cannot be read or has too few rows.
    """
    exported = export_ground(numpy_weights(load_ground(sources, trained)))
    given = read_answers(sources.data)
    own = own_grounding(run.seed, given_passages(sources.data, given))
    answers = _read(exported, sources, [*given, *own], run.seed, lambda row: row.source not in sources.without)
    first = trained.with_name("ground-1.safetensors")
    if first.is_file() and first != trained:
        earlier = export_ground(numpy_weights(load_ground(sources, first)))
        answers += _read(earlier, sources, own, run.seed, lambda row: False)
    try:
        stack = calibrated(fit_weights(claim_table(answers)), answers)
    except MeasureError as problem:
        raise EngineError(f"the last step cannot be fitted: {problem}; give more rows, or a larger --share") from None
    model = ship(MODEL, exported, package / "weights" if package else weights.folder())
    stack_file = package / "grounding" / "stack.json" if package else shipped_file()
    write_stack(stack, stack_file, hashlib.sha256(model.read_bytes()).hexdigest())
    report_file = run.folder / "ground-report.md"
    report_file.write_text(report(answers, stack), "utf-8")
    return [model, stack_file, report_file]


def _read(
    model: onnx.ModelProto,
    sources: Sources,
    rows: Sequence[LabelledAnswer],
    seed: int,
    is_seen: Callable[[LabelledAnswer], bool],
) -> list[ReadAnswer]:
    """The dev rows of `rows`, read by an exported model."""
    words = WordPiece.load(base_folder(sources.base) / "vocab.txt")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / MODEL
        file.write_bytes(model.SerializeToString())
        # What the scorer weighs with is not used: its readings are what the weights are made from.
        read = Scorer(words, CrossEncoder(open_session(file)), by_hand()).read
    dev = [row for row in rows if row.split == "dev"]
    most = max(int(MOST_ROWS * sources.share), 1)
    found: list[ReadAnswer] = []
    for seen in (True, False):
        found += read_all([row for row in dev if is_seen(row) is seen], read, seed, seen=seen, most=most)
    return found
