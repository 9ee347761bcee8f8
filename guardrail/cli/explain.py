"""`guardrail explain`: what a diagnostic code means, or what a policy does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guardrail.cli.shell.command import Command, Example

if TYPE_CHECKING:
    import argparse

    from guardrail.cli.shell.parsing import Parser


def add_arguments(parser: Parser) -> None:
    """The arguments of `guardrail explain`."""
    parser.add_argument("subject", metavar="CODE|POLICY", nargs="?", help="a code such as G301, or a policy file")
    parser.add_argument("--policy", metavar="NAME", help="which policy, where the file holds several")


def run(arguments: argparse.Namespace) -> int:
    """Explain a code, a policy, or list all codes."""
    from guardrail.cli.shell.console import open_console

    console = open_console(arguments.color)
    subject: str | None = arguments.subject
    if subject is not None and _is_policy(subject):
        from guardrail.cli.policies.describing import explain_policy

        return explain_policy(subject, arguments.policy, console)
    from guardrail.cli.policies.codes import explain_code, list_codes

    return list_codes(console) if subject is None else explain_code(subject, console)


def _is_policy(subject: str) -> bool:
    from pathlib import Path

    return subject.endswith(".guard") or "/" in subject or Path(subject).exists()


COMMAND = Command(
    name="explain",
    summary="say what a diagnostic code means, or what a policy does",
    add_arguments=add_arguments,
    run=run,
    examples=(
        Example("guardrail explain G301", "what the code means, with an example and how to mend it"),
        Example("guardrail explain policies/support.guard", "what the policy does, stage by stage, in sentences"),
        Example("guardrail explain", "all codes"),
    ),
)
