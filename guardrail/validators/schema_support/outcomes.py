"""Violations as the outcome of a check."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from guardrail.validators.contract import Match, Outcome
from guardrail.validators.schema_support.violations import Violation

CONFORMS: Final = Outcome(True)
"""The outcome for a value that conforms; shared, so that it allocates nothing."""


def refused(violations: Sequence[Violation]) -> Outcome:
    """False, with one match without a span per violation and the first one as the message."""
    first = violations[0]
    message = f"`{first.pointer}`: {first.message}" if first.path else first.message
    if len(violations) > 1:
        message += f" (and {len(violations) - 1:,} more)"
    return Outcome(False, None, tuple(Match(0, 0, v.message, at=v.pointer) for v in violations), message)
