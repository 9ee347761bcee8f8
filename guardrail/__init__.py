"""guardrail: a declarative guardrails policy engine for applications built on language models.

>>> import guardrail
>>> guardrail.Action.FIX < guardrail.Action.BLOCK
True
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from guardrail._version import __version__

if TYPE_CHECKING:
    from guardrail.api import load
    from guardrail.decision import Action, Budget, Decision, Finding, Part
    from guardrail.diagnostics.errors import BundleError, EngineError, PolicyError
    from guardrail.engine.around import Answer, Blocked
    from guardrail.engine.breaker import Breaker
    from guardrail.engine.guard import Guard

_HOMES = {
    "Action": "guardrail.decision",
    "Answer": "guardrail.engine.around",
    "Blocked": "guardrail.engine.around",
    "Breaker": "guardrail.engine.breaker",
    "Budget": "guardrail.decision",
    "BundleError": "guardrail.diagnostics.errors",
    "Decision": "guardrail.decision",
    "EngineError": "guardrail.diagnostics.errors",
    "Finding": "guardrail.decision",
    "Guard": "guardrail.engine.guard",
    "Part": "guardrail.decision",
    "PolicyError": "guardrail.diagnostics.errors",
    "load": "guardrail.api",
}

__all__ = [
    "Action",
    "Answer",
    "Blocked",
    "Breaker",
    "Budget",
    "BundleError",
    "Decision",
    "EngineError",
    "Finding",
    "Guard",
    "Part",
    "PolicyError",
    "__version__",
    "load",
]


def __getattr__(name: str) -> Any:
    # Importing the package must cost next to nothing: each name is fetched when it is first used.
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module `guardrail` has no attribute `{name}`")
    value = getattr(importlib.import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
