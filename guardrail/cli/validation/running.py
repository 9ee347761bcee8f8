"""Runs a validation: inputs in, results to the report, an exit status out."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final, Literal

from guardrail.cli.policies.loading import load_stage
from guardrail.cli.shell.command import Exit, UsageProblem
from guardrail.cli.shell.console import Console, is_terminal
from guardrail.cli.shell.endless import may_never_end
from guardrail.cli.validation.entries import MAX_BYTES, Entry, Read, Unread
from guardrail.cli.validation.given import Defaults
from guardrail.cli.validation.inputs import Input, find_inputs
from guardrail.cli.validation.judging import Judge, Settings
from guardrail.cli.validation.progress import Progress
from guardrail.cli.validation.reading import Meter, looks_like_lines, read_entries
from guardrail.cli.validation.reports import Elapsed, Run, open_report
from guardrail.cli.validation.request_values import read_request, required_warning
from guardrail.cli.validation.results import Judged
from guardrail.cli.validation.tally import MOST_UNREAD, Tally
from guardrail.cli.validation.workers import judge_in_order
from guardrail.decision import Action

EXCERPTS: Final = {"text": 3, "github": 1, "json": 0, "jsonl": 0}
"""How many excerpts of a finding a format shows."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Options:
    """What `guardrail validate` was asked for; `request` holds `name=value` pairs, `system` a text or `@file`."""

    policy_path: str
    names: tuple[str, ...]
    stage: str | None = None
    policy: str | None = None
    request: tuple[str, ...] = ()
    attempt: int = 1
    system: str | None = None
    tool: str | None = None
    standard_input: Literal["text", "jsonl"] = "text"
    format: str = "text"
    fail_on: str = "fix"
    jobs: int = 1
    progress: bool = True
    examples: int = 3
    log: str | None = None
    timed: bool = False


def validate(options: Options, console: Console) -> Exit:
    """Judge every text and report; raises UsageProblem, PolicyError and EngineError before the first one."""
    judge = _load(options)
    inputs = find_inputs(options.names, options.standard_input)
    meter = Meter(sum(found.size for found in inputs if isinstance(found, Input)))
    tally = Tally(Action(options.fail_on), options.examples)
    run = Run(judge.guard.policy, judge.settings.stage, judge.guard.rails.hashes, tally.fail_on)
    report = open_report(options.format, run, console)
    progress = Progress.start(meter, options.progress and is_terminal(sys.stderr))
    started = time.perf_counter()
    with _open_log(options.log) as log:
        for result in judge_in_order(_noting(read_entries(inputs, meter), console), judge, options.jobs):
            tally.add(result)
            if isinstance(result, Unread):
                if options.format != "github":
                    _tell_unread(result, tally, progress, console)
            else:
                _tell_missing(result, judge, tally, progress, console)
                if log is not None and result.record is not None:
                    _write(log, result.record)
            report.add(result)
            progress.update(tally.texts)
    progress.clear()
    report.finish(tally, Elapsed(time.perf_counter() - started, _cpu_seconds()))
    return tally.status()


def _load(options: Options) -> Judge:
    """The judge of a run, its request values typed by the policy."""
    guard, stage = load_stage(options.policy_path, options.policy, options.stage)
    defaults = Defaults(
        read_request(options.request, guard.rails.schedules[stage].pipeline.fields),
        options.attempt,
        _system(options.system),
        options.tool,
    )
    settings = Settings(
        options.policy_path,
        guard.policy,
        stage,
        defaults,
        EXCERPTS[options.format],
        options.log is not None,
        guard.rails.key,
        options.timed,
    )
    return Judge.of(guard, settings)


def _noting(reads: Iterator[Read], console: Console) -> Iterator[Read]:
    """The same entries; what may surprise about one is told."""
    for read in reads:
        if isinstance(read, Entry) and not read.is_object:
            if not read.content:
                console.tell("note", f"`{read.place}` is empty: it is judged as an empty text")
            elif read.place.file == "standard input" and looks_like_lines(read.content):
                console.tell(
                    "note",
                    "standard input looks like JSON Lines and is judged as one text",
                    "give `--stdin jsonl` to judge each line",
                )
        yield read


def _tell_unread(result: Unread, tally: Tally, progress: Progress, console: Console) -> None:
    if tally.unread > MOST_UNREAD:
        return
    progress.clear()
    console.tell("error", str(result), *([result.help] if result.help else []))
    if tally.unread == MOST_UNREAD:
        console.tell("note", "further inputs that cannot be read are counted, not told")


def _tell_missing(result: Judged, judge: Judge, tally: Tally, progress: Progress, console: Console) -> None:
    """Warn once about each required request field that some text came without."""
    new = [name for name in result.missing if name not in tally.missing]
    if not new:
        return
    tally.missing.update(new)
    progress.clear()
    fields = judge.guard.rails.schedules[judge.settings.stage].pipeline.fields
    message, help = required_warning(new, fields)
    console.tell("warning", f"{message} (first for `{result.place}`)", help)


def _open_log(name: str | None) -> AbstractContextManager[IO[str] | None]:
    if name is None:
        return nullcontext()
    path = Path(name)
    problem = UsageProblem(f"the log `{name}` cannot be opened for writing", "name a file in a folder that exists")
    try:
        if path.exists() and may_never_end(path):
            raise problem
        # Line by line: a run that is cut off leaves whole records, and a full disk is told at once.
        return path.open("a", encoding="utf-8", newline="\n", buffering=1)
    except (OSError, ValueError):
        raise problem from None


def _write(log: IO[str], record: str) -> None:
    try:
        log.write(record)
    except OSError:
        raise UsageProblem(f"the log `{log.name}` cannot be written any more", "see whether its disk is full") from None


def _system(given: str | None) -> str | None:
    """The system prompt: a text, or what the file behind `@` holds."""
    if given is None or not given.startswith("@"):
        return given
    path = Path(given[1:])
    try:
        if may_never_end(path):
            raise UsageProblem(f"`--system {given}`: the file is not a regular file", "name a text file")
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
        if len(content) > MAX_BYTES:
            raise UsageProblem(f"`--system {given}`: the file is larger than 8 MB", "name the prompt alone")
        return content.decode("utf-8-sig")
    except (OSError, ValueError):
        raise UsageProblem(f"`--system {given}`: the file cannot be read as UTF-8 text", "name a text file") from None


def _cpu_seconds() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
