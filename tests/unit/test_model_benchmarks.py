"""The model benchmarks on a handful of rows: what stands in their tables is what was judged."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from benchmarks import model_quality, model_rows
from benchmarks.model_quality import Judged, by_kind, by_source, compared
from benchmarks.model_rows import Row
from benchmarks.model_texts import answer_of, text_of
from guardrail.training.prose_split import is_judging_prose, is_reference_prose, is_training_prose
from tests.unit.standin_models import install, write_models

ROWS = [
    Row("a", 1, "mixed", "insult"),
    Row("b", 0, "mixed", "talk"),
    Row("c", 1, "all_bad", "insult"),
    Row("d", 0, "all_good", "talk"),
    Row("e", 0, "all_good", "talk"),
]


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write_models(tmp_path / "models")
    install(monkeypatch, folder)
    return folder


def cells(table: str, name: str) -> list[str]:
    line = next(line for line in table.splitlines() if line.startswith(f"| {name} |"))
    return [cell.strip() for cell in line.strip("|").split("|")]


@pytest.mark.usefixtures("models")
def test_a_source_of_one_label_is_judged_against_all_rows_of_the_other() -> None:
    table, areas, recalls = by_source(Judged("toxicity", ROWS, [1.0, 2.0, 3.0, -1.0, -2.0]))
    assert areas == {"all": pytest.approx(5 / 6), "all_bad": 1.0, "all_good": 1.0, "mixed": 0.0}
    assert recalls["all_bad"] == 1.0
    # `likely` of the stand-in's card is 0.7, that is log odds of 0.85.
    assert cells(table, "mixed")[1:4] == ["1", "1", "0.000"]
    assert cells(table, "mixed")[-2:] == ["100.0%", "100.0%"]
    assert cells(table, "all_bad")[3] == "1.000 *"
    assert cells(table, "all_good")[-2:] == ["-", "0.0%"]


@pytest.mark.usefixtures("models")
def test_kinds_of_few_rows_are_left_out_and_levels_are_shares() -> None:
    rows = [Row(str(n), 0, "source", "talk") for n in range(5)] + [Row("x", 0, "source", "rare")]
    table = by_kind(Judged("toxicity", rows, [5.0, 0.0, -9.0, -9.0, -9.0, 9.0]))
    assert cells(table, "source: talk") == ["source: talk", "0", "5", "40.0%", "20.0%", "20.0%"]
    assert "rare" not in table


def test_two_models_are_compared_by_points_of_roc_area() -> None:
    table = compared(Judged("toxicity", ROWS, [1.0, 2.0, 3.0, -1.0, -2.0], [2.5, 2.0, 3.0, -1.0, -2.0]))
    assert cells(table, "mixed") == ["mixed", "0.0000", "1.0000", "-100.00", "0.750", "1.50"]
    assert cells(table, "all_good")[3] == "+0.00"


@pytest.mark.usefixtures("models")
def test_the_command_writes_a_report_on_the_dev_rows_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    rows = [
        {"text": f"{word} {n}", "label": int(word == "stupid"), "source": "talk", "split": split}
        for split in ("train", "dev")
        for word in ("stupid", "kind")
        for n in range(6)
    ]
    prose = [{"text": "The shop opens at nine.", "source": f"model-{n}"} for n in range(20)]
    for name, content in (("toxicity", rows), ("prose", prose)):
        (data / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in content), "utf-8")
    monkeypatch.setattr(model_rows, "own_toxicity", lambda seed: [])
    words = ["model_quality", "--data", str(data), "--only", "toxicity", "--out", str(tmp_path / "out")]
    monkeypatch.setattr(sys, "argv", words)
    model_quality.main()
    report = (tmp_path / "out" / "model_quality.md").read_text("utf-8")
    assert "12 dev rows." in report
    assert cells(report, "talk")[1:4] == ["6", "6", "1.000"]
    judging = sum(is_judging_prose(f"model-{n}") for n in range(20))
    assert cells(report, "likely")[1:4] == [str(judging), "0", "0.00%"]
    assert "wrote" in capsys.readouterr().out


def test_every_language_model_stands_on_one_side() -> None:
    for number in range(200):
        name = f"model-{number}"
        assert [is_training_prose(name), is_reference_prose(name), is_judging_prose(name)].count(True) == 1


def test_texts_for_timing_have_the_length_that_was_asked_for() -> None:
    for tokens in (14, 62, 510):
        assert tokens - 3 <= len(text_of(tokens, lambda text: len(text.split()), seed=3).split()) <= tokens
    assert answer_of(5, seed=1).count(".") == 5
