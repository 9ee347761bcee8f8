"""Heads of a team's own: what they learn, what the report says of them, which rows and files are refused."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import numpy
import pytest

from guardrail.evaluate.labelled import LabelledText
from guardrail.models.features import WIDTH, shared_reader
from guardrail.models.own_heads import parse_head, read_head
from guardrail.models.problems import ModelMissing, ModelProblem
from guardrail.training.own_heads import Trained, TrainingProblem, train_head, write_head
from guardrail.training.own_rows import clean_rows
from tests.unit.standin_models import install, write_models

_THINGS = ("parcel", "invoice", "garden", "keyboard", "train", "window", "coffee", "report", "ticket", "bridge")
_VERBS = ("arrived", "broke", "vanished", "works", "stopped", "moved", "opened", "waits")


def made_rows(count: int, seed: int = 1) -> list[LabelledText]:
    """Rows whose label is whether a text speaks of a merger; the stand-in's shipped heads know nothing of that."""
    chance = random.Random(seed)
    rows = []
    for line in range(1, count + 1):
        label = line % 2
        words = [chance.choice(_THINGS), chance.choice(_VERBS), chance.choice(_THINGS), chance.choice(_VERBS)]
        if label:
            words.insert(chance.randrange(len(words)), chance.choice(("merger", "acquisition")))
        rows.append(LabelledText(f"The {' '.join(words)} on day {'x' * (line % 7)} {line}.", label, line))
    return rows


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_models(tmp_path_factory.mktemp("models"))


@pytest.fixture
def _models(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, folder)


@pytest.fixture(scope="module")
def trained(folder: Path) -> Trained:
    with pytest.MonkeyPatch.context() as patch:
        install(patch, folder)
        return train_head(made_rows(200), "deal_talk")


# ------------------------------------------------------------------ training


@pytest.mark.usefixtures("_models")
def test_a_head_finds_what_its_rows_taught_it(trained: Trained) -> None:
    high, low, nothing = trained.head.scores(["The merger opened.", "The garden opened.", " \n"])
    assert high > 0.5 > low
    assert nothing == 0.0
    assert trained.report.own.roc_auc > 0.95
    assert trained.report.shipped is None


def test_a_text_has_the_logit_of_its_highest_window(trained: Trained) -> None:
    windows = numpy.random.default_rng(1).normal(size=(3, WIDTH)).astype(numpy.float32)
    together, *apart = trained.head.logits([windows, windows[:1], windows[1:2], windows[2:]])
    assert together == pytest.approx(max(logit for logit in apart if logit is not None))


@pytest.mark.usefixtures("_models")
def test_the_same_rows_give_the_same_file_and_another_seed_another() -> None:
    first, again, other = (train_head(made_rows(80), "deal_talk", seed=seed) for seed in (7, 7, 8))
    assert first.written == again.written
    assert first.written["report"] != other.written["report"]


@pytest.mark.usefixtures("_models")
def test_a_head_of_a_shipped_name_is_compared_on_the_same_rows() -> None:
    report = train_head(made_rows(200), "toxicity").report
    assert report.shipped is not None
    assert report.shipped.roc_auc == pytest.approx(0.5, abs=0.01)
    assert report.gain is not None
    assert report.gain[0] > 0.3


@pytest.mark.usefixtures("_models")
@pytest.mark.parametrize("seed", [2, 3])
def test_labels_that_mean_nothing_get_no_head_or_a_report_that_says_so(seed: int) -> None:
    chance = random.Random(seed)
    rows = [LabelledText(row.text, chance.randrange(2), row.line) for row in made_rows(120)]
    said = ""
    try:
        found = train_head(rows, "deal_talk").report.own.roc_auc_interval
    except TrainingProblem as problem:
        found, said = (0.0, 0.0), problem.message
    assert found[0] < 0.55
    assert said in ("", "the texts do not tell the labels apart")


@pytest.mark.usefixtures("_models")
def test_progress_tells_every_text_and_every_fit() -> None:
    seen: dict[str, list[tuple[int, int]]] = {}
    train_head(made_rows(60), "x", progress=lambda what, done, total: seen.setdefault(what, []).append((done, total)))
    assert seen["reading"] == [(done, 60) for done in range(1, 61)]
    assert seen["cross validation"][-1] == (35, 35)


@pytest.mark.usefixtures("_models")
def test_rows_that_differ_in_numbers_alone_stay_on_one_side() -> None:
    rows = [LabelledText(f"Order {number} was late.", number % 2, number) for number in range(1, 100)]
    with pytest.raises(TrainingProblem, match="differ in numbers alone"):
        train_head(rows, "x")


@pytest.mark.parametrize("counts", [(9, 100), (100, 9), (0, 0)])
def test_too_few_rows_of_a_label_are_refused_before_anything_is_read(counts: tuple[int, int]) -> None:
    rows = [LabelledText(f"text {'a' * n}{label}", label, n) for label in (0, 1) for n in range(counts[label])]
    with pytest.raises(TrainingProblem, match="too few to train on"):
        train_head(rows, "x")


# ------------------------------------------------------------------ rows


def rows_of(*pairs: tuple[str, int]) -> list[LabelledText]:
    return [LabelledText(text, label, line) for line, (text, label) in enumerate(pairs, start=1)]


def test_repeated_rows_count_once_and_contradictions_not_at_all() -> None:
    cleaned = clean_rows(rows_of(("Hello there", 0), ("hello  THERE", 0), ("You fool", 1), ("you fool", 0), ("a", 1)))
    assert [row.text for row in cleaned.rows] == ["Hello there", "a"]
    assert "1 row repeats another one and is left out" in cleaned.warnings
    assert "2 rows say of one text both 0 and 1 (lines 3, 4) and are left out" in cleaned.warnings


def test_rows_of_one_group_and_rows_of_one_template_share_a_number() -> None:
    rows = [
        LabelledText("first", 0, 1, group="chat-1"),
        LabelledText("second", 1, 2, group="chat-1"),
        LabelledText("order 17 is late", 0, 3),
        LabelledText("order 23 is late", 0, 4),
        LabelledText("something else", 0, 5),
    ]
    groups = clean_rows(rows).groups
    assert groups[0] == groups[1]
    assert groups[2] == groups[3]
    assert len(set(groups)) == 3


def test_one_sided_labels_and_telling_lengths_are_said() -> None:
    rows = rows_of(*[(f"short {'b' * n}", 0) for n in range(100)], *[(f"long {'word ' * 40}{n}", 1) for n in range(3)])
    warnings = " ".join(clean_rows(rows).warnings)
    assert "one-sided: 100 rows are labelled 0 and 3 are labelled 1" in warnings
    assert "few rows are labelled 1, only 3" in warnings
    assert "length alone tells the labels apart (ROC area 1.00, those labelled 1 are longer)" in warnings


# ------------------------------------------------------------------ files


@pytest.mark.usefixtures("_models")
def test_a_written_head_reads_back_and_scores_the_same(trained: Trained, tmp_path: Path) -> None:
    write_head(tmp_path / "heads" / "deal.json", trained)
    head = read_head(tmp_path / "heads" / "deal.json")
    texts = ["The merger opened.", "The garden opened."]
    assert head.scores(texts) == trained.head.scores(texts)
    assert head.report["positives"] == 100
    assert head.report["cross_validated"]["roc_auc"] > 0.95


def test_a_head_for_other_weights_is_refused(trained: Trained) -> None:
    with pytest.raises(ModelProblem) as caught:
        parse_head(trained.written, "00" * 32)
    assert caught.value.reason == "the head `deal_talk` was made for other weights than those installed"
    assert caught.value.help == "train it again"


@pytest.mark.parametrize(
    "change",
    [
        {"format": 2},
        {"name": None},
        {"weights": [0.0]},
        {"weights": [float("nan")] * WIDTH},
        {"weights": ["0"] * WIDTH},
        {"bias": True},
        {"card": {}},
    ],
)
def test_a_file_that_is_no_head_is_refused(trained: Trained, change: dict[str, Any]) -> None:
    with pytest.raises(ModelProblem):
        parse_head({**trained.written, **change}, trained.written["weights_sha256"])


@pytest.mark.usefixtures("_models")
def test_an_absent_a_huge_and_a_broken_head_file_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing):
        read_head(tmp_path / "none.json")
    for name, content in (
        ("huge.json", "[" + "0," * 600_000 + "0]"),
        ("broken.json", "{"),
        ("deep.json", "[" * 90_000),
    ):
        (tmp_path / name).write_text(content, "utf-8")
        with pytest.raises(ModelProblem):
            read_head(tmp_path / name)


@pytest.mark.usefixtures("_models")
def test_features_of_a_text_do_not_depend_on_its_neighbours() -> None:
    reader = shared_reader()
    alone = reader.read(["The train stopped."])[0]
    beside = reader.read(["You are stupid.", "The train stopped.", ""])
    assert alone.shape == (1, WIDTH)
    assert numpy.array_equal(alone, beside[1])
    assert len(beside[2]) == 0


def test_a_head_file_is_small_and_readable(trained: Trained) -> None:
    text = json.dumps(trained.written, indent=1)
    assert len(text) < 60_000
    assert set(trained.written) == {"format", "name", "weights_sha256", "report", "card", "bias", "weights"}
