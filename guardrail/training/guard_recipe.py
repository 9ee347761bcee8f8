"""How the shipped guard model was made: a pass over the given data, then one over the given and our own.

The shares were set by what single sources did to others when left out: large sources of one style are thinned, so that
none decides what the label means.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

import torch
from torch import Tensor

from guardrail.models.wordpiece import WordPiece
from guardrail.training.base_weights import base_folder, load_base
from guardrail.training.batches import plan_batches
from guardrail.training.given_data import read_objects, read_texts
from guardrail.training.guard_data import GuardExample, Mix, injection_examples, toxicity_examples
from guardrail.training.guard_model import GuardModel, guard_loss
from guardrail.training.loop import Pass, Run, make_deterministic, train_pass, weights_of
from guardrail.training.own_data import own_injection, own_toxicity
from guardrail.training.prose_split import is_training_prose
from guardrail.training.rows import LabelledAnswer, LabelledText
from guardrail.training.trunk import Trunk, mean_over

Row = TypeVar("Row", LabelledText, LabelledAnswer)

TOKENS_A_BATCH: Final = 3072
BENIGN_PROSE: Final = frozenset({"alpaca_eval_answers", "halueval_general_answers", "xquad_paragraphs", "prose"})
BENIGN_PROMPTS: Final = frozenset(
    {"halueval_queries", "self_instruct", "chat_questions", "purplellama_instruct", "t0_prompts", "xquad_rag"}
    | {"published_system_prompts", "trustllm_benign", "awesome_prompts", "synthetic_benign", "synthetic_system"}
)
FIRST: Final = Mix(
    keep={
        "davidson": 0.45, "civil_spans": 0.5, "edos": 0.7, "stormfront": 0.6, "alpaca_eval_answers": 0.5,
        "halueval_general_answers": 0.5, "wiki_talk": 0.6, "halueval_queries": 0.7, "synthetic_direct": 0.7,
        "synthetic_indirect": 0.7, "synthetic_system": 0.6, "synthetic_identity": 0.7,
    }
)  # fmt: skip
SECOND: Final = Mix(
    keep={
        "davidson": 0.3, "civil_spans": 0.35, "edos": 0.6, "stormfront": 0.45, "alpaca_eval_answers": 0.3,
        "halueval_general_answers": 0.3, "wiki_talk": 0.45, "halueval_queries": 0.6, "synthetic_direct": 0.5,
        "synthetic_indirect": 0.6, "synthetic_system": 0.5, "synthetic_identity": 0.6, "prose": 0.15,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sources:
    """What a pass reads; `without` leaves sources out, to see what the model knows of them unseen.

    `share` of the rows is read, for a quick run.
    """

    data: Path
    without: frozenset[str] = frozenset()
    base: Path | None = None
    share: float = 1.0

    def training(self, rows: Sequence[Row], seed: int) -> list[Row]:
        """The rows that train."""
        kept = [row for row in rows if row.split == "train" and row.source not in self.without]
        return kept if self.share >= 1 else random.Random(seed).sample(kept, int(len(kept) * self.share))


def train_guard(sources: Sources, run: Run) -> Path:
    """Train both passes and return the file of the weights."""
    make_deterministic(run)
    base = base_folder(sources.base)
    words = WordPiece.load(base / "vocab.txt")
    tensors = load_base(base)
    model = GuardModel(tensors).to(run.device)
    teacher = Trunk(tensors).to(run.device, torch.bfloat16).requires_grad_(False)
    previous: Path | None = None
    for name, mix, own, rate, floor in (("guard-1", FIRST, False, 1.2e-4, 0.3), ("guard-2", SECOND, True, 1e-4, 0.0)):
        done = run.folder / f"{name}.safetensors"
        if done.is_file() and run.resume:
            previous = done
            continue
        examples = _examples(sources, words, mix, own, run.seed)
        lengths = [len(example.ids) for example in examples]
        batches = plan_batches(lengths, TOKENS_A_BATCH, run.seed)
        tokens = [sum(lengths[place] for place in batch) for batch in batches]
        given = Pass(name, batches, tokens, rate, floor)
        previous = train_pass(model, given, _Loss(model, teacher, examples, run), run, previous)
    assert previous is not None
    return previous


def load_guard(sources: Sources, file: Path) -> GuardModel:
    """The model with the weights of `file`, in float32."""
    model = GuardModel(load_base(base_folder(sources.base)))
    missing, unexpected = model.load_state_dict(weights_of(file), strict=False)
    assert missing == ["trunk.words"] and not unexpected, (missing, unexpected)
    return model.eval()


def read_prose(data: Path) -> list[LabelledText]:
    """Answers of language models, assumed benign; `kind` is the model's name."""
    return [
        LabelledText(row["text"], 0, "prose", "train" if is_training_prose(row["source"]) else "dev", row["source"])
        for row in read_objects(data, "prose")
    ]


def _examples(sources: Sources, words: WordPiece, mix: Mix, own: bool, seed: int) -> list[GuardExample]:
    toxicity = read_texts(sources.data, "toxicity")
    injection = read_texts(sources.data, "injection")
    if own:
        toxicity += [*own_toxicity(seed), *read_prose(sources.data)]
        injection += own_injection(seed)
    return toxicity_examples(sources.training(toxicity, seed), words, mix, seed, BENIGN_PROSE) + injection_examples(
        sources.training(injection, seed), words, mix, seed, BENIGN_PROMPTS
    )


class _Loss:
    """The loss of a batch of places."""

    def __init__(self, model: GuardModel, teacher: Trunk, examples: Sequence[GuardExample], run: Run) -> None:
        self.model, self.teacher, self.examples, self.device = model, teacher, examples, run.device

    def __call__(self, places: Sequence[int]) -> Tensor:
        own = [self.examples[place] for place in places]
        ids = pad([example.ids for example in own]).to(self.device)
        targets = torch.tensor([example.targets for example in own], device=self.device)
        held = torch.tensor([example.held for example in own], device=self.device)
        wanted = torch.zeros(len(own), 384, device=self.device)
        if bool(held.any()):
            with torch.no_grad():
                states = self.teacher(ids[held])
                mean = mean_over(states, ids[held] != 0).float()
                wanted[held] = torch.nn.functional.normalize(mean, dim=1)
        return guard_loss(self.model(ids), targets, wanted)


def pad(rows: Sequence[Sequence[int]]) -> Tensor:
    """Rows of ids as one matrix, padded with 0."""
    longest = max(len(row) for row in rows)
    return torch.tensor([[*row, *(0,) * (longest - len(row))] for row in rows])
