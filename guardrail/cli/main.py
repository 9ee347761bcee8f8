"""The entry point of the command `guardrail`; answers `--version` before anything else is imported."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence


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
