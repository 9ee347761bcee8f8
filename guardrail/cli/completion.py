"""`guardrail completion`: completion scripts for shells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guardrail.cli.shell.command import Command, Example, Exit

if TYPE_CHECKING:
    import argparse

    from guardrail.cli.shell.parsing import Parser


def add_arguments(parser: Parser) -> None:
    """The arguments of `guardrail completion`."""
    from guardrail.cli.shell.parsing import OneOf

    parser.add_argument("shell", type=OneOf(("bash", "zsh", "fish")), help="the shell that the script is for")


def run(arguments: argparse.Namespace) -> int:
    """Print the script."""
    from guardrail.cli.shell.completions import script
    from guardrail.cli.shell.console import open_console

    open_console(arguments.color).write(script(arguments.shell))
    return Exit.OK


COMMAND = Command(
    name="completion",
    summary="print a completion script for bash, zsh or fish",
    add_arguments=add_arguments,
    run=run,
    examples=(
        Example("guardrail completion bash > ~/.local/share/bash-completion/completions/guardrail", "for bash"),
        Example("guardrail completion zsh > ~/.zfunc/_guardrail", "for zsh, with ~/.zfunc in fpath"),
        Example("guardrail completion fish > ~/.config/fish/completions/guardrail.fish", "for fish"),
    ),
)
