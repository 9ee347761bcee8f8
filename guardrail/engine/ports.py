"""What the engine hands work upwards through: protocols it owns, implemented by the layers above."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from guardrail.compiler.plan import Pipeline
from guardrail.decision import Decision
from guardrail.engine.verdict import Verdict
from guardrail.validators.contract import Facts


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Trace:
    """All that a record of a decision is made from: one judged text and verdict a part."""

    pipeline: Pipeline
    request: Mapping[str, Any]
    facts: Facts
    texts: tuple[str, ...]
    verdicts: tuple[Verdict, ...]
    hashes: Mapping[str, str]
    key: bytes


class DecisionSink(Protocol):
    """Takes every decision with its trace, and must not raise; it runs after the decision was made."""

    def record(self, decision: Decision, trace: Trace) -> None:
        """Keep it, or hand it on."""
