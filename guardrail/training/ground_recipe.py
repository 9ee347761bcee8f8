"""How the shipped grounding model was made: a pass over the given pairs, then one over the given and our own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import torch
from torch import Tensor

from guardrail.models.wordpiece import WordPiece
from guardrail.training.base_weights import base_folder, load_base
from guardrail.training.batches import plan_batches
from guardrail.training.given_data import read_answers, read_objects
from guardrail.training.ground_data import GroundExample, ground_examples
from guardrail.training.ground_model import GroundModel, ground_loss
from guardrail.training.guard_recipe import Sources, pad
from guardrail.training.loop import Pass, Run, make_deterministic, train_pass, weights_of
from guardrail.training.own_data import own_grounding
from guardrail.training.prose_split import is_training_prose
from guardrail.training.rows import LabelledAnswer, Split

TOKENS_A_BATCH: Final = 3072
FIRST: Final = {
    "tabfact_pairs": 0.35, "conjnli": 0.5, "infotabs": 0.7, "synthetic_records": 0.5, "synthetic_edits": 0.35,
    "synthetic_passages": 0.7, "summedits": 0.6, "bbq": 0.6, "med": 0.7, "synthetic_xquad": 0.7, "synthetic_qa": 0.7,
}  # fmt: skip
SECOND: Final = {
    "tabfact_pairs": 0.25, "conjnli": 0.35, "infotabs": 0.45, "synthetic_records": 0.25, "synthetic_edits": 0.25,
    "synthetic_passages": 0.5, "summedits": 0.5, "bbq": 0.5, "med": 0.4, "synthetic_xquad": 0.5, "synthetic_qa": 0.5,
    "snli_dev": 0.7, "begin": 0.7, "own_passages": 0.8, "own_rag": 0.9,
}  # fmt: skip


def train_ground(sources: Sources, run: Run) -> Path:
    """Train both passes and return the file of the weights."""
    make_deterministic(run)
    base = base_folder(sources.base)
    words = WordPiece.load(base / "vocab.txt")
    model = GroundModel(load_base(base)).to(run.device)
    previous: Path | None = None
    for name, keep, own, rate, floor in (
        ("ground-1", FIRST, False, 1.2e-4, 0.3),
        ("ground-2", SECOND, True, 1e-4, 0.0),
    ):
        done = run.folder / f"{name}.safetensors"
        if done.is_file() and run.resume:
            previous = done
            continue
        rows = read_answers(sources.data)
        if own:
            rows += own_grounding(run.seed, given_passages(sources.data, rows))
        examples = ground_examples(sources.training(rows, run.seed), words, keep, run.seed)
        lengths = [len(example.ids) for example in examples]
        batches = plan_batches(lengths, TOKENS_A_BATCH, run.seed)
        tokens = [sum(lengths[place] for place in batch) for batch in batches]
        given = Pass(name, batches, tokens, rate, floor)
        previous = train_pass(model, given, _Loss(model, examples, run), run, previous)
    assert previous is not None
    return previous


def load_ground(sources: Sources, file: Path) -> GroundModel:
    """The model with the weights of `file`, in float32."""
    model = GroundModel(load_base(base_folder(sources.base)))
    missing, unexpected = model.load_state_dict(weights_of(file), strict=False)
    assert missing == ["trunk.words"] and not unexpected, (missing, unexpected)
    return model.eval()


def given_passages(data: Path, rows: Sequence[LabelledAnswer]) -> list[tuple[str, Split]]:
    """Documents that our own generators edit: contexts of the given answers, and answers of language models."""
    passages: dict[str, Split] = {}
    for row in rows:
        if 40 <= len(row.context.split()) <= 400 and not row.context.lstrip().startswith(("{", "[")):
            passages.setdefault(row.context, row.split)
    for number, answer in enumerate(read_objects(data, "prose")):
        if number % 13 == 0 and 60 <= len(answer["text"].split()) <= 300:
            passages.setdefault(answer["text"], "train" if is_training_prose(answer["source"]) else "dev")
    return list(passages.items())


class _Loss:
    """The loss of a batch of places."""

    def __init__(self, model: GroundModel, examples: Sequence[GroundExample], run: Run) -> None:
        self.model, self.examples, self.device = model, examples, run.device

    def __call__(self, places: Sequence[int]) -> Tensor:
        own = [self.examples[place] for place in places]
        ids = pad([example.ids for example in own]).to(self.device)
        segments = pad([example.segments for example in own]).to(self.device)
        targets = torch.tensor([example.target for example in own], device=self.device)
        longest = ids.shape[1]
        tokens = torch.tensor([[*e.tokens, *(-1.0,) * (longest - len(e.tokens))] for e in own], device=self.device)
        return ground_loss(self.model(ids, segments), targets, tokens)
