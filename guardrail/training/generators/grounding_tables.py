"""Statements about invented tables: looked up, compared, counted, summed and ranked, true and false."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from guardrail.training.generators.grounding_answers import joined, labelled
from guardrail.training.generators.grounding_frames import Piece
from guardrail.training.generators.grounding_table_statements import statement
from guardrail.training.generators.grounding_table_worlds import drawn_table, schemas, written
from guardrail.training.rows import LabelledAnswer, Split

NAME = "own_tables"

TRAIN_ROWS = 1900
DEV_ROWS = 210


def generate(seed: int) -> Iterator[LabelledAnswer]:
    """The rows of both splits; every table gets true statements and false ones of the same patterns."""
    sides: tuple[tuple[Split, int], ...] = (("train", TRAIN_ROWS), ("dev", DEV_ROWS))
    for split, rows in sides:
        random = Random(f"{NAME} {seed} {split}")
        made = 0
        while made < rows:
            table = drawn_table(random.choice(schemas(split)), random, split)
            context = written(table, random)
            for false in random.sample([True, False, True, False], 4):
                sentences: list[tuple[list[Piece], int]] = []
                size, kinds = random.choice([1, 1, 1, 2, 3]), ""
                at_fault = random.randrange(size)
                for index in range(size):
                    kind, pieces = statement(table, random, false=false and index == at_fault)
                    sentences.append((pieces, 0))
                    kinds = kind if index == at_fault else kinds
                pieces = _plain(sentences[0][0], random) if size == 1 else joined(sentences, random, split)
                made += 1
                yield labelled(context, pieces, source=NAME, split=split, kind=kinds)


def _plain(pieces: list[Piece], random: Random) -> list[Piece]:
    """A lone statement, now and then all in lower case as people type them."""
    if random.random() < 0.3:
        return [(text.lower(), flag) for text, flag in pieces]
    return pieces
