"""Fills the generated parts of the model cards in docs/models: levels from the calibration cards, quality as measured.

    python docs/generate_models.py [--results benchmarks/results/model_quality.md]

`<!-- levels: NAME -->` parts are made from `guardrail/models/cards`, and `tests/unit/test_model_pages.py` holds them up
to date. `<!-- quality: NAME -->` parts come from the report of `python -m benchmarks.model_quality`, for `topic` from
the questions in `tests/cases/topics`, asked of the installed model; without `--results` they stay as they are.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from guardrail.models import cards
from guardrail.models.cards import LEVELS

HERE = Path(__file__).parent
PAGES = HERE / "models"
QUESTIONS = HERE.parent / "tests" / "cases" / "topics"
TOPICS = ("medical", "legal", "financial")


def filled(page: str, part: str, made: Mapping[str, str]) -> str:
    """A page with every `part` whose name is in `made` filled anew.

    >>> filled("<!-- levels: x -->\\nold\\n<!-- end of levels -->", "levels", {"x": "new"})
    '<!-- levels: x -->\\n\\nnew\\n\\n<!-- end of levels -->'
    """

    def fill(match: re.Match[str]) -> str:
        if match["name"] not in made:
            return match[0]
        return f"{match['head']}\n\n{made[match['name']].strip()}\n\n<!-- end of {part} -->"

    return re.sub(rf"(?s)(?P<head><!-- {part}: (?P<name>\w+) -->).*?<!-- end of {part} -->", fill, page)


def levels_of(name: str) -> str:
    """The levels of a model and of what belongs to it, from its cards; says so where there is no card."""
    found = dict(_cards(name))
    if name not in found:
        return "The cards are made when the weights are shipped."
    main = found[name]
    lines = [*_measured(name, main), "| output | possible | likely | very_likely |", "|---|---:|---:|---:|"]
    for output, card in found.items():
        scores = " | ".join(f"{card['levels'][level]:.3f}" for level in LEVELS)
        lines.append(f"| `{output}` | {scores} |")
    return "\n".join(lines)


def _cards(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The card of the model first, then those of its categories or topics."""
    folder = cards.folder()
    for path in (folder / f"{name}.json", *sorted(folder.glob(f"{name}_*.json"))):
        if path.is_file():
            yield path.stem, json.loads(path.read_text("utf-8"))


def _measured(name: str, card: dict[str, Any]) -> list[str]:
    if not {"reference", "measured"} <= card.keys():
        return ["Scores from which a level holds:", ""]
    reference = card["reference"]
    lines = [
        f"The levels of `{name}` were set on harmless texts: {reference['name']}.",
        "",
        "| level | wanted | flagged | share | 95 % | threshold |",
        "|---|---:|---:|---:|---:|---|",
    ]
    for level in LEVELS:
        own = card["measured"][level]
        low, high = own["rate_interval"]
        shares = f"{own['wanted']:.2%} | {own['flagged']:,} | {own['rate']:.2%} | {low:.2%} to {high:.2%}"
        lines.append(f"| `{level}` | {shares} | {own['how']} |")
    return [*lines, "", "Scores from which a level holds:", ""]


def quality_of(name: str, report: str) -> str | None:
    """The part of a quality report that is about one model; None without one."""
    found = re.search(rf"(?ms)^## {name}\n(?P<body>.*?)(?=^## |^\\\* |\Z)", report)
    return None if found is None else found["body"].strip()


def quality_of_topics() -> str:
    """How many of the questions in `tests/cases/topics` each shipped list judges right at `likely`, and how it errs.

    Raises `guardrail.models.problems.ModelMissing`.
    """
    import yaml

    from guardrail.models.topics import folder, topic

    others = yaml.safe_load((QUESTIONS / "none.yaml").read_text("utf-8"))
    lines = [
        "Questions written before the lists, by other hands, judged at `likely`:",
        "",
        "| list | on the topic | found | off it | false alarms | right | ordinary questions | flagged |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for name in TOPICS:
        phrases = [line.strip() for line in (folder() / f"{name}.txt").read_text("utf-8").splitlines()]
        judge = topic([line for line in phrases if line and not line.startswith("#")])
        rows = yaml.safe_load((QUESTIONS / f"{name}.yaml").read_text("utf-8"))
        limit = cards.threshold("topic", "likely")
        on, off = ([row["text"] for row in rows if row["about"] is about] for about in (True, False))
        found, alarms, strangers = (
            sum(score >= limit for score in judge.scores(texts)) for texts in (on, off, [row["text"] for row in others])
        )
        right = (found + len(off) - alarms) / len(rows)
        figures = [len(on), found, len(off), alarms, f"{right:.1%}", len(others), strangers]
        lines.append(f"| {name} | {' | '.join(map(str, figures))} |")
    return "\n".join(lines)


def update(pages: Iterable[Path], report: str | None) -> None:
    """Fill the pages; quality parts only with a report."""
    pages = tuple(pages)
    names = [path.stem for path in pages]
    quality: dict[str, str] = {}
    if report is not None:
        quality = {name: part for name in names if (part := quality_of(name, report)) is not None}
        quality["topic"] = quality_of_topics()
    for path in pages:
        page = filled(path.read_text("utf-8"), "levels", {path.stem: levels_of(path.stem)})
        path.write_text(filled(page, "quality", quality), "utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="fill the generated parts of the model cards")
    parser.add_argument("--results", type=Path, help="the report of `python -m benchmarks.model_quality`")
    given = parser.parse_args()
    update(sorted(PAGES.glob("*.md")), given.results.read_text("utf-8") if given.results else None)
