"""Runs the tests that stand in policy files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from guardrail.compiler.call_keys import call_key
from guardrail.compiler.lowering import scope_of
from guardrail.compiler.plan import EditAction, RedactAction
from guardrail.compiler.unit import Scope, Unit
from guardrail.decision import Action, Decision
from guardrail.engine import loading
from guardrail.engine.guard import Guard
from guardrail.engine.ports import Trace
from guardrail.engine.rails import Asked, Rails, Steps
from guardrail.evaluate.assumptions import Assumptions, drive_assumed
from guardrail.language import tree

STAGES = ("input", "output", "retrieval", "tool_call", "tool_result")


@dataclass(frozen=True, slots=True)
class Failed:
    """An expectation that did not hold, and where it stands."""

    message: str
    clause: tree.Expect | tree.ExpectText | tree.Test


@dataclass(frozen=True, slots=True)
class TestResult:
    """What came of one test. `quiet` names model checks that nothing was assumed about."""

    test: tree.Test
    policy: str
    failures: tuple[Failed, ...] = ()
    quiet: tuple[str, ...] = ()
    decision: Decision | None = None
    trace: Trace | None = None

    @property
    def passed(self) -> bool:
        """Whether every expectation held."""
        return not self.failures


class _Keep:
    """A sink that keeps the last trace."""

    def __init__(self) -> None:
        self.trace: Trace | None = None

    def record(self, decision: Decision, trace: Trace) -> None:
        self.trace = trace


@dataclass(slots=True)
class _Given:
    """What a test says about the call it makes."""

    stage: str | None = None
    subject: Any = None
    extra: Any = None
    request: dict[str, Any] = field(default_factory=dict)
    attempt: int = 1
    context: tuple[str, ...] | None = None
    question: str | None = None
    history: tuple[str, ...] | None = None


def run_tests(unit: Unit, tests: Iterable[tuple[Scope, tree.Test]]) -> list[TestResult]:
    """The result of each test; `unit` must have passed without errors."""
    guards: dict[str, Guard] = {}
    return [_run(unit, scope, test, guards) for scope, test in tests]


def _run(unit: Unit, scope: Scope, test: tree.Test, guards: dict[str, Guard]) -> TestResult:
    name = test.policy.parts[-1] if test.policy is not None else _only_policy(unit)
    if name not in guards:
        guards[name] = loading.assemble(unit, loading.choose(unit, name))
    given = _given(scope, test)
    if given.stage is None:
        return TestResult(test, name, (Failed('the test gives no text: `given output "…"` or another stage', test),))
    keep, asked, quiet = _Keep(), Asked(given.request, given.attempt, "test"), set[str]()
    steps = _steps(replace(guards[name].rails, log=keep), given, asked)
    decision = drive_assumed(steps, _assumptions(unit, scope, test), quiet)
    failures = [
        Failed(problem, clause)
        for clause in test.clauses
        if isinstance(clause, (tree.Expect, tree.ExpectText))
        if (problem := _problem(clause, decision, keep.trace)) is not None
    ]
    return TestResult(test, name, tuple(failures), tuple(sorted(quiet)), decision, keep.trace)


def _only_policy(unit: Unit) -> str:
    return loading.choose(unit, None).name


def _steps(rails: Rails, given: _Given, asked: Asked) -> Steps:
    match given.stage:
        case "input":
            return rails.input(given.subject, asked)
        case "output":
            return rails.output(given.subject, asked, context=given.context, question=given.question)
        case "retrieval":
            return rails.retrieval(given.subject, asked, question=given.question)
        case "tool_call":
            return rails.tool_call(given.subject, given.extra or {}, asked, history=given.history)
        case _:
            return rails.tool_result(given.subject, given.extra or "", asked)


def _given(scope: Scope, test: tree.Test) -> _Given:
    found = _Given()
    for clause in test.clauses:
        match clause:
            case tree.GivenRequest(pairs):
                found.request.update(_object(pairs))
            case tree.GivenAttempt(number):
                found.attempt = int(number)
            case tree.Given(kind, value, extra):
                _take(found, scope, kind, value, extra)
            case _:
                continue
    return found


def _take(found: _Given, scope: Scope, kind: str, value: Any, extra: Any) -> None:
    plain = _plain(scope, value)
    if kind in STAGES:
        found.stage, found.subject = kind, plain
        found.extra = None if extra is None else _plain(scope, extra)
    elif kind == "question":
        found.question = str(plain)
    else:
        texts = (plain,) if isinstance(plain, str) else tuple(plain)
        if kind == "context":
            found.context = texts
        else:
            found.history = texts


def _plain(scope: Scope, value: Any) -> Any:
    """A value of a test as plain Python; a name is a declared text."""
    match value:
        case tree.Lit(plain):
            return plain
        case tree.Array(items):
            return [_plain(scope, item) for item in items]
        case tree.Object(pairs):
            return {pair.key: _plain(scope, pair.value) for pair in pairs}
        case _:
            return scope_of(scope, value.parts).texts[value.parts[-1]]


def _object(pairs: tuple[tree.Pair, ...]) -> dict[str, Any]:
    return {pair.key: _plain(Scope(""), pair.value) for pair in pairs}


def _assumptions(unit: Unit, scope: Scope, test: tree.Test) -> Assumptions:
    exact: dict[str, tree.Assume] = {}
    named: dict[str, tree.Assume] = {}
    for clause in test.clauses:
        if isinstance(clause, tree.Assume):
            target = clause.target
            if isinstance(target, tree.Call) and target.arguments:
                key = call_key(unit, target, scope)
                if key is not None:
                    exact[key] = clause
            else:
                parts = target.name if isinstance(target, tree.Call) else target.parts
                named[".".join(parts)] = clause
    return Assumptions(exact, named)


def _problem(clause: tree.Expect | tree.ExpectText, decision: Decision, trace: Trace | None) -> str | None:
    """What is wrong with the decision by this expectation, or None."""
    if isinstance(clause, tree.ExpectText):
        got = getattr(decision, clause.what)
        return None if got == clause.value else f"expected {clause.what} {_quoted(clause.value)}, got {_quoted(got)}"
    expected = _expected(clause)
    if not _holds(clause.outcome, decision, trace):
        by = f" by {', '.join(decision.by)}" if decision.by else ""
        return f"expected {expected}, got {_outcome(decision, trace)}{by}"
    missing = [path.text for path in clause.by if path.text not in decision.by]
    if missing:
        return f"expected {expected}, got it by {', '.join(decision.by) or 'no rule'}"
    return None


def _expected(clause: tree.Expect) -> str:
    by = f" by {', '.join(path.text for path in clause.by)}" if clause.by else ""
    return f"{clause.outcome}{by}"


def _quoted(text: str | None) -> str:
    return "nothing" if text is None else f"`{text}`"


def _edits(trace: Trace | None) -> Mapping[str, bool]:
    """Which kinds of edit were applied."""
    kinds: dict[str, bool] = {}
    for verdict in trace.verdicts if trace is not None else ():
        for contribution in verdict.contributions:
            if verdict.level == Action.FIX.rank and isinstance(contribution.edit, RedactAction):
                kinds["redact"] = True
            elif verdict.level == Action.FIX.rank and isinstance(contribution.edit, EditAction):
                kinds[contribution.edit.kind] = True
    return kinds


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
