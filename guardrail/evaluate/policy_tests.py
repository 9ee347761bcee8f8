"""Runs the tests that stand in policy files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from guardrail.compiler.call_keys import call_key
from guardrail.compiler.unit import Scope, Unit
from guardrail.decision import Decision
from guardrail.diagnostics.errors import EngineError
from guardrail.engine import loading
from guardrail.engine.ports import Trace
from guardrail.engine.rails import Rails
from guardrail.evaluate.assumptions import Assumptions, drive_assumed
from guardrail.evaluate.expectations import expectation_problem
from guardrail.evaluate.given import Given, GivenClause, GivenProblem, read_given
from guardrail.language import tree

EXPECTS_NOTHING = "the test expects nothing: write `expect block by …`, or what else must come of it"


@dataclass(frozen=True, slots=True)
class Failed:
    """What made a test fail, and the clause where it stands."""

    message: str
    clause: tree.Expect | tree.ExpectText | tree.Assume | GivenClause | tree.Test


@dataclass(frozen=True, slots=True)
class TestResult:
    """What came of one test; without a decision where no call could be made.

    `quiet` names model checks that nothing was assumed about: they took their quiet value. `absent` names those that
    were to ask a model which is not installed.
    """

    test: tree.Test
    policy: str
    failures: tuple[Failed, ...] = ()
    quiet: tuple[str, ...] = ()
    decision: Decision | None = None
    trace: Trace | None = None
    absent: tuple[str, ...] = ()

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


def run_tests(unit: Unit, tests: Iterable[tuple[Scope, tree.Test]], *, live: bool = False) -> list[TestResult]:
    """The result of each test; `unit` must have passed without errors.

    With `live`, model checks that a test assumes nothing about ask their model, instead of taking their quiet value.
    A share (`enforce 10%`) takes every call in: a test states what the rule does, not whom it happens to.
    Raises EngineError where `guardrail.toml` cannot be used, never for what a test says.
    """
    rails: dict[str, Rails] = {}
    return [_run(unit, scope, test, rails, live) for scope, test in tests]


def _run(unit: Unit, scope: Scope, test: tree.Test, rails: dict[str, Rails], live: bool) -> TestResult:
    name = loading.choose(unit, test.policy.parts[-1] if test.policy is not None else None).name
    if name not in rails:
        assembled = loading.assemble(unit, loading.choose(unit, name))
        rails[name] = replace(assembled.rails, enforces_all=True)
    try:
        given = read_given(scope, test)
    except GivenProblem as problem:
        return TestResult(test, name, (Failed(problem.message, problem.clause),))
    if given.stage not in rails[name].schedules:
        message = f"the policy `{name}` says nothing about `{given.stage}`: nothing is judged there"
        return TestResult(test, name, (Failed(message, given.clause),))
    return _judged(test, given, rails[name], _assumptions(unit, scope, test, live), unit)


def _judged(test: tree.Test, given: Given, rails: Rails, assumptions: Assumptions, unit: Unit) -> TestResult:
    keep, unasked = _Keep(), set[str]()
    idle = _idle(unit, assumptions, given.stage)
    try:
        steps = given.steps(replace(rails, log=keep))
        decision = drive_assumed(steps, assumptions, unasked)
    except EngineError as problem:
        return TestResult(test, rails.policy, (Failed(str(problem), given.clause),))
    expected = [clause for clause in test.clauses if isinstance(clause, (tree.Expect, tree.ExpectText))]
    found = [(expectation_problem(clause, decision, keep.trace), clause) for clause in expected]
    failures = [Failed(wrong, clause) for wrong, clause in found if wrong is not None]
    failures += idle
    if not expected:
        failures.append(Failed(EXPECTS_NOTHING, test))
    names = tuple(sorted(unasked))
    quiet, absent = ((), names) if assumptions.live else (names, ())
    return TestResult(test, rails.policy, tuple(failures), quiet, decision, keep.trace, absent)


def _assumptions(unit: Unit, scope: Scope, test: tree.Test, live: bool) -> Assumptions:
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
    return Assumptions(exact, named, live, unit.models)


def _idle(unit: Unit, assumptions: Assumptions, stage: str) -> list[Failed]:
    """Assumptions about checks that no rule of the stage calls, deferred ones included: they prove nothing."""
    called = [call for (*_, where), call in unit.calls.items() if where == stage]
    keys, names = {call.key for call in called}, {call.signature.name for call in called}
    idle = [(name, clause) for name, clause in assumptions.named.items() if name not in names]
    idle += [(key, clause) for key, clause in assumptions.exact.items() if key not in keys]
    return [
        Failed(f"no rule calls `{what}` at `{stage}`: the test assumes it in vain", clause) for what, clause in idle
    ]
