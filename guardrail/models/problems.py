"""What can be wrong with a model: its files are absent, or not the ones that were shipped."""

from __future__ import annotations


class ModelProblem(Exception):
    """A model cannot be used. `reason` is ours, lower case, without a path or user text; `help` says what to do."""

    def __init__(self, reason: str, help: str) -> None:
        super().__init__(reason)
        self.reason, self.help = reason, help


class ModelMissing(ModelProblem):
    """A file that the model needs is not in the package."""
