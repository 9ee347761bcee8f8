"""Whether a decision is what a policy's test expects, and what to say where it is not."""

from __future__ import annotations

from guardrail.compiler.plan import EditAction, RedactAction
from guardrail.decision import Action, Decision
from guardrail.engine.ports import Trace
from guardrail.language import tree


def expectation_problem(clause: tree.Expect | tree.ExpectText, decision: Decision, trace: Trace | None) -> str | None:
    """What is wrong with the decision by this expectation, or None."""
    if isinstance(clause, tree.ExpectText):
        got = getattr(decision, clause.what)
        return None if got == clause.value else f"expected {clause.what} {_quoted(clause.value)}, got {_quoted(got)}"
    expected = _expected(clause)
    if not _holds(clause.outcome, decision, trace):
        by = f" by {', '.join(decision.by)}" if decision.by else ""
        return f"expected {expected}, got {_outcome(decision, trace)}{by}"
    missing = [path.text for path in clause.by if path.text not in decision.by]
    if missing and not decision.by:
        return f"expected {expected}, got it by no rule: nothing decides that a text may pass, so leave `by` out"
    if missing:
        return f"expected {expected}, got it by {', '.join(decision.by)}"
    return None


def _expected(clause: tree.Expect) -> str:
    by = f" by {', '.join(path.text for path in clause.by)}" if clause.by else ""
    return f"{clause.outcome}{by}"


def _quoted(text: str | None) -> str:
    return "nothing" if text is None else f"`{text}`"


def _edits(trace: Trace | None) -> frozenset[str]:
    """Which kinds of edit were applied."""
    kinds: set[str] = set()
    for verdict in trace.verdicts if trace is not None else ():
        for contribution in verdict.contributions:
            if verdict.level == Action.FIX.rank and isinstance(contribution.edit, RedactAction):
                kinds.add("redact")
            elif verdict.level == Action.FIX.rank and isinstance(contribution.edit, EditAction):
                kinds.add(contribution.edit.kind)
    return frozenset(kinds)


def _holds(outcome: str, decision: Decision, trace: Trace | None) -> bool:
    if outcome == "permit":
        return decision.action < Action.REASK
    if outcome in ("redact", "append", "prepend", "replace"):
        return decision.action == Action.FIX and outcome in _edits(trace)
    if outcome == "block" and decision.parts is not None:
        # A dropped chunk is a block of that chunk, though the others go on.
        return decision.action == Action.BLOCK or any(part.action == Action.BLOCK for part in decision.parts)
    return decision.action == outcome


def _outcome(decision: Decision, trace: Trace | None) -> str:
    kinds = sorted(_edits(trace))
    return " and ".join(kinds) if decision.action == Action.FIX and kinds else decision.action.value
