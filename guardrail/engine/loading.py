"""From a policy file to a `Guard`: compile, refuse what has errors, lower, assemble."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from guardrail.compiler.costs import ProfileProblem
from guardrail.compiler.front import analyse
from guardrail.compiler.lowering import lower
from guardrail.compiler.passes.bind import missing_models
from guardrail.compiler.passes.inheritance import choose_policy
from guardrail.compiler.unit import ResolvedPolicy, Unit
from guardrail.config import ConfigError, read_config
from guardrail.diagnostics.errors import EngineError, PolicyError
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.report import Report
from guardrail.engine.budget import Timing
from guardrail.engine.executor import usable_cores
from guardrail.engine.guard import Guard
from guardrail.engine.own_models import own_models
from guardrail.engine.ports import DecisionSink
from guardrail.engine.profiles import stored_profile
from guardrail.engine.rails import Rails
from guardrail.text.scanner.scanner import build_scanner
from guardrail.text.scanner.warming import build_warm_scanner
from guardrail.validators.contract import Validator


def load_guard(
    path: str | Path,
    *,
    policy: str | None = None,
    log: DecisionSink | None = None,
    given: Mapping[str, bytes] | None = None,
    plugins: Sequence[Validator] = (),
    warm: bool = False,
) -> Guard:
    """The guard for the policy in a file or folder; raises PolicyError with every diagnostic.

    `given` maps the path of a data file, as the policy writes it, to what stands in for it. `plugins` are validators
    that the policy may call besides. `warm` makes the load longer and the first texts faster.
    """
    own = own_models(Path(path))
    unit = analyse(Path(path), policy=policy, given=given, models=own, plugins=plugins, lints=False)
    chosen = choose(unit, policy)
    missing = missing_models(unit, chosen)
    if missing:
        raise policy_error(unit, missing)
    return assemble(unit, chosen, log=log, warm=warm)


def choose(unit: Unit, policy: str | None) -> ResolvedPolicy:
    """The policy a caller means; raises PolicyError when the file has errors or the choice is not clear."""
    if unit.failed:
        raise policy_error(unit, ())
    chosen = choose_policy(unit, policy)
    if isinstance(chosen, Diagnostic):
        raise policy_error(unit, (chosen,))
    return chosen


def assemble(unit: Unit, policy: ResolvedPolicy, *, log: DecisionSink | None = None, warm: bool = False) -> Guard:
    """The guard of a policy that has no errors; a model that is absent fails its checks, never the guard.

    Raises EngineError where `guardrail.toml`, or the file with this machine's figures, cannot be used.
    """
    pipelines = lower(unit, policy, build_warm_scanner if warm else build_scanner)
    try:
        config = read_config(unit.root)
    except ConfigError as problem:
        raise EngineError(str(problem)) from None
    return Guard(Rails.of(policy.name, pipelines, timing=_timing(), hashes=dict(unit.hashes), key=config.key, log=log))


def _timing() -> Timing:
    """By the figures of this machine, if `guardrail bench` has measured it."""
    try:
        return Timing(stored_profile(usable_cores()))
    except ProfileProblem as problem:
        raise EngineError(f"the figures of this machine: {problem}") from None


def policy_error(unit: Unit, more: tuple[Diagnostic, ...]) -> PolicyError:
    """The error that carries a unit's diagnostics and `more`."""
    return PolicyError(Report((*unit.diagnostics, *more), unit.sources))
