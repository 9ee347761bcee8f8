"""Runs the command as people do: a process of its own, in bounded time and memory, without a traceback ever."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SECONDS = 60
MEMORY = 2 * 1024**3
"""Bytes of address space that a bounded run gets."""


def start(words: list[str], folder: Path, **options: object) -> subprocess.Popen[bytes]:
    """Start the command in a folder."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100", "LC_ALL": "C", "NO_COLOR": "1"}
    return subprocess.Popen(
        [sys.executable, "-m", "guardrail", *words],
        cwd=folder,
        env=environment,
        **{"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options},  # type: ignore[call-overload]
    )


def run(words: list[str], folder: Path, stdin: bytes = b"", *, bounded: bool = False) -> tuple[int, str, str]:
    """Run the command to its end: status, output, messages; a `bounded` run gets little memory."""
    limits = {"preexec_fn": _limit_memory} if bounded and sys.platform == "linux" else {}
    process = start(words, folder, **limits)
    try:
        output, errors = process.communicate(stdin, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        raise
    assert b"Traceback" not in errors, errors.decode()
    assert b"guardrail itself failed" not in errors, errors.decode()
    return process.returncode, output.decode("utf-8"), errors.decode("utf-8")


def _limit_memory() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
