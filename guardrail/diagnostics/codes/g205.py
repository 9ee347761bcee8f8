"""G205: untyped tool argument."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Fix
from guardrail.diagnostics.source import Span
from guardrail.diagnostics.wording import name_list


class G205(Code):
    """A rule reads a tool argument to which the tools file gives no type."""

    code: ClassVar[str] = "G205"
    title: ClassVar[str] = "untyped tool argument"
    explanation: ClassVar[str] = """\
The policy says which tools there are (`tools from …`), and no tool in that file has an argument of this name, or none
gives it a type. Reading it would fail in every call, which sends each of them to `on error`.

Mend it by correcting the name, or by giving the argument a `type` in the tool's schema.
"""

    @classmethod
    def unknown(cls, span: Span, path: str, suggestion: str | None, valid: Sequence[str]) -> Diagnostic:
        """No tool has the argument; `path` and `valid` go without `tool.args.`."""
        if suggestion is not None:
            helps = (f"did you mean `tool.args.{suggestion}`?",)
        elif valid:
            helps = (f"the tools file has the arguments {name_list(sorted(valid))}",)
        else:
            helps = ("the tools file describes no arguments",)
        fixes = (Fix(span, f"tool.args.{suggestion}"),) if suggestion else ()
        return cls.build(f"no tool has an argument `{path}`", span, "absent in every call", helps=helps, fixes=fixes)

    @classmethod
    def untyped(cls, span: Span, path: str) -> Diagnostic:
        """Tools have the argument, none of them says its type."""
        return cls.build(
            f"the tools file gives `{path}` no type",
            span,
            helps=("add its `type` to the tool's schema: string, integer, number or boolean",),
        )
