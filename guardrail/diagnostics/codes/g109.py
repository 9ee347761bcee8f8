"""G109: a child policy that loosens what it inherits."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic, Fix, Label
from guardrail.diagnostics.source import Span


class G109(Code):
    """`extends` only tightens: an inherited rule is final unless its owner says `overridable`."""

    code: ClassVar[str] = "G109"
    title: ClassVar[str] = "child policy loosens its parent"
    explanation: ClassVar[str] = """\
A policy that `extends` another one inherits all of its rules. They are final, unless the parent marks them
`overridable`; only then may a child replace one (`override rule x`) or drop it (`drop rule x because "…"`).
`limit`, `within`, `hold` and `keep` may be tightened, never loosened, and an inherited stage takes no new `permit`.

So the owner of a baseline can rely on it: whatever a child writes, it decides at least as strictly as its parent.

Mend it by choosing another name for the rule, by a setting that is at least as tight, or by asking the owner of
the parent to mark the rule `overridable`.
"""
    example: ClassVar[str] = """\
guard 1
policy company {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_mail {
      redact if pii(email)
    }
  }
}
policy support extends company {
  on error block
  on timeout block
  on output within 50ms limit 8000 chars {
    rule no_phone {
      redact if pii(phone)
    }
  }
}
"""
    repaired: ClassVar[str] = """\
guard 1
policy company {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_mail {
      redact if pii(email)
    }
  }
}
policy support extends company {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_phone {
      redact if pii(phone)
    }
  }
}
"""

    @classmethod
    def final_rule(cls, span: Span, name: str, policy: str, first: Span) -> Diagnostic:
        """A rule that replaces an inherited one which may not be replaced."""
        return cls.build(
            f"rule `{name}` is inherited from `{policy}` and final",
            span,
            secondary=(Label(first, "inherited from here"),),
            helps=(f"choose another name, or have `{policy}` mark it `overridable rule {name}`",),
        )

    @classmethod
    def override_missing(cls, span: Span, name: str, policy: str, first: Span) -> Diagnostic:
        """A rule that replaces an overridable one without saying so."""
        return cls.build(
            f"rule `{name}` replaces the one inherited from `{policy}` without `override`",
            span,
            secondary=(Label(first, "inherited from here"),),
            helps=(f"write `override rule {name}`, or choose another name",),
            fixes=(Fix(Span(span.source, span.start, span.start), "override "),),
        )

    @classmethod
    def overrides_nothing(cls, span: Span, name: str, stage: str, base: str, help: str) -> Diagnostic:
        """`override` where the parent has no such rule in this stage."""
        return cls.build(f"`{base}` has no rule `{name}` on {stage} to override", span, helps=(help,))

    @classmethod
    def without_parent(cls, span: Span, what: str) -> Diagnostic:
        """`override` or `drop rule` in a policy that extends nothing."""
        return cls.build(f"`{what}` in a policy that extends nothing", span, helps=(f"remove `{what}`",))

    @classmethod
    def final_drop(cls, span: Span, name: str, policy: str, first: Span) -> Diagnostic:
        """`drop rule` of a rule that is not overridable."""
        return cls.build(
            f"rule `{name}` is inherited from `{policy}` and final: it cannot be dropped",
            span,
            secondary=(Label(first, "inherited from here"),),
            helps=(f"keep it, or have `{policy}` mark it `overridable rule {name}`",),
        )

    @classmethod
    def new_permit(cls, span: Span, name: str, stage: str, policy: str) -> Diagnostic:
        """`permit` that a child adds to a stage which it inherits."""
        return cls.build(
            f"rule `{name}` permits on {stage}, which `{policy}` already decides",
            span,
            helps=(f"only `{policy}` may permit there: remove the `permit`",),
        )

    @classmethod
    def looser(cls, span: Span, setting: str, value: str, policy: str, inherited: str, first: Span) -> Diagnostic:
        """A setting that is looser than the parent's; both as a policy writes them."""
        return cls.build(
            f"`{setting} {value}` is looser than `{setting} {inherited}` of `{policy}`",
            span,
            secondary=(Label(first, "inherited from here"),),
            helps=(f"write `{setting} {inherited}` or tighter, or leave it out",),
        )
