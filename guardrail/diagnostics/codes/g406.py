"""G406: regular expression without a linear engine."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Level


class G406(Code):
    """A regular expression can take exponential time; validators word the message themselves."""

    code: ClassVar[str] = "G406"
    level: ClassVar[Level] = Level.WARNING
    title: ClassVar[str] = "regular expression without a linear engine"
    explanation: ClassVar[str] = """\
Most expressions run in an engine whose time grows with the length of the text and nothing else. This one uses a
construct that such an engine does not have (a backreference, some look-arounds), so it runs in an engine that
backtracks, under a time limit. A text made for the purpose can exhaust that limit, which ends in `on error`.

Mend it by writing the expression without backreferences and look-arounds, and without one unbounded repeat inside
another, such as `(a+)+`.
"""
    example: ClassVar[str] = """\
guard 1
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule stutter {
      flag if matches("(a+)+\\1")
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
    rule stutter {
      flag if matches("a{2,}")
    }
  }
}
"""
