"""`guardrail bench`: how long each kind of check takes on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guardrail.cli.shell.command import Command, Example

if TYPE_CHECKING:
    import argparse

    from guardrail.cli.shell.parsing import Parser


def add_arguments(parser: Parser) -> None:
    """The arguments of `guardrail bench`."""
    from guardrail.cli.shell.parsing import OneOf, WholeNumber

    parser.add_argument(
        "policy_path", metavar="POLICY", nargs="?", help="also measure the checks of this policy, as they are written"
    )
    parser.add_argument("--policy", metavar="NAME", help="which policy, where the file holds several")
    parser.add_argument("--out", metavar="FILE", help="write the figures here (default: the user's cache folder)")
    parser.add_argument("--quick", action="store_true", help="measure less often: some seconds instead of a minute")
    parser.add_argument(
        "--threads", metavar="N", type=WholeNumber(1, 64), help="how many checks at once (default: 1, and one a core)"
    )
    parser.add_argument("--format", type=OneOf(("text", "json")), default="text", help="(default: text)")


def run(arguments: argparse.Namespace) -> int:
    """Measure this machine, and print what came of it."""
    from guardrail.cli.benching.measuring import run_bench
    from guardrail.cli.shell.console import open_console

    return run_bench(arguments, open_console(arguments.color))


COMMAND = Command(
    name="bench",
    summary="measure how long checks take on this machine",
    add_arguments=add_arguments,
    run=run,
    examples=(
        Example("guardrail bench", "measure every kind of check, and keep the figures for this machine"),
        Example("guardrail bench policies/support.guard", "measure the checks of a policy as well"),
        Example("guardrail bench --quick --out machine.json", "a rough measure, kept in a file of its own"),
    ),
    details="""\
A stage's `within` is kept by leaving out checks that cannot end in time, so it matters to know how
long they take. Without figures of this machine, those of a slow one are taken. The figures change
what runs, never what `guardrail check` says: that goes by the slow machine everywhere.

Measure where nothing else runs.""",
)
