"""The injection generators: deterministic, both labels, no text twice, train and dev apart."""

from __future__ import annotations

import importlib
import random
import re
from collections import Counter
from functools import cache

import pytest

from guardrail.training.generators.injection_frames import MOST_WORDS, Kind, filled, rows_of, side
from guardrail.training.rows import LabelledText

GENERATORS = (
    "defences",
    "documents",
    "ordinary",
    "overrides",
    "persuasion",
    "extraction",
    "system",
    "jailbreaks",
    "suffixes",
    "encoded",
    "dialogues",
    "indirect",
    "languages_west",
    "languages_europe",
    "languages_asia",
    "languages_south",
    "languages_more",
    "talk",
)

ONE_LABEL = {"ordinary", "talk"}


@cache
def made(name: str) -> tuple[LabelledText, ...]:
    module = importlib.import_module(f"guardrail.training.generators.injection_{name}")
    assert f"injection_{name}" == module.NAME
    return tuple(module.generate(5))


def key(text: str) -> str:
    return " ".join(text.split()).casefold()


@pytest.mark.parametrize("name", GENERATORS)
def test_the_same_seed_gives_the_same_rows_and_another_seed_others(name: str) -> None:
    module = importlib.import_module(f"guardrail.training.generators.injection_{name}")
    assert tuple(module.generate(5)) == made(name)
    assert {row.text for row in module.generate(6)} != {row.text for row in made(name)}


@pytest.mark.parametrize("name", GENERATORS)
def test_both_labels_stand_in_both_splits(name: str) -> None:
    found = {(row.label, row.split) for row in made(name)}
    labels = (0,) if name in ONE_LABEL else (0, 1)
    assert found == {(label, split) for label in labels for split in ("train", "dev")}


@pytest.mark.parametrize("name", GENERATORS)
def test_attacks_have_a_category_and_ordinary_texts_none(name: str) -> None:
    for row in made(name):
        assert row.category in ({"direct", "jailbreak", "indirect"} if row.label else {""})
        assert row.source == f"injection_{name}"
        assert row.kind


def test_no_text_stands_twice_in_all_generators() -> None:
    counts = Counter(key(row.text) for name in GENERATORS for row in made(name))
    assert [text for text, count in counts.items() if count > 1] == []


def test_texts_are_filled_and_bounded() -> None:
    for name in GENERATORS:
        for row in made(name):
            assert row.text.strip()
            assert len(row.text.split()) <= MOST_WORDS
            assert not {"\ue000", "\ue001", "\u2039", "\u00a6", "\u00b6"} & set(row.text), row.text
            if name != "suffixes":
                assert not re.search(r"\{[A-Za-z_]+\}", row.text), row.text
                assert not re.search(r"\([^()|]*\|[^()]*\)", row.text), row.text


def test_the_labels_are_near_balance_and_dev_is_a_tenth() -> None:
    rows = [row for name in GENERATORS for row in made(name)]
    assert 12_000 <= len(rows) <= 24_000
    assert 0.4 < sum(row.label for row in rows) / len(rows) < 0.6
    assert 0.09 < sum(row.split == "dev" for row in rows) / len(rows) < 0.15


def test_each_language_is_balanced() -> None:
    rows = [row for name in GENERATORS if name.startswith("languages") for row in made(name)]
    codes = Counter((row.kind[-3:-1], row.label) for row in rows)
    assert len({code for code, _ in codes}) >= 20
    for code, _ in codes:
        assert abs(codes[code, 1] - codes[code, 0]) <= 40, code


@pytest.mark.parametrize("length", [2, 3, 5, 6, 7, 12, 40])
def test_train_and_dev_share_no_entry_of_a_list(length: int) -> None:
    entries = [str(place) for place in range(length)]
    train, dev = side(entries, "train"), side(entries, "dev")
    assert train and dev
    assert not set(train) & set(dev)
    assert sorted([*train, *dev], key=int) == entries


def test_a_generator_uses_each_side_of_its_lists_alone() -> None:
    frames = tuple(f"frame{place} {{thing}} {{thing}}" for place in range(12))
    things = tuple(f"thing{place}" for place in range(12))
    rows = list(rows_of("made", (Kind("kind", 0, frames, 60, {"thing": things}),), 1))
    words = {
        split: {word for row in rows if row.split == split for word in row.text.split()} for split in ("train", "dev")
    }
    assert words["train"] and words["dev"]
    assert not words["train"] & words["dev"]


def test_what_a_filler_draws_is_never_read_as_a_slot() -> None:
    slots = {"soup": lambda draw: "{name} (a|b)"}
    assert filled("x {soup} (y|y)", slots, "train", random.Random(1)) == "x {name} (a|b) y"


def test_a_kept_slot_stands_for_one_phrase_in_a_text() -> None:
    slots = {"name": ("Ann", "Bob", "Cleo", "Dan", "Eve", "Fay")}
    first, second = filled("{name} {name}", slots, "train", random.Random(3)).split()
    assert first == second


def test_an_unknown_slot_is_refused() -> None:
    with pytest.raises(KeyError):
        filled("{nobody}", {}, "train", random.Random(1))


def test_slots_that_name_each_other_end_in_an_error() -> None:
    with pytest.raises(RecursionError):
        filled("{a}", {"a": ("{b}", "{b}"), "b": ("{a}", "{a}")}, "train", random.Random(1))
