"""Runs one command line: finds the command, reads its arguments, and turns every way it can end into a status."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from guardrail.cli.shell import catalogue
from guardrail.cli.shell.command import Exit, UsageProblem
from guardrail.cli.shell.console import Console, UnwritableOutput, drop_output, open_console, use_utf8

INTERRUPTED: Final = 130
"""128 and the number of SIGINT, as shells report it."""
BROKEN_PIPE: Final = 141
"""128 and the number of SIGPIPE: whoever read the output went away."""
TRACEBACK_VARIABLE: Final = "GUARDRAIL_TRACEBACK"


def run(words: Sequence[str]) -> int:
    """The exit status of a command line; problems are told on standard error."""
    use_utf8()
    console = open_console(_color_of(words))
    try:
        return _told(words, console)
    except BrokenPipeError:
        drop_output()
        return BROKEN_PIPE
    except UnwritableOutput:
        drop_output()
        console.tell("error", "standard output cannot be written", "see whether the disk that it goes to is full")
        return Exit.UNUSABLE


def _told(words: Sequence[str], console: Console) -> int:
    try:
        return _dispatch(words, console)
    except UsageProblem as problem:
        console.tell("error", problem.message, *problem.helps)
        return Exit.UNUSABLE
    except KeyboardInterrupt:
        console.tell("error", "interrupted")
        return INTERRUPTED
    except (BrokenPipeError, UnwritableOutput):
        raise
    except Exception as problem:
        return _failed(problem, console)


def _dispatch(words: Sequence[str], console: Console) -> int:
    import sys

    if not words or words[0] in ("-h", "--help", "help"):
        if len(words) > 1 and words[0] == "help":
            return _dispatch([words[1], "--help"], console)
        from guardrail.cli.shell.overview import overview

        if not words:
            sys.stderr.write(overview(console))
            return Exit.UNUSABLE
        console.write(overview(console))
        console.flush()
        return Exit.OK
    command = catalogue.find(words[0])
    if command is None:
        raise _unknown(words[0])
    from guardrail.cli.shell.parsing import parse

    try:
        status = command.run(parse(command, words[1:]))
    except SystemExit:
        # Only `--help` ends so.
        status = Exit.OK
    console.flush()
    return status


def _unknown(word: str) -> UsageProblem:
    from guardrail.compiler.suggest import nearest

    if word in catalogue.COMING:
        return UsageProblem(f"this version does not have `guardrail {word}` yet", "see `guardrail --help`")
    if word.startswith("-"):
        return UsageProblem(f"`{word}` stands before any command", "options follow the command: see `guardrail --help`")
    close = nearest(word, catalogue.names())
    help = f"did you mean `guardrail {close}`?" if close else "see `guardrail --help`"
    return UsageProblem(f"there is no command `{word}`", help)


def _color_of(words: Sequence[str]) -> str:
    """What `--color` says, before the arguments are read: messages about them are coloured too."""
    for place, word in enumerate(words):
        value = word.removeprefix("--color=") if word.startswith("--color=") else ""
        if word == "--color" and place + 1 < len(words):
            value = words[place + 1]
        if value in ("always", "never"):
            return value
    return "auto"


def _failed(problem: Exception, console: Console) -> int:
    """Tell what a command did not foresee: errors of the package in their words, our own faults by their place."""
    from guardrail.config import ConfigError
    from guardrail.diagnostics.errors import BundleError, EngineError, PolicyError

    if isinstance(problem, PolicyError):
        import sys

        from guardrail.diagnostics.terminal import render

        sys.stderr.write(render(problem.report, color=console.error_color, width=console.width))
        return Exit.UNUSABLE
    if isinstance(problem, (BundleError, ConfigError, EngineError)):
        console.tell("error", str(problem))
        return Exit.UNUSABLE
    import traceback

    if os.environ.get(TRACEBACK_VARIABLE):
        traceback.print_exception(problem)
    frame = traceback.extract_tb(problem.__traceback__)[-1]
    console.tell(
        "error",
        f"guardrail itself failed: {type(problem).__name__} in {Path(frame.filename).name}:{frame.lineno}",
        f"report it; {TRACEBACK_VARIABLE}=1 shows where it came from",
    )
    return Exit.UNUSABLE
