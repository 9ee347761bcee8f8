"""G501: action needs text that was released."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Label
from guardrail.diagnostics.source import Span


class G501(Code):
    """A rule needs more of a stream held back than its stage allows."""

    code: ClassVar[str] = "G501"
    title: ClassVar[str] = "action needs text that was released"
    explanation: ClassVar[str] = """\
The stage says how much of a streamed answer may be held back: `hold nothing`, `hold word` (the longest match that may
still come about), `hold sentence` or `hold all`. A rule that asks again, puts a text before the answer, or rests on a
check that needs the whole text can act only while nothing was shown: it needs `hold all`. A redaction needs what its
checks need to be sure.

Mend it by writing `hold all` in that rule: requests on which it applies are then held to their end, the others stream.
Or let the rule do with less: an answer that is redacted or blocked instead of asked for again can be streamed.
"""
    example: ClassVar[str] = """\
guard 1
list competitors = ["Globex", "Initech"]
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars hold sentence {
    rule no_competitors {
      reask 1 with "Name no other companies." then redact if mentions(competitors)
    }
  }
}
"""
    repaired: ClassVar[str] = """\
guard 1
list competitors = ["Globex", "Initech"]
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars hold sentence {
    rule no_competitors {
      redact if mentions(competitors)
    }
  }
}
"""

    @classmethod
    def needs_more(
        cls, span: Span, rule: str, *, needs: str, because: str, gives: str, stage: str, clause: Span | None
    ) -> Diagnostic:
        """`needs` and `gives` are amounts of `hold`; `because` says why, `clause` is the stage's own."""
        reason = f": {because}" if because else ""
        helps = [f"write `hold {needs}` in the rule: where it applies, the answer then waits for that"]
        if needs != "all":
            helps = [f"write `hold {needs}` after `on {stage}`"]
        return cls.build(
            f"rule `{rule}` needs `hold {needs}`{reason}",
            span,
            "what it acts on may have been shown by then",
            secondary=(Label(clause, f"stage `{stage}` holds `{gives}`"),) if clause is not None else (),
            helps=tuple(helps),
        )
