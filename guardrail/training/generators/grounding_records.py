"""Descriptions of JSON records: fields put in words, and fields misread, invented or filled in where they are empty."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from guardrail.training.generators.grounding_answers import joined, labelled
from guardrail.training.generators.grounding_frames import Piece
from guardrail.training.generators.grounding_names import WEEKDAYS
from guardrail.training.generators.grounding_record_worlds import Field, Record, drawn_record, kinds, written
from guardrail.training.rows import LabelledAnswer, Split

NAME = "own_records"

TRAIN_ROWS = 900
DEV_ROWS = 100


def generate(seed: int) -> Iterator[LabelledAnswer]:
    """The rows of both splits, each record with a right description and with one that has an error."""
    sides: tuple[tuple[Split, int], ...] = (("train", TRAIN_ROWS), ("dev", DEV_ROWS))
    for split, rows in sides:
        random = Random(f"{NAME} {seed} {split}")
        made = 0
        while made < rows:
            record = drawn_record(random.choice(kinds(split)), random, split)
            context = written(record, random)
            for bad in (False, True):
                made += 1
                yield _row(record, context, random, split, bad)


def _row(record: Record, context: str, random: Random, split: Split, bad: bool) -> LabelledAnswer:
    fields: list[Field | None] = list(record.kind.fields)
    fields.extend([None, None] if record.kind.hours else [])
    chosen = random.sample(fields, random.choice([1, 2, 3, 4]))
    wrong = random.randrange(len(chosen)) if bad else -1
    sentences: list[tuple[list[Piece], int]] = []
    kind = "right"
    for index, field in enumerate(chosen):
        pieces = (
            _hours(record, random, index == wrong) if field is None else _said(record, field, random, index == wrong)
        )
        kind = ("hours" if field is None else f"field {field.kind}") if index == wrong else kind
        subject = record.name if not index or random.random() < 0.5 else f"The {record.kind.word}"
        sentences.append(([(f"{subject} ", False), *pieces, (".", False)], 0))
    return labelled(context, joined(sentences, random, split), source=NAME, split=split, kind=kind)


def _said(record: Record, field: Field, random: Random, false: bool) -> list[Piece]:
    cell = record.cells[field.name]
    if field.kind == "B":
        silent = "has no information on " + field.name
        if cell is None:
            return [(random.choice(field.phrases), True)] if false else [(silent, False)]
        if false and random.random() < 0.15:
            return [(silent, True)]
        return [(field.phrases[0 if (cell is True) != false else 1], false)]
    before, after = field.phrases[0].split("{}")
    if isinstance(cell, list):
        return [(before, False), *_listed(cell, field, random, false), (after, False)]
    shown = cell
    if false and isinstance(cell, int):
        near = [cell + step for step in (-10, -2, -1, 1, 2, 10) if cell + step > 0]
        shown = random.choice([*near, random.choice([each for each in (field.low, field.high) if each != cell])])
    elif false:
        shown = random.choice([option for option in field.options if option != cell])
    return [(before, False), (str(shown), false), (after, False)]


def _listed(cell: list[str], field: Field, random: Random, false: bool) -> list[Piece]:
    """Some or all members of a list; with `false`, one that is not in it."""
    members = random.sample(cell, random.randint(1, len(cell)))
    pieces: list[Piece] = [(member, False) for member in members]
    if false:
        stranger = random.choice([option for option in field.options if option not in cell])
        pieces[random.randrange(len(pieces))] = (stranger, True)
    joined_up: list[Piece] = [pieces[0]]
    for index, piece in enumerate(pieces[1:], 1):
        joined_up.extend([(" and " if index == len(pieces) - 1 else ", ", False), piece])
    return joined_up


def _hours(record: Record, random: Random, false: bool) -> list[Piece]:
    """When it opens, closes, or does not open at all."""
    hours = record.cells["Hours"]
    if not isinstance(hours, dict):
        raise TypeError("opening hours are given by day")
    shut = next(day for day in WEEKDAYS if day not in hours)
    day = random.choice(list(hours))
    opens, closes = hours[day].split("-")
    pattern = random.randrange(4)
    if pattern == 0:
        return [("is closed on ", False), (f"{day if false else shut}s", false)]
    if pattern == 1:
        other = random.choice([each for each in ("6:00", "7:30", "9:45", "12:00") if each != opens])
        return [("opens at ", False), (other if false else opens, false), (f" on {day}s", False)]
    if pattern == 2:
        hour = int(closes.split(":")[0]) - 12
        shift = random.choice([-1, 1, 2]) if false else 0
        rest = f":{closes.split(':')[1]} pm"
        return [(f"closes on {day}s at ", False), (f"{(hour + shift - 1) % 12 + 1}{rest}", false)]
    if false and random.random() < 0.5:
        return [("is open ", False), ("every day of the week", True)]
    return [("can be visited from ", False), (hours[day], False), (f" on {shut if false else day}s", false)]
