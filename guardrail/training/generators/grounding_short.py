"""Short answers to questions: a value, a yes or no, or one sentence; right, wrong, or taken from another fact."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from guardrail.training.generators.grounding_answers import labelled
from guardrail.training.generators.grounding_frames import Piece, Setting, plain, render, slots_of
from guardrail.training.generators.grounding_library import genres
from guardrail.training.generators.grounding_names import Value, draw
from guardrail.training.generators.grounding_worlds import Fact, World, build, context_of, supported, unsupported
from guardrail.training.rows import LabelledAnswer, Split

NAME = "own_short_answers"

TRAIN_ROWS = 1400
DEV_ROWS = 160


def generate(seed: int) -> Iterator[LabelledAnswer]:
    """The rows of both splits, each question once with a right and once with a wrong answer."""
    sides: tuple[tuple[Split, int], ...] = (("train", TRAIN_ROWS), ("dev", DEV_ROWS))
    for split, rows in sides:
        random = Random(f"{NAME} {seed} {split}")
        made = 0
        while made < rows:
            world = build(random, split, genres(split), random.choice([1, 1, 2]), facts=4)
            context = context_of(world, random)
            fact = random.choice(world.facts)
            pair = _confirmed(world, fact, random) if random.random() < 0.25 else _asked(world, fact, random)
            for question, pieces, kind in pair:
                made += 1
                yield labelled(context, pieces, source=NAME, split=split, kind=kind, question=question)


def _asked(world: World, fact: Fact, random: Random) -> list[tuple[str, list[Piece], str]]:
    """The question of a frame with its answer, and with a wrong one of the same kind."""
    if not fact.frame.asks:
        return []
    question, answer, _ = random.choice(fact.frame.asks)
    asked = plain(render(question, fact.state, random))
    slots = slots_of(answer)
    if len(slots) != 1:
        return []
    setting = fact.state[slots[0]]
    wrong: dict[str, Setting]
    if isinstance(setting, Value):
        elsewhere = [
            value
            for told in world.facts
            for value in told.state.values()
            if isinstance(value, Value) and value.kind == setting.kind and value != setting
        ]
        foreign = bool(elsewhere) and random.random() < 0.7
        other = random.choice(elsewhere) if foreign else draw(setting.kind, random, world.split, list(world.taken))
        wrong = {slots[0]: other}
        kind = "value of another fact" if foreign else "wrong value"
    else:
        wrong, kind = {slots[0]: 1 - setting if setting < 2 else 0}, "wrong yes or no"
    ends = random.choice([".", "", "."])
    frame = random.choice(["{}", "{}", "{}", "It is {}", "The answer is {}", "{} – that is what the text says"])
    if isinstance(setting, int):
        frame = random.choice(["{}", "{}", "The answer is {}"])
    before, _, after = frame.partition("{}")
    rows: list[tuple[str, list[Piece], str]] = []
    for replaced, name in (({}, "right"), (wrong, kind)):
        body = render(answer, fact.state, random, wrong=replaced, loose=random.random() < 0.3)
        if before:
            body = [_lowered(piece) for piece in body]
        rows.append((asked, [(before, False), *body, (after + ends, False)], name))
    return rows


def _lowered(piece: Piece) -> Piece:
    text, flag = piece
    starts = ("The ", "In ", "At ", "On ", "By ", "For ", "From ", "To ", "Because ", "Within ", "After ", "Every ")
    return (text[0].lower() + text[1:], flag) if text.startswith(starts) else piece


def _confirmed(world: World, fact: Fact, random: Random) -> list[tuple[str, list[Piece], str]]:
    """`Is it true that …?` over a true or a false claim, answered rightly and wrongly."""
    true = random.random() < 0.5
    if true:
        made = supported(fact, random)
    else:
        wrong = unsupported(world, fact, random)
        # What the passage is silent on cannot be denied either.
        if wrong is None or wrong[1] not in ("choice", "value", "value of another fact", "roles", "unit"):
            return []
        made = wrong[0]
    openings = ("Is it true that {}?", "Is the following correct: {}?", "Can you confirm this? {}.", "{}, right?")
    question = random.choice(openings).format(plain(made).rstrip("."))
    rows: list[tuple[str, list[Piece], str]] = []
    for yes in (True, False):
        if yes:
            words = "Yes|Yes, that is correct.|Yes, according to the text.|Correct."
        else:
            words = "No|No, that is not what the text says.|No, the passage says otherwise.|That is incorrect."
        rows.append((question, [(random.choice(words.split("|")), yes != true)], "confirmed" if yes else "denied"))
    return rows
