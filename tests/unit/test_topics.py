"""The shipped topics: their lists, what they are tuned on, and how the cards are made; scores need the weights."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml

from guardrail.models import cards, topics, weights
from guardrail.models.encoder import shared_encoder
from guardrail.models.problems import ModelMissing
from guardrail.models.topic_embeddings import FILE, embedded
from guardrail.training import topic_tuning
from guardrail.training.topic_cases import FOLDER, mentions_any, read_cases, read_own_lists, read_words
from guardrail.training.topic_reference import KINDS, opening, read_reference
from tests.unit.standin_models import install, write_models

ROOT = Path(__file__).parents[2]
CASES = ROOT / FOLDER
JUDGING = ROOT / "tests" / "cases" / "topics"
NAMES = ("financial", "legal", "medical")


def judging(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.safe_load((JUDGING / f"{name}.yaml").read_text("utf-8"))
    return rows


def plain(texts: Sequence[str]) -> set[str]:
    return {" ".join(text.lower().split()).strip(".?! ") for text in texts}


def test_these_topics_are_shipped() -> None:
    assert tuple(topics.shipped_topics()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_no_phrase_stands_twice_or_on_both_sides(name: str) -> None:
    phrases, near, ordinary = topics.shipped_topics()[name], topics.near_misses(name), topics.ordinary_phrases()
    every = [*phrases, *near, *ordinary]
    assert len(set(every)) == len(plain(every)) == len(every)
    assert 300 <= len(phrases) <= 500 and len(near) >= 250 and len(ordinary) >= 150
    assert all(len(phrase) <= 120 for phrase in every)


@pytest.mark.parametrize("name", NAMES)
def test_what_tunes_and_what_judges_is_no_phrase(name: str) -> None:
    phrases = plain([*topics.shipped_topics()[name], *topics.near_misses(name), *topics.ordinary_phrases()])
    tuning = plain([case.text for case in read_cases(CASES, name)])
    judges = plain([row["text"] for row in (*judging(name), *judging("none"))])
    # Numbers only: whoever tunes the lists must not read the questions that judge them.
    assert (len(phrases & tuning), len(phrases & judges), len(tuning & judges)) == (0, 0, 0)


@pytest.mark.parametrize("name", NAMES)
def test_there_are_tuning_cases_of_both_sorts(name: str) -> None:
    cases = read_cases(CASES, name)
    assert min(sum(case.about for case in cases), sum(not case.about for case in cases)) >= 100
    assert len({case.text for case in cases}) == len(cases)
    assert read_words(CASES, name)


def test_words_of_a_topic_are_found_where_a_word_begins() -> None:
    assert mentions_any("Two Doctors", ["doctor"])
    assert mentions_any("an ear, two taxes", ["tax"])
    assert not mentions_any("early taxi, proctored", ["ear", "tax", "doctor"])


def test_an_opening_is_two_sentences() -> None:
    assert opening("") == ""
    assert opening("One. Two! Three.") == "One. Two!"


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_models(tmp_path_factory.mktemp("models"))


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    subjects = ("the river", "a lamp", "my window", "the old bridge", "our bus", "some paper", "that song")
    does = ("stands", "falls", "sings", "turns green", "waits", "goes home", "opens")
    when = [f"at {hour} {day}" for hour, day in product(range(12), ("today", "tomorrow", "on Monday"))]
    said = [" ".join(parts) for parts in product(subjects, does, when)]
    prompts = [{"text": text, "label": 0, "source": "halueval_queries"} for text in said]
    attack = {"text": "attack", "label": 1, "source": "halueval_queries"}
    answers = [{"text": f"Here it is. See {text}.", "source": "one-model"} for text in said]
    answers += [{"text": f"Well. Now {text}.", "source": "one-model"} for text in said]
    write_lines(folder / "injection.jsonl", [*prompts, attack])
    write_lines(folder / "prose.jsonl", answers)
    return folder


@pytest.fixture
def standin(models: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A handful of words instead of the weights, and made-up traffic."""
    install(monkeypatch, models)
    monkeypatch.setattr("guardrail.training.topic_reference.is_reference_prose", lambda name: True)
    return models


def test_the_reference_set_has_each_kind_once(data: Path, standin: Path) -> None:
    found = read_reference(data, 7, 50)
    assert [sum(one.kind == kind for one in found) for kind in KINDS] == [50, 50, 50]
    assert len({one.text for one in found}) == 150
    assert "attack" not in {one.text for one in found}
    assert found == read_reference(data, 7, 50) != read_reference(data, 8, 50)


def test_the_command_fits_cards_and_ships_embeddings(
    data: Path, standin: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert topic_tuning.main(["--data", str(data), "--cases", str(CASES)]) == 0
    written = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert [path.name for path in written] == ["topic.json", *(f"topic_{name}.json" for name in NAMES), FILE]
    for path in written[:-1]:
        card = cards.parse_card(path.stem, json.loads(path.read_text("utf-8")))
        assert topics.Weighing.of(card) == topics.Weighing()
        assert 0 < card.levels["possible"] < card.levels["likely"] < card.levels["very_likely"] < 1
    assert FILE in json.loads((standin / "weights" / "manifest.json").read_text("utf-8"))


def test_without_data_the_command_reports(standin: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert topic_tuning.main(["--cases", str(CASES)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in lines] == [[name, level] for name in NAMES for level in cards.LEVELS]


def test_a_folder_without_cases_is_told(standin: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert topic_tuning.main(["--cases", str(tmp_path)]) == 2
    assert "name the folder of tuning cases with --cases" in capsys.readouterr().err


def test_more_of_a_text_never_lowers_its_score(standin: Path) -> None:
    topic = topics.topic(["the river sings", "which lamp falls"])
    long = "The river sings. " * 40 + "Which bridge opens? " * 40

    class Some:
        def __init__(self, windows: int) -> None:
            self.windows = windows

        def admits(self, share: float) -> bool:
            self.windows -= 1
            return self.windows >= 0

    scores = []
    for windows in range(12):
        # A fresh encoder each: what was read once is remembered.
        fresh = topics.Encoder(shared_encoder().session, shared_encoder().words, str(windows))
        topic._encoder = fresh
        scores.append(topic.scores_within([long], Some(windows))[0])
    assert [score for score, _ in scores] == sorted(score for score, _ in scores)
    assert scores[0] == (0.0, 0.0) and scores[-1][1] == 1.0


def write_lines(path: Path, rows: Sequence[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


@pytest.fixture(scope="module")
def shipped() -> None:
    """Skips where the weights are not installed."""
    try:
        shared_encoder()
        weights.weight_file(FILE)
        cards.card("topic")
    except ModelMissing as missing:
        pytest.skip(str(missing))


@pytest.mark.usefixtures("shipped")
def test_the_phrases_embeddings_come_with_the_weights() -> None:
    encoder = shared_encoder()

    class Refusing:
        def run(outputs: Sequence[str], inputs: Any) -> list[Any]:
            raise AssertionError("the embeddings are not those of the installed model and lists")

    fresh = topics.Encoder(Refusing(), encoder.words, encoder.model_hash)
    for phrases in (*topics.shipped_topics().values(), *map(topics.near_misses, NAMES), topics.ordinary_phrases()):
        assert len(embedded(fresh, phrases)) == len(phrases)


@pytest.mark.parametrize(("name", "least"), [("medical", 0.95), ("legal", 0.93), ("financial", 0.93)])
@pytest.mark.usefixtures("shipped")
def test_questions_by_other_hands_are_told_apart(name: str, least: float) -> None:
    rows = [*judging(name), *judging("none")]
    scores = topics.topic(topics.shipped_topics()[name]).scores([row["text"] for row in rows])
    limit = cards.threshold("topic", "likely")
    right = sum((score >= limit) == row["about"] for row, score in zip(rows, scores, strict=True))
    assert right >= least * len(rows)


_GARDENING = pytest.param(
    "gardening",
    marks=pytest.mark.xfail(strict=True, reason="6 of its 10 texts are found: its phrases are few and alike"),
)


@pytest.mark.parametrize("name", ["football", "weapons", "religion", "our product", _GARDENING])
@pytest.mark.usefixtures("shipped")
def test_a_team_s_own_list_finds_its_topic(name: str) -> None:
    lists = {own.name: own for own in read_own_lists(CASES)}
    topic = topics.topic(lists[name].phrases)
    others = [text for other in lists.values() if other.name != name for text in other.about]
    likely = cards.threshold("topic", "likely")
    found = sum(score >= likely for score in topic.scores(lists[name].about))
    false = sum(score >= likely for score in topic.scores(others))
    assert false <= 0.05 * len(others)
    assert found >= 0.7 * len(lists[name].about)
