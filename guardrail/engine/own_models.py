"""The deployment's own cards and heads, as `guardrail.toml` names them."""

from __future__ import annotations

from pathlib import Path

from guardrail.compiler.files import root_for
from guardrail.config import ConfigError, read_config
from guardrail.diagnostics.errors import EngineError
from guardrail.models.own_models import NAMES, OwnModels, read_own_model
from guardrail.models.problems import ModelProblem


def own_models(path: Path) -> OwnModels:
    """What stands in for shipped models in a policy at `path`; raises EngineError where it cannot be used."""
    try:
        files = read_config(path if path.is_dir() else root_for(path)).models
    except ConfigError as problem:
        raise EngineError(str(problem)) from None
    found = {}
    for name, model in files.items():
        if name not in NAMES:
            known = ", ".join(f"`{known}`" for known in NAMES)
            raise EngineError(f"`guardrail.toml` has a card or head for `{name}`; known are {known}")
        try:
            found[name] = read_own_model(name, model.card, model.head)
        except ModelProblem as problem:
            raise EngineError(f"`guardrail.toml`, models.{name}: {problem.reason}; {problem.help}") from None
    return found
