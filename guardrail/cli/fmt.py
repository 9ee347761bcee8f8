"""`guardrail fmt`: the one layout of policy files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guardrail.cli.shell.command import Command, Example

if TYPE_CHECKING:
    import argparse

    from guardrail.cli.shell.parsing import Parser


def add_arguments(parser: Parser) -> None:
    """The arguments of `guardrail fmt`."""
    parser.add_argument("paths", metavar="PATH", nargs="+", help="policy files, folders of them, or `-` for a pipe")
    parser.add_argument("--check", action="store_true", help="change nothing, fail if something would change")


def run(arguments: argparse.Namespace) -> int:
    """Format the files."""
    from guardrail.cli.policies.formatting import format_files, format_pipe
    from guardrail.cli.shell.console import open_console

    console = open_console(arguments.color)
    if arguments.paths == ["-"]:
        return format_pipe(console, check=arguments.check)
    return format_files(arguments.paths, console, check=arguments.check)


COMMAND = Command(
    name="fmt",
    summary="write policy files in their one layout",
    add_arguments=add_arguments,
    run=run,
    examples=(
        Example("guardrail fmt policies", "format every policy of a folder, in place"),
        Example("guardrail fmt --check policies", "change nothing, name the files that would change"),
        Example("guardrail fmt - < draft.guard", "format what comes through a pipe"),
    ),
    details="""\
Formatting never changes what a policy means, and keeps its comments. Files with syntax errors are
left as they are.

exit status: 0 all is well, 1 with --check: a file would change, 2 a syntax or usage error.""",
)
