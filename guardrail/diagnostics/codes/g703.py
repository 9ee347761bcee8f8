"""G703: model missing."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Label, Level
from guardrail.diagnostics.source import Span


class G703(Code):
    """A check needs a model that is not installed."""

    code: ClassVar[str] = "G703"
    level: ClassVar[Level] = Level.NOTE
    title: ClassVar[str] = "model missing"
    explanation: ClassVar[str] = """\
The policy calls a check that needs a model, and the model is not there or cannot be used. `guardrail check` and
`guardrail test` go on without it; loading the policy to judge texts fails, because a check that cannot run must not be
found out by the first request.

The models of `toxicity`, `injection`, `topic` and `grounding` come with the package, and so do their hashes: where one
is missing or damaged, install guardrail again. `judge` has no model in this version: it can be checked, and tested with
`assume`, and not yet be run.

A `later` rule does not keep a policy from being loaded: its checks never run within a request.
"""

    @classmethod
    def missing(
        cls, span: Span, check: str, message: str, help_text: str | None, others: tuple[Span, ...] = ()
    ) -> Diagnostic:
        """`message` is the validator's own account of what it misses; `others` are the further calls of it."""
        return cls.build(
            message,
            span,
            f"`{check}` needs it",
            secondary=tuple(Label(other, "and so does this") for other in others),
            helps=(help_text,) if help_text else ("write what it assumes in policy tests, or remove the rule",),
        )
