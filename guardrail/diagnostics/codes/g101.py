"""G101: the name of a policy, import or inherited rule that leads nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Fix
from guardrail.diagnostics.source import Span
from guardrail.diagnostics.wording import suggestion_help


class G101(Code):
    """A policy, an import or an inherited rule of this name does not exist."""

    code: ClassVar[str] = "G101"
    title: ClassVar[str] = "unknown policy or import"
    explanation: ClassVar[str] = """\
`extends`, `drop rule`, `for` and dotted names look up policies, imports and inherited rules by name. This one is
not there.

A policy that silently extended nothing would lose every rule it was meant to inherit.

Mend it by taking one of the names that the help lists. A dotted name such as `base.company` begins with the alias
of an import: `import "shared/baseline.guard" as base`.
"""
    example: ClassVar[str] = """\
guard 1
policy company {
  on error block
  on timeout block
}
policy support extends compny {
  on error block
  on timeout block
}
"""
    repaired: ClassVar[str] = """\
guard 1
policy company {
  on error block
  on timeout block
}
policy support extends company {
  on error block
  on timeout block
}
"""

    @classmethod
    def policy(cls, span: Span, name: str, suggestion: str | None, valid: Sequence[str]) -> Diagnostic:
        """A policy that is declared nowhere in reach; `valid` are those that are, dotted where imported."""
        fixes = (Fix(span, suggestion),) if suggestion else ()
        return cls.build(
            f"unknown policy `{name}`", span, helps=suggestion_help(suggestion, valid, "policies"), fixes=fixes
        )

    @classmethod
    def alias(cls, span: Span, name: str, alias: str, suggestion: str | None, valid: Sequence[str]) -> Diagnostic:
        """A dotted `name` whose first part is the alias of no import."""
        if not valid:
            help = f'import the file first: `import "…" as {alias}`'
            return cls.build(f"unknown import `{alias}` in `{name}`", span, helps=(help,))
        fixes: tuple[Fix, ...] = ()
        if suggestion and name.startswith(f"{alias}."):
            fixes = (Fix(Span(span.source, span.start, span.start + len(alias)), suggestion),)
        return cls.build(
            f"unknown import `{alias}` in `{name}`",
            span,
            helps=suggestion_help(suggestion, valid, "imports"),
            fixes=fixes,
        )

    @classmethod
    def dropped_rule(cls, span: Span, name: str, base: str, suggestion: str | None, valid: Sequence[str]) -> Diagnostic:
        """`drop rule` of a rule that the parent does not have."""
        return cls.build(
            f"`{base}` has no rule `{name}` to drop", span, helps=suggestion_help(suggestion, valid, "rules")
        )

    @classmethod
    def dropped_elsewhere(cls, span: Span, name: str, prefix: str, base: str) -> Diagnostic:
        """`drop rule` with a prefix that is not the parent's."""
        return cls.build(
            f"`{prefix}` is not what this policy extends",
            span,
            helps=(f"it extends `{base}`: write `drop rule {name} because …`",),
        )

    @classmethod
    def tested_elsewhere(cls, span: Span, name: str, file: str) -> Diagnostic:
        """A test of a policy that was imported."""
        return cls.build(
            f"`{name}` is an imported policy, and a test is about one of its own file",
            span,
            helps=(f"move the test to `{file}`, or write a policy that extends `{name}`",),
        )
