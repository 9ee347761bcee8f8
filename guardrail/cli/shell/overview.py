"""The help of `guardrail` itself: every command with its summary, and examples."""

from __future__ import annotations

from guardrail._version import __version__
from guardrail.cli.shell import catalogue
from guardrail.cli.shell.console import BOLD, Console


def overview(console: Console) -> str:
    """The text of `guardrail --help`."""
    commands = [command for name in catalogue.names() if (command := catalogue.find(name)) is not None]
    width = max(len(command.name) for command in commands)
    lines = [
        f"guardrail {__version__}: guardrails for language models, declared in policy files",
        "",
        f"{console.paint('usage:', BOLD)} guardrail COMMAND [ARGUMENTS]",
        "",
        console.paint("commands:", BOLD),
        *(f"  {command.name:<{width}}  {command.summary}" for command in commands),
        "",
        console.paint("options:", BOLD),
        f"  {'--version':<{width}}  the version",
        f"  {'--help':<{width}}  this help; `guardrail COMMAND --help` says all about a command",
        "",
        console.paint("examples:", BOLD),
    ]
    for command in commands:
        lines += [f"  {example.line}" for example in command.examples[:1]]
    lines += [
        "",
        "exit status: 0 nothing failed, 1 something did, 2 usage, policy or input error, 3 a check could not run",
    ]
    return "\n".join(lines) + "\n"
