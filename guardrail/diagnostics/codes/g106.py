"""G106: something is declared that nothing uses."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Span


class G106(Code):
    """A list, text, import or file that no rule, declaration or test uses."""

    code: ClassVar[str] = "G106"
    title: ClassVar[str] = "unused list, text or import"
    explanation: ClassVar[str] = """\
A list, a text or an import is declared, and no rule, no policy and no test of the file uses it.

It is an error, not a remark: a list of forbidden names that no rule reads looks like protection and is none.

Mend it by using it in a rule, or by removing it. A file without policies and tests is there to be imported: its
lists and texts may go unused in the file itself.
"""
    example: ClassVar[str] = """\
guard 1
list competitors = ["Globex", "Initech"]
list partners = ["Umbrella"]
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_competitors {
      redact if mentions(competitors)
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
  on output within 50ms limit 4000 chars {
    rule no_competitors {
      redact if mentions(competitors)
    }
  }
}
"""

    @classmethod
    def declaration(cls, span: Span, what: str, name: str) -> Diagnostic:
        """An unused list, text or import (`what`)."""
        use = "name something of it" if what == "import" else "use it in a rule"
        return cls.build(f"unused {what} `{name}`", span, "nothing uses it", helps=(f"{use}, or remove it",))

    @classmethod
    def file(cls, span: Span, name: str) -> Diagnostic:
        """A file of a folder that has neither a policy nor a test, and that no other file imports."""
        return cls.build(
            f"`{name}` has no policy, and no other file of the folder imports it",
            span,
            helps=("import it, give it a policy, or remove it",),
        )
