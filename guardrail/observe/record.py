"""The decision record, version 1: what was decided about which texts, by which rules, from which values.

Texts are identified by HMAC-SHA-256 with the deployment key and never stored, unless the policy says `keep full`
or `keep redacted`. Request facts without a closed domain are texts too; so are names that came with a text and do
not look like names. The shape is `record.schema.json`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Final

from guardrail.compiler.evaluation import ABSENT, BAD, ERROR, PENDING, TIMEOUT
from guardrail.decision import Decision, Finding
from guardrail.engine.contributions import ACTIONS
from guardrail.engine.ports import Trace
from guardrail.engine.verdict import Verdict
from guardrail.observe.kept import names_hit, redacted_text, shown_name, shown_pointer, text_hmac
from guardrail.validators.contract import Returns

VERSION: Final = 1


def make_record(decision: Decision, trace: Trace, *, now: datetime | None = None) -> dict[str, Any]:
    """The record of a decision as plain JSON values; `now` is the time to write, UTC."""
    moment = now or datetime.now(UTC)
    places = _Places.of(decision, trace)
    return {
        "version": VERSION,
        "time": moment.isoformat(timespec="milliseconds"),
        "id": decision.id,
        "policy": decision.policy,
        "policy_sha256": policy_digest(trace.hashes),
        "files": dict(sorted(trace.hashes.items())),
        "stage": decision.stage,
        "attempt": trace.facts.attempt,
        "request": _request(trace),
        "tool": None if trace.facts.tool is None else shown_name(trace.key, trace.facts.tool),
        "action": decision.action.value,
        "by": list(decision.by),
        "texts": [
            _text(trace, text, verdict, place, places)
            for place, (text, verdict) in enumerate(zip(trace.texts, trace.verdicts, strict=True))
        ],
        "findings": [finding_record(replace(found, at=places.shown(found.at))) for found in decision.findings],
        "budget": {
            "limit_ms": decision.budget.limit_ms,
            "used_ms": round(decision.budget.used_ms, 4),
            "times_us": {name: round(value, 1) for name, value in decision.budget.times_us.items()},
            "skipped": list(decision.budget.skipped),
            "deferred": list(decision.budget.deferred),
        },
        "errors": list(decision.errors),
        "warnings": list(decision.warnings),
    }


def policy_digest(hashes: Mapping[str, str]) -> str:
    """One SHA-256 over the digests of every file a policy was made from, whatever they are called.

    Names depend on where the policy root lies: a laptop and a container that hold the same files must agree.

    >>> policy_digest({"a.guard": "00", "b.csv": "01"}) == policy_digest({"x/b.csv": "01", "x/a.guard": "00"})
    True
    """
    return hashlib.sha256("".join(f"{value}\n" for value in sorted(hashes.values())).encode()).hexdigest()


def finding_record(finding: Finding) -> dict[str, Any]:
    """A finding in the shape that `validate --format jsonl` and the record share."""
    return {
        "rule": finding.rule,
        "validator": finding.validator,
        "action": finding.action.value,
        "spans": [list(span) for span in finding.spans],
        "score": finding.score,
        "threshold": finding.threshold,
        "message": finding.message,
        "at": finding.at,
    }


@dataclass(frozen=True, slots=True)
class _Places:
    """How the places of hits are told: JSON pointers without the property names that are text."""

    key: bytes
    full: bool
    hit_names: frozenset[str]

    @classmethod
    def of(cls, decision: Decision, trace: Trace) -> _Places:
        """The places of one decision; a name that any check found something in is never shown."""
        outcomes = (o for v in trace.verdicts if v.board is not None for o in v.board.state.outcomes)
        hits = {*(match.at for outcome in outcomes for match in outcome.matches), *(f.at for f in decision.findings)}
        return cls(trace.key, trace.pipeline.keep == "full", names_hit(hits))

    def shown(self, at: str | int | None) -> str | int | None:
        """A place as the record has it."""
        return shown_pointer(self.key, at, self.hit_names) if isinstance(at, str) and not self.full else at


def _request(trace: Trace) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for name, value in trace.request.items():
        if name == "id" or value is ABSENT:
            continue
        field = trace.pipeline.fields.get(name)
        if value is BAD:
            facts[name] = {"bad": True}
        elif isinstance(value, str) and (field is None or field.domain is None):
            facts[name] = {"hmac": text_hmac(trace.key, value)}
        else:
            facts[name] = value
    return facts


def _text(trace: Trace, text: str, verdict: Verdict, place: int, places: _Places) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "place": place,
        "hmac": text_hmac(trace.key, text),
        "length": len(text),
        "action": ACTIONS[verdict.level].value,
        "rules": _rules(verdict),
        "checks": _checks(trace, verdict, places),
    }
    if trace.pipeline.keep == "full":
        entry["text"] = text
    elif trace.pipeline.keep == "redacted":
        entry["text"] = redacted_text(text, verdict)
    return entry


def _rules(verdict: Verdict) -> list[dict[str, str]]:
    rows = {(c.rule, ACTIONS[c.level].value, c.cause) for c in verdict.contributions}
    return [{"rule": rule, "action": action, "cause": cause} for rule, action, cause in sorted(rows)]


def _checks(trace: Trace, verdict: Verdict, places: _Places) -> list[dict[str, Any]]:
    """The value of each check, as replay needs it: a truth or a score with spans, or why there is none."""
    board = verdict.board
    if board is None:
        return []
    rows: list[dict[str, Any]] = []
    for slot in trace.pipeline.slots:
        truth, outcome = board.state.truth[slot.index], board.state.outcomes[slot.index]
        row: dict[str, Any] = {"call": slot.key}
        if truth == PENDING:
            row["state"] = "skipped"
        elif truth & (ERROR | TIMEOUT):
            row["state"] = "error" if truth & ERROR else "timeout"
            row["reason"] = board.state.reasons.get(slot.index, "")
        else:
            row["state"] = "ran"
            row["value"] = outcome.score if slot.signature.returns is Returns.SCORE else outcome.truth
            if outcome.matches:
                row["spans"] = [[places.shown(m.at), m.start, m.end, m.score] for m in outcome.matches]
        rows.append(row)
    return rows
