"""Measures this machine, keeps its figures, and shows them."""

from __future__ import annotations

import argparse
import platform
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter
from typing import Final

from guardrail.cli.learning.progress import ProgressLine
from guardrail.cli.policies.loading import choose_policy_of
from guardrail.cli.shell.command import Exit, UsageProblem
from guardrail.cli.shell.console import BOLD, DIM, Console, is_terminal
from guardrail.cli.shell.json_output import dump
from guardrail.cli.validation.summary import table
from guardrail.compiler.costs import Cost, Profile, profile_json
from guardrail.compiler.unit import BoundCall
from guardrail.engine.executor import usable_cores
from guardrail.engine.profiles import profile_path, store_profiles
from guardrail.evaluate.profiling.machine import CLASSES, Effort, kinds, measure, measure_together

_QUICK: Final = Effort(cheap=20, dear=3)
_THOROUGH: Final = Effort(cheap=200, dear=12)


def run_bench(arguments: argparse.Namespace, console: Console) -> Exit:
    """Measure, store and show; raises UsageProblem where the file cannot be written, PolicyError."""
    import sys

    path = Path(arguments.out) if arguments.out else profile_path()
    calls = [*kinds(), *_calls_of(arguments.policy_path, arguments.policy)]
    threads = arguments.threads or usable_cores()
    progress = ProgressLine(is_terminal(sys.stderr))
    total = 1 + len(calls)
    done = 0

    def tell(what: str) -> None:
        nonlocal done
        progress.update(f"measuring {what}", min(done, total), total)
        done += 1

    effort = _QUICK if arguments.quick else _THOROUGH
    profiles = [measure(_machine(), perf_counter, effort, tell, calls)]
    if threads > 1:
        profiles.append(measure_together(profiles[0], threads, perf_counter, effort, tell, calls))
    progress.clear()
    try:
        store_profiles(profiles, path)
    except OSError:
        raise UsageProblem(f"`{path}` cannot be written", "name another file with `--out`") from None
    if arguments.format == "json":
        console.line(dump(profile_json(profiles)))
    else:
        for profile in profiles:
            console.write("\n".join(profile_lines(profile, console)) + "\n\n")
        console.line(f"written to {path}")
        if not arguments.out:
            console.line("policies that are loaded on this machine from now on go by these figures")
    return Exit.OK


def profile_lines(profile: Profile, console: Console) -> Iterator[str]:
    """A table of one profile: what each kind usually takes, and in the 99th of a hundred cases."""
    how = "one check at a time" if profile.threads == 1 else f"{profile.threads} checks at once"
    yield console.paint(f"{profile.name}, {how}", BOLD)
    rows: list[tuple[str, ...]] = [("check", "200 characters", "p99", "2,000", "p99", "8,000", "p99")]
    for name, cost in profile.costs.items():
        if name not in CLASSES:
            shown = [_times(profile, cost, characters) for characters in (200, 2_000, 8_000)]
            rows.append((name, *(cell for pair in shown for cell in pair)))
    yield from table(rows, console)
    yield console.paint("  times in ms; classifiers with the encoder's windows, which run once for all of them", DIM)


def _times(profile: Profile, cost: Cost, characters: int) -> tuple[str, str]:
    whole = cost + profile.shared(cost)
    return _shown(whole.usual.milliseconds(characters)), _shown(whole.bound.milliseconds(characters))


def _shown(milliseconds: float) -> str:
    """Two digits that mean something.

    >>> _shown(0.0123), _shown(4.56), _shown(123.4)
    ('0.012', '4.6', '123')
    """
    if milliseconds >= 100:
        return f"{milliseconds:.0f}"
    return f"{milliseconds:.1f}" if milliseconds >= 1 else f"{milliseconds:.3f}"


def _machine() -> str:
    return f"{platform.system()} {platform.machine()}, {usable_cores()} cores"


def _calls_of(path: str | None, policy: str | None) -> Sequence[BoundCall]:
    """The checks of a policy that run within a request, each once."""
    if path is None:
        return ()
    unit, chosen = choose_policy_of(path, policy)
    calls: dict[str, BoundCall] = {}
    for stage in chosen.stages.values():
        for resolved in stage.rules:
            for (source, start, _, kind), call in unit.calls.items():
                span = resolved.rule.span
                inside = source == span.source and span.start <= start < span.end and kind == stage.kind
                if inside and not resolved.rule.later and call.check is not None:
                    calls.setdefault(call.key, call)
    return tuple(calls.values())
