"""One-sentence premises with conclusions that share their words: some follow, some only look as if they did."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from random import Random

from guardrail.training.generators.grounding_answers import labelled
from guardrail.training.generators.grounding_entailment_patterns import DEV_TEXT, TEXT
from guardrail.training.generators.grounding_frames import Piece
from guardrail.training.generators.grounding_names import WORDS, stem
from guardrail.training.rows import LabelledAnswer, Split

NAME = "own_entailment"

TRAIN_ROWS = 1800
DEV_ROWS = 200


@cache
def patterns(split: Split) -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """(premise, what follows, what does not) of each pattern of a split."""
    made: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = []
    for block in (DEV_TEXT if split == "dev" else TEXT).strip().split("\nP "):
        premise, *lines = block.removeprefix("P ").splitlines()
        sides = {letter: tuple(line[2:] for line in lines if line[0] == letter) for letter in "YN"}
        made.extend((each.strip(), sides["Y"], sides["N"]) for each in premise.split(" || "))
    return tuple(made)


@cache
def _words() -> dict[str, list[str]]:
    """What fills the small letters of a pattern; the same letter with a figure is another word of the list."""
    lists = {
        "r": "the nurse|the captain|the baker|the lawyer|the painter|the pilot|the tailor|the judge|the miller|the cook"
        "|the gardener|the clerk|the singer|the farmer|the guard|the author|the plumber|the tutor|the dentist"
        "|the smith",
        "t": "thanked|praised|followed|invited|warned|called|hired|replaced|ignored|visited|defended|trained|rescued"
        "|interviewed|photographed|accused|surprised|outlived|paid|greeted|deceived|recommended|criticised|helped",
        "o": "the boat|the ladder|the letter|the lamp|the bicycle|the contract|the painting|the recipe|the radio"
        "|the key"
        "|the map|the carpet|the piano|the camera|the coat|the trophy|the manuscript|the tent|the engine|the basket",
        "v": "repaired|sold|lost|painted|borrowed|inspected|designed|bought|moved|copied|returned|cleaned",
        "x": "tall|patient|careful|wealthy|punctual|experienced|generous|stubborn|strong|quiet",
        "s": "the bridge was closed|the harvest had failed|the train was late|the museum was moving|the well was dry"
        "|the mayor had resigned|the pipe was leaking|the exam was cancelled|the road was flooded|the vote was invalid"
        "|the factory was for sale|the phone was broken|the ship had sunk|the report was wrong|the price had doubled",
        "p": "nurses|students|sailors|voters|farmers|tourists|engineers|teachers|dancers|drivers|witnesses|neighbours",
        "a": "signed the petition|missed the bus|learned to swim|voted for the plan|stayed until midnight|wore a helmet"
        "|paid in cash|crossed the border|brought their own lunch|passed the test|complained about the noise",
        "w": "in the harbour|at the station|in the garden|on the roof|at the market|in the cellar|near the church",
        "d": "on Monday|in March|last winter|in the evening|before noon|on the first day|during the war",
        "g": "dog|violin|red car|wooden chair|silk scarf|black cat|sports car|oil painting|winter coat|folding bicycle",
    }
    return {letter: text.split("|") for letter, text in lists.items()}


_GENERAL = {
    "dog": "animal", "violin": "instrument", "red car": "vehicle", "wooden chair": "piece of furniture",
    "silk scarf": "piece of clothing", "black cat": "animal", "sports car": "car", "oil painting": "painting",
    "winter coat": "coat", "folding bicycle": "bicycle",
}  # fmt: skip


def generate(seed: int) -> Iterator[LabelledAnswer]:
    """The rows of both splits, as many that follow as that do not."""
    sides: tuple[tuple[Split, int], ...] = (("train", TRAIN_ROWS), ("dev", DEV_ROWS))
    for split, rows in sides:
        random = Random(f"{NAME} {seed} {split}")
        for index in range(rows // 2):
            number = index % len(patterns(split))
            premise, follows, fails = patterns(split)[number]
            fill = _filling(premise + " ".join([*follows, *fails]), random, split)
            context = _sentence(premise, fill)
            if random.random() < 0.3:
                context = _surrounded(context, random, split)
            for line in (random.choice(follows), random.choice(fails)):
                yield labelled(context, _pieces(line, fill), source=NAME, split=split, kind=f"pattern {number}")


def _filling(text: str, random: Random, split: Split) -> dict[str, str]:
    fill: dict[str, str] = {}
    slots = dict.fromkeys(re.findall(r"\{(\w+)\}", text))
    for slot in {"g": None, **slots} if "general" in slots else slots:
        letter = slot[0]
        if letter in "ABC":
            use_name = random.random() < 0.5
            options = [stem(random, split)] if use_name else _words()["r"]
        elif letter == "n":
            low = 2 if slot == "n" else int(fill.get("n_value", "2")) + 1
            amount = random.randint(low, low + 4)
            fill[f"{slot}_value"] = str(amount)
            options = [WORDS[amount] if amount < len(WORDS) else str(amount)]
        elif slot == "general":
            options = [_GENERAL[fill["g"]]]
        else:
            options = _words()[letter]
        left = [option for option in options if option not in fill.values()] or options
        fill[slot] = random.choice(left)
    return fill


def _pieces(line: str, fill: dict[str, str]) -> list[Piece]:
    """The line filled in; what stands in square brackets is what does not follow."""
    parts = re.split(r"[\[\]]", line)
    pieces = [(part.format(**fill), index % 2 == 1) for index, part in enumerate(parts) if part]
    text, flag = pieces[0]
    return [(text[0].upper() + text[1:], flag), *pieces[1:]]


def _sentence(line: str, fill: dict[str, str]) -> str:
    text = line.format(**fill)
    return text[0].upper() + text[1:]


def _surrounded(context: str, random: Random, split: Split) -> str:
    """The premise among sentences about other people."""
    others = [
        f"{stem(random, split)} was away that week.",
        f"Nobody asked {stem(random, split)}.",
        f"Later, {stem(random, split)} told the story again.",
        "It was a long day.",
        f"The weather had been fine in {stem(random, split)}.",
    ]
    chosen = random.sample(others, 2)
    return " ".join([chosen[0], context, chosen[1]] if random.random() < 0.5 else [context, *chosen])
