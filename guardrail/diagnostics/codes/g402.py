"""G402: check too slow for the request."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Span


class G402(Code):
    """A check that only runs deferred stands in a rule that is judged at once."""

    code: ClassVar[str] = "G402"
    title: ClassVar[str] = "check too slow for the request"
    explanation: ClassVar[str] = """\
Some checks ask a large model over the network. They take seconds and may be away, so they are judged in the deferred
lane, on sampled traffic, and never hold up a request. The same code reports a check of that weight on the request's
path (`grounding`) whose stage does not leave it the time for even one sentence, by the figures that come with
guardrail: it would always time out.

Mend it by adding `later` (and `sample 5%`) to the rule, with `flag` as its action; by raising `within`; or by using a
check that runs at once.
"""

    @classmethod
    def later_only(cls, span: Span, check: str, rule: str) -> Diagnostic:
        """`check` runs in `later` rules alone and stands in another one."""
        return cls.build(
            f"`{check}` runs in `later` rules alone",
            span,
            f"rule `{rule}` is judged within the request",
            helps=("add `later` to the rule, with `flag` as its action",),
        )

    @classmethod
    def too_slow(cls, span: Span, check: str, needs_ms: float, within_ms: float) -> Diagnostic:
        """A check on the request's path whose usual time (99th percentile) exceeds the stage's, in milliseconds."""
        return cls.build(
            f"`{check}` takes up to {needs_ms:.3g} ms for one sentence, the stage has {within_ms:.3g} ms",
            span,
            "it would never run",
            helps=("raise `within`, or move the rule to `later`",),
        )
