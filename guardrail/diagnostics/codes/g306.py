"""G306: permit without default block."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Fix
from guardrail.diagnostics.source import Span


class G306(Code):
    """A stage that allows by default has a `permit` arm."""

    code: ClassVar[str] = "G306"
    title: ClassVar[str] = "permit without default block"
    explanation: ClassVar[str] = """\
`permit` lifts the default of a stage that blocks whatever nobody permits. At a stage that allows by default it
changes nothing: the rule looks like an allow-list and every other call passes too.

Mend it by adding `default block` to the stage.
"""
    example: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on tool_call within 50ms limit 4000 chars {
    rule read_only {
      permit if tool.name == "search"
    }
  }
}
"""
    repaired: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on tool_call within 50ms limit 4000 chars default block {
    rule read_only {
      permit if tool.name == "search"
    }
  }
}
"""

    @classmethod
    def no_default(cls, span: Span, stage: str, insertion: Span | None) -> Diagnostic:
        """`span` is the `permit`; `insertion` is where the stage's head ends."""
        fixes = (Fix(insertion, " default block"),) if insertion is not None else ()
        return cls.build(
            f"`permit` does nothing: `{stage}` allows by default",
            span,
            helps=("add `default block` to the stage",),
            fixes=fixes,
        )
