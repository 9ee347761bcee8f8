"""Conclusions with few words of the passage in them, true and false: shared words alone do not tell them apart."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from guardrail.training.generators.grounding_answers import labelled
from guardrail.training.generators.grounding_frames import parse
from guardrail.training.generators.grounding_paraphrase_frames import DEV_TEXT, TEXT
from guardrail.training.generators.grounding_worlds import build, supported, unsupported
from guardrail.training.rows import LabelledAnswer, Split

NAME = "own_paraphrases"

TRAIN_ROWS = 1200
DEV_ROWS = 130


def generate(seed: int) -> Iterator[LabelledAnswer]:
    """The rows of both splits, each fact once with a true and once with a false conclusion."""
    sides: tuple[tuple[Split, int], ...] = (("train", TRAIN_ROWS), ("dev", DEV_ROWS))
    for split, rows in sides:
        random = Random(f"{NAME} {seed} {split}")
        genres = parse(DEV_TEXT if split == "dev" else TEXT)
        made = 0
        while made < rows:
            world = build(random, split, genres, random.choice([1, 1, 2]), facts=random.choice([2, 3, 4]))
            context = " ".join(line for _, lines in world.passages for line in lines)
            fact = random.choice(world.facts)
            wrong = unsupported(world, fact, random)
            if wrong is None:
                continue
            for pieces, kind in ((supported(fact, random), "supported"), wrong):
                made += 1
                yield labelled(context, pieces, source=NAME, split=split, kind=kind)
