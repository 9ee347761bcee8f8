"""`guardrail check`: the diagnostics of policy files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guardrail.cli.shell.command import Command, Example, Exit

if TYPE_CHECKING:
    import argparse

    from guardrail.cli.shell.parsing import Parser


def add_arguments(parser: Parser) -> None:
    """The arguments of `guardrail check`."""
    from guardrail.cli.shell.parsing import OneOf, WholeNumber

    parser.add_argument("paths", metavar="PATH", nargs="+", help="policy files, and folders of them")
    parser.add_argument(
        "--format", type=OneOf(("text", "json", "github"), coming=("sarif",)), default="text", help="(default: text)"
    )
    parser.add_argument(
        "--max", metavar="N", type=WholeNumber(1, 100_000), default=20, help="show at most N (default: 20)"
    )
    parser.add_argument("--budget", action="store_true", help="show how long the longest text of each stage may take")
    parser.add_argument("--strict", action="store_true", help="warnings fail too")
    parser.add_argument("--recursive", action="store_true", default=True, help="folders with all below them (default)")
    parser.add_argument(
        "--no-recursive", dest="recursive", action="store_false", help="only what lies directly in a folder"
    )


def run(arguments: argparse.Namespace) -> int:
    """Check the files and print what there is to say."""
    from guardrail.cli.policies.diagnostics import joint_report, render_report
    from guardrail.cli.policies.files import find_policy_files
    from guardrail.cli.shell.console import open_console
    from guardrail.compiler.front import analyse
    from guardrail.diagnostics.record import Level

    console = open_console(arguments.color)
    paths = find_policy_files(arguments.paths, recursive=arguments.recursive)
    units = [analyse(path) for path in paths]
    report = joint_report(units, arguments.max)
    if arguments.format == "json":
        from guardrail.cli.shell.json_output import dump
        from guardrail.diagnostics.json_format import to_json

        counts = {f"{level}s": report.count(level) for level in Level}
        console.line(dump({"files": len(paths), **counts, "diagnostics": to_json(report)}))
    elif arguments.format == "github":
        from guardrail.diagnostics.github import to_github

        console.write(to_github(report))
    else:
        if arguments.budget:
            from guardrail.cli.policies.budgets import budget_table

            console.write("".join(f"{line}\n" for line in budget_table(units, console)))
        console.write(render_report(report, console, len(paths), color=console.color))
    failed = report.failed or (arguments.strict and report.count(Level.WARNING) > 0)
    return Exit.FAILED if failed else Exit.OK


COMMAND = Command(
    name="check",
    summary="find what is wrong in policy files",
    add_arguments=add_arguments,
    run=run,
    examples=(
        Example("guardrail check policies", "check every policy of a folder"),
        Example("guardrail check policies/support.guard --strict", "let warnings fail as well, as a build would"),
        Example("guardrail check policies --budget", "the worst case of every stage, and the longest text that fits"),
        Example("guardrail check policies --format json", "for editors, and for agents that mend what they wrote"),
    ),
    details="""\
exit status: 0 no error, 1 an error (with --strict a warning too), 2 a usage error. A model that
is not installed is a note: a policy can be written and tested without it.""",
)
