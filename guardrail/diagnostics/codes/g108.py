"""G108: imports or policies that lead back to themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Label
from guardrail.diagnostics.source import Span


class G108(Code):
    """A chain of `import` or `extends` that never ends."""

    code: ClassVar[str] = "G108"
    title: ClassVar[str] = "cycle of imports or policies"
    explanation: ClassVar[str] = """\
A file imports itself, at once or through other files; or a policy extends itself.

What a rule means would depend on where one starts to read, so no order of reading is right.

Mend it by moving what both sides need into a third file, or a third policy, that neither of them is.
"""
    example: ClassVar[str] = """\
guard 1
policy support extends strict {
  on error block
  on timeout block
}
policy strict extends support {
  on error block
  on timeout block
}
"""
    repaired: ClassVar[str] = """\
guard 1
policy support extends strict {
  on error block
  on timeout block
}
policy strict {
  on error block
  on timeout block
}
"""

    @classmethod
    def imports(cls, span: Span, chain: Sequence[str], links: Sequence[Span]) -> Diagnostic:
        """An import that closes a cycle; `chain` begins and ends with the same file, `links` are the other imports."""
        if len(chain) == 2:
            return cls.build(f"`{chain[0]}` imports itself", span, helps=("remove this import",))
        return cls.build(
            f"`{chain[0]}` imports itself through {_through(chain)}",
            span,
            "this closes the circle",
            secondary=tuple(Label(link, "on the way") for link in links),
            helps=("move what both sides need into a file of its own",),
        )

    @classmethod
    def policies(cls, span: Span, chain: Sequence[str], links: Sequence[Span]) -> Diagnostic:
        """An `extends` that closes a cycle; `chain` begins and ends with the same policy."""
        if len(chain) == 2:
            return cls.build(f"`{chain[0]}` extends itself", span, helps=("remove `extends`",))
        return cls.build(
            f"`{chain[0]}` extends itself through {_through(chain)}",
            span,
            "this closes the circle",
            secondary=tuple(Label(link, "on the way") for link in links),
            helps=("move what both sides need into a policy of its own",),
        )

    @classmethod
    def too_deep(cls, span: Span, most: int) -> Diagnostic:
        """A chain of parents that is longer than anybody can follow."""
        return cls.build(
            f"a policy may have {most} ancestors at most", span, helps=("extend one of the ancestors directly",)
        )


def _through(chain: Sequence[str]) -> str:
    return " and ".join(f"`{name}`" for name in chain[1:-1])
