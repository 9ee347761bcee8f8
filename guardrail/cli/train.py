"""`guardrail train`: a head of a team's own, from labelled texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guardrail.cli.shell.command import Command, Example

if TYPE_CHECKING:
    import argparse

    from guardrail.cli.shell.parsing import Parser


def add_arguments(parser: Parser) -> None:
    """The arguments of `guardrail train`."""
    from guardrail.cli.learning.names import head_name
    from guardrail.cli.shell.parsing import OneOf, WholeNumber

    parser.add_argument("--data", metavar="FILE", required=True, help="labelled texts, .jsonl or .jsonl.gz")
    parser.add_argument(
        "--head", metavar="NAME", type=head_name, required=True, help="toxicity, injection, or a name of your own"
    )
    parser.add_argument("--out", metavar="HEAD", help="write the head to this file")
    parser.add_argument(
        "--seed", metavar="N", type=WholeNumber(0, 999_999), default=7, help="what chance starts from (default: 7)"
    )
    parser.add_argument("--format", type=OneOf(("text", "json")), default="text", help="(default: text)")


def run(arguments: argparse.Namespace) -> int:
    """Train, and tell what the head is worth."""
    from guardrail.cli.learning.training import run_training

    return run_training(arguments)


COMMAND = Command(
    name="train",
    summary="train a head of your own on labelled texts",
    add_arguments=add_arguments,
    run=run,
    examples=(
        Example("guardrail train --data mine.jsonl --head toxicity", "see what a head of your own would be worth"),
        Example("guardrail train --data mine.jsonl --head toxicity --out heads/toxicity.json", "write it as well"),
        Example("guardrail train --data leaks.jsonl --head insider_talk --out heads/insider_talk.json", "a new label"),
    ),
    details="""\
A row is `{"text": "…", "label": 0}`, label 1 for what the head must find. `group` is optional: rows
of one origin (a conversation, an author) that must not stand on both sides of a test. A few
hundred rows take a minute or two. The encoder stays as it is; the head is a small JSON file that
works with the weights it was made for alone.

exit status: 0 the head was made, 2 it could not be made.""",
)
