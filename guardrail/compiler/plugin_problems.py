"""What to say of a call whose plugin cannot be used."""

from __future__ import annotations

from typing import assert_never

from guardrail.diagnostics.codes.g113 import G113
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Span
from guardrail.validators.plugins import (
    Broken,
    ConfigUnusable,
    NotAllowed,
    NotInstalled,
    OfferedTwice,
    Refusal,
)


def refused_plugin(span: Span, name: str, refusal: Refusal) -> Diagnostic:
    """The diagnostic of a refused plugin; `span` begins with the name."""
    word = Span(span.source, span.start, span.start + len(name))
    match refusal:
        case NotAllowed(distribution):
            return G113.not_allowed(word, name, distribution)
        case NotInstalled(distributions):
            return G113.not_installed(word, name, distributions)
        case OfferedTwice(distributions):
            return G113.offered_twice(word, name, distributions)
        case Broken(distribution, problem):
            return G113.broken(word, name, distribution, problem)
        case ConfigUnusable(problem):
            return G113.no_config(word, name, problem)
        case _:
            assert_never(refusal)
