"""A team labels texts, calibrates, trains a head and calibrates that: the command line with models that stand in."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from guardrail.models.cards import parse_card
from tests.unit.cli_runner import Outcome, run_words
from tests.unit.standin_models import WORDS, install, write_models

_PLAIN = ("the", "parcel", "is", "late", "please", "send", "my", "order", "again", "today", "thanks", "for", "help")


def toxicity_rows(harmless: int, bad: int, seed: int = 1) -> list[dict[str, Any]]:
    """Texts with one word that the stand-in knows: mild ones in 10 % of the harmless texts, harsh ones in 4 %."""
    chance = random.Random(seed)
    rows = []
    for number in range(harmless + bad):
        label = int(number >= harmless)
        words = [chance.choice(_PLAIN) for _ in range(8)]
        if label:
            words[3] = chance.choice(("stupid", "stupid", "hurt"))
        elif number % 10 == 0:
            words[3] = "stupid" if number % 200 == 0 else "hurt" if number % 30 == 0 else "damn"
        rows.append({"text": f"{' '.join(words)} {number}", "label": label, "language": "en" if number % 3 else "de"})
    return rows


def write_rows(path: Path, rows: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_models(tmp_path_factory.mktemp("models"))


@pytest.fixture
def work(models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    install(monkeypatch, models)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ran(words: str, monkeypatch: pytest.MonkeyPatch, status: int = 0) -> Outcome:
    outcome = run_words(words.split(), monkeypatch)
    assert outcome.status == status, outcome.output + outcome.errors
    return outcome


# ------------------------------------------------------------------ calibrate


def test_too_few_texts_are_refused_with_what_it_would_take(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_rows(work / "rows.jsonl", toxicity_rows(100, 20))
    outcome = ran("calibrate toxicity rows.jsonl --out card.json", monkeypatch, status=2)
    assert "100 benign texts are too few to measure `likely` (it takes 368)" in outcome.errors
    assert "--benign" in outcome.errors
    assert not (work / "card.json").exists()


def test_a_card_is_made_shown_and_can_be_read(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = toxicity_rows(400, 100)
    write_rows(work / "rows.jsonl", rows)
    outcome = ran("calibrate toxicity rows.jsonl --false-alarms 10%,5%,1% --out cards/toxicity.json", monkeypatch)
    assert "toxicity: 100 texts labelled 1, 400 labelled 0" in outcome.output
    assert "`toxicity >= likely` holds for about 1 of 20 of the texts labelled 0" in outcome.output
    assert "wrote cards/toxicity.json" in outcome.output
    written = json.loads((work / "cards" / "toxicity.json").read_text("utf-8"))
    card = parse_card("toxicity", written)
    mild, harsh = card.score(WORDS["damn"]["toxicity"]), card.score(WORDS["hurt"]["toxicity"])
    assert card.levels["possible"] < mild < card.levels["likely"] < harsh < card.levels["very_likely"]
    assert set(written["languages"]) == {"de", "en"}
    assert written["measured"]["likely"]["rate"] <= 0.05


def test_levels_may_come_from_traffic_of_their_own(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_rows(work / "rows.jsonl", toxicity_rows(30, 30))
    write_rows(work / "traffic.jsonl", toxicity_rows(400, 0, seed=2))
    words = "calibrate toxicity rows.jsonl --benign traffic.jsonl --false-alarms 10%,5%,1% --format json"
    card = json.loads(ran(words, monkeypatch).output)
    assert card["reference"] == {"name": "traffic.jsonl", "texts": 400}


def test_traffic_alone_keeps_the_curve_that_was_there(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_rows(work / "traffic.jsonl", toxicity_rows(400, 0))
    outcome = ran("calibrate toxicity traffic.jsonl --false-alarms 10%,5%,1% --out card.json", monkeypatch)
    assert "what a score means as a probability stays as it was" in outcome.output
    card = json.loads((work / "card.json").read_text("utf-8"))
    assert (card["slope"], card["offset"]) == (1.0, 0.0)


def test_texts_that_score_alike_have_no_levels(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_rows(work / "rows.jsonl", [{"text": f"the parcel is late {n}", "label": 0} for n in range(400)])
    outcome = ran("calibrate toxicity rows.jsonl --extrapolate", monkeypatch, status=2)
    assert "score too much alike" in outcome.errors


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("calibrate toxicty rows.jsonl", "did you mean `toxicity`?"),
        ("calibrate toxicity none.jsonl", "`none.jsonl` does not exist"),
        ("calibrate toxicity rows.jsonl --false-alarms 5%", "`5%` is not three percentages"),
        ("calibrate toxicity rows.jsonl --false-alarms 1%,5%,0.1%", "must fall from level to level"),
        ("calibrate none.json rows.jsonl", "the head `none.json` does not exist"),
        ("train --data rows.jsonl --head Bad-Name", "`Bad-Name` is no name"),
        ("train --head mine", "`--data` is missing"),
    ],
)
def test_a_wrong_command_line_says_what_to_write(
    words: str, message: str, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_rows(work / "rows.jsonl", toxicity_rows(5, 5))
    outcome = ran(words, monkeypatch, status=2)
    assert message in outcome.errors


# ------------------------------------------------------------------ train, and calibrate what was trained


def test_a_head_is_trained_reported_calibrated_and_used(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = toxicity_rows(150, 100)
    for row in rows:
        row["text"] = row["text"].replace("stupid", "merger").replace("hurt", "acquisition")
    write_rows(work / "mine.jsonl", [*rows, rows[0]])
    outcome = ran("train --data mine.jsonl --head deal_talk --out heads/deal_talk.json", monkeypatch)
    assert "deal_talk: 100 rows labelled 1, 150 labelled 0" in outcome.output
    assert "caught at 5.0 % false alarms" in outcome.output
    assert "warning: 1 row repeats another one and is left out" in outcome.errors
    fresh = toxicity_rows(400, 50, seed=9)
    for row in fresh:
        row["text"] = row["text"].replace("stupid", "merger").replace("hurt", "merger")
    write_rows(work / "fresh.jsonl", fresh)
    words = "calibrate heads/deal_talk.json fresh.jsonl --false-alarms 10%,5%,1% --format json"
    card = json.loads(ran(words, monkeypatch).output)
    assert card["model"] == "deal_talk"
    assert card["quality"]["roc_auc"] > 0.8


def test_training_refuses_what_teaches_nothing(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_rows(work / "mine.jsonl", toxicity_rows(20, 3))
    outcome = ran("train --data mine.jsonl --head toxicity", monkeypatch, status=2)
    assert "3 rows labelled 1 and 20 labelled 0 are too few to train on" in outcome.errors


def test_a_report_is_also_json(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_rows(work / "mine.jsonl", toxicity_rows(80, 60))
    report = json.loads(ran("train --data mine.jsonl --head toxicity --format json", monkeypatch).output)
    assert report["name"] == "toxicity"
    assert report["positives"] == 60
    assert report["shipped"]["roc_auc"] > 0.9
    assert len(report["gain_interval"]) == 2
