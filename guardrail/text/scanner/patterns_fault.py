"""What is raised where a pattern cannot be decided."""

from __future__ import annotations

from guardrail.text.requests import CheckFault


class PatternFault(CheckFault):
    """A pattern could not be decided on this text: it took too long, or the text is unfit; never holds user text."""
