"""Prints the plans of a policy."""

from __future__ import annotations

from dataclasses import replace

from guardrail.cli.policies.loading import choose_policy_of, stage_of
from guardrail.cli.shell.command import Exit, UsageProblem
from guardrail.cli.shell.console import Console
from guardrail.compiler.costs import Profile, ProfileProblem
from guardrail.compiler.lowering import lower
from guardrail.compiler.plan_text import plan_text
from guardrail.engine.profiles import stored_profile
from guardrail.observe.record import policy_digest
from guardrail.text.scanner.scanner import build_scanner


def print_plans(path: str, policy: str | None, stage: str | None, console: Console) -> Exit:
    """Print the plan of one stage, or of all; raises UsageProblem for a stage that the policy does not have."""
    unit, chosen = choose_policy_of(path, policy)
    if stage is not None:
        kind = stage_of(chosen, stage)
        chosen = replace(chosen, stages={kind: chosen.stages[kind]})
    digest = policy_digest(unit.hashes)
    machine = machine_profile()
    plans = [plan_text(pipeline, digest, machine) for pipeline in lower(unit, chosen, build_scanner).values()]
    console.write("\n".join(plans))
    return Exit.OK


def machine_profile() -> Profile | None:
    """This machine's figures, where `guardrail bench` has measured it; raises UsageProblem for an unusable file."""
    try:
        return stored_profile(1)
    except ProfileProblem as problem:
        raise UsageProblem(f"the figures of this machine: {problem}") from None
