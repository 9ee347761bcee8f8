"""Runs a command line of guardrail in this process, for goldens: output, messages and status in one text."""

from __future__ import annotations

import io
import re
import shlex
from dataclasses import dataclass
from pathlib import Path

import pytest

from guardrail.cli.main import main

_MASKS = (
    (re.compile(r"took [0-9.]+ ms"), "took T ms"),
    (re.compile(r'"used_ms":[0-9.]+'), '"used_ms":"T"'),
    (re.compile(r'"(seconds|cpu_seconds)":[0-9.]+'), r'"\1":"T"'),
    (re.compile(r"[0-9.]+ s \([0-9,]+ texts/s\), CPU [0-9.]+ s, [0-9,]+ µs"), "T s (R texts/s), CPU T s, T µs"),
    (re.compile(r"slowest: .*"), "slowest: …"),
    (re.compile(r'"(time)":"[^"]+"'), r'"\1":"T"'),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command line came to."""

    output: str
    errors: str
    status: int


def run_words(words: list[str], monkeypatch: pytest.MonkeyPatch, stdin: bytes = b"") -> Outcome:
    """Run a command line with the given standard input, on no terminal, 100 columns wide, without colours."""
    output, errors = io.TextIOWrapper(io.BytesIO()), io.TextIOWrapper(io.BytesIO())
    with monkeypatch.context() as patch:
        patch.setenv("COLUMNS", "100")
        patch.delenv("GUARDRAIL_KEY", raising=False)
        patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        patch.setattr("sys.stdout", output)
        patch.setattr("sys.stderr", errors)
        status = main(words)
    return Outcome(_written(output), _written(errors), status)


def run_line(line: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The masked transcript of a command line such as `guardrail check policy.guard < text`."""
    command, _, source = line.partition(" < ")
    words = shlex.split(command)
    assert words[0] == "guardrail"
    outcome = run_words(words[1:], monkeypatch, Path(source).read_bytes() if source else b"")
    text = f"$ {line}\n{outcome.output}"
    if outcome.errors:
        text += f"--- on standard error\n{outcome.errors}"
    return mask(f"{text}--- status {outcome.status}\n")


def mask(text: str) -> str:
    """The text without times, rates and what depends on them."""
    for pattern, replacement in _MASKS:
        text = pattern.sub(replacement, text)
    return text


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    raw = stream.buffer
    assert isinstance(raw, io.BytesIO)
    return raw.getvalue().decode("utf-8")
