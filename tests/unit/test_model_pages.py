"""The model cards in `docs/models`: their generated parts, and what every one must say."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from guardrail.models import cards
from tests.unit.documentation_pages import ROOT, anchors, links

PAGES = sorted((ROOT / "docs" / "models").glob("*.md"))


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate_models", ROOT / "docs" / "generate_models.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(not cards.folder().is_dir(), reason="no calibration card is shipped")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_levels_shown_are_those_of_the_cards(page: Path, generator: ModuleType, update_goldens: bool) -> None:
    shown = page.read_text("utf-8")
    made = generator.filled(shown, "levels", {page.stem: generator.levels_of(page.stem)})
    if update_goldens:
        page.write_text(made, "utf-8")
    assert page.read_text("utf-8") == made, "run `python docs/generate_models.py`"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_model_card_says_what_it_is_for_and_where_it_fails(page: Path) -> None:
    text = page.read_text("utf-8")
    assert {"use-it-for", "known-failures"} <= anchors(page)
    for part in ("levels", "quality"):
        assert text.count(f"<!-- {part}: ") == text.count(f"<!-- end of {part} -->") <= 1


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_link_of_a_model_card_leads_somewhere(page: Path) -> None:
    for target in links(page):
        path, _, anchor = target.partition("#")
        to = page if not path else (page.parent / path).resolve()
        assert to.exists(), target
        assert not anchor or anchor in anchors(to), target


def test_levels_are_shown_with_what_was_measured(
    generator: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cards, "folder", lambda: tmp_path)
    assert "when the weights are shipped" in generator.levels_of("toxicity")
    measured = {
        level: {"wanted": rate, "flagged": 4, "rate": rate, "rate_interval": [0.0, 2 * rate], "how": "measured"}
        for level, rate in zip(cards.LEVELS, (0.05, 0.01, 0.001), strict=True)
    }
    card = {
        "levels": dict(zip(cards.LEVELS, (0.2, 0.5, 0.9), strict=True)),
        "reference": {"name": "4,000 plain answers", "texts": 4000},
        "measured": measured,
    }
    (tmp_path / "toxicity.json").write_text(json.dumps(card), "utf-8")
    (tmp_path / "toxicity_hate.json").write_text(json.dumps({"levels": card["levels"]}), "utf-8")
    shown = generator.levels_of("toxicity").splitlines()
    assert shown[0] == "The levels of `toxicity` were set on harmless texts: 4,000 plain answers."
    assert "| `likely` | 1.00% | 4 | 1.00% | 0.00% to 2.00% | measured |" in shown
    assert shown[-2:] == ["| `toxicity` | 0.200 | 0.500 | 0.900 |", "| `toxicity_hate` | 0.200 | 0.500 | 0.900 |"]


def test_the_part_of_a_report_on_one_model_is_taken(generator: ModuleType) -> None:
    parts = [
        "# Quality",
        "machine",
        "## toxicity",
        "12 dev rows.",
        "### By kind of case",
        "## injection",
        "b",
        "\\* x\n",
    ]
    report = "\n\n".join(parts)
    assert generator.quality_of("toxicity", report) == "12 dev rows.\n\n### By kind of case"
    assert generator.quality_of("injection", report) == "b"
    assert generator.quality_of("grounding", report) is None
