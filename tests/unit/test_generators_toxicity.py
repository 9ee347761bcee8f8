"""The own toxicity data: the same rows from the same seed, nothing shared between train and dev, nothing twice."""

from __future__ import annotations

import importlib
import pkgutil
import random
import re
from collections import Counter
from functools import cache
from types import ModuleType

import pytest

from guardrail.training import generators
from guardrail.training.generators import toxicity_fillers, toxicity_frames
from guardrail.training.generators.toxicity_frames import Kind, entries, expand, frames_of, make_rows, portion
from guardrail.training.generators.toxicity_spelling import misspell
from guardrail.training.rows import LabelledText

CATEGORIES = {"", "hate", "harassment", "threat", "sexual", "profanity"}


def _modules() -> list[ModuleType]:
    names = sorted(module.name for module in pkgutil.iter_modules(generators.__path__))
    modules = [
        importlib.import_module(f"{generators.__name__}.{name}") for name in names if name.startswith("toxicity_")
    ]
    return [module for module in modules if hasattr(module, "generate")]


MODULES = _modules()
NAMES = [module.NAME for module in MODULES]


@cache
def _all_rows() -> tuple[LabelledText, ...]:
    return tuple(row for module in MODULES for row in module.generate(1))


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_the_same_seed_gives_the_same_rows(module: ModuleType) -> None:
    first = [row for row in _all_rows() if row.source == module.NAME]
    assert first == list(module.generate(1))
    assert first != list(module.generate(2))


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_train_and_dev_share_no_frame_and_no_filler(module: ModuleType) -> None:
    lists = {name: entries(text) for name, text in {**toxicity_fillers.FILLERS, **module.FILLERS}.items()}
    for items in [*lists.values(), *(frames_of(kind) for kind in module.KINDS)]:
        train, dev = portion(items, "train"), portion(items, "dev")
        assert train and dev
        assert len(train) + len(dev) == len(items)
    for kind in module.KINDS:
        frames = frames_of(kind)
        assert len(frames) == len(set(frames)), kind.name
        assert not set(portion(frames, "train")) & set(portion(frames, "dev"))


def test_no_list_of_fillers_names_a_thing_twice() -> None:
    for module in MODULES:
        for name, text in {**toxicity_fillers.FILLERS, **module.FILLERS}.items():
            twice = [entry for entry, count in Counter(entries(text)).items() if count > 1 and "{slander}" not in entry]
            assert twice == [], f"{module.NAME}: {name}"


def test_no_text_comes_twice_in_all_generators() -> None:
    texts = Counter(row.text.casefold() for row in _all_rows())
    assert [text for text, count in texts.items() if count > 1] == []


def test_both_labels_are_near_balance_and_dev_is_a_tenth_or_so() -> None:
    rows = _all_rows()
    positive = sum(row.label for row in rows) / len(rows)
    dev = sum(row.split == "dev" for row in rows) / len(rows)
    assert 12_000 <= len(rows) <= 20_000
    assert 0.4 <= positive <= 0.6
    assert 0.08 <= dev <= 0.15
    assert {(row.label, row.split) for row in rows} == {(0, "train"), (1, "train"), (0, "dev"), (1, "dev")}


def test_every_row_names_its_kind_and_only_toxic_rows_a_category() -> None:
    for row in _all_rows():
        assert row.kind
        assert row.category in CATEGORIES
        assert row.label == 1 or row.category == ""


def test_no_slot_and_no_choice_is_left_in_a_text() -> None:
    slots = {name for module in MODULES for name in {**toxicity_fillers.FILLERS, **module.FILLERS}}
    for row in _all_rows():
        assert not slots & set(re.findall(r"\{([a-z_]+)", row.text)), row.text
        assert not re.search(r"\[[^\]]*\|", row.text), row.text
        assert "~" not in row.text and ";;" not in row.text, row.text


def test_texts_are_of_many_lengths() -> None:
    lengths = sorted(len(row.text.split()) for row in _all_rows())
    assert lengths[len(lengths) // 20] <= 6
    assert lengths[-len(lengths) // 20] >= 50


def test_a_slot_keeps_its_filler_and_a_numbered_slot_takes_another() -> None:
    lists = {"group": ["Poles~a Pole", "Kurds~a Kurd"]}
    text = expand("{group}, {group:1}, {group2}", lists, random.Random(4))
    assert text in {"Poles, a Pole, Kurds", "Kurds, a Kurd, Poles"}


def test_articles_and_sentence_openings_are_put_right() -> None:
    lists = {"word": ["owl"]}
    assert expand("a {word}. a union. a hen.", lists, random.Random(1)) == "An owl. A union. A hen."


def test_fillers_that_hold_each_other_are_refused() -> None:
    with pytest.raises(ValueError, match="does not come to an end"):
        expand("{one}", {"one": ["{two}"], "two": ["{one2}"], "one2": []}, random.Random(1))


def test_a_list_of_one_cannot_be_parted() -> None:
    with pytest.raises(ValueError, match="cannot be parted"):
        portion(["only"], "train")


def test_a_slot_without_a_list_is_an_error() -> None:
    kind = Kind("broken", 0, 3, "one {nothing}\ntwo {nothing}")
    with pytest.raises(KeyError):
        list(make_rows("own_broken", [kind], {}, 1))


def test_misspelling_keeps_the_letters_order_recognisable() -> None:
    for seed in range(60):
        text = misspell("see you at the harbour tomorrow", random.Random(seed))
        assert text.lower().replace(" ", "")[0] in "s$5"
        assert text.strip()


def test_frames_stay_within_their_bounds() -> None:
    assert toxicity_frames.DEV_EVERY > toxicity_frames.DEV_PLACE
    kind = Kind("short", 1, 40, "you {insult}\nsuch a {insult}\n{insult} you are", "harassment", "verbatim")
    rows = list(make_rows("own_short", [kind], {}, 1))
    assert max(Counter(row.text for row in rows).values()) == 1
    assert {row.split for row in rows} == {"train", "dev"}
