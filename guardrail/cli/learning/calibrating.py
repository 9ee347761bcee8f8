"""Calibrates a model on a labelled file and tells what came of it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from guardrail.cli.learning.card_report import card_report
from guardrail.cli.learning.models import find_model
from guardrail.cli.learning.progress import ProgressLine
from guardrail.cli.shell.command import Exit, UsageProblem
from guardrail.cli.shell.console import Console, is_terminal, open_console
from guardrail.evaluate.calibrating import Calibrated, Scored, calibrate, card_before, score_rows, weights_of
from guardrail.evaluate.calibration import TooFewTexts, levels_beyond
from guardrail.evaluate.card_making import write_card
from guardrail.evaluate.labelled import Labelled, LabelledProblem, read_labelled_answers, read_labelled_texts
from guardrail.evaluate.measures import MeasureError
from guardrail.models.problems import ModelProblem
from guardrail.text.requests import CheckFault

if TYPE_CHECKING:
    from guardrail.models.own_heads import OwnHead

_FEW_TEXTS = (
    "label more harmless texts 0, or name a file of ordinary traffic with --benign",
    "--extrapolate guesses the levels that cannot be measured from the highest scores there are",
)


def run_calibration(arguments: argparse.Namespace) -> int:
    """Make the card, print what it says; raises `UsageProblem` where it cannot be made."""
    console = open_console(arguments.color)
    try:
        model = find_model(arguments.model)
        found, scored = _calibrate(model, arguments)
    except (LabelledProblem, ModelProblem) as problem:
        raise UsageProblem(str(problem), problem.help) from None
    except CheckFault as problem:
        raise UsageProblem(problem.reason, "cut the text into shorter ones") from None
    except TooFewTexts as problem:
        raise UsageProblem(str(problem), *_FEW_TEXTS) from None
    except MeasureError as problem:
        raise UsageProblem(str(problem), "look at the labels, and give more texts") from None
    _tell(found, scored, model, arguments, console)
    return Exit.OK


def _calibrate(model: str | OwnHead, arguments: argparse.Namespace) -> tuple[Calibrated, Scored]:
    line = ProgressLine(is_terminal(sys.stderr))
    weights = weights_of(model)
    rows = _read(model, arguments.data)
    harmless = _read(model, arguments.benign) if arguments.benign else rows
    _refuse_too_few(harmless, arguments)
    scored = _score(model, rows, arguments.data, line)
    benign = _score(model, harmless, arguments.benign, line) if arguments.benign else None
    line.clear()
    name = model if isinstance(model, str) else model.name
    found = calibrate(
        name,
        weights,
        scored,
        Path(arguments.benign or arguments.data).name,
        benign=benign,
        before=card_before(model),
        rates=arguments.false_alarms,
        extrapolate=arguments.extrapolate,
    )
    return found, scored


def _read(model: str | OwnHead, file: str) -> Sequence[Labelled]:
    return read_labelled_answers(Path(file)) if model == "grounding" else read_labelled_texts(Path(file))


def _refuse_too_few(rows: Sequence[Labelled], arguments: argparse.Namespace) -> None:
    """Say it before every text is judged, not after."""
    harmless = sum(row.label == 0 for row in rows)
    beyond = levels_beyond(harmless, arguments.false_alarms)
    if beyond and not arguments.extrapolate:
        raise TooFewTexts(harmless, beyond)


def _score(model: str | OwnHead, rows: Sequence[Labelled], file: str, line: ProgressLine) -> Scored:
    return score_rows(model, rows, lambda done, total: line.update(f"judging {Path(file).name}", done, total))


def _tell(
    found: Calibrated, scored: Scored, model: str | OwnHead, arguments: argparse.Namespace, console: Console
) -> None:
    if arguments.out:
        try:
            write_card(Path(arguments.out), found.card)
        except OSError:
            raise UsageProblem(
                f"`{arguments.out}` cannot be written", "name a file in a folder you may write"
            ) from None
    if scored.dropped:
        console.tell("note", f"{scored.dropped:,} texts without a word are left out")
    if arguments.format == "json":
        from guardrail.cli.shell.json_output import dump

        console.line(dump(found.card))
        return
    console.write(card_report(found, scored, model if isinstance(model, str) else model.name))
    if arguments.out:
        console.line(f"\nwrote {arguments.out}")
