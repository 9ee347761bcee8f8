"""The decision record, version 1: what was decided about which texts, by which rules, from which values.

Texts are identified by HMAC-SHA-256 with the deployment key and never stored, unless the policy says `keep full`
or `keep redacted`. Request facts without a closed domain are texts too. The shape is `record.schema.json`.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from guardrail.compiler.evaluation import ABSENT, BAD, ERROR, PENDING, TIMEOUT
from guardrail.decision import Decision, Finding
from guardrail.engine.contributions import ACTIONS
from guardrail.engine.edits import Redaction, splice
from guardrail.engine.ports import Trace
from guardrail.engine.verdict import Verdict
from guardrail.validators.contract import Returns

VERSION: Final = 1
KEPT_LABEL: Final = "[redacted]"


def make_record(decision: Decision, trace: Trace, *, now: datetime | None = None) -> dict[str, Any]:
    """The record of a decision as plain JSON values; `now` is the time to write, UTC."""
    moment = now or datetime.now(UTC)
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
        "tool": trace.facts.tool,
        "action": decision.action.value,
        "by": list(decision.by),
        "texts": [
            _text(trace, text, verdict, place)
            for place, (text, verdict) in enumerate(zip(trace.texts, trace.verdicts, strict=True))
        ],
        "findings": [finding_record(finding) for finding in decision.findings],
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
    """One SHA-256 over the names and digests of every file a policy was made from."""
    digest = hashlib.sha256()
    for name, value in sorted(hashes.items()):
        digest.update(f"{name}\0{value}\n".encode())
    return digest.hexdigest()


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


def text_hmac(key: bytes, text: str) -> str:
    """The identity of a text under a key, hex."""
    return hmac.digest(key, text.encode("utf-8", "surrogatepass"), "sha256").hex()


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


def _text(trace: Trace, text: str, verdict: Verdict, place: int) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "place": place,
        "hmac": text_hmac(trace.key, text),
        "length": len(text),
        "action": ACTIONS[verdict.level].value,
        "rules": _rules(verdict),
        "checks": _checks(trace, verdict),
    }
    if trace.pipeline.keep == "full":
        entry["text"] = text
    elif trace.pipeline.keep == "redacted":
        entry["text"] = _redacted(text, verdict.findings)
    return entry


def _rules(verdict: Verdict) -> list[dict[str, str]]:
    rows = {(c.rule, ACTIONS[c.level].value, c.cause) for c in verdict.contributions}
    return [{"rule": rule, "action": action, "cause": cause} for rule, action, cause in sorted(rows)]


def _checks(trace: Trace, verdict: Verdict) -> list[dict[str, Any]]:
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
                row["spans"] = [[m.at, m.start, m.end, m.score] for m in outcome.matches]
        rows.append(row)
    return rows


def _redacted(text: str, findings: Sequence[Finding]) -> str:
    """The text without what was found. A hit inside a decoded string has no place in it: nothing is kept then."""
    if any(isinstance(finding.at, str) and finding.spans for finding in findings):
        return KEPT_LABEL
    return splice(text, _redactions(findings))[0]


def _redactions(findings: Iterable[Finding]) -> Iterable[Redaction]:
    return (Redaction(s, e, KEPT_LABEL, f.rule) for f in findings if not isinstance(f.at, str) for s, e in f.spans)
