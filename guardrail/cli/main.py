"""The entry point of the command `guardrail`; answers `--version` before anything else is imported."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn


def process() -> NoReturn:
    """The process `guardrail`: runs its command line, and ends without taking the interpreter apart.

    Freeing object by object what the system frees at a stroke is an eighth of a short run.
    """
    status = main()
    # The exit handlers of worker processes clean up what they shared: a run that had some ends the usual way.
    if "multiprocessing" not in sys.modules and _is_written_out():
        os._exit(status)
    sys.exit(status)


def _is_written_out() -> bool:
    """Whether all output has gone; where it cannot, the interpreter says so when it ends."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        return False
    return True


def main(words: Sequence[str] | None = None) -> int:
    """Run the command that `words` (by default those of the process) ask for, and return its exit status."""
    given = list(sys.argv[1:] if words is None else words)
    if given in (["--version"], ["-V"]):
        from guardrail._version import __version__

        try:
            print(f"guardrail {__version__}", flush=True)
        except OSError as problem:
            return _unwritten(problem)
        return 0
    # Start-up makes many objects that all stay: looking through them again and again costs more than it frees.
    gc.set_threshold(50_000, 20, 20)
    from guardrail.cli.shell.running import run

    return run(given)


def _unwritten(problem: OSError) -> int:
    """What `run` says of an output that takes nothing more; imported only then, since `--version` must be quick."""
    from guardrail.cli.shell.console import drop_output
    from guardrail.cli.shell.running import BROKEN_PIPE

    drop_output()
    if isinstance(problem, BrokenPipeError):
        return BROKEN_PIPE
    print("error: standard output cannot be written", file=sys.stderr)
    return 2
