"""The front of the compiler: a policy file or folder in, everything that is known about it out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from guardrail.compiler.consequences import without_consequences, without_repetitions
from guardrail.compiler.files import root_for
from guardrail.compiler.passes import (
    bind,
    budget,
    decisions,
    imports,
    inheritance,
    names,
    resources,
    streaming,
    types,
    unused,
)
from guardrail.compiler.passes.inheritance import choose_policy
from guardrail.compiler.unit import Pass, Unit
from guardrail.diagnostics.codes.g107 import G107
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Source, Span
from guardrail.models.own_models import OwnModels
from guardrail.validators.contract import Validator
from guardrail.validators.registry import Registry

PASSES: tuple[Pass, ...] = (
    imports.run,
    names.run,
    resources.run,
    inheritance.run,
    types.run,
    bind.run,
    decisions.run,
    budget.run,
    streaming.run,
    unused.run,
)
"""In order: each may rely on what those before it filled in."""


def analyse(
    path: Path,
    *,
    policy: str | None = None,
    text: str | None = None,
    root: Path | None = None,
    given: Mapping[str, bytes] | None = None,
    models: OwnModels | None = None,
    lints: bool = True,
    plugins: Sequence[Validator] = (),
) -> Unit:
    """Run every pass over a policy file, or over the `.guard` files of a folder.

    `policy` must be one of its policies, else the unit holds a G110. `text` stands in for what the file holds (an
    editor's unsaved text); the file need not exist then. `root` is the policy root, by default that of `root_for`.
    `given` maps the path of a data file, as the policy writes it, to what stands in for it. `models` are the
    deployment's own cards and heads. `plugins` are validators that the policy may call besides those that are built in,
    or installed and allowed.
    `lints` off leaves out what only warns: whoever loads a policy to use it needs its errors alone.
    Nothing is raised for a policy that is wrong: the unit's diagnostics say everything.
    """
    unit = _start(path, text, root)
    unit = replace(unit, given=given or {}, models=models or {}, validators=Registry(unit.root, plugins))
    if not unit.failed:
        for run in PASSES:
            unit = run(unit)
        if lints:
            from guardrail.compiler.linting import run_lints

            unit = run_lints(unit)
    if policy is not None:
        chosen = choose_policy(unit, policy)
        if isinstance(chosen, Diagnostic):
            unit = unit.with_diagnostics(chosen)
    return replace(unit, diagnostics=without_repetitions(without_consequences(unit.diagnostics)))


def _start(path: Path, text: str | None, root: Path | None) -> Unit:
    if text is None and path.is_dir():
        return Unit(path.resolve(), imports.FOLDER)
    base = (root or root_for(path)).resolve()
    real = path.parent.resolve() / path.name
    if not real.is_relative_to(base):
        problem = G107.file(Span(path.name, 0, 0), path.name, "lies outside the policy root", "name a root above it")
        return Unit(base, path.name, sources={path.name: Source(path.name, "")}, diagnostics=(problem,))
    name = real.relative_to(base).as_posix()
    if text is None:
        return Unit(base, name)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Unit(base, name, sources={name: Source(name, text)}, hashes={name: digest})
