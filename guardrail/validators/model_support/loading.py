"""Loading a model when a policy is bound: what is wrong with it becomes G703."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from guardrail.models.problems import ModelMissing, ModelProblem
from guardrail.validators.contract import ArgumentProblem

Model = TypeVar("Model")

MISSING = "G703"


def loaded(name: str, load: Callable[[], Model]) -> Model:
    """What `load` gives; raises `ArgumentProblem` (G703) where the model called `name` cannot be used."""
    try:
        return load()
    except ModelMissing:
        raise ArgumentProblem(
            MISSING,
            f"the model `{name}` is not installed",
            help=f"write what it assumes in policy tests (`assume {name} = …`), or remove the rule",
        ) from None
    except ModelProblem as problem:
        raise ArgumentProblem(
            MISSING, f"the model `{name}` cannot be used: {problem.reason}", help=problem.help
        ) from None
