"""G110: it is not clear which policy is meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Span
from guardrail.diagnostics.wording import name_list, suggestion_help


class G110(Code):
    """A file or folder holds several policies and none was named, or the named one is not there."""

    code: ClassVar[str] = "G110"
    title: ClassVar[str] = "several policies, none named"
    explanation: ClassVar[str] = """\
A file or a folder may hold several policies; imported ones don't count. Whoever loads it says which one is meant:
`guardrail validate policies/ --policy support`, `guardrail.load("policies/", policy="support")`, and in a test
`test "…" for support { … }`.

Nothing is guessed: the first one in the file would be a guess that a reordering changes.
"""
    example: ClassVar[str] = """\
guard 1
policy chat {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule short { require length(max: 2000) else block }
  }
}
policy mail {
  on error block
  on timeout block
}
test "an empty answer passes" {
  given output ""
  expect allow
}
"""
    repaired: ClassVar[str] = """\
guard 1
policy chat {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule short { require length(max: 2000) else block }
  }
}
policy mail {
  on error block
  on timeout block
}
test "an empty answer passes" for chat {
  given output ""
  expect allow
}
"""

    @classmethod
    def none_named(cls, span: Span, where: str, names: Sequence[str]) -> Diagnostic:
        """Several policies to choose from."""
        return cls.build(
            f"`{where}` holds {len(names)} policies, and none was named",
            span,
            helps=(f"name one of {name_list(names, 'or')}, as with `--policy {names[0]}`",),
        )

    @classmethod
    def no_policy(cls, span: Span, where: str) -> Diagnostic:
        """Nothing to choose from."""
        return cls.build(
            f"`{where}` holds no policy",
            span,
            helps=("write one: `policy support { … }`; imported policies don't count",),
        )

    @classmethod
    def unknown(cls, span: Span, where: str, name: str, suggestion: str | None, names: Sequence[str]) -> Diagnostic:
        """A policy of this name is not there."""
        return cls.build(
            f"`{where}` holds no policy `{name}`", span, helps=suggestion_help(suggestion, names, "policies")
        )

    @classmethod
    def broken(cls, span: Span, where: str, name: str) -> Diagnostic:
        """The policy is there, yet its other errors leave nothing to run."""
        return cls.build(
            f"policy `{name}` of `{where}` has errors", span, helps=("mend the errors that are reported with this one",)
        )

    @classmethod
    def test(cls, span: Span, names: Sequence[str]) -> Diagnostic:
        """A test that does not say which policy it is about."""
        if not names:
            return cls.build("this test is about no policy", span, helps=('write `test "…" for …` with a policy',))
        return cls.build(
            f"this test may be about {name_list(names, 'or')}",
            span,
            helps=(f'write `test "…" for {names[0]}`',),
        )
