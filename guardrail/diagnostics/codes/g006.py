"""G006: block not closed."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Fix, Label
from guardrail.diagnostics.source import Span


class G006(Code):
    """A brace, bracket or parenthesis has no partner."""

    code: ClassVar[str] = "G006"
    title: ClassVar[str] = "block not closed"
    explanation: ClassVar[str] = """\
Every `{`, `[` and `(` needs its closing partner, and every closing one an opening one.

The message points at the opening brace that has no partner. Where the indentation shows which block was meant to end,
it points at that block; otherwise it is the innermost one that is still open.

Mend it by adding the missing brace, or by removing the one that is too many. `guardrail fmt` then indents the file so
that the blocks can be seen.
"""
    example: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_insults {
      block if toxicity >= likely

    rule no_mail {
      redact if pii(email)
    }
  }
}
"""
    repaired: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_insults {
      block if toxicity >= likely
    }
    rule no_mail {
      redact if pii(email)
    }
  }
}
"""

    @classmethod
    def not_closed(cls, opening: Span, before: Span | None, others: tuple[Span, ...] = ()) -> Diagnostic:
        """A block is still open where `before` begins, or at the end of the file; `others` are open around it."""
        labels = [Label(before, "it must be closed before this")] if before is not None else []
        labels += [Label(span, "this block is open, too") for span in others]
        return cls.build(
            "this block is not closed",
            opening,
            "opened here",
            secondary=tuple(labels),
            helps=("add a `}` where the block ends",),
        )

    @classmethod
    def closed_by_another(cls, opening: Span, closing: Span) -> Diagnostic:
        """A block ends at a brace whose indentation shows that it was meant for another block."""
        return cls.build(
            "this block is not closed",
            opening,
            "opened here",
            secondary=(Label(closing, "closed by this brace, which by its indentation belongs to another block"),),
            helps=("add a `}` where the block ends",),
        )

    @classmethod
    def bracket_not_closed(cls, opening: Span, bracket: str, closing: str, at: int) -> Diagnostic:
        """A bracket or parenthesis is still open where something else begins; its partner belongs at offset `at`."""
        return cls.build(
            f"this `{bracket}` is not closed",
            opening,
            "opened here",
            helps=(f"add the missing `{closing}`",),
            fixes=(Fix(Span(opening.source, at, at), closing),),
        )

    @classmethod
    def closes_nothing(cls, span: Span, brace: str = "}") -> Diagnostic:
        """A closing brace without an opening one."""
        return cls.build(
            f"this `{brace}` closes nothing",
            span,
            "nothing is open here",
            helps=(f"remove the `{brace}`, or look for one that is too many above",),
            fixes=(Fix(span, ""),),
        )

    @classmethod
    def closes_too_early(cls, span: Span, block: str, inside: Span) -> Diagnostic:
        """A brace ends a block that goes on afterwards."""
        return cls.build(
            f"this `}}` ends the {block} too early",
            span,
            "one brace too many",
            secondary=(Label(inside, f"this belongs into the {block}"),),
            helps=("remove the `}`",),
            fixes=(Fix(span, ""),),
        )
