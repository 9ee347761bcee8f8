"""The model that a command line names: a shipped one, or the file of a team's own head."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guardrail.cli.shell.command import UsageProblem

if TYPE_CHECKING:
    from guardrail.models.own_heads import OwnHead


def find_model(name: str) -> str | OwnHead:
    """The shipped model's name, or the head in the file of that name; raises `UsageProblem`, `ModelProblem`."""
    from guardrail.compiler.suggest import nearest
    from guardrail.evaluate.calibrating import MODELS

    if name in MODELS:
        return name
    if name.endswith(".json"):
        from guardrail.models.own_heads import read_head

        return read_head(Path(name))
    close = nearest(name, MODELS)
    known = ", ".join(f"`{model}`" for model in MODELS)
    help = f"did you mean `{close}`?" if close else f"name one of {known}, or the file of a head"
    raise UsageProblem(f"there is no model `{name}`", help)
