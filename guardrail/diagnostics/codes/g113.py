"""G113: a plugin that cannot be used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Span
from guardrail.diagnostics.wording import name_list


class G113(Code):
    """A condition calls a check of a plugin that is not installed, not allowed, or broken."""

    code: ClassVar[str] = "G113"
    title: ClassVar[str] = "plugin that cannot be used"
    explanation: ClassVar[str] = """\
A condition calls a check that is no built-in one, and the plugin that has it cannot be used. A rule whose check is
missing would never fire, so the policy is refused instead of being run without it.

Plugins are code of others that judges your texts. One is used only where a policy names its check *and*
`guardrail.toml` lists the distribution that it was installed with:

    plugins = ["acme-guardrails"]

`guardrail.toml` is looked for in the policy's folder and those above it, up to the root of the repository.

| what is said | what to do |
|---|---|
| it is installed and not allowed | have somebody read the plugin, then list its distribution |
| a listed distribution is not installed | install it, or see whether the check's name is right |
| two distributions offer it | list one of them |
| it cannot be imported, or is no validator | install what it needs, or report it to whoever makes it |

The built-in checks cannot be replaced: a plugin that offers `pii` is never asked for it.
"""

    @classmethod
    def not_allowed(cls, span: Span, name: str, distribution: str) -> Diagnostic:
        """The plugin is installed, and nobody allowed it."""
        return cls.build(
            f"the plugin `{name}` is installed and not allowed",
            span,
            f"a check of `{distribution}`",
            helps=(f'write `plugins = ["{distribution}"]` into `guardrail.toml`, once somebody has read the plugin',),
        )

    @classmethod
    def not_installed(cls, span: Span, name: str, distributions: Sequence[str]) -> Diagnostic:
        """No check has the name, and something that is allowed is missing."""
        listed = name_list(distributions, "and")
        verb, it = ("is", "it") if len(distributions) == 1 else ("are", "them")
        return cls.build(
            f"unknown check `{name}`",
            span,
            "no check has this name here",
            notes=(f"`guardrail.toml` allows the plugins of {listed}, which {verb} not installed",),
            helps=(f"install {it}, or correct the name",),
        )

    @classmethod
    def offered_twice(cls, span: Span, name: str, distributions: Sequence[str]) -> Diagnostic:
        """Two distributions that are allowed have a plugin of the name."""
        return cls.build(
            f"the plugin `{name}` is offered by {name_list(distributions)}",
            span,
            "which of them is not clear",
            helps=("list one of them in `guardrail.toml`",),
        )

    @classmethod
    def broken(cls, span: Span, name: str, distribution: str, problem: str) -> Diagnostic:
        """The plugin is installed and allowed, and is of no use."""
        return cls.build(
            f"the plugin `{name}` {problem}",
            span,
            f"a check of `{distribution}`",
            helps=("install what it needs, or report it to whoever makes the plugin",),
        )

    @classmethod
    def no_config(cls, span: Span, name: str, problem: str) -> Diagnostic:
        """Whether the plugin is allowed cannot be read."""
        return cls.build(
            f"whether the plugin `{name}` is allowed cannot be told",
            span,
            notes=(problem,),
            helps=("mend `guardrail.toml`",),
        )
