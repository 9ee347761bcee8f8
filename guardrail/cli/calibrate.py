"""`guardrail calibrate`: a calibration card from a labelled set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guardrail.cli.shell.command import Command, Example

if TYPE_CHECKING:
    import argparse

    from guardrail.cli.shell.parsing import Parser


def add_arguments(parser: Parser) -> None:
    """The arguments of `guardrail calibrate`."""
    from guardrail.cli.learning.levels import read_rates
    from guardrail.cli.shell.parsing import OneOf

    parser.add_argument(
        "model", metavar="MODEL", help="toxicity, toxicity_threat, injection, grounding, …, or a head file"
    )
    parser.add_argument("data", metavar="FILE", help="labelled texts, .jsonl or .jsonl.gz")
    parser.add_argument("--out", metavar="CARD", help="write the card to this file")
    parser.add_argument("--benign", metavar="FILE", help="measure the levels on this file's rows labelled 0")
    parser.add_argument(
        "--false-alarms", metavar="P,P,P", type=read_rates, default="5%,1%,0.1%",
        help="what the three levels stand for (default: 5%%,1%%,0.1%%)",
    )  # fmt: skip
    parser.add_argument("--extrapolate", action="store_true", help="guess levels that too few texts show")
    parser.add_argument("--format", type=OneOf(("text", "json")), default="text", help="(default: text)")


def run(arguments: argparse.Namespace) -> int:
    """Calibrate, and tell what the card says."""
    from guardrail.cli.learning.calibrating import run_calibration

    return run_calibration(arguments)


COMMAND = Command(
    name="calibrate",
    summary="make a calibration card from labelled texts",
    add_arguments=add_arguments,
    run=run,
    examples=(
        Example("guardrail calibrate toxicity labelled.jsonl", "show what the levels do on texts of your own"),
        Example("guardrail calibrate toxicity labelled.jsonl --out cards/toxicity.json", "write the card as well"),
        Example("guardrail calibrate injection attacks.jsonl --benign traffic.jsonl.gz", "levels on ordinary traffic"),
        Example("guardrail calibrate grounding answers.jsonl", "scores to compare `grounding` with"),
        Example("guardrail calibrate heads/mine.json labelled.jsonl", "a head that `guardrail train` made"),
    ),
    details="""\
A row is `{"text": "…", "label": 0}`, label 1 for what the model must find; for grounding it is
`{"context": "…", "question": "…", "answer": "…", "label": 0}`, label 1 for an answer with
unsupported content. `language` is optional. Texts labelled 0 should be ordinary traffic: levels
are shares of them. 5 % takes 72 of them, 1 % takes 368, 0.1 % takes 3,688.

exit status: 0 the card was made, 2 it could not be made.""",
)
