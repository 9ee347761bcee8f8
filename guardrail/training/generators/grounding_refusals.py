"""Answers which say that the passages do not tell: right where they don't, unsupported where they do."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from guardrail.training.generators.grounding_answers import labelled
from guardrail.training.generators.grounding_frames import Piece, plain, render
from guardrail.training.generators.grounding_library import genres
from guardrail.training.generators.grounding_worlds import Fact, World, build, context_of, supported
from guardrail.training.rows import LabelledAnswer, Split

NAME = "own_refusals"

TRAIN_ROWS = 900
DEV_ROWS = 100


def generate(seed: int) -> Iterator[LabelledAnswer]:
    """The rows of both splits; a wrong refusal's span is the sentence that claims the absence."""
    sides: tuple[tuple[Split, int], ...] = (("train", TRAIN_ROWS), ("dev", DEV_ROWS))
    for split, rows in sides:
        random = Random(f"{NAME} {seed} {split}")
        made = 0
        while made < rows:
            world = build(random, split, genres(split), random.choice([1, 2, 2, 3]), facts=4)
            context = context_of(world, random)
            # The same number of each, so that a refusal by itself says nothing about the label.
            for facts, absent in ((world.missing, True), (world.facts, False)):
                asked = [fact for fact in facts if fact.frame.asks]
                if asked:
                    made += 1
                    yield _refusal(world, context, random.choice(asked), random, absent)


def _refusal(world: World, context: str, fact: Fact, random: Random, absent: bool) -> LabelledAnswer:
    question, _, clause = random.choice(fact.frame.asks)
    asked, clause = (plain(render(part, fact.state, random)) for part in (question, clause))
    clause = clause[0].lower() + clause[1:]
    pieces: list[Piece] = [(_wording(clause, random, world.split), not absent)]
    kind = "rightly refused" if absent else "wrongly refused"
    chance = random.random()
    if chance < 0.3 and len(world.facts) > 1:
        other = random.choice([each for each in world.facts if each is not fact])
        pieces = [*supported(other, random), (" However, ", False), *_lowered(pieces)]
        if random.random() < 0.5:
            pieces = [*_lowered_first(pieces)]
    elif chance < 0.4:
        pieces.append(
            (random.choice([" You may want to contact them directly.", " Please provide more context."]), False)
        )
    elif chance < 0.5 and not absent:
        # Half of a refusal, half of an answer: only the refusal is wrong.
        pieces = [*pieces, (" ", False), *supported(fact, random)]
    return labelled(context, pieces, source=NAME, split=world.split, kind=kind, question=asked)


def _lowered(pieces: list[Piece]) -> list[Piece]:
    text, flag = pieces[0]
    return [(text if text.startswith("I ") else text[0].lower() + text[1:], flag), *pieces[1:]]


def _lowered_first(pieces: list[Piece]) -> list[Piece]:
    return [("Here is what I found: ", False), *pieces]


def _wording(clause: str, random: Random, split: Split) -> str:
    train = (
        "The passages do not say {}.|I couldn't find {} in the provided documents.|Unable to answer: {} is not stated."
        "|The context does not mention {}.|There is no information on {}.|The text gives no details about {}.|"
        "It is not specified {}.|The documents do not tell us {}.|I'm sorry, but the sources don't state {}.|"
        "Nothing in the context tells {}.|Unfortunately, the passages don't cover {}.|"
        "Based on the given passages, {} cannot be determined.|The provided information is not enough to say {}."
    )
    dev = (
        "I don't know {}; the material is silent on it.|The material leaves open {}.|One cannot tell {} from this text."
        "|No passage reveals {}."
    )
    return random.choice((dev if split == "dev" else train).split("|")).format(clause)
