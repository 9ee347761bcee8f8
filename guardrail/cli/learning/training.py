"""Trains a head on a labelled file and tells what came of it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from guardrail.cli.learning.head_report import head_report
from guardrail.cli.learning.progress import ProgressLine
from guardrail.cli.shell.command import Exit, UsageProblem
from guardrail.cli.shell.console import is_terminal, open_console
from guardrail.evaluate.labelled import LabelledProblem, read_labelled_texts
from guardrail.models.problems import ModelProblem
from guardrail.text.requests import CheckFault
from guardrail.training.own_heads import Trained, TrainingProblem, train_head, write_head


def run_training(arguments: argparse.Namespace) -> int:
    """Train the head, write it, print what it is worth; raises `UsageProblem` where it cannot be made."""
    console = open_console(arguments.color)
    trained = _train(arguments)
    if arguments.out:
        try:
            write_head(Path(arguments.out), trained)
        except OSError:
            raise UsageProblem(
                f"`{arguments.out}` cannot be written", "name a file in a folder you may write"
            ) from None
    for warning in trained.report.warnings:
        console.tell("warning", warning)
    if arguments.format == "json":
        from guardrail.cli.shell.json_output import dump

        console.line(dump({"name": trained.report.name, **trained.report.as_json()}))
        return Exit.OK
    console.write(head_report(trained.report))
    if arguments.out:
        console.line(f"\nwrote {arguments.out}")
    return Exit.OK


def _train(arguments: argparse.Namespace) -> Trained:
    line = ProgressLine(is_terminal(sys.stderr))
    try:
        rows = read_labelled_texts(Path(arguments.data))
        return train_head(rows, arguments.head, seed=arguments.seed, progress=line.update)
    except (LabelledProblem, ModelProblem, TrainingProblem) as problem:
        raise UsageProblem(str(problem), problem.help) from None
    except CheckFault as problem:
        raise UsageProblem(problem.reason, "cut the text into shorter ones") from None
    finally:
        line.clear()
