"""What is raised where a value can be called neither valid nor invalid."""

from __future__ import annotations

from guardrail.text.requests import CheckFault


class SchemaFault(CheckFault):
    """A value could not be judged: neither valid nor invalid, but a failed check."""
