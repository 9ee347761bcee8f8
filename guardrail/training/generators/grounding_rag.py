"""Answers of one to six sentences over several invented passages: all supported, or one or two details wrong."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from guardrail.training.generators.grounding_answers import joined, labelled
from guardrail.training.generators.grounding_frames import Piece, plain, render
from guardrail.training.generators.grounding_library import genres
from guardrail.training.generators.grounding_worlds import Fact, World, build, context_of, supported, unsupported
from guardrail.training.rows import LabelledAnswer, Split

NAME = "own_rag"

TRAIN_ROWS = 4200
DEV_ROWS = 460


def generate(seed: int) -> Iterator[LabelledAnswer]:
    """The rows of both splits, about half of them with unsupported content.

    >>> next(generate(1)).source
    'own_rag'
    """
    sides: tuple[tuple[Split, int], ...] = (("train", TRAIN_ROWS), ("dev", DEV_ROWS))
    for split, rows in sides:
        random = Random(f"{NAME} {seed} {split}")
        made = 0
        while made < rows:
            world = build(random, split, genres(split), random.choice([1, 2, 3, 3, 4, 4, 5]))
            context = context_of(world, random)
            for bad in (False, True):
                row = answer(world, context, random, bad)
                if row is not None:
                    made += 1
                    yield row


def answer(world: World, context: str, random: Random, bad: bool) -> LabelledAnswer | None:
    """One answer about the world; with `bad`, one or two of its sentences are wrong. None where that was impossible."""
    genre = random.choice(world.facts).genre
    related = [fact for fact in world.facts if fact.genre is genre or random.random() < 0.15]
    told = random.sample(related, min(len(related), random.choice([1, 1, 2, 2, 3, 3, 4, 5])))
    sentences: list[tuple[list[Piece], int]] = [(supported(fact, random), fact.number) for fact in told]
    kind = "supported"
    if bad:
        kind = ""
        for at in random.sample(range(len(told)), min(len(told), random.choice([1, 1, 1, 1, 2]))):
            made = _wrong(world, told[at], random)
            if made:
                sentences[at], kind = (made[0], told[at].number), kind or made[1]
        if not kind:
            return None
    elif world.extras and random.random() < 0.12:
        sentences.append(([(random.choice(world.extras), False)], 0))
    if len({plain(pieces) for pieces, _ in sentences}) < len(sentences):
        return None
    question = _question(told, random)
    pieces = joined(sentences, random, world.split)
    return labelled(context, pieces, source=NAME, split=world.split, kind=kind, question=question)


def _wrong(world: World, fact: Fact, random: Random) -> tuple[list[Piece], str] | None:
    chance = random.random()
    if chance < 0.07 and world.absent_extras:
        return [(random.choice(world.absent_extras), True)], "invented sentence"
    if chance < 0.14 and world.missing:
        foreign = random.choice(world.missing)
        return [(text, True) for text, _ in supported(foreign, random)], "fact not in the passages"
    return unsupported(world, fact, random)


def _question(told: list[Fact], random: Random) -> str | None:
    asked = [(fact, ask) for fact in told for ask in fact.frame.asks]
    if not asked or random.random() < 0.4:
        return None
    fact, (question, _, _) = random.choice(asked)
    return plain(render(question, fact.state, random))
