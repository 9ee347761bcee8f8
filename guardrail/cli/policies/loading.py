"""Loads what a command line names; errors point at files as people see them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from guardrail.cli.policies.diagnostics import with_shown_names
from guardrail.cli.policies.files import missing_help
from guardrail.cli.shell.command import UsageProblem
from guardrail.compiler.front import analyse
from guardrail.compiler.passes.bind import missing_models
from guardrail.compiler.suggest import valid_names_help
from guardrail.compiler.unit import ResolvedPolicy, Unit
from guardrail.diagnostics.errors import PolicyError
from guardrail.diagnostics.wording import name_list
from guardrail.engine.guard import Guard
from guardrail.engine.loading import assemble, choose, policy_error


def choose_policy_of(path: str, policy: str | None) -> tuple[Unit, ResolvedPolicy]:
    """The policy that is meant; raises PolicyError with every diagnostic, UsageProblem where there is no such file."""
    if not Path(path).exists():
        raise UsageProblem(f"`{path}` does not exist", *missing_help(Path(path)))
    unit = analyse(Path(path), policy=policy, lints=False)
    try:
        return unit, choose(unit, policy)
    except PolicyError as problem:
        raise with_shown_names(problem, unit.root) from None


def load_stage(path: str, policy: str | None, stage: str | None) -> tuple[Guard, str]:
    """A guard that has one stage, and its name; without a name, the only stage of the policy.

    Only that stage is compiled to the end: a command that judges one text spends most of its time there. Raises what
    `choose_policy_of` does, a PolicyError where a model is absent, and UsageProblem where the stage is not clear.
    """
    unit, chosen = choose_policy_of(path, policy)
    missing = missing_models(unit, chosen)
    if missing:
        raise with_shown_names(policy_error(unit, missing), unit.root)
    kind = stage_of(chosen, stage)
    return assemble(unit, replace(chosen, stages={kind: chosen.stages[kind]})), kind


def stage_of(policy: ResolvedPolicy, asked: str | None) -> str:
    """The stage that is meant; raises UsageProblem."""
    stages = sorted(policy.stages)
    if asked is not None and asked in policy.stages:
        return asked
    if asked is not None:
        raise UsageProblem(
            f"the policy `{policy.name}` says nothing about `{asked}`", *valid_names_help(asked, stages, "stages")
        )
    if len(stages) == 1:
        return stages[0]
    known = name_list([f"--stage {name}" for name in stages], "or")
    raise UsageProblem(f"the policy `{policy.name}` has several stages, and none is named", f"give {known}")
