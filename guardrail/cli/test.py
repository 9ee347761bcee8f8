"""`guardrail test`: the tests that stand in policy files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guardrail.cli.shell.command import Command, Example

if TYPE_CHECKING:
    import argparse

    from guardrail.cli.shell.parsing import Parser


def add_arguments(parser: Parser) -> None:
    """The arguments of `guardrail test`."""
    parser.add_argument("paths", metavar="PATH", nargs="+", help="policy files, and folders of them")
    parser.add_argument("-v", "--verbose", action="store_true", help="show the decision of each test")
    parser.add_argument("--filter", metavar="TEXT", default="", help="only tests with TEXT in their title")
    parser.add_argument("--live", action="store_true", help="ask the models about what a test assumes nothing of")


def run(arguments: argparse.Namespace) -> int:
    """Run the tests and print what came of them."""
    from guardrail.cli.policies.testing import run_policy_tests
    from guardrail.cli.shell.console import open_console

    return run_policy_tests(
        arguments.paths,
        open_console(arguments.color),
        wanted=arguments.filter,
        verbose=arguments.verbose,
        live=arguments.live,
    )


COMMAND = Command(
    name="test",
    summary="run the tests that stand in policy files",
    add_arguments=add_arguments,
    run=run,
    examples=(
        Example("guardrail test policies", "run the tests of every policy of a folder"),
        Example('guardrail test policies/support.guard -v --filter "disclaimer"', "some tests, with their decisions"),
        Example("guardrail test policies/models --live", "see what the shipped models say"),
    ),
    details="""\
A test that fails shows what was expected, what came, and the value of every condition of the
rules concerned. Checks that need a model answer what the test assumes, else their quiet value:
those are listed. With --live they ask the model instead.

exit status: 0 all passed, 1 a test failed or none was found, 2 a policy has errors, 3 with
--live: a model is not installed.""",
)
