"""`guardrail plan`: what a policy compiles into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guardrail.cli.shell.command import Command, Example

if TYPE_CHECKING:
    import argparse

    from guardrail.cli.shell.parsing import Parser


def add_arguments(parser: Parser) -> None:
    """The arguments of `guardrail plan`."""
    from guardrail.cli.shell.parsing import OneOf

    parser.add_argument("policy_path", metavar="POLICY", help="a policy file, or a folder of them")
    parser.add_argument("--policy", metavar="NAME", help="which policy, where the file holds several")
    parser.add_argument(
        "--stage",
        type=OneOf(("input", "output", "retrieval", "tool_call", "tool_result")),
        help="only this stage (default: all)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the plan of each stage."""
    from guardrail.cli.policies.planning import print_plans
    from guardrail.cli.shell.console import open_console

    return print_plans(arguments.policy_path, arguments.policy, arguments.stage, open_console(arguments.color))


COMMAND = Command(
    name="plan",
    summary="show the pipeline that a policy compiles into",
    add_arguments=add_arguments,
    run=run,
    examples=(
        Example("guardrail plan policies/support.guard --stage output", "what runs on an answer, in which order"),
        Example("guardrail plan policies/agent.guard", "the pipelines of every stage"),
    ),
    details="""\
The plan is what reviewers read when a change is about speed: which checks share a scan, what runs
first, what may be skipped, how long the longest text may take. Times are those of a slow machine;
where `guardrail bench` has measured this one, its own stand beside them. What is asked for and not
enforced by this version is said too.""",
)
