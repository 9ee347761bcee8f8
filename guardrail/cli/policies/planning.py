"""Prints the plans of a policy."""

from __future__ import annotations

from pathlib import Path

from guardrail.cli.policies.diagnostics import render_report, shown_error
from guardrail.cli.shell.command import Exit, UsageProblem
from guardrail.cli.shell.console import Console
from guardrail.compiler.front import analyse
from guardrail.compiler.lowering import lower
from guardrail.compiler.plan_text import plan_text
from guardrail.compiler.suggest import valid_names_help
from guardrail.compiler.unit import ResolvedPolicy, Unit
from guardrail.diagnostics.errors import PolicyError
from guardrail.engine.loading import choose
from guardrail.observe.record import policy_digest
from guardrail.text.scanner.scanner import build_scanner


def print_plans(path: str, policy: str | None, stage: str | None, console: Console) -> Exit:
    """Print the plan of one stage, or of all; raises UsageProblem for a stage that the policy does not have."""
    chosen = choose_policy_of(path, policy, console)
    if chosen is None:
        return Exit.UNUSABLE
    unit, resolved = chosen
    pipelines = lower(unit, resolved, build_scanner)
    if stage is not None and stage not in pipelines:
        helps = valid_names_help(stage, pipelines, "stages")
        raise UsageProblem(f"the policy `{resolved.name}` says nothing about `{stage}`", *helps)
    digest = policy_digest(unit.hashes)
    plans = [plan_text(pipeline, digest) for kind, pipeline in pipelines.items() if stage in (None, kind)]
    console.write("\n".join(plans))
    return Exit.OK


def choose_policy_of(path: str, policy: str | None, console: Console) -> tuple[Unit, ResolvedPolicy] | None:
    """The policy a command line means; where it has errors they are printed, and there is none."""
    import sys

    if not Path(path).exists():
        raise UsageProblem(f"`{path}` does not exist", "name a policy file, or a folder of them")
    unit = analyse(Path(path), policy=policy)
    try:
        return unit, choose(unit, policy)
    except PolicyError as problem:
        report = shown_error(problem, unit.root)
        sys.stderr.write(render_report(report, console, max(1, len(unit.files)), color=console.error_color))
        return None
