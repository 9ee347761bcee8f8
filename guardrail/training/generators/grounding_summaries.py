"""Summaries of dialogues, meetings and single articles: two to five sentences that cover the whole text."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from guardrail.training.generators.grounding_answers import labelled
from guardrail.training.generators.grounding_frames import Piece, plain
from guardrail.training.generators.grounding_library import genres, talks
from guardrail.training.generators.grounding_worlds import World, build, context_of, supported, unsupported
from guardrail.training.rows import LabelledAnswer, Split

NAME = "own_summaries"

TRAIN_ROWS = 1500
DEV_ROWS = 170


def generate(seed: int) -> Iterator[LabelledAnswer]:
    """The rows of both splits, each text with a faithful summary and one with a single error."""
    sides: tuple[tuple[Split, int], ...] = (("train", TRAIN_ROWS), ("dev", DEV_ROWS))
    for split, rows in sides:
        random = Random(f"{NAME} {seed} {split}")
        made = 0
        while made < rows:
            pool = talks(split) if random.random() < 0.6 else genres(split)
            world = build(random, split, [random.choice(pool)], 1, facts=6)
            context = context_of(world, random)
            for bad in (False, True):
                row = _summary(world, context, random, bad)
                if row is not None:
                    made += 1
                    yield row


def _summary(world: World, context: str, random: Random, bad: bool) -> LabelledAnswer | None:
    chosen = sorted(random.sample(range(len(world.facts)), min(len(world.facts), random.randint(2, 5))))
    sentences = [supported(world.facts[index], random) for index in chosen]
    kind = "faithful"
    if bad:
        at = random.randrange(len(sentences))
        made = unsupported(world, world.facts[chosen[at]], random)
        if made is None:
            return None
        sentences[at], kind = made
    if len({plain(sentence) for sentence in sentences}) < len(sentences):
        return None
    pieces: list[Piece] = [(_opening(world, random), False)]
    for index, sentence in enumerate(sentences):
        pieces.extend([(" " if index else "", False), *sentence])
    return labelled(context, [piece for piece in pieces if piece[0]], source=NAME, split=world.split, kind=kind)


def _opening(world: World, random: Random) -> str:
    if random.random() < 0.6:
        return ""
    if world.split == "dev":
        return random.choice(["What it comes down to: ", "The gist: "])
    return random.choice(["Summary: ", "In brief, here is what was said. ", "Key points: ", "Here is a recap: "])
